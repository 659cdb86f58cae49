"""Limits and one-sided slopes, and the arithmetic of series behind them."""

from fractions import Fraction
from math import e, exp, inf, isfinite, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.germ import UNDEFINED, Germs, expansion, one_sided
from gdviz.calculus.germs.expansions import logarithm, power
from gdviz.calculus.germs.series import (
    ZERO,
    Series,
    Size,
    Term,
    UndefinedSideError,
    UnknownSeriesError,
    add,
    constant,
    multiply,
    negative,
)
from gdviz.calculus.parser import parse
from tests.calculus.numerics import difference_quotient
from tests.strategies import expressions

LEFT, RIGHT = -1, 1
T = Series((Term(Size(Fraction(1)), 1.0),))


def beside(text, x0, side, **parameters):
    return one_sided(parse(text).body, "x", float(x0), side, parameters)


@pytest.mark.parametrize(
    ("text", "x0", "left", "right"),
    [
        ("sin(x)/x", 0, 1, 1),
        ("(1 - cos x)/x^2", 0, 0.5, 0.5),
        ("(x - sin x)/x^3", 0, 1 / 6, 1 / 6),
        ("(sin x - x + x^3/6)/x^5", 0, 1 / 120, 1 / 120),
        ("ln(1 + x)/x", 0, 1, 1),
        ("(1 + x)^(1/x)", 0, e, e),
        ("(x^2 - 1)/(x - 1)", 1, 2, 2),
        ("(x - 0.3)/(x^2 - 0.09)", 0.3, 1 / 0.6, 1 / 0.6),
        ("sin^2 x/(1 - cos x)", 0, 2, 2),
        ("sin x/(x - pi)", pi, -1, -1),
        ("x/x", 0, 1, 1),
        ("1/x", 0, -inf, inf),
        ("1/x^2", 0, inf, inf),
        ("ln|x|", 0, -inf, -inf),
        ("tg x", pi / 2, inf, -inf),
        ("gamma(x)", -2, -inf, inf),
        ("digamma(x)", 0, inf, -inf),
        ("e^(1/x)", 0, 0, inf),
        ("e^(-1/x^2)", 0, 0, 0),
        ("1/(1 + e^(1/x))", 0, 1, 0),
        ("arctg(1/x)", 0, -pi / 2, pi / 2),
        ("th(1/x)", 0, -1, 1),
        ("sigma(1/x)", 0, 0, 1),
        ("x softplus(1/x)", 0, 0, 1),
        ("x sin(1/x)", 0, 0, 0),
        ("floor x", 2, 1, 2),
        ("ceil x", 2, 2, 3),
        ("floor x", 2.5, 2, 2),
        ("sign x", 0, -1, 1),
        ("x + 0.02 sign(x - 1)", 1, 0.98, 1.02),
        ("x - floor x", 3, 1, 0),
        ("x^a", 0, 0, 0),
    ],
)
def test_limits(text, x0, left, right):
    assert beside(text, x0, LEFT).limit == pytest.approx(left, rel=1e-12)
    assert beside(text, x0, RIGHT).limit == pytest.approx(right, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "x0", "limit"),
    [("x^x", 0, 1), ("x ln x", 0, 0), ("1/ln x", 0, 0), ("ln^2 x", 0, inf), ("sqrt x/x", 0, inf)],
)
def test_limits_from_the_right_alone(text, x0, limit):
    assert beside(text, x0, RIGHT).limit == pytest.approx(limit)
    assert beside(text, x0, LEFT) == UNDEFINED


