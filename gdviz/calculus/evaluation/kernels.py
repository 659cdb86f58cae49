"""What the evaluator runs: NumPy's ufuncs, and their stricter versions where NumPy is too generous.

A kernel is called as kernel(*operands, out) and writes float64 numbers into `out`, which is none of
the operands. Operands are one-dimensional or constants (0-d). Dividing by zero, ln 0 and 0⁰ give
NaN; overflow gives ±∞.
"""

from collections.abc import Callable
from functools import cache
from math import pi

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.evaluation import special

Array = NDArray[np.float64]
SMALLEST, LARGEST = np.finfo(np.float64).tiny, np.finfo(np.float64).max
Kernel = Callable[..., object]
UNIT: Array = np.array(1.0)
WORTH_ASKING = 4096
"""Points from which on the processor is asked what it has noticed."""


def blank(out: Array, where: NDArray[np.bool_]) -> None:
    """Make `out` undefined at some places."""
    if np.count_nonzero(where):
        np.copyto(out, np.nan, where=where)


def may_divide_by_zero(ufunc: np.ufunc, *operands: Array) -> bool:
    """Run a ufunc; whether it may have divided a finite number by 0, or taken ln 0.

    The processor notices that while it computes, so a million points need not be looked at again.
    (It does not notice ∞/0.) A few points are quicker looked at than asked about.
    """
    if operands[-1].size < WORTH_ASKING:
        ufunc(*operands)
        return True
    noticed: list[int] = []
    with np.errstate(divide="call", call=lambda _, flags: noticed.append(flags)):
        ufunc(*operands)
    return bool(noticed)


def divide(u: Array, v: Array, out: Array) -> None:
    """u/v, undefined where v = 0."""
    np.divide(u, v, out)
    blank(out, np.equal(v, 0.0))


def divide_finite(c: Array, v: Array, out: Array) -> None:
    """c/v for a finite constant c: undefined where v = 0."""
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


def logarithm(u: Array, out: Array) -> None:
    """ln u, undefined at 0."""
    if may_divide_by_zero(np.log, u, out):
        blank(out, np.equal(u, 0.0))


def logarithm_2(u: Array, out: Array) -> None:
    """log₂ u, exact for powers of 2."""
    if may_divide_by_zero(np.log2, u, out):
        blank(out, np.equal(u, 0.0))


def logarithm_10(u: Array, out: Array) -> None:
    """lg u, exact for powers of 10."""
    if may_divide_by_zero(np.log10, u, out):
        blank(out, np.equal(u, 0.0))


def cotangent(u: Array, out: Array) -> None:
    """ctg u = 1/tg u."""
    np.tan(u, out)
    _invert(u, out)


def secant(u: Array, out: Array) -> None:
    """sec u = 1/cos u; no float64 number has a cosine of 0."""
    np.cos(u, out)
    np.divide(1.0, out, out)


def cosecant(u: Array, out: Array) -> None:
    """cosec u = 1/sin u."""
    np.sin(u, out)
    _invert(u, out)


def hyperbolic_secant(u: Array, out: Array) -> None:
    """sch u = 1/ch u."""
    np.cosh(u, out)
    np.divide(1.0, out, out)


def hyperbolic_cosecant(u: Array, out: Array) -> None:
    """csch u = 1/sh u."""
    np.sinh(u, out)
    _invert(u, out)


def hyperbolic_cotangent(u: Array, out: Array) -> None:
    """cth u = 1/th u."""
    np.tanh(u, out)
    _invert(u, out)


def _invert(u: Array, out: Array) -> None:
    """1/f from f(u): undefined at u = 0, the only float64 number at which these f are 0."""
    if may_divide_by_zero(np.divide, UNIT, out, out):
        blank(out, np.equal(u, 0.0))


def arc_cotangent(u: Array, out: Array) -> None:
    """arcctg u in (0, π)."""
    np.arctan2(1.0, u, out)


def arc_secant(u: Array, out: Array) -> None:
    """arccos(1/u)."""
    np.arccos(np.divide(1.0, u), out)


