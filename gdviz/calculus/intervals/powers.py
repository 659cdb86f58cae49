"""Powers on intervals, by what the exponent is (powers.py): u^n, u^(p/q), u^c, u^v."""

from functools import partial, reduce
from math import inf

import numpy as np

from gdviz.calculus.intervals.arithmetic import (
    ONE,
    OUTWARD,
    ZERO,
    Bounds,
    constant,
    contains_zero,
    increasing,
    integer_power,
    is_zero,
    magnitude,
    negate,
    pair,
    real_power,
    times,
    widened,
)
from gdviz.calculus.intervals.enclosure import Enclosure, applied, product, quotient
from gdviz.calculus.intervals.functions import RULES, Rule
from gdviz.calculus.powers import Exponent


def power(u: Enclosure, exponent: Exponent) -> Enclosure:
    """u^c: (u^c)′ = c·u^(c−1)·u′."""
    if exponent.integer is not None:
        return _integer_power(u, exponent.integer)
    rule = _root_rule(exponent) if exponent.fraction is not None else _real_rule(exponent.value)
    found = applied(rule, u)
    if exponent.value > 0:
        return found
    return found.with_trouble(contains_zero(u.value), is_zero(u.value))


def _integer_power(u: Enclosure, n: int) -> Enclosure:
    if n == 1:
        return u
    if n < 0:
        return quotient(Enclosure(ONE), _integer_power(u, -n))
    found = applied(Rule(partial(_whole_power, n), partial(_whole_slope, n)), u)
    return found.with_trouble(contains_zero(u.value)) if n == 0 else found


def _whole_power(n: int, u: Bounds) -> Bounds:
    return integer_power(u, n)


def _whole_slope(n: int, u: Bounds, _: Bounds) -> Bounds:
    return times(constant(float(n)), integer_power(u, n - 1)) if n else ZERO


def _real_rule(c: float) -> Rule:
    """u^c on u ≥ 0."""
    return Rule(
        lambda u: real_power(u, c),
        lambda u, _: times(constant(c), real_power(u, c - 1.0)),
        low=0.0,
    )


def _root_rule(exponent: Exponent) -> Rule:
    """u^(p/q) with q odd, for any u: even or odd, as p is."""
    assert exponent.fraction is not None
    c, is_even = exponent.value, exponent.fraction.numerator % 2 == 0
    value = partial(_even_power, c) if is_even else partial(_odd_power, c)
    slope = partial(_odd_power, c - 1.0) if is_even else partial(_even_power, c - 1.0)
    return Rule(value, lambda u, _: times(constant(c), slope(u)))


def _even_power(c: float, u: Bounds) -> Bounds:
    """|u|^c."""
    return real_power(magnitude(u), c)


def _odd_power(c: float, u: Bounds) -> Bounds:
    """|u|^c with the sign of u."""
    if c > 0:
        return increasing(lambda x: np.copysign(np.power(np.abs(x), c), x), u)
    right = real_power(np.maximum(u, 0.0), c)
    left = negate(real_power(np.maximum(negate(u), 0.0), c))
    spans = (u[0] < 0.0) & (u[1] > 0.0)
    one_sided = np.where(u[0] >= 0.0, right, left)
    return np.where(spans, OUTWARD * inf, one_sided)


def exponential(base: Enclosure, exponent: Enclosure) -> Enclosure:
    """u^v for u > 0: (u^v)′ = u^v·(v′·ln u + v·u′/u)."""
    u = base.value
    value = _corners(np.maximum(u, 0.0), exponent.value)
    growth = product(applied(RULES["ln"], base), exponent)
    slope = ZERO if growth.is_constant else times(value, growth.slope)
    doubt = base.doubt | exponent.doubt | (u[0] <= 0.0)
    return Enclosure(value, slope, doubt, base.void | exponent.void | (u[1] <= 0.0))


def _corners(u: Bounds, v: Bounds) -> Bounds:
    """u^v is monotone in u and in v, so its bounds are at corners."""
    corners = [np.power(x, y) for x in u for y in v]
    return widened(pair(reduce(np.fmin, corners), reduce(np.fmax, corners)), 2.0)


def varying_root(radicand: Enclosure, degree: Enclosure) -> Enclosure:
    """u^(1/v), u > 0, v ≠ 0."""
    return exponential(radicand, quotient(Enclosure(ONE), degree))
