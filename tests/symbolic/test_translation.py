"""The program's tree as a sympy expression: the same values, and nothing is read as text."""

import math

import numpy as np
import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Call, Expression, Number, Symbol, walk
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from gdviz.symbolic.translation import Translation, UntranslatableError, exact
from tests.strategies import expressions

X = sympy.Symbol("x", real=True)
PLACES = ("-23/10", "-1/3", "3/10", "17/13", "29/10")
TAME = tuple(set(FUNCTIONS) - {"factorial", "gamma", "digamma", "polygamma", "floor", "ceil"})
"""Steep or broken functions carry a rounding of their argument far: each is tested by itself."""


LARGEST = 1e6
"""Rounding of larger numbers carries as far."""


def values(expression: Expression) -> tuple[list[float], list[complex]]:
    """Ours, and sympy's with 30 digits, where ours are defined and finite."""
    function = compile_function(expression, ["x"])
    term = Translation({"a": 1.0}).term(expression)
    ours, theirs = [], []
    for place in PLACES:
        number = sympy.Rational(place)
        value = float(function(float(number)))
        if math.isfinite(value):
            ours.append(value)
            theirs.append(complex(term.evalf(30, subs={X: number}, maxn=400)))
    return ours, theirs


@given(expressions(functions=TAME, max_leaves=6))
def test_it_has_our_values_wherever_we_have_any(expression: Expression):
    numbers = [abs(node.value) for node in walk(expression) if isinstance(node, Number)]
    assume(max(numbers, default=0.0) <= LARGEST)
    try:
        ours, theirs = values(expression)
    except (UntranslatableError, TypeError, ZeroDivisionError, OverflowError):
        assume(False)
    for value, other in zip(ours, theirs, strict=True):
        assume(math.isfinite(other.real))
        neighbours = spread(expression)
        assert abs(value - other) <= 1e-6 * max(1e-6, abs(value)) + neighbours


def spread(expression: Expression) -> float:
    """How far rounding of x carries: what changes by it is no measure of a translation."""
    function = compile_function(expression, ["x"])
    x = np.array([float(sympy.Rational(place)) for place in PLACES])
    with np.errstate(all="ignore"):
        shifted = [np.asarray(function(x * (1 + shift))) for shift in (-1e-12, 0.0, 1e-12)]
        gap = np.nanmax(np.abs(np.ptp(shifted, axis=0)), initial=0.0)
    return math.inf if np.isnan(shifted).any() else 10 * float(gap)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function(name: str):
    counts = FUNCTIONS[name].arguments
    first = parse("2").body if name in ("log", "polygamma") else Symbol("x")
    others = [parse("3").body] * (counts[0] - 1)
    if name in ("log", "polygamma"):
        others = [Symbol("x")]
    checked = 0
    for argument in ("x", "1/x", "x/4"):
        inner = parse(argument).body
        call = Call(
            name, tuple(inner if part == Symbol("x") else part for part in (first, *others))
        )
        for ours, theirs in zip(*values(call), strict=True):
            assert theirs == pytest.approx(ours, rel=1e-12)
            checked += 1
    assert checked >= 3


@pytest.mark.parametrize(
    "text", ["x^(2/3)", "x^(1/3)", "∛x", "root(x, 5)", "x^(-3/5)", "x^(4/3 - 1)"]
)
def test_real_roots_of_negative_numbers(text: str):
    ours, theirs = values(parse(text).body)
    assert len(ours) == len(PLACES)
    assert theirs == pytest.approx(ours)


def test_a_letter_with_a_value_is_the_number_one_would_type():
    term = Translation({"a": 0.1}).term(parse("a x", given=["a"]).body)
    assert term == X / 10
    assert exact(-2.5) == sympy.Rational(-5, 2)


@pytest.mark.parametrize("text", ["9^9^9", "x + 1e999", "(10^6)!", "10^5000 x", "1/(1-1) + x"])
def test_what_no_algebra_can_hold_is_refused(text: str):
    with pytest.raises(UntranslatableError):
        Translation().term(parse(text).body)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_float_is_exact(value: float):
    assert float(exact(value)) == value
