"""What can be proved of a function on intervals, and how sums, products, quotients, functions and
extrema hand it on."""

from functools import reduce
from typing import NamedTuple, cast

import numpy as np

from gdviz.calculus.intervals.arithmetic import (
    OUTWARD,
    ZERO,
    Bounds,
    Flags,
    add,
    contains_zero,
    hull,
    invert,
    is_zero,
    multiply,
    negate,
    times,
)
from gdviz.calculus.intervals.functions import Rule

NEVER = cast(Flags, np.False_)


class Enclosure(NamedTuple):
    """What is known on each of n intervals.

    value, slope: bounds of f and f′ where f is defined; doubt: f may be broken or undefined
    somewhere inside; void: f is undefined everywhere inside. A single column stands for all.
    """

    value: Bounds
    slope: Bounds = ZERO
    doubt: Flags = NEVER
    void: Flags = NEVER

    @property
    def is_constant(self) -> bool:
        """Whether it is the same everywhere, for want of the variable."""
        return self.slope is ZERO

    def with_trouble(self, doubt: Flags, void: Flags = NEVER) -> "Enclosure":
        """The same, more doubtful."""
        return Enclosure(self.value, self.slope, self.doubt | doubt, self.void | void)


def negative(u: Enclosure) -> Enclosure:
    """(−u)′ = −u′."""
    slope = ZERO if u.is_constant else negate(u.slope)
    return Enclosure(negate(u.value), slope, u.doubt, u.void)


def total(*terms: Enclosure) -> Enclosure:
    """(u + v)′ = u′ + v′."""
    return reduce(_sum, terms)


def _sum(u: Enclosure, v: Enclosure) -> Enclosure:
    slope = u.slope if v.is_constant else v.slope if u.is_constant else u.slope + v.slope
    return Enclosure(add(u.value, v.value), slope, u.doubt | v.doubt, u.void | v.void)


def product(*factors: Enclosure) -> Enclosure:
    """(u·v)′ = u′·v + u·v′."""
    return reduce(_product, factors)


def _product(u: Enclosure, v: Enclosure) -> Enclosure:
    left = ZERO if u.is_constant else times(u.slope, v.value)
    right = ZERO if v.is_constant else times(u.value, v.slope)
    slope = right if left is ZERO else left if right is ZERO else left + right
    return Enclosure(multiply(u.value, v.value), slope, u.doubt | v.doubt, u.void | v.void)


def quotient(u: Enclosure, v: Enclosure, *, never_zero: bool = False) -> Enclosure:
    """(u/v)′ = (u′ − (u/v)·v′)/v. `never_zero`: v is positive, though it may be computed as 0."""
    inverse = invert(v.value)
    value = multiply(u.value, inverse)
    slope = u.slope
    if not v.is_constant:
        slope = slope - times(value, v.slope)[::-1]
    slope = ZERO if slope is ZERO else times(slope, inverse)
    found = Enclosure(value, slope, u.doubt | v.doubt, u.void | v.void)
    return found if never_zero else found.with_trouble(contains_zero(v.value), is_zero(v.value))


def applied(rule: Rule, u: Enclosure) -> Enclosure:
    """f(u)′ = f′(u)·u′, on the part of u that lies in the domain of f."""
    inside, doubt, void = u.value, u.doubt, u.void
    if rule.is_limited:
        doubt, void = doubt | rule.outside(u.value), void | rule.beyond(u.value)
        inside = np.minimum(np.maximum(inside, rule.low), rule.high)
    value = rule.value(inside)
    if rule.breaks is not None:
        broken = rule.breaks(inside)
        doubt = doubt | broken
        if rule.has_poles:
            np.copyto(value, OUTWARD * np.inf, where=broken)
    slope = ZERO if u.is_constant else times(rule.slope(inside, value), u.slope)
    return Enclosure(value, slope, doubt, void)


def least(*candidates: Enclosure) -> Enclosure:
    """min(u, v), whose slope is that of the smaller one, or either where they may be equal."""
    return reduce(_least, candidates)


def greatest(*candidates: Enclosure) -> Enclosure:
    """max(u, v) = −min(−u, −v)."""
    return negative(least(*(negative(candidate) for candidate in candidates)))


def _least(u: Enclosure, v: Enclosure) -> Enclosure:
    first, second = u.value[1] < v.value[0], v.value[1] < u.value[0]
    either = np.where(second, v.slope, hull(u.slope, v.slope))
    slope = ZERO if u.is_constant and v.is_constant else np.where(first, u.slope, either)
    value = np.minimum(u.value, v.value)
    return Enclosure(value, slope, u.doubt | v.doubt, u.void | v.void)


def at_least(u: Enclosure, low: float) -> Enclosure:
    """The same where it is known that u ≥ low."""
    return Enclosure(np.maximum(u.value, low), u.slope, u.doubt, u.void)
