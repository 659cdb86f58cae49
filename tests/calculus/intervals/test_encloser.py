"""What is proved on an interval holds at every point of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import (
    Call,
    Expression,
    Symbol,
    distinct,
)
from gdviz.calculus.functions import FUNCTIONS, ONE
from gdviz.calculus.intervals import Encloser, Enclosure
from gdviz.calculus.parser import parse
from tests.strategies import expressions

X = Symbol("x")
UNDERFLOW = 1e-300
"""Below this numbers lose their digits one by one."""
LARGE = 1e100
"""Sizes beyond which overflow, and below the inverse of which underflow, come into play."""
ROUNDING = 1e-11
"""Relative; the evaluator and the bounds may take different ways to the same value."""


def enclosed(text: str, low: float, high: float, **parameters: float) -> Enclosure:
    body = parse(text, given=tuple(parameters)).body
    return Encloser(body, "x", parameters)(np.array([low]), np.array([high]))


def check(body: Expression, low: np.ndarray, high: np.ndarray) -> None:
    """All claims on the intervals [low, high], at points inside them."""
    found = Encloser(body, "x", {})(low, high)
    x = low[:, None] + (high - low)[:, None] * np.linspace(0.0, 1.0, 23)
    parts = compile_functions(list(distinct(body)), ("x",), {})(x.ravel())
    values = np.asarray(parts[-1]).reshape(x.shape)
    ordinary = np.array([_is_ordinary(np.asarray(part)) for part in parts])
    for i in range(len(low)):
        if ordinary.reshape(-1, *x.shape)[:, i].all():
            _check_values(found, i, values[i])
            _check_claims(found, i, x[i], values[i])


def _is_ordinary(part: np.ndarray) -> np.ndarray:
    """Neither overflow nor underflow has a hand in it."""
    size = np.abs(part)
    ordinary: np.ndarray = np.isnan(part) | (part == 0.0) | ((size < LARGE) & (size > 1 / LARGE))
    return ordinary


def _check_values(found: Enclosure, i: int, y: np.ndarray) -> None:
    values = y[np.isfinite(y)]
    slack = ROUNDING * np.abs(values) + UNDERFLOW
    assert (values >= found.value[0, i] - slack).all()
    assert (values <= found.value[1, i] + slack).all()


def _check_claims(found: Enclosure, i: int, x: np.ndarray, y: np.ndarray) -> None:
    if found.void[i]:
        assert np.isnan(y).all()
    elif not found.doubt[i]:
        assert not np.isnan(y).any()
        _check_slopes(found.slope[:, i], x, y)


def _check_slopes(bounds: np.ndarray, x: np.ndarray, y: np.ndarray) -> None:
    """Difference quotients are slopes somewhere between, as far as rounding lets one see."""
    steps = np.diff(x)
    if not (steps > 0).all():
        return
    quotients = np.diff(y) / steps
    room = 1e-6 * np.abs(quotients) + 4e-12 * (np.abs(y).max() + UNDERFLOW) / steps.min()
    assert (quotients >= bounds[0] - room).all()
    assert (quotients <= bounds[1] + room).all()


TYPED = sorted(set(FUNCTIONS) - {"polygamma"})
"""(The order of a polygamma is a number, as derivatives write it.)"""
FUNCTIONS_OF_ONE = sorted(name for name in FUNCTIONS if FUNCTIONS[name].arguments == ONE)


@given(expressions(functions=TYPED, max_leaves=8), st.floats(-6, 6), st.floats(1e-6, 2.0))
def test_bounds_and_claims_hold_everywhere_inside(body: Expression, low: float, width: float):
    edges = low + width * np.linspace(0.0, 1.0, 8)
    check(body, edges[:-1], edges[1:])


@pytest.mark.parametrize("name", FUNCTIONS_OF_ONE)
def test_every_function(name: str):
    edges = np.unique(np.concatenate((np.linspace(-4.2, 4.2, 120), [-1.0, 0.0, 1.0])))
    check(Call(name, (X,)), edges[:-1], edges[1:])


@pytest.mark.parametrize(
    "text",
    [
        "x^3", "x^-2", "x^(1/3)", "x^(2/3)", "x^(-1/3)", "x^(-2/3)", "x^0.3", "x^(-0.7)", "x^x",
        "2^x", "x^0", "root(x, 5)", "root(x, 4)", "root(8, x)", "log(3, x)", "log(x, 2)", "lg x",
        "1 - cos x", "e^x - 1", "1 - sigma(x)", "gamma(x)", "x!", "|x|", "(x - 1)/(x - 1)",
    ],
)  # fmt: skip
def test_powers_logarithms_and_what_is_computed_stably(text: str):
    edges = np.unique(np.concatenate((np.linspace(-5.3, 5.3, 150), [-1.0, 0.0, 1.0])))
    check(parse(text).body, edges[:-1], edges[1:])


def test_a_pole_is_never_claimed_continuous():
    for text, place in (("1/x", 0.0), ("tg x", np.pi / 2), ("ctg x", 0.0), ("gamma(x)", -2.0)):
        for width in (1.0, 1e-3, 1e-9):
            assert enclosed(text, place - width, place + width).doubt.all(), text


def test_two_neighbouring_floats_around_a_pole_of_the_tangent():
    below = np.pi / 2
    assert enclosed("tg x", below, np.nextafter(below, 4.0)).doubt.all()


def test_steep_functions_are_continuous():
    for text in ("1/(1 + e^(-10000x))", "arctg(1000x)", "cbrt x", "sqrt(x^2)"):
        assert not enclosed(text, -1.0, 1.0).doubt.any(), text


def test_domains_are_known_to_the_end():
    assert not enclosed("sqrt x", 0.0, 1.0).doubt.any()
    assert enclosed("sqrt x", -5e-324, 1.0).doubt.all()
    assert enclosed("sqrt x", -2.0, -1.0).void.all()
    assert enclosed("ln x", 0.0, 1.0).doubt.all()
    assert not enclosed("arcsin x", -1.0, 1.0).doubt.any()
    assert enclosed("(-3)^x", -1.0, 1.0).void.all()


def test_what_is_positive_never_divides_by_zero():
    assert not enclosed("1/e^(x^2)", -40.0, 40.0).doubt.any()


def test_narrow_intervals_give_narrow_bounds():
    found = enclosed("ln cos^2(sin sqrt x)", 2.0, 2.0 + 1e-9)
    assert found.value[1, 0] - found.value[0, 0] < 1e-8
    assert found.slope[1, 0] - found.slope[0, 0] < 1e-6


def test_parameters_have_their_values():
    low, high = enclosed("a x + b", 0.0, 1.0, a=-2.0, b=5.0).value[:, 0]
    assert low == pytest.approx(3.0)
    assert high == pytest.approx(5.0)


def test_cancellation_is_known_as_doubt_about_the_value():
    at = np.array([1e-7])
    found = Encloser(parse("(e^x - 1 - x)/x^2").body, "x", {})(at, at)
    assert found.value[1, 0] - found.value[0, 0] > 1e-3
