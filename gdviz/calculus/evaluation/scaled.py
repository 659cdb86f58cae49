"""Expressions computed with numbers m·2ᵏ that do not overflow.

1/(1 + e^(−10000x)) is quite an ordinary function, but its derivative is ∞/∞ to float64 at x = −1.
Here every number is a float64 mantissa with an exponent of its own. Slower than evaluation.py, and
for the few points only where that one has no answer.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import log

import numpy as np

from gdviz.calculus.evaluation.compiling import compile_function
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    depends_on,
    distinct,
)
from gdviz.calculus.powers import Exponent, exponent_of, typed_fraction

LN2 = log(2.0)


class Scaled:
    """m·2ᵏ, elementwise: |m| in [½, 1) or 0; k whole numbers held as float64."""

    def __init__(self, mantissa: Array, exponent: Array) -> None:
        fraction, shift = np.frexp(mantissa)
        self.mantissa: Array = fraction
        self.exponent: Array = np.where(fraction == 0, -np.inf, exponent + shift)

    @property
    def value(self) -> Array:
        """The numbers as float64: ±∞ and 0 where they do not fit."""
        result: Array = np.ldexp(
            self.mantissa, np.clip(self.exponent, -3000, 3000).astype(np.int64)
        )
        return result

    def __mul__(self, other: "Scaled") -> "Scaled":
        return Scaled(
            self.mantissa * other.mantissa, _finite(self.exponent) + _finite(other.exponent)
        )

    def __truediv__(self, other: "Scaled") -> "Scaled":
        mantissa = np.where(other.mantissa == 0, np.nan, self.mantissa / other.mantissa)
        return Scaled(mantissa, _finite(self.exponent) - _finite(other.exponent))

    def __neg__(self) -> "Scaled":
        return Scaled(-self.mantissa, _finite(self.exponent))

    def __add__(self, other: "Scaled") -> "Scaled":
        top = np.maximum(self.exponent, other.exponent)
        top = _finite(top)
        return Scaled(_shifted(self, top) + _shifted(other, top), top)


def _finite(exponent: Array) -> Array:
    """Zero has the exponent −∞: any finite one will do."""
    return np.where(np.isneginf(exponent), 0.0, exponent)


def _shifted(number: Scaled, exponent: Array) -> Array:
    by = np.clip(np.where(number.mantissa == 0, 0.0, number.exponent - exponent), -3000, 0)
    result: Array = np.ldexp(number.mantissa, by.astype(np.int64))
    return result


def of(values: Array) -> Scaled:
    """Ordinary numbers."""
    return Scaled(values, np.zeros_like(values))


def exponential(u: Array) -> Scaled:
    """e^u = 2^(u/ln 2)"""
    binary = np.rint(u / LN2)
    return Scaled(np.exp(u - binary * LN2), np.where(np.isfinite(u), binary, 0.0))


def logarithm(number: Scaled) -> Array:
    """ln(m·2ᵏ)"""
    size: Array = np.log(number.mantissa) + _finite(number.exponent) * LN2
    return np.where(number.mantissa > 0, size, np.nan)


def scaled_values(
    body: Expression,
    variable: str,
    points: Array,
    parameters: Mapping[str, float] | None = None,
) -> Array:
    """The values of `body` at the points, as float64; NaN where undefined."""
    if not points.size:
        return np.empty(0)
    machine = _Machine(variable, points, parameters or {})
    with np.errstate(all="ignore"):
        return machine.result(body)


class _Machine:
    """Computes node by node."""

    def __init__(self, variable: str, points: Array, parameters: Mapping[str, float]) -> None:
        self.variable, self.points, self.parameters = variable, points, parameters
        self.known: dict[Expression, Scaled] = {}

    def result(self, body: Expression) -> Array:
        for node in distinct(body):
            self.known[node] = self._computed(node)
        return self.known[body].value

    def _computed(self, node: Expression) -> Scaled:
        parts = [self.known[child] for child in node.children()]
        match node:
            case Symbol(name) if name == self.variable:
                return of(self.points)
            case Negate():
                return -parts[0]
            case Sum():
                return _fold(Scaled.__add__, parts)
            case Product():
                return _fold(Scaled.__mul__, parts)
            case Quotient():
                return parts[0] / parts[1]
            case Power(base, exponent):
                return self._power(base, exponent, parts)
            case Call(name) if name in LARGE:
                return LARGE[name](parts[0])
        return self._ordinary(node, parts)

    def _power(self, base: Expression, exponent: Expression, parts: Sequence[Scaled]) -> Scaled:
        if base == Constant("e"):
            return exponential(parts[1].value)
        if depends_on(exponent, self.variable):
            return exponential(parts[1].value * logarithm(parts[0]))
        typed = typed_fraction(exponent, self.parameters)
        return _constant_power(parts[0], exponent_of(float(parts[1].value[0]), typed))

    def _ordinary(self, node: Expression, parts: Sequence[Scaled]) -> Scaled:
        """Functions that take and give numbers of ordinary size. Constant arguments stay as typed:
        root(u, 3) is an odd root.
        """
        varying = [depends_on(child, self.variable) for child in node.children()]
        names = [f"u_{place}" for place in range(len(parts))]
        over = node.with_children(
            tuple(
                Symbol(name) if varies else child
                for name, varies, child in zip(names, varying, node.children(), strict=True)
            )
        )
        columns = [part.value for part, varies in zip(parts, varying, strict=True) if varies]
        inputs = [name for name, varies in zip(names, varying, strict=True) if varies]
        values = compile_function(over, inputs, self.parameters)(*columns)
        return of(np.broadcast_to(values, self.points.shape))


def _constant_power(base: Scaled, exponent: Exponent) -> Scaled:
    """b^c = ±e^(c·ln |b|) by the rule for what c is; 0^c is 0 for c > 0."""
    power = exponential(exponent.value * logarithm(_absolute(base)))
    numerator = exponent.fraction.numerator if exponent.fraction else exponent.integer
    sign = np.where((base.mantissa < 0) & (numerator is not None and numerator % 2 == 1), -1.0, 1.0)
    mantissa = np.where(base.mantissa == 0, 0.0 if exponent.value > 0 else np.nan, power.mantissa)
    allowed = exponent.takes_negative_base | ~(base.mantissa < 0)
    return Scaled(np.where(allowed, sign * mantissa, np.nan), _finite(power.exponent))


def _root(degree: int) -> Callable[[Scaled], Scaled]:
    exponent = exponent_of(1 / degree, Fraction(1, degree))
    return lambda u: _constant_power(u, exponent)


def _fold(operation: Callable[[Scaled, Scaled], Scaled], parts: Sequence[Scaled]) -> Scaled:
    result = parts[0]
    for part in parts[1:]:
        result = operation(result, part)
    return result


def _absolute(number: Scaled) -> Scaled:
    return Scaled(np.abs(number.mantissa), _finite(number.exponent))


def _half_sum(sign: float) -> Callable[[Scaled], Scaled]:
    """ch and sh of large arguments, where e^u and e^−u do not cancel."""

    def function(u: Scaled) -> Scaled:
        mirrored = exponential(-u.value)
        both = exponential(u.value) + (mirrored if sign > 0 else -mirrored)
        return both * of(np.full_like(u.mantissa, 0.5))

    return function


LARGE: dict[str, Callable[[Scaled], Scaled]] = {
    "exp": lambda u: exponential(u.value),
    "ln": lambda u: of(logarithm(u)),
    "abs": _absolute,
    "sqrt": _root(2),
    "cbrt": _root(3),
    "cosh": _half_sum(1.0),
    "sinh": _half_sum(-1.0),
}
"""Functions whose argument or value may be huge."""
