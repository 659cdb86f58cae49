"""|u|, sign, floor, min and their like on series: the side decides, not the limit."""

from math import floor

from gdviz.calculus.germs.analytic import subtract
from gdviz.calculus.germs.series import (
    EPSILON,
    ZERO,
    Series,
    UnknownSeriesError,
    constant,
    gathered,
    negative,
)


def absolute_value(u: Series) -> Series:
    """|u|: ±u by the sign of the leading term."""
    if not u.terms:
        return u
    return negative(u) if u.leading.value < 0 else u


def sign(u: Series) -> Series:
    """The sign of the leading term; 0 only for 0."""
    if u.is_zero:
        return ZERO
    return constant(1.0 if u.leading.value > 0 else -1.0)


def floor_of(u: Series) -> Series:
    """⌊u⌋: at an integer the side decides on which u comes."""
    if u.is_infinite or u.is_bounded_only:
        raise UnknownSeriesError
    at = u.limit
    nearest = round(at.value)
    if abs(at.value - nearest) > at.error + EPSILON * abs(at.value):
        return constant(float(floor(at.value)))
    vanishing = u.vanishing
    rises = vanishing.is_zero or vanishing.leading.value > 0
    return constant(float(nearest if rises else nearest - 1))


def ceiling(u: Series) -> Series:
    """⌈u⌉ = −⌊−u⌋"""
    return negative(floor_of(negative(u)))


def least(u: Series, v: Series) -> Series:
    """min(u, v) by the sign of the leading term of u − v."""
    difference = subtract(u, v)
    if not difference.terms:
        return u if difference.is_zero else gathered(u.terms, (u.rest, difference.rest))
    return u if difference.leading.value < 0 else v


def greatest(u: Series, v: Series) -> Series:
    """max(u, v) = −min(−u, −v)"""
    return negative(least(negative(u), negative(v)))


def rectifier(u: Series) -> Series:
    """max(u, 0)"""
    return greatest(u, ZERO)
