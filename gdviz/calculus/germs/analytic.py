"""Analytic functions on series: what they do to u(t) as t → 0+.

They go through their Taylor coefficients at the limit of u, or are put together from others by
identities that hold near their singular points too: arcsin u = π/2 − 2·arcsin √((1 − u)/2) at 1.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import atan, cos, exp, factorial, inf, pi, sin

from gdviz.calculus.germs.expansions import Coefficient, compose, logarithm, power
from gdviz.calculus.germs.series import (
    BOUNDED,
    EPSILON,
    ORDER,
    UNIT,
    Series,
    Size,
    Term,
    UndefinedSideError,
    UnknownSeriesError,
    add,
    constant,
    multiply,
    negative,
    reduced,
    scaled,
)

HALF = Fraction(1, 2)
ONE = constant(1.0)
HALF_PI = constant(pi / 2, EPSILON)


def divide(u: Series, v: Series) -> Series:
    """u/v, undefined where v is 0."""
    return multiply(u, reciprocal(v))


def reciprocal(u: Series) -> Series:
    """1/u"""
    return power(u, Fraction(-1), negative_base=True)


def subtract(u: Series, v: Series) -> Series:
    """u − v"""
    return add(u, negative(v))


def square_root(u: Series) -> Series:
    """√u"""
    return power(u, HALF)


def square(u: Series) -> Series:
    """u²"""
    return multiply(u, u)


def exponential(u: Series) -> Series:
    """e^u: e^(−aL) is tᵃ; e to what grows faster than L outgrows every power."""
    infinite = [term for term in u.terms if term.size < UNIT]
    if u.is_bounded_only:
        if infinite or u.rest != UNIT:
            raise UnknownSeriesError
        return BOUNDED
    limit = u.limit
    value = _exp(limit.value)
    coefficients = [taylor(value / factorial(k), limit.error) for k in range(ORDER)]
    finite = compose(coefficients, u.vanishing)
    if not infinite:
        return finite
    return multiply(_exponential_of_infinite(infinite), finite)


def _exponential_of_infinite(terms: Sequence[Term]) -> Series:
    lead = terms[0]
    if len(terms) == 1 and lead.size == Size(0, -1):
        exponent = Fraction(-lead.value).limit_denominator(1000)
        if abs(float(exponent) + lead.value) > lead.error + EPSILON * abs(lead.value):
            exponent = Fraction(-lead.value)
        return Series((Term(Size(reduced(exponent)), 1.0),))
    if lead.size.power == 0 and lead.size.minus_log == -1:
        raise UnknownSeriesError
    return Series((Term(Size(-inf if lead.value > 0 else inf), 1.0),))


def _exp(value: float) -> float:
    if abs(value) > 700:
        raise UnknownSeriesError
    return exp(value)


def taylor(value: float, argument_error: float, slope: float | None = None) -> Coefficient:
    """A Taylor coefficient whose own rate of change is about `slope`."""
    rate = abs(value if slope is None else slope)
    return value, 2 * EPSILON * abs(value) + rate * argument_error


def sine(u: Series) -> Series:
    """sin u; between bounds where u grows."""
    return _wave(u, 0)


def cosine(u: Series) -> Series:
    """cos u"""
    return _wave(u, 1)


def _wave(u: Series, shift: int) -> Series:
    if u.is_infinite or u.is_bounded_only:
        return BOUNDED
    at = u.limit
    cycle = [sin(at.value), cos(at.value), -sin(at.value), -cos(at.value)]
    coefficients = [
        (cycle[(k + shift) % 4] / factorial(k), (at.error + EPSILON) / factorial(k))
        for k in range(ORDER)
    ]
    return compose(coefficients, u.vanishing)


def tangent(u: Series) -> Series:
    """sin u/cos u"""
    return divide(sine(u), cosine(u))


def arc_tangent(u: Series) -> Series:
    """arctan u; ±π/2 − arctan(1/u) where u grows."""
    if u.is_infinite:
        end = HALF_PI if u.leading.value > 0 else negative(HALF_PI)
        return subtract(end, arc_tangent(reciprocal(u)))
    if u.is_bounded_only:
        return BOUNDED
    at = u.limit
    # 1/(1 + (c + h)²) as a series in h, by long division
    q0, q1 = 1 + at.value**2, 2 * at.value
    slopes = [1 / q0, -q1 / q0**2]
    while len(slopes) < ORDER:
        slopes.append(-(q1 * slopes[-1] + slopes[-2]) / q0)
    tail = [taylor(b / (k + 1), at.error, 1.0) for k, b in enumerate(slopes[: ORDER - 1])]
    return compose([taylor(atan(at.value), at.error, 1.0), *tail], u.vanishing)


def arc_sine(u: Series) -> Series:
    """arcsin u = arctan(u/√(1 − u²)), and by half angles near ±1."""
    below, above = subtract(ONE, u), add(ONE, u)
    if _limit_is_zero(below):
        return subtract(HALF_PI, scaled(arc_sine(square_root(scaled(below, 0.5))), 2.0))
    if _limit_is_zero(above):
        return subtract(scaled(arc_sine(square_root(scaled(above, 0.5))), 2.0), HALF_PI)
    return arc_tangent(divide(u, square_root(multiply(below, above))))


def _limit_is_zero(u: Series) -> bool:
    return u.largest is None or u.largest > UNIT


def arc_cosine(u: Series) -> Series:
    """arccos u = π/2 − arcsin u"""
    return subtract(HALF_PI, arc_sine(u))


def hyperbolic_sine(u: Series) -> Series:
    """(e^u − e^−u)/2"""
    return scaled(subtract(exponential(u), exponential(negative(u))), 0.5)


def hyperbolic_cosine(u: Series) -> Series:
    """(e^u + e^−u)/2"""
    return scaled(add(exponential(u), exponential(negative(u))), 0.5)


def hyperbolic_tangent(u: Series) -> Series:
    """(1 − e^−2u)/(1 + e^−2u), on the side where e^−2u does not grow."""
    if u.is_infinite and u.leading.value < 0:
        return negative(hyperbolic_tangent(negative(u)))
    decay = exponential(scaled(u, -2.0))
    return divide(subtract(ONE, decay), add(ONE, decay))


def area_sine(u: Series) -> Series:
    """arsinh u = ln(u + √(u² + 1)), an odd function"""
    if u.terms and u.leading.value < 0:
        return negative(area_sine(negative(u)))
    return logarithm(add(u, square_root(add(square(u), ONE))))


def area_cosine(u: Series) -> Series:
    """arcosh u = ln(u + √(u² − 1)), u ≥ 1"""
    root = square_root(multiply(subtract(u, ONE), add(u, ONE)))
    if not u.terms or u.leading.value < 0:
        raise UndefinedSideError
    return logarithm(add(u, root))


def area_tangent(u: Series) -> Series:
    """artanh u = ½·ln((1 + u)/(1 − u)), |u| < 1"""
    above, below = logarithm(add(ONE, u)), logarithm(subtract(ONE, u))
    return scaled(subtract(above, below), 0.5)


def sigmoid(u: Series) -> Series:
    """1/(1 + e^−u)"""
    return reciprocal(add(ONE, exponential(negative(u))))


def softplus(u: Series) -> Series:
    """ln(1 + e^u) = u + ln(1 + e^−u)"""
    if u.is_infinite and u.leading.value > 0:
        return add(u, softplus(negative(u)))
    return logarithm(add(ONE, exponential(u)))
