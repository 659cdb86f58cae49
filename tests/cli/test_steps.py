"""gdviz derive: the derivation, as JSON, as text, as LaTeX."""

import re
from pathlib import Path

import numpy as np
import pytest

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain
from gdviz.cli.steps import MOST_CHARACTERS, MOST_STEPS, as_tree
from gdviz.i18n import Translator
from gdviz.sentences.rules import RULES
from gdviz.session.analysis import analyse
from gdviz.session.resolve.derivative import derivative_scene
from tests.calculus.numerics import difference_quotient

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "command-line.md"
STEP_KEYS = {
    *("number", "rule", "variable", "before", "after", "outer", "inner", "letter"),
    *("repeats", "cut", "substeps"),
}
POINTS = np.array([0.17, 0.37, 0.71, 1.23])
SAMPLES = [
    *("5", "x", "-x^2", "x + 1", "x - 1", "2x", "x/2", "x sin x", "sin x/x", "1/x", "tg x^2"),
    *("x^3", "e^x", "2^x", "x^x", "log_2 x", "log(x, 2)", "root(x, 5)", "root(2, x)"),
    *("min(x, 1)", "max(x, 1)", "polygamma(1, x)"),
    *(f"{name}(x)" for name in ELEMENTARY),
]


def steps_in(tree):
    yield tree
    for part in tree["substeps"]:
        yield from steps_in(part)


@pytest.fixture
def tree(gdviz):
    def run(text):
        steps = gdviz("derive", text, "--json").json["steps"]
        assert all(step.keys() == STEP_KEYS for step in steps_in(steps))
        return steps

    return run


def test_the_lecture_s_first_exercise(tree):
    step = tree("tg x^2")
    assert (step["rule"], step["outer"], step["inner"]) == ("chain", "tan(u)", "x^2")
    assert (step["before"], step["after"]) == ("tan(x^2)", "1/cos(x^2)^2*2*x")
    outer, inner = step["substeps"]
    assert (outer["rule"], outer["variable"], outer["after"]) == ("tangent", "u", "1/cos(u)^2")
    assert (inner["rule"], inner["variable"], inner["after"]) == ("power", "x", "2*x")
    assert (outer["outer"], outer["inner"], outer["letter"]) == (None, None, None)
    assert [one["number"] for one in steps_in(step)] == [0, 1, 2]


@pytest.mark.parametrize("text", ["tg x^2", "arctg^2 x^3", "ln cos^2(sin sqrt x)", "x^2/(x^2 + 1)"])
def test_every_step_in_json_is_true(tree, text):
    for step in steps_in(tree(text)):
        variable = step["variable"]
        before, after = (parse(f"f({variable}) = {step[key]}").body for key in ("before", "after"))
        measured = difference_quotient(before, variable, POINTS, {})
        claimed = compile_function(after, [variable])(POINTS)
        known = np.isfinite(measured)
        assert known.any()
        np.testing.assert_allclose(np.broadcast_to(claimed, 4)[known], measured[known], rtol=1e-5)


def test_what_stood_before_is_not_unfolded_again(tree):
    first, second = tree("sin x^2 cos x^2")["substeps"]
    (one, other) = (part["substeps"][1] for part in (first, second))
    assert (one["repeats"], other["repeats"]) == (False, True)
    assert one["number"] == other["number"]
    assert (one["before"], one["after"]) == (other["before"], other["after"])


def test_several_variables(gdviz):
    answer = gdviz("derive", "x^2 y", "--json").json
    assert answer["steps"].keys() == answer["simplified"].keys() == {"x", "y"}
    assert answer["steps"]["x"]["variable"] == "x"
    assert answer["simplified"] == answer["derivative"]
    assert answer["simplified_latex"] == answer["derivative_latex"]


def test_simplified_is_tidy(gdviz):
    answer = gdviz("derive", "arctg^2 x^3", "--json").json
    assert answer["simplified"] == "6*x^2*arctan(x^3)/(1 + x^6)"
    assert answer["simplified_latex"].startswith(r"\frac{6x^2")


@pytest.mark.parametrize(
    "text",
    [
        "sqrt(x+" * 50 + "x" + ")" * 50,
        "x/(1+" * 50 + "x" + ")" * 50,
        "((" * 25 + "x" + "^2+1)^2)" * 25,
        "+".join(f"√(x+{n})" for n in range(45)),
    ],
    ids=lambda text: text[:10],
)
def test_json_is_bounded(text):
    steps = list(steps_in(as_tree(derive(parse(text).body, "x"))))
    unfolded = [step for step in steps if step["substeps"]]
    assert len(unfolded) <= MOST_STEPS
    longest = max(len(step["before"]) + len(step["after"]) for step in steps)
    written = sum(len(step["before"]) + len(step["after"]) for step in unfolded)
    assert written <= MOST_CHARACTERS + longest


def test_the_limit_is_marked():
    deep = parse("sqrt(x+" * 50 + "x" + ")" * 50).body
    cut = [step for step in steps_in(as_tree(derive(deep, "x"))) if step["cut"]]
    assert cut
    assert all(step["substeps"] == [] for step in cut)
    assert not any(step["cut"] for step in steps_in(as_tree(derive(parse("tg x^2").body, "x"))))


def documented_rules():
    text = DOCUMENTATION.read_text(encoding="utf-8").split("\nRules:\n")[1]
    return set(re.findall(r"^\| `([a-z-]+)` \|", text.split("\n\n## ")[0], re.MULTILINE))


