"""A derivation as it is told: steps in their places, the rule applied, numbers, chains."""

import math

import numpy as np
import pytest
from hypothesis import example, given

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.expression import Expression, Sum, Symbol, symbols
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.practice.rederiving import substituted
from gdviz.session.analysis import Analysis, analyse
from gdviz.session.derivation_scene import ChainPicture, StepRow
from gdviz.session.resolve.assembly import assembled
from gdviz.session.resolve.derivation_text import derivation_as_latex, derivation_as_text
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.local_steps import LocalSteps
from gdviz.session.resolve.plot import function_curves
from gdviz.session.scene import Role
from gdviz.session.steps import MOST_STEPS, beats, places
from tests.session.conftest import finish, opened
from tests.strategies import expressions

EN, RU = Translator("en"), Translator("ru")
THIRD_EXERCISE = "ln cos^2(sin sqrt x)"


def analysis_of(text: str) -> Analysis:
    return analyse(text, {})


def rows_of(text: str, tr: Translator = EN) -> list[StepRow]:
    scene = derivative_scene(analysis_of(text), tr)
    return [scene.row(step) for step in range(len(scene.depths))]


def chain_at(text: str, x0: float, step: int = 0) -> ChainPicture:
    found = LocalSteps(analysis_of(text)).at(x0, EN).chain(step)
    assert found is not None
    return found


@example(parse("x^(7e307/0.03)").body)
@given(expressions(("x",)))
def test_what_the_parts_come_to_is_what_the_rule_gave(expression: Expression) -> None:
    for place in places(derive(expression, "x"), symbols(expression)):
        if place.step.rule != "chain":
            slopes = [part.after for part in place.step.substeps]
            assert assembled(place.step, slopes) == place.step.after


@pytest.mark.parametrize("text", ["tg x^2", THIRD_EXERCISE, "e^(-x^2)", "|-x|", "(1 + e^-x)^-1"])
def test_a_chain_comes_to_the_product_of_its_links(text: str) -> None:
    whole = analysis_of(text).derivation
    outer, inner = whole.substeps
    assert whole.letter is not None
    assert whole.inner is not None
    at_inner = substituted(outer.after, whole.letter, whole.inner)
    assert tidy(assembled(whole, [at_inner, inner.after])) == tidy(whole.after)


@pytest.mark.parametrize(
    "text", ["sin(cos x^2)", "x + 2 x sin x + x^2/(1+x)", "x - x^2 - x", "y = -tg x^2"]
)
def test_a_step_knows_where_it_stands_in_the_line(text: str) -> None:
    for place in analysis_of(text).steps:
        for part in place.parts:
            start, length = part.span
            assert parse(text[start : start + length]).body == part


def test_equal_parts_have_places_of_their_own() -> None:
    spans = [place.parts[0].span for place in analysis_of("x + x").steps]
    assert spans == [(0, 5), (0, 1), (4, 1)]


def test_factors_that_are_left_light_up_without_the_constant() -> None:
    constant, product, *_ = analysis_of("2 x sin x").steps
    assert constant.step.rule == "constant-multiple"
    assert [part.span for part in product.parts] == [(2, 1), (4, 5)]


def test_each_chain_inside_a_chain_has_another_letter() -> None:
    inner = [plain(row.inner) for row in rows_of(THIRD_EXERCISE, RU) if row.inner is not None]
    parts = ["cos²(sin √x)", "cos(sin √x)", "sin √x", "√x"]
    names = ["u = g(x)", "v = g₁(x)", "t = g₂(x)", "s = g₃(x)"]
    assert inner == [f"{name} = {part}" for name, part in zip(names, parts, strict=True)]


def test_y_is_the_whole_function_and_nothing_else() -> None:
    local = LocalSteps(analysis_of(THIRD_EXERCISE)).at(3.0, EN)
    count = len(analysis_of(THIRD_EXERCISE).steps)
    letters = [found.letters for found in map(local.chain, range(count)) if found is not None]
    assert letters == [("x", "u", "y"), ("x", "v", "u"), ("x", "t", "v"), ("x", "s", "t")]


def test_chains_that_are_parts_have_names_of_their_own() -> None:
    local = LocalSteps(analysis_of("sin(x^2) cos(3x)")).at(1.0, EN)
    chains = [local.chain(index) for index in range(len(analysis_of("sin(x^2) cos(3x)").steps))]
    assert [c.letters[2] for c in chains if c is not None] == ["y_1", "y_2"]
    product = next(c for c in chains if c is not None)
    assert plain(product.names[2]) == "y_{1,0}"


def test_letters_of_the_line_are_not_used_for_u() -> None:
    rows = rows_of("f(x) = sin(u x + v)")
    assert rows[0].inner is not None
    assert plain(rows[0].inner).startswith("t = ")


def test_a_rule_is_applied_before_its_parts_are_worked_out() -> None:
    whole = rows_of("y = tg x^2", RU)[0]
    assert whole.setup is not None
    assert whole.outcome is not None
    assert whole.outer is not None
    assert plain(whole.outer) == "f(u) = tg u"
    assert plain(whole.setup) == "(tg x²)′ = (tg u)ᵤ′ · (x²)′"
    assert plain(whole.outcome).strip() == "= (1/cos²(x²))·2x = 2x/cos²(x²)"
    assert plain(whole.formula) == "(tg x²)′ = 2x/cos²(x²)"


def test_an_entry_of_the_table_has_no_parts() -> None:
    outer = rows_of("y = tg x^2", EN)[1]
    assert outer.rule == "table: derivative of tan u"
    assert outer.setup is None
    assert outer.law == outer.formula


