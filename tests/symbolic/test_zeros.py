"""Exact names of zeros that were found as floats."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import differentiate
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.parser import parse
from gdviz.symbolic.guesses import guesses
from gdviz.symbolic.questions import NameZeros
from gdviz.symbolic.zeros import name_zeros

GOLDEN = (1 + math.sqrt(5)) / 2
NUMBERS = {
    "0": 0.0,
    "2/3": 2 / 3,
    "-7/20": -0.35,
    "sqrt(2)": math.sqrt(2),
    "2*sqrt(3)": math.sqrt(12),
    "sqrt(2)/2": math.sqrt(0.5),
    "(1 + sqrt(5))/2": GOLDEN,
    "(1 - sqrt(5))/2": 1 - GOLDEN,
    "(3 + sqrt(17))/4": (3 + math.sqrt(17)) / 4,
    "sqrt((5 - sqrt(15))/2)": math.sqrt((5 - math.sqrt(15)) / 2),
    "cbrt(2)": 2 ** (1 / 3),
    "pi/2": math.pi / 2,
    "-3*pi/4": -3 * math.pi / 4,
    "sqrt(pi/2)": math.sqrt(math.pi / 2),
    "pi^2/4": math.pi**2 / 4,
    "ln(2)": math.log(2),
    "-ln(2)": -math.log(2),
    "ln(2)/2": math.log(2) / 2,
    "-sqrt(ln(2))": -math.sqrt(math.log(2)),
    "1/e": 1 / math.e,
    "e": math.e,
    "1/sqrt(e)": math.exp(-0.5),
    "arctan(3/4)": math.atan(0.75),
    "arctan(3/4) - pi": math.atan(0.75) - math.pi,
    "arccos(1/3)": math.acos(1 / 3),
    "2*pi - arccos(1/3)": 2 * math.pi - math.acos(1 / 3),
    "pi - arcsin(1/3)": math.pi - math.asin(1 / 3),
}
STATIONARY = (
    ("L(w) = w^2 + 12", {0.0: ("0", "12")}),
    ("sin x^2", {0.0: ("0", "0"), math.sqrt(math.pi / 2): ("sqrt(pi/2)", "1")}),
    ("(w^2 - 1)^2/4", {-1.0: ("-1", "0"), 0.0: ("0", "1/4")}),
    ("x^4/4 - x^2", {-math.sqrt(2): ("-sqrt(2)", "-1")}),
    ("x ln x", {1 / math.e: ("1/e", "-1/e")}),
    ("e^x - 2x", {math.log(2): ("ln(2)", "2 - 2*ln(2)")}),
    ("sin x + cos x", {math.pi / 4: ("pi/4", "sqrt(2)")}),
    ("x^2 e^-x^2", {1.0: ("1", "1/e")}),
    ("ln cos^2(sin √x)", {math.pi**2: ("pi^2", "0")}),
    ("∛(x^2) - x", {8 / 27: ("8/27", "4/27")}),
)


def number(expression: Expression) -> float:
    return float(compile_function(expression, ["x"])(0.0))


@pytest.mark.parametrize(("name", "value"), NUMBERS.items())
def test_the_first_guess_is_what_a_teacher_would_write(name: str, value: float):
    assert canonical(next(guesses(value))) == name


@given(st.floats(-30, 30))
def test_every_guess_is_that_float(value: float):
    for guess in guesses(value):
        assert number(guess) == pytest.approx(value, rel=1e-12, abs=1e-9)


@given(st.fractions(-50, 50, max_denominator=100))
def test_fractions_are_found(value: Fraction):
    assert number(next(guesses(float(value)))) == pytest.approx(float(value))


@pytest.mark.parametrize("value", [1.234567, 2.028757838110434, 1e7 + 0.123, 3e-5])
def test_a_number_like_any_other_has_no_name(value: float):
    assert list(guesses(value)) == []


@pytest.mark.parametrize(("line", "expected"), STATIONARY)
def test_stationary_points_and_their_values(line: str, expected: dict[float, tuple[str, str]]):
    formula = parse(line)
    (variable,) = formula.variables
    slope = differentiate(formula.body, variable)
    answer = name_zeros(NameZeros(slope, formula.body, variable, tuple(expected)))
    told = [(canonical(n.place), canonical(n.measured)) for n in answer.names if n and n.measured]
    assert told == list(expected.values())


@pytest.mark.parametrize(
    ("line", "named"),
    [("|tan(x^2)| e^-x", True), ("|x^3|cos x", True), ("|sin x|", False), ("sign(x) |x|", False)],
)
def test_where_the_formula_of_the_derivative_says_0_0_limits_decide(line: str, named: bool):
    body = parse(line).body
    slope = differentiate(body, "x")
    (name,) = name_zeros(NameZeros(slope, body, "x", (0.0,))).names
    assert (name is not None) == named
    if name is not None:
        assert name.measured is not None
        assert (canonical(name.place), canonical(name.measured)) == ("0", "0")


def test_a_float_beside_the_zero_is_not_named():
    formula = parse("cos x")
    question = NameZeros(formula.body, formula.body, "x", (math.pi / 2 + 1e-9, 1.0, math.pi / 2))
    named = name_zeros(question).names
    assert named[:2] == (None, None)
    assert named[2] is not None


def test_letters_have_their_values():
    formula = parse("x^2 - a x", given=["a"])
    slope = differentiate(formula.body, "x")
    question = NameZeros(slope, formula.body, "x", (0.35,), (("a", 0.7),))
    (name,) = name_zeros(question).names
    assert name is not None
    assert canonical(name.place) == "7/20"


def test_what_cannot_be_translated_stays_without_names():
    body = parse("9^9^9 x").body
    assert name_zeros(NameZeros(body, body, "x", (0.0,))).names == (None,)