@pytest.mark.parametrize(
    ("text", "x0", "left", "right"),
    [
        ("|x|", 0, -1, 1),
        ("|sin x|", pi, -1, 1),
        ("|sin x|", 3 * pi, -1, 1),
        ("|x - 0.3|", 0.1 + 0.2, -1, 1),
        ("|x^2 - 2|", sqrt(2), -2 * sqrt(2), 2 * sqrt(2)),
        ("sqrt(1 - cos x)", 0, -sqrt(0.5), sqrt(0.5)),
        ("sqrt(x^2)", 0, -1, 1),
        ("arcsin sin x", pi / 2, 1, -1),
        ("cbrt x", 0, inf, inf),
        ("-cbrt x", 0, -inf, -inf),
        ("root(x, 5)", 0, inf, inf),
        ("x^(1/3)", 0, inf, inf),
        ("x^(2/3)", 0, -inf, inf),
        ("(x^2)^(1/3)", 0, -inf, inf),
        ("cbrt(sin x)", pi, -inf, -inf),
        ("cbrt(x) sin x", 0, 0, 0),
        ("x|x|", 0, 0, 0),
        ("|x|^3", 0, 0, 0),
        ("x^2 sin(1/x)", 0, 0, 0),
        ("e^(-1/x^2)", 0, 0, 0),
        ("relu x", 0, 0, 1),
        ("min(x, 2 - x)", 1, 1, -1),
        ("max(x, x^2)", 1, 1, 2),
        ("max(x, x)", 1, 1, 1),
        ("max(x, 2x, 3x)", 0, 1, 3),
        ("floor(x) x", 2, 1, 2),
        ("(1 + x)^(1/x)", 0, -e / 2, -e / 2),
        ("x arctg(1/x)", 0, -pi / 2, pi / 2),
    ],
)
def test_slopes(text, x0, left, right):
    assert beside(text, x0, LEFT).slope == pytest.approx(left, rel=1e-9)
    assert beside(text, x0, RIGHT).slope == pytest.approx(right, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "x0", "side", "slope"),
    [
        ("sqrt x", 0, RIGHT, inf),
        ("x sqrt x", 0, RIGHT, 0),
        ("ln cos^2(sin sqrt x)", 0, RIGHT, -1),
        ("(sqrt x)^2", 0, RIGHT, 1),
        ("arcsin x", 1, LEFT, inf),
        ("arccos x", -1, RIGHT, -inf),
        ("arch x", 1, RIGHT, inf),
        ("arsech x", 1, LEFT, -inf),
        ("x^x", 0, RIGHT, -inf),
        ("x^sqrt 2", 0, RIGHT, 0),
    ],
)
def test_slopes_at_an_edge(text, x0, side, slope):
    assert beside(text, x0, side).slope == pytest.approx(slope, rel=1e-12)
    assert beside(text, x0, -side) == UNDEFINED


def test_what_has_no_limit_or_no_slope():
    wave = beside("sin(1/x)", 0, RIGHT)
    assert (wave.defined, wave.limit) == (True, None)
    damped = beside("x sin(1/x)", 0, RIGHT)
    assert (damped.limit, damped.slope) == (0, None)


def test_what_series_cannot_tell_is_unknown():
    for text in ("1/sin(1/x)", "ln ln(1/x)", "e^(1/x) - e^(2/x)", "floor(1/x)"):
        assert beside(text, 0, RIGHT).defined is None


def test_undefined_on_both_sides():
    for text in ("sqrt(-x^2)", "ln(-x^2)", "arcsin(2 + x^2)", "x + 1/0", "(-3)^x"):
        assert beside(text, 0, LEFT) == beside(text, 0, RIGHT) == UNDEFINED


def test_parameters():
    assert beside("|x|^n", 0, RIGHT, n=0.5).slope == inf
    assert beside("x^(1/n)", 0, LEFT, n=3.0).slope == inf
    assert beside("x^(1/n)", 0, LEFT, n=2.0) == UNDEFINED


def test_an_expansion():
    series = expansion(parse("sqrt(x) + x").body, "x", 0.0, RIGHT)
    assert [(term.size.power, term.value) for term in series.terms] == [
        (Fraction(1, 2), 1.0),
        (Fraction(1), 1.0),
    ]


REGULAR = {
    "arcosh": 2.3,
    "arcoth": 1.7,
    "arcsec": -2.1,
    "arccsc": 1.9,
    "artanh": -0.3,
    "arsech": 0.4,
    "arcsin": -0.6,
    "arccos": 0.2,
}


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - {"polygamma"}))
def test_every_function_at_a_regular_point(name):
    x0 = REGULAR.get(name, 1.3)
    second = {"log": "3, x", "root": "x, 3", "min": "x, 5", "max": "x, 5"}.get(name, "x")
    body = parse(f"{name}({second})").body
    for side in (LEFT, RIGHT):
        found = one_sided(body, "x", x0, side)
        assert found.limit == pytest.approx(float(compile_function(body, ["x"])(x0)), rel=1e-12)
        measured = difference_quotient(body, "x", np.array([x0]), {})[0]
        assert found.slope == pytest.approx(measured, rel=1e-7, abs=1e-9)


@given(
    expressions(("x",), (), sorted(set(FUNCTIONS) - {"polygamma"}), max_leaves=6),
    st.sampled_from([-1.5, 0.0, 0.5, 1.0, 2.0]),
    st.sampled_from([LEFT, RIGHT]),
)
def test_a_finite_limit_is_what_the_values_tend_to(body, x0, side):
    found = one_sided(body, "x", x0, side)
    if found.limit is None or not isfinite(found.limit) or not isfinite(found.slope or 0):
        return
    f = compile_function(body, ["x"])
    near = np.asarray(f(x0 + side * np.array([1e-3, 1e-4, 1e-5, 1e-6])))
    if np.isfinite(near).all() and np.ptp(near[1:]) < 1e-3 and abs(found.limit) < 1e6:
        assert near[-1] == pytest.approx(found.limit, rel=1e-2, abs=1e-2)


