"""Arithmetic with intervals, many at a time: bounds that hold whatever the rounding.

n intervals are an array of shape (2, n), lower bounds above upper ones; a constant has the shape
(2, 1). Bounds may be ±∞. Every result contains all values that the operands allow: after each
operation the bounds are moved apart by an ulp or two (R. E. Moore, R. B. Kearfott, M. J. Cloud,
Introduction to Interval Analysis, 2009). Zero stays exactly zero, so that [0, h] does not slip
below the domain of a root; what underflows to zero is taken for zero, as the evaluator does.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bounds = NDArray[np.float64]
OfArray = Callable[[Array], Array]

ULP = float(np.finfo(np.float64).eps)
TINY = 5e-324
"""The smallest positive number."""
OUTWARD = np.array([[-1.0], [1.0]])
OUTWARD_ULP = OUTWARD * ULP


def constant(low: float, high: float | None = None) -> Bounds:
    """The same interval everywhere."""
    return np.array([[low], [low if high is None else high]])


def pair(low: Array, high: Array) -> Bounds:
    """Bounds from two arrays of one shape."""
    return np.array((low, high))


ZERO = constant(0.0)
ONE = constant(1.0)


def widened(u: Bounds, ulps: float = 1.0) -> Bounds:
    """Bounds moved apart by `ulps` relative to their size; 0 and ±∞ stay where they are."""
    factor = np.sign(u)
    factor *= OUTWARD_ULP if ulps == 1.0 else OUTWARD_ULP * ulps
    factor += 1.0
    factor *= u
    return factor


def negate(u: Bounds) -> Bounds:
    """−u."""
    return -u[::-1]


def add(u: Bounds, v: Bounds) -> Bounds:
    """u + v."""
    return widened(u + v)


def subtract(u: Bounds, v: Bounds) -> Bounds:
    """u − v."""
    return widened(u - v[::-1])


def multiply(u: Bounds, v: Bounds) -> Bounds:
    """u·v."""
    return widened(times(u, v))


def times(u: Bounds, v: Bounds) -> Bounds:
    """u·v without regard to rounding, which is enough for slopes.

    Zero times an unbounded interval is zero: values are finite, only bounds are not.
    """
    if v.shape[1] == 1:
        u, v = v, u
    if u.shape[1] == 1 and u[0, 0] == u[1, 0]:
        return _scaled(v, u[0, 0])
    products = (u[:, None] * v).reshape(4, -1)
    bounds = pair(np.fmin.reduce(products), np.fmax.reduce(products))
    np.copyto(bounds, 0.0, where=np.isnan(bounds))
    return bounds


def _scaled(u: Bounds, factor: np.float64) -> Bounds:
    if factor == 0.0:
        return np.zeros_like(u)
    return u * factor if factor > 0 else u[::-1] * factor


def invert(u: Bounds) -> Bounds:
    """1/u, of what is not zero in u; unbounded where u reaches zero, anything where it spans it."""
    return widened(inverse(u))


def inverse(u: Bounds) -> Bounds:
    """1/u without regard to rounding."""
    bounds = (1.0 / u)[::-1]
    if (u[0] <= 0.0).any() and (u[1] >= 0.0).any():
        np.copyto(bounds[0], -np.inf, where=(u[0] < 0.0) & (u[1] >= 0.0))
        np.copyto(bounds[1], np.inf, where=(u[0] <= 0.0) & (u[1] > 0.0))
    return bounds


def contains_zero(u: Bounds) -> Flags:
    """Whether 0 is among the values."""
    inside: Flags = (u[0] <= 0.0) & (u[1] >= 0.0)
    return inside


def is_zero(u: Bounds) -> Flags:
    """Whether 0 is the only value."""
    only: Flags = (u[0] == 0.0) & (u[1] == 0.0)
    return only


def magnitude(u: Bounds) -> Bounds:
    """|u|: the greater of low, −high and 0 to the greater of −low and high."""
    return pair(np.maximum(np.maximum(u[0], -u[1]), 0.0), np.maximum(-u[0], u[1]))


def hull(u: Bounds, v: Bounds) -> Bounds:
    """The smallest interval that contains both."""
    return pair(np.fmin(u[0], v[0]), np.fmax(u[1], v[1]))


def increasing(function: OfArray, u: Bounds, ulps: float = 2.0) -> Bounds:
    """Values of an increasing function that is computed to `ulps`."""
    return widened(function(u), ulps)


def decreasing(function: OfArray, u: Bounds, ulps: float = 2.0) -> Bounds:
    """Values of a decreasing function that is computed to `ulps`."""
    return widened(function(u)[::-1], ulps)


def integer_power(u: Bounds, n: int) -> Bounds:
    """uⁿ for n ≥ 0: even powers see only the magnitude."""
    if n == 0:
        return np.ones_like(u)
    if n == 1:
        return u
    base = u if n % 2 else magnitude(u)
    return widened(base * base if n == 2 else base**n, ulps=n)


def real_power(u: Bounds, exponent: float) -> Bounds:
    """u^c for u ≥ 0 and any c; 0 to a negative power is unbounded."""
    if exponent == 0.0:
        return np.ones_like(u)
    way = increasing if exponent > 0 else decreasing
    return way(lambda x: np.power(x, exponent), u)
