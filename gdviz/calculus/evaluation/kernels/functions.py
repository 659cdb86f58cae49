"""Functions of one argument, and max and min of two."""

from functools import cache
from math import pi

import numpy as np

from gdviz.calculus.evaluation import special
from gdviz.calculus.evaluation.kernels.guarding import (
    UNIT,
    Array,
    Kernel,
    blank,
    may_divide_by_zero,
)
from gdviz.calculus.evaluation.kernels.logarithms import logarithm


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
