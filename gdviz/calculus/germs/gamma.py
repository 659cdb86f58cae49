"""Γ and ψ⁽ⁿ⁾ on series: Taylor series at regular points, the recurrences at the poles."""

from fractions import Fraction
from functools import lru_cache
from math import factorial, inf

import numpy as np

from gdviz.calculus.evaluation import special
from gdviz.calculus.germs.analytic import divide, exponential, subtract, taylor
from gdviz.calculus.germs.expansions import compose, power
from gdviz.calculus.germs.series import (
    EPSILON,
    ORDER,
    Series,
    Size,
    Term,
    UndefinedSideError,
    UnknownSeriesError,
    add,
    constant,
    multiply,
    scaled,
)

KEPT = 256
"""Values that are kept: at every pole they are those at 1."""


def gamma(u: Series) -> Series:
    """Γ(u): e^(ψh + ψ′h²/2 + …) at a regular point, by recurrence at the poles."""
    if u.is_infinite and u.leading.value > 0:
        return Series((Term(Size(-inf), 1.0),))
    steps = _steps_to_one(u)
    if steps:
        return divide(gamma(shifted(u, steps)), _rising(u, steps))
    at = u.limit
    value = _gamma(at.value)
    exponents = [_polygamma(k - 1, at.value) / factorial(k) for k in range(1, ORDER)]
    tail = [taylor(value_k, at.error) for value_k in exponents]
    grown = exponential(compose([(0.0, 0.0), *tail], u.vanishing))
    return multiply(constant(value, abs(value) * (1e-14 + abs(exponents[0]) * at.error)), grown)


def polygamma(order: int, u: Series) -> Series:
    """ψ⁽ⁿ⁾(u)"""
    steps = _steps_to_one(u)
    if steps:
        sign_of = (-1.0) ** order * factorial(order)
        powers = [
            power(shifted(u, j), Fraction(-order - 1), negative_base=True) for j in range(steps)
        ]
        return subtract(polygamma(order, shifted(u, steps)), scaled(add(*powers), sign_of))
    at = u.limit
    coefficients = [
        taylor(_polygamma(order + k, at.value) / factorial(k), at.error + 1e-13)
        for k in range(ORDER)
    ]
    return compose(coefficients, u.vanishing)


def _steps_to_one(u: Series) -> int:
    """How many times 1 is to be added to a u that tends to 0, −1, −2 …; 0 for any other u."""
    if u.is_infinite or u.is_bounded_only:
        raise UnknownSeriesError
    at = u.limit
    nearest = round(at.value)
    if nearest > 0 or abs(at.value - nearest) > at.error + EPSILON * abs(at.value):
        return 0
    if u.vanishing.is_zero:
        raise UndefinedSideError
    if nearest < -50:
        raise UnknownSeriesError
    return 1 - nearest


def shifted(u: Series, by: int) -> Series:
    return add(u, constant(float(by))) if by else u


def _rising(u: Series, count: int) -> Series:
    product = u
    for step in range(1, count):
        product = multiply(product, shifted(u, step))
    return product


def _gamma(value: float) -> float:
    out = np.empty(1)
    special.gamma(np.array([value]), out)
    return float(out[0])


@lru_cache(KEPT)
def _polygamma(order: int, value: float) -> float:
    out = np.empty(1)
    special.polygamma(np.array([value]), order, out)
    return float(out[0])
