"""Quotients, powers and roots: 0 is no divisor, and 0⁰ is nothing."""

import numpy as np

from gdviz.calculus.evaluation.kernels.guarding import UNIT, Array, blank, may_divide_by_zero

SMALLEST, LARGEST = np.finfo(np.float64).tiny, np.finfo(np.float64).max


def divide(u: Array, v: Array, out: Array) -> None:
    """u/v, undefined where v = 0."""
    np.divide(u, v, out)
    blank(out, np.equal(v, 0.0))


def divide_finite(c: Array, v: Array, out: Array) -> None:
    """c/v for c that is finite where v = 0: undefined there."""
    if may_divide_by_zero(np.divide, c, v, out):
        blank(out, np.equal(v, 0.0))


def reciprocal_power(power: Array, base: Array, out: Array) -> None:
    """1/bⁿ from bⁿ: undefined where b = 0, overflowing where only bⁿ has become 0."""
    if may_divide_by_zero(np.divide, UNIT, power, out):
        blank(out, np.equal(base, 0.0))


def zeroth_power(base: Array, out: Array) -> None:
    """b⁰ = 1, but 0⁰ is undefined."""
    out[...] = 1.0
    blank(out, np.equal(base, 0.0) | np.isnan(base))


def constant_power(base: Array, exponent: Array, out: Array) -> None:
    """b^c for an integer c that is not 0, of either sign."""
    np.power(base, exponent, out)
    if exponent < 0:
        blank(out, np.equal(base, 0.0))


def real_power(base: Array, exponent: Array, out: Array) -> None:
    """b^c for a constant c ≠ 0: b ≥ 0, or b > 0 where c < 0."""
    np.power(base, exponent, out)
    if not np.min(base) > 0.0:  # the least number is NaN if any is
        blank(out, base <= 0.0 if exponent < 0 else base < 0.0)


def odd_root_power(base: Array, exponent: Array, out: Array) -> None:
    """b^(p/q), p and q odd: −|b|^(p/q) for negative b."""
    even_root_power(base, exponent, out)
    np.copysign(out, base, out)


def even_root_power(base: Array, exponent: Array, out: Array) -> None:
    """b^(p/q), p even, q odd: |b|^(p/q)."""
    size = np.abs(base)
    np.power(size, exponent, out)
    if exponent < 0:
        blank(out, np.equal(size, 0.0))


def refined_power(power: Array, base: Array, rounding: Array, out: Array) -> None:
    """b^(c + δ) = b^c·(1 + δ·ln |b|) from b^c, δ being what c lost when it was rounded."""
    np.log(np.clip(np.abs(base), SMALLEST, LARGEST), out)
    np.multiply(out, rounding, out)
    np.multiply(out, power, out)
    np.add(out, power, out)
    np.copyto(out, power, where=np.isinf(power))


def general_power(base: Array, exponent: Array, out: Array) -> None:
    """b^v with b > 0. (NumPy's 1^NaN is 1.)"""
    np.power(base, exponent, out)
    is_known = exponent is base or np.min(exponent) >= -np.inf
    if not (np.min(base) > 0.0 and is_known):
        blank(out, ~(base > 0.0) | np.isnan(exponent))


def root(radicand: Array, degree: Array, out: Array) -> None:
    """The root of a degree that varies from point to point: u^(1/v), u > 0, v ≠ 0."""
    np.power(radicand, 1.0 / degree, out)
    blank(out, ~(radicand > 0.0) | np.equal(degree, 0.0) | np.isnan(degree))
