"""Derivations: every step true, the whole against other people's derivatives."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation import elementary, rules
from gdviz.calculus.differentiation.derivation import (
    Step,
    derive,
    differentiate,
    gradient,
    raw_derivative,
)
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.evaluation import compile_function, compile_functions
from gdviz.calculus.expression import distinct, symbols
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from gdviz.sentences.rules import RULES
from tests.calculus.numerics import difference_quotient, noise
from tests.strategies import expressions

DATA = Path(__file__).parents[2] / "data"
COLLECTED = json.loads((DATA / "derivatives.json").read_text(encoding="utf-8"))["cases"]
EXERCISES = json.loads((DATA / "lecture_exercises.json").read_text(encoding="utf-8"))["cases"]
POINTS = np.array([-2.7, -1.3, -0.83, -0.41, 0.17, 0.37, 0.71, 1.23, 1.77, 2.41, 3.3])
SMOOTH = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil", "polygamma"})


def values_of(body, derivative, points):
    return np.array(compile_functions([body, derivative], ["x"])(np.array(points)))


@pytest.mark.parametrize("case", COLLECTED, ids=[case["expr"] for case in COLLECTED])
def test_values_collected_from_other_projects(case):
    body = parse(case["expr"]).body
    points, *wanted = np.array(case["values"]).T
    for derivative in (raw_derivative(body, "x"), differentiate(body, "x")):
        got = values_of(body, derivative, points)
        np.testing.assert_allclose(got, wanted, rtol=1e-10, atol=0)


@pytest.mark.parametrize("case", EXERCISES, ids=[case["exercise"] for case in EXERCISES])
def test_the_lectures_exercises(case):
    body = parse(case["exercise"].split("=")[1]).body
    points, *wanted = np.array(case["values"]).T
    np.testing.assert_allclose(
        values_of(body, differentiate(body, "x"), points), wanted, rtol=1e-12
    )
    for form in case["derivative_forms"].values():
        compared = values_of(body, parse(form).body, points)
        np.testing.assert_allclose(compared, wanted, rtol=1e-12)


@pytest.mark.parametrize(
    ("text", "rule", "raw"),
    [
        ("5", "constant", "0"),
        ("a", "constant", "0"),
        ("x", "variable", "1"),
        ("-x^2", "negation", "-2*x"),
        ("x^2 + sin x", "sum", "2*x + cos(x)"),
        ("x^2 - sin x", "difference", "2*x - cos(x)"),
        ("w^2 + 12", "sum", "2*w"),
        ("3 sin x", "constant-multiple", "3*cos(x)"),
        ("sin(x)/3", "constant-divisor", "cos(x)/3"),
        ("x sin x", "product", "sin(x) + x*cos(x)"),
        ("x e^x sin x", "product", "e^x*sin(x) + x*e^x*sin(x) + x*e^x*cos(x)"),
        ("a x e^x", "constant-multiple", "a*(e^x + x*e^x)"),
        ("sin x/x", "quotient", "(cos(x)*x - sin(x))/x^2"),
        ("1/x", "reciprocal", "-1/x^2"),
        ("a/sin x", "reciprocal", "-a*cos(x)/sin(x)^2"),
        ("x^3", "power", "3*x^2"),
        ("x^a", "power", "a*x^(a - 1)"),
        ("x^(1/3)", "power", "1/3*x^(-2/3)"),
        ("x^0.2", "power", "0.2*x^(-0.8)"),
        ("2^x", "exponential", "2^x*ln(2)"),
        ("e^x", "natural-exponential", "e^x"),
        ("x^x", "general-power", "x^x*(ln(x) + x/x)"),
        ("ln x", "natural-logarithm", "1/x"),
        ("log_2 x", "logarithm", "1/(x*ln(2))"),
        ("log(x, 2)", "change-of-base", "-ln(2)*(1/x)/ln(x)^2"),
        ("tg x", "tangent", "1/cos(x)^2"),
        ("sqrt x", "square-root", "1/(2*sqrt(x))"),
        ("root(x, 5)", "root", "1/(5*root(x, 5)^4)"),
        ("root(x, 0.5)", "root-as-power", "1/0.5*x"),
        ("root(2, x)", "root-as-power", "-2^(1/x)*ln(2)*(1/x^2)"),
        ("max(x, x^2)", "maximum", "(1 + sign(x - x^2))/2 + 2*x*((1 + sign(x^2 - x))/2)"),
        ("tg x^2", "chain", "1/cos(x^2)^2*2*x"),
        ("(2x + 1)^5", "chain", "5*(2*x + 1)^4*2"),
        ("sigma(x)", "sigmoid", "sigmoid(x)*(1 - sigmoid(x))"),
        ("polygamma(1, x)", "polygamma", "polygamma(2, x)"),
    ],
)
def test_the_rule_and_what_it_writes(text, rule, raw):
    formula = parse(text, given=["a"])
    variable = "w" if "w" in text else "x"
    step = derive(formula.body, variable)
    assert (step.rule, step.before) == (rule, formula.body)
    assert canonical(step.after) == raw


def test_the_chain_names_f_and_g():
    step = derive(parse("tg x^2").body, "x")
    assert step.letter == "u"
    assert (step.outer, step.inner) == (parse("tg u").body, parse("x^2").body)
    outer, inner = step.substeps
    assert (outer.rule, outer.variable, canonical(outer.after)) == ("tangent", "u", "1/cos(u)^2")
    assert (inner.rule, inner.variable, canonical(inner.after)) == ("power", "x", "2*x")


def test_a_chain_of_chains():
    step = derive(parse("ln cos^2(sin sqrt x)").body, "x")
    named = []
    while step.rule == "chain":
        assert step.outer is not None
        named.append(canonical(step.outer))
        step = step.substeps[1]
    assert named == ["ln(u)", "u^2", "cos(u)", "sin(u)"]
    assert step.rule == "square-root"


def test_the_inner_letter_is_a_new_one():
    step = derive(parse("f(x) = sin(u x) + v").body, "x").substeps[0]
    assert step.letter == "t"


def test_sigma_by_the_slides_route_and_by_the_quotient_rule():
    chained = derive(parse("(1 + e^-x)^-1").body, "x")
    quotient = derive(parse("1/(1 + e^-x)").body, "x")
    assert (chained.rule, chained.substeps[0].rule) == ("chain", "power")
    assert quotient.rule == "reciprocal"
    tidied = "e^(-x)/(1 + e^(-x))^2"
    for text in ("(1 + e^-x)^-1", "1/(1 + e^-x)"):
        assert canonical(differentiate(parse(text).body, "x")) == tidied


def test_the_gradient():
    slopes = gradient(parse("x^2 y + sin y").body, ["x", "y"])
    assert [canonical(slope) for slope in slopes] == ["2*x*y", "x^2 + cos(y)"]


def test_every_function_has_a_rule():
    for name, info in FUNCTIONS.items():
        arguments = ["x"] * info.arguments[0]
        if name == "polygamma":
            arguments[0] = "1"
        step = derive(parse(f"{name}({', '.join(arguments)})").body, "x")
        assert symbols(step.after) <= {"x"}
    assert set(ELEMENTARY) <= set(FUNCTIONS)


def test_every_rule_tells_its_law():
    functions: list[Callable[..., object]] = [slope for _, slope in ELEMENTARY.values()]
    functions += [elementary.logarithm_of_base, elementary.root, elementary.polygamma]
    functions += [rules.product, rules.quotient, rules.chain, rules.power, rules.general_power]
    assert all(function.__doc__ and "′ = " in function.__doc__ for function in functions)


def test_rules_have_names_for_people():
    named = {"chain", "product", "quotient", "sum", "difference", "power", "constant-multiple"}
    assert named <= set(RULES)


def steps_of(step: Step) -> Iterator[Step]:
    """Every distinct step of a derivation."""
    seen: set[int] = set()
    stack = [step]
    while stack:
        one = stack.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            stack += one.substeps


@given(expressions(("x",), ("a",), SMOOTH, max_leaves=8))
def test_the_derivative_of_before_is_after(body):
    values = {"a": 1.7}
    for step in steps_of(derive(body, "x")):
        claimed = compile_function(step.after, [step.variable], values)(POINTS)
        measured = difference_quotient(step.before, step.variable, POINTS, values)
        doubt = noise(step.before, [step.variable], [POINTS], values) * 1e5
        doubt += noise(step.after, [step.variable], [POINTS], values)
        known = np.isfinite(measured) & np.isfinite(claimed) & np.isfinite(doubt)
        error = np.abs(claimed - measured)[known]
        assert (error <= 1e-4 * np.abs(measured[known]) + doubt[known]).all(), step


@given(expressions(("x",), ("a",)), st.sampled_from(["x", "a"]))
def test_a_derivation_ends_and_holds_together(body, variable):
    for step in steps_of(derive(body, variable)):
        if step.rule == "chain":
            outer, inner = step.substeps
            assert (outer.before, inner.before) == (step.outer, step.inner)
        assert symbols(step.after) <= symbols(step.before)


def test_nesting_costs_nothing():
    text = "sin(" * 55 + "x" + ")" * 55
    first = raw_derivative(parse(text).body, "x")
    second = raw_derivative(first, "x")
    assert sum(1 for _ in distinct(first)) < 200
    assert sum(1 for _ in distinct(second)) < 400
    assert np.isfinite(compile_function(second, ["x"])(0.3))