def test_the_outer_step_lights_up_without_u() -> None:
    whole, outer, inner = (row.lighting for row in rows_of("y = tg x^2"))
    assert whole.is_chain
    assert (whole.parts, whole.within) == (outer.parts, outer.within)
    assert not outer.is_chain
    assert inner.parts == whole.within


def test_a_lecturer_goes_on_once_a_step_and_once_for_what_comes_out() -> None:
    steps = analysis_of("y = tg x^2").steps
    assert (len(steps), beats(steps)) == (3, 4)


def test_nobody_reads_more_than_some_steps() -> None:
    long = derive(Sum((Symbol("x"),) * 2 * MOST_STEPS), "x")
    assert len(places(long, frozenset("x"))) == MOST_STEPS


def test_numbers_at_a_point() -> None:
    numbers = LocalSteps(analysis_of("y = tg x^2")).at(1.2, EN).numbers
    assert (numbers(2).value, numbers(2).slope) == ("1.44", "2.4")
    assert (numbers(0).value, numbers(1).value) == ("7.602", "7.602")
    assert LocalSteps(analysis_of("ln x")).at(-1.0, EN).numbers(0).value == "—"


@pytest.mark.parametrize("x0", [-1.3, 0.4, 2.0])
@pytest.mark.parametrize("text", ["tg x^2", "e^(-x^2)", "ln(1 + x^2)", "sqrt(1 + sin x)", "a^(bx)"])
def test_the_stretches_multiply_to_the_slope(text: str, x0: float) -> None:
    picture = chain_at(text, x0)
    assert picture.holds
    assert picture.told == ""
    assert picture.inner.factor is not None
    assert picture.outer.factor is not None
    assert picture.slope == pytest.approx(picture.inner.factor * picture.outer.factor, abs=1e-12)


def test_a_chain_is_named() -> None:
    picture = chain_at("y = tg x^2", 1.2)
    assert [plain(name) for name in picture.names] == ["x₀", "u₀", "y₀"]
    assert picture.values == ("1.2", "1.44", "7.602")
    assert picture.inner.told == "g is differentiable at x₀ = 1.2"


@pytest.mark.parametrize(
    ("text", "x0", "slope"),
    [("sqrt(x^2)", 0.0, None), ("cbrt(x^3)", 0.0, 1.0), ("|sin x|", math.pi, None)],
)
def test_where_f_is_not_differentiable_the_theorem_says_nothing(
    text: str, x0: float, slope: float | None
) -> None:
    picture = chain_at(text, x0)
    assert picture.inner.factor is not None
    assert picture.outer.factor is None
    assert not picture.holds
    assert picture.slope == slope
    assert picture.told.startswith("The theorem says nothing here")


def test_where_g_is_not_differentiable_neither() -> None:
    picture = chain_at("(cbrt x)^3", 0.0)
    assert picture.inner.factor is None
    assert picture.outer.factor == 0.0
    assert picture.slope == 1.0
    assert "vertical" in picture.inner.told


def test_where_g_has_no_value_there_is_no_u() -> None:
    picture = chain_at("e^(ln x)", -1.0)
    assert (picture.inner.factor, picture.outer.factor, picture.outer.told) == (None, None, "")
    assert picture.values[1] == "—"


def test_a_derivation_is_written_down() -> None:
    scene = derivative_scene(analysis_of("y = tg x^2"), RU)
    text = derivation_as_text(scene, RU).splitlines()
    assert text[0] == "y = tg x²"
    assert text[2] == "1. правило сложной функции: (f(u))′ = f′(u)·u′"
    assert [line.strip().split()[0] for line in text if line.strip()[:2] == "1."] == [
        "1.",
        "1.1.",
        "1.2.",
    ]
    assert text[-1] == "Итог: y′ = 2x/cos²(x²)"
    written = derivation_as_latex(scene)
    assert written.startswith("\\begin{align*}\n& y = ")
    assert written.count("\\\\\n") == 10
    assert written.count("{") == written.count("}")


def test_steps_are_revealed_and_the_whole_comes_back() -> None:
    session = opened("y = tg x^2")
    shown = [session.document.revealed]
    for by in (-1, 1, 1, 1, 1, 1, -1):
        session.derivation.reveal(by)
        shown.append(session.document.revealed)
    assert shown == [None, None, 1, 2, 3, 4, 4, 3]


def test_another_line_is_shown_with_all_its_steps() -> None:
    session = opened("y = tg x^2", revealed=2)
    session.choose_text("sin x^2")
    assert session.document.revealed is None


def test_a_line_of_the_table_is_one_change() -> None:
    session = opened("y = tg x^2")
    before = session.document
    session.derivation.choose_entry("f(x) = a^x", (("a", 2.0),))
    assert session.document.text == "f(x) = a^x"
    assert session.document.shown.derivative
    assert dict(session.document.parameters) == {"a": 2.0}
    assert "proof" in session.document.sections
    session.undo()
    assert session.document == before.seen_like(session.document)


def test_the_second_derivative_is_drawn_where_it_is_wanted() -> None:
    session = opened("y = x^3")
    session.show("second", True)
    finish(session)
    curves = {curve.role: curve for curve in function_curves(session.results)}
    assert list(curves) == [Role.SECOND, Role.FUNCTION]
    (line,) = curves[Role.SECOND].pieces
    assert np.allclose(line[:, 1], 6 * line[:, 0], atol=1e-9)
    label = curves[Role.SECOND].label
    assert label is not None
    assert plain(label) == "y″"


def test_what_nobody_reads_is_an_ellipsis() -> None:
    rows = rows_of("sin(" * 55 + "x" + ")" * 55)
    assert plain(rows[0].formula).endswith("= …")
    assert all(len(plain(row.formula)) < 1000 for row in rows)