def test_the_documentation_lists_the_rules_that_there_are():
    used = {
        step["rule"]
        for text in SAMPLES
        for step in steps_in(as_tree(derive(parse(text, given=["a"]).body, "x")))
    }
    known = {*RULES, *(rule for rule, _ in ELEMENTARY.values()), "polygamma"}
    known.remove("mean")  # over data, which nobody types
    assert documented_rules() == used == known
    assert {*ELEMENTARY, "log", "root", "min", "max", "polygamma"} == set(FUNCTIONS)


@pytest.mark.parametrize("options", [("--steps",), ("--steps", "--latex")])
def test_the_outer_function_is_not_called_what_the_whole_is(gdviz, options):
    said = gdviz("derive", "f(x) = tg x^2", *options).out
    lines = re.sub(r"\\(var)?phi ?", "φ", said).splitlines()
    assert any("φ(u) = " in line and "u = g(x) = " in line for line in lines)
    assert not any("f(u)" in line for line in lines)


def test_letters_are_those_of_the_window(gdviz):
    said = gdviz("derive", "y = ln cos^2(sin sqrt x)", "--steps").out
    analysis = analyse("y = ln cos^2(sin sqrt x)", {})
    scene = derivative_scene(analysis, Translator("en"))
    for row in map(scene.row, range(len(scene.depths))):
        if row.outer is not None and row.inner is not None:
            assert f"{plain(row.law)}; {plain(row.outer)}; {plain(row.inner)}" in said


def test_text_of_the_steps(gdviz):
    said = gdviz("derive", "y = arctg^2 x^3", "--steps")
    assert said.out.splitlines() == [
        "y = arctan²(x³)",
        "y′ = (6x² arctan x³)/(1 + x⁶)",
        "",
        "1. chain rule: (f(u))′ = f′(u)·u′; f(u) = u²; u = g(x) = arctan x³",
        "   (arctan²(x³))′ = 2 arctan x³ · (1/(1 + (x³)²)) · 3x²",
        "  1.1. power: (uⁿ)′ = n uⁿ⁻¹",
        "       (u²)′ = 2u",
        "  1.2. chain rule: (f₁(v))′ = f₁′(v)·v′; f₁(v) = arctan v; v = g₁(x) = x³",
        "       (arctan x³)′ = (1/(1 + (x³)²)) · 3x²",
        "    1.2.1. table: derivative of arctan u: (arctan v)′ = 1/(1 + v²)",
        "    1.2.2. power: (uⁿ)′ = n uⁿ⁻¹",
        "           (x³)′ = 3x²",
        "",
        "Simplified:",
        "  y′ = 2 arctan x³ · (1/(1 + (x³)²)) · 3x²",
        "     = 2 arctan x³ · (1/(1 + x⁶)) · 3x²     each part by itself",
        "     = (6x² arctan x³)/(1 + x⁶)"
        "             factors gathered: the sign and numbers in front, powers together",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cos x", "1. table: derivative of cos u: (cos x)′ = −sin x"),
        ("e^t", "1. exponential with base e: (eᵗ)′ = eᵗ"),
        ("relu x", "1. table: derivative of ReLU(u): (ReLU(x))′ = (1 + sign x)/2, x ≠ 0"),
    ],
)
def test_what_is_its_own_law_is_said_once(gdviz, text, said):
    steps = gdviz("derive", text, "--steps").out.split("\n\n")[1]
    assert steps.splitlines() == [said]


def test_text_refers_back(gdviz):
    said = gdviz("derive", "sin x^2 cos x^2", "--steps", "--lang", "ru")
    assert "1.2.2. (x²)′ = 2x: как в шаге 1.1.2" in said.out


def test_text_of_several_variables(gdviz):
    out = gdviz("derive", "x^2 y", "--steps").out
    assert "\n∂f/∂x:\n1. " in out
    assert "\n∂f/∂y:\n1. " in out


def test_a_derivation_and_points_together(gdviz):
    out = gdviz("derive", "x^2", "--steps", "--at", "3").out
    assert out.index("1. power") < out.index("α")


def environment(out):
    """The rows of the one align* environment, each as its cells."""
    first, *rows, last = out.splitlines()
    assert (first, last) == (r"\begin{align*}", r"\end{align*}")
    assert all(row.endswith(r"\\") for row in rows[:-1])
    assert not rows[-1].endswith(r"\\")
    return [row.removesuffix(r"\\").split("&") for row in rows]


def test_latex_of_the_derivative(gdviz):
    rows = environment(gdviz("derive", "tg x^2", "--latex", "--lang", "ru").out)
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["f(x)", r"= \operatorname{tg} x^2"],
        ["f'(x)", r"= \frac{2x}{\cos^2 x^2}"],
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("text", [*SAMPLES, "ln cos^2(sin sqrt x)", "x^2 y", "sin x^2 cos x^2"])
def test_latex_of_the_steps_is_sound(gdviz, text, language):
    said = gdviz("derive", text, "--steps", "--latex", "--lang", language)
    for row in environment(said.out):
        assert len(row) in (2, 4)
        for cell in row:
            assert cell.count("{") == cell.count("}")
            assert cell.count(r"\left") == cell.count(r"\right")
            assert cell.count("$") % 2 == 0
            assert re.fullmatch("[ -~а-яёА-ЯЁ]*", cell), cell


def test_a_tidy_derivative_needs_no_simplifying(gdviz):
    assert "Simplified" not in gdviz("derive", "sin x", "--steps").out
    assert tidy(derive(parse("sin x").body, "x").after) == parse("cos x").body