def arc_cosecant(u: Array, out: Array) -> None:
    """arcsin(1/u)."""
    np.arcsin(np.divide(1.0, u), out)


def area_tangent(u: Array, out: Array) -> None:
    """arth u on (−1, 1): the ends are logarithms of 0."""
    np.arctanh(u, out)
    blank(out, np.equal(np.abs(u), 1.0))


def area_cotangent(u: Array, out: Array) -> None:
    """arth(1/u) for |u| > 1."""
    np.arctanh(np.divide(1.0, u), out)
    blank(out, np.equal(np.abs(u), 1.0))


def area_secant(u: Array, out: Array) -> None:
    """arch(1/u) on (0, 1]."""
    np.arccosh(np.divide(1.0, u), out)
    blank(out, np.equal(u, 0.0))


def area_cosecant(u: Array, out: Array) -> None:
    """arsh(1/u), u ≠ 0."""
    np.arcsinh(np.divide(1.0, u), out)
    blank(out, np.equal(u, 0.0))


def rectifier(u: Array, out: Array) -> None:
    """relu u = max(u, 0)."""
    np.maximum(u, 0.0, out=out)


def greater(u: Array, v: Array, out: Array) -> None:
    """max(u, v)."""
    np.maximum(u, v, out=out)


def lesser(u: Array, v: Array, out: Array) -> None:
    """min(u, v)."""
    np.minimum(u, v, out=out)


def factorial(u: Array, out: Array) -> None:
    """u! = Γ(u + 1)."""
    special.gamma(np.add(u, 1.0), out)


def versine(u: Array, out: Array) -> None:
    """1 − cos u = 2 sin²(u/2), without cancellation near 0."""
    np.multiply(u, 0.5, out)
    np.sin(out, out)
    np.multiply(out, out, out)
    np.multiply(out, 2.0, out)


def sigmoid_complement(u: Array, out: Array) -> None:
    """1 − σ(u) = σ(−u), which keeps its digits where σ(u) is 1."""
    np.exp(u, out)
    np.add(out, 1.0, out)
    np.divide(1.0, out, out)


@cache
def polygamma(n: int) -> Kernel:
    """The kernel of ψ⁽ⁿ⁾."""

    def kernel(u: Array, out: Array) -> None:
        special.polygamma(u, n, out)

    return kernel


CONSTANTS = {"e": float(np.e), "pi": pi}

FUNCTIONS: dict[str, Kernel] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "cot": cotangent,
    "sec": secant,
    "csc": cosecant,
    "arcsin": np.arcsin,
    "arccos": np.arccos,
    "arctan": np.arctan,
    "arccot": arc_cotangent,
    "arcsec": arc_secant,
    "arccsc": arc_cosecant,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "coth": hyperbolic_cotangent,
    "sech": hyperbolic_secant,
    "csch": hyperbolic_cosecant,
    "arsinh": np.arcsinh,
    "arcosh": np.arccosh,
    "artanh": area_tangent,
    "arcoth": area_cotangent,
    "arsech": area_secant,
    "arcsch": area_cosecant,
    "exp": np.exp,
    "ln": logarithm,
    "sqrt": np.sqrt,
    "cbrt": np.cbrt,
    "abs": np.abs,
    "sign": np.sign,
    "floor": np.floor,
    "ceil": np.ceil,
    "sigmoid": special.sigmoid,
    "relu": rectifier,
    "softplus": special.softplus,
    "factorial": factorial,
    "gamma": special.gamma,
    "digamma": special.digamma,
}
"""Functions of one argument, by canonical name."""

ON_POSITIVE: dict[str, Kernel] = {"ln": np.log, "log2": np.log2, "log10": np.log10}
"""What to run instead where the argument is known to be positive: an underflow to 0 gives −∞."""

_ASKING = frozenset({divide_finite, logarithm, logarithm_2, logarithm_10})


def goes_through_once(kernel: Kernel) -> bool:
    """Whether a kernel reads its operands once and needs no memory, unless a point is undefined."""
    return isinstance(kernel, np.ufunc) or kernel in _ASKING