def test_series_know_their_zeros():
    assert add(T, negative(T)) == ZERO
    assert add(constant(1e-17, 1e-16), T) == T
    assert multiply(ZERO, T) == ZERO
    assert ZERO.largest is None


def test_series_powers():
    root = power(multiply(T, T), Fraction(1, 2))
    assert (root.leading.size, root.leading.value, root.rest) == (T.leading.size, 1.0, None)
    assert power(negative(T), Fraction(1, 3), negative_base=True).leading.value == -1
    with pytest.raises(UndefinedSideError):
        power(negative(T), Fraction(1, 2))
    with pytest.raises(UndefinedSideError):
        power(ZERO, Fraction(-1))


def test_series_that_outgrow_powers():
    huge = Series((Term(Size(-inf), 1.0),))
    assert add(huge, T) == huge
    with pytest.raises(UnknownSeriesError):
        add(huge, negative(huge))
    with pytest.raises(UnknownSeriesError):
        multiply(huge, power(huge, Fraction(-1)))


def test_logarithm_of_a_power():
    series = logarithm(multiply(constant(exp(2)), multiply(T, T)))
    assert [(term.size, term.value) for term in series.terms] == [
        (Size(Fraction(0), Fraction(-1)), -2.0),
        (Size(Fraction(0)), 2.0),
    ]


@pytest.mark.parametrize(
    ("text", "x0", "value"),
    [
        ("sign(sin x)", pi, 0.0),
        ("floor(x/3)", 3.0, 1.0),
        ("|x - 0.3| + 1", 0.3, 1.0),
        ("arcsin x", 1.0, pi / 2),
        ("sqrt(1 - sin x)", pi / 2, 0.0),
        ("max(sin x, cos x)", pi / 4, sqrt(0.5)),
    ],
)
def test_the_value_at_the_place_that_is_meant(text: str, x0: float, value: float):
    found = beside(text, x0, 0)
    assert found.defined
    assert found.limit == pytest.approx(value, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "x0"),
    [("tg x", pi / 2), ("1/x", 0), ("sin x/x", 0), ("gamma(x)", -2), ("x^x", 0), ("ln x", 0)],
)
def test_where_a_function_is_meant_to_have_no_value(text: str, x0: float):
    assert beside(text, x0, 0) == UNDEFINED


def test_what_outgrows_powers():
    assert beside("e^(1/x)", 0, RIGHT).outgrows_powers
    assert beside("e^(tg x)", pi / 2, LEFT) == beside("e^(1/x)", 0, RIGHT)
    assert not beside("1/x^9", 0, RIGHT).outgrows_powers
    assert not beside("e^(1/x)", 0, LEFT).outgrows_powers


@given(expressions(functions=sorted(FUNCTIONS), max_leaves=6), st.sampled_from([LEFT, RIGHT]))
def test_a_few_powers_tell_the_same_as_many(body, side):
    """one_sided is content with little; what the whole series says is the same."""
    found = one_sided(body, "x", 0.0, side)
    try:
        with np.errstate(all="ignore"):
            whole = expansion(body, "x", 0.0, side)
    except (ArithmeticError, ValueError):
        return
    assert found.defined
    if whole.is_infinite:
        assert found.limit == np.copysign(inf, whole.leading.value)
    elif found.limit is not None and not whole.is_bounded_only:
        assert found.limit == pytest.approx(whole.limit.value, rel=1e-9, abs=1e-12)


TWO_SIDED = (
    ("tg x", pi / 2), ("tg x^2", sqrt(pi / 2)), ("gamma(x)", -2.0), ("sqrt(x)", 0.0),
    ("|x|", 0.0), ("|x - 1|/x", 0.0), ("sqrt(x^2)", 0.0), ("arcsin(1 - x^2)", 0.0),
    ("e^(1/x)", 0.0), ("1/(1 + e^(1/x))", 0.0), ("sin(1/x)", 0.0), ("x^x", 0.0), ("cbrt(x)", 0.0),
    ("ln x^2", 0.0), ("ln cos^2(sin sqrt x)", 0.0), ("(x^2 - 1)/(x - 1)", 1.0), ("floor(x)", 2.0),
    ("1/(e^x - 1) - 1/x", 0.0), ("ln(2 + x)/x^3", 0.0), ("x^(2/3)", 0.0), ("max(x, x^2)", 0.0),
    ("cos(x)^1.5", 0.0), ("(x^2)^1.5", 0.0), ("arctg(1/x)", 0.0), ("ctg(x)^3", 3.0),
)  # fmt: skip


@pytest.mark.parametrize(("text", "x0"), TWO_SIDED)
def test_a_mirror_image_is_what_the_other_side_shows(text: str, x0: float) -> None:
    germs = Germs(parse(text).body, "x")
    assert germs.sides(x0) == (germs.one_sided(x0, -1), germs.one_sided(x0, 1))
