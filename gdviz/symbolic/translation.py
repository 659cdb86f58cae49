"""The program's tree → a sympy expression, node by node; no text is ever read as one.

Where the tree has a real value, the expression has the same: real roots of negative numbers are
written with sign and |u|, inverse functions in the ranges that notation.md gives them. (Elsewhere
the expression may have a value too; it must not be asked there.)
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import sympy

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    distinct,
)
from gdviz.calculus.powers import exponent_of, typed_fraction

Term = Any
"""A sympy expression; sympy comes without types."""

MOST_BITS = 4000
"""A power of whole numbers with more binary digits is not worked out."""
LARGEST_FACTORIAL = 500


class UntranslatableError(ValueError):
    """Beyond what algebra can do anything with: infinite numbers, powers of millions of digits."""


class Translation:
    """Letters are real; those with a value are that number, as it would be typed."""

    def __init__(self, values: Mapping[str, float] | None = None) -> None:
        self._values = dict(values or {})
        self._numbers = {name: exact(value) for name, value in self._values.items()}

    def term(self, expression: Expression) -> Term:
        """The expression of a tree. Raises UntranslatableError."""
        terms: dict[Expression, Term] = {}
        for node in distinct(expression):
            terms[node] = self._node(node, [terms[child] for child in node.children()])
            if terms[node].has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo):
                raise UntranslatableError("no number")
        return terms[expression]

    def _node(self, node: Expression, parts: list[Term]) -> Term:
        match node:
            case Number():
                return _numeral(node)
            case Constant(name):
                return CONSTANTS[name]
            case Symbol(name):
                return self._numbers[name] if name in self._numbers else letter(name)
            case Negate():
                return -parts[0]
            case Sum():
                return sympy.Add(*parts)
            case Product():
                return sympy.Mul(*parts)
            case Quotient():
                return parts[0] / parts[1]
            case Power(_, exponent):
                return self._power(parts[0], parts[1], exponent)
            case Call(name, arguments):
                return self._call(name, parts, arguments)
        raise TypeError(f"not an expression: {node!r}")

    def _power(self, base: Term, exponent: Term, typed: Expression) -> Term:
        """u^v by the rule for what v is: a typed p/q with q odd is the real root."""
        if not exponent.is_number:
            return _power(base, exponent)
        if not exponent.is_real:
            raise UntranslatableError("an exponent that is no real number")
        fraction = exponent_of(float(exponent), typed_fraction(typed, self._values)).fraction
        return _power(base, exponent) if fraction is None else _real_root(base, fraction)

    def _call(self, name: str, parts: list[Term], arguments: tuple[Expression, ...]) -> Term:
        if name != "root":
            return FUNCTIONS[name](*parts)
        return self._power(parts[0], 1 / parts[1], Quotient(Number(1.0), arguments[1]))


def letter(name: str) -> Term:
    """What a letter without a value is in the expressions."""
    return sympy.Symbol(name, real=True)


def exact(value: float) -> Term:
    """A number as it would be typed: 0.1 is one tenth."""
    size = Number(abs(value)).exact
    if size is None:
        raise UntranslatableError("beyond float64")
    return _rational(-size if value < 0 else size)


def _numeral(node: Number) -> Term:
    value = node.exact
    if value is None:
        raise UntranslatableError("beyond float64")
    return _rational(value)


def _rational(value: Fraction) -> Term:
    return sympy.Rational(value.numerator, value.denominator)


def _power(base: Term, exponent: Term) -> Term:
    """bᵛ, unless sympy would work out a number that no memory holds."""
    if base.is_Rational and exponent.is_Rational and base not in (0, 1, -1):
        bits = max(int(base.p).bit_length(), int(base.q).bit_length())
        if abs(exponent) * bits > MOST_BITS:
            raise UntranslatableError("a huge power")
    return base**exponent


def _real_root(base: Term, exponent: Fraction) -> Term:
    """u^(p/q) with q odd, for u of either sign."""
    power = _power(sympy.Abs(base), _rational(exponent))
    return power if exponent.numerator % 2 == 0 else sympy.sign(base) * power


def _logarithm(base: Term, argument: Term) -> Term:
    return sympy.log(argument) / sympy.log(base)


def _gamma(argument: Term) -> Term:
    if argument.is_Rational and abs(argument) > LARGEST_FACTORIAL:
        raise UntranslatableError("a huge factorial")
    return sympy.gamma(argument)


def _arcosh(argument: Term) -> Term:
    """ln(u + √(u² − 1)), u ≥ 1: sympy's own has a derivative with √(u − 1)·√(u + 1)."""
    return sympy.log(argument + sympy.sqrt(argument**2 - 1))


def _greatest(first: Term, *others: Term) -> Term:
    """max(u, v) = (u + v + |u − v|)/2"""
    greatest = first
    for other in others:
        greatest = (greatest + other + sympy.Abs(greatest - other)) / 2
    return greatest


CONSTANTS: Mapping[str, Term] = {"e": sympy.E, "pi": sympy.pi}
FUNCTIONS: Mapping[str, Callable[..., Term]] = {
    "sin": sympy.sin,
    "cos": sympy.cos,
    "tan": sympy.tan,
    "cot": sympy.cot,
    "sec": sympy.sec,
    "csc": sympy.csc,
    "arcsin": sympy.asin,
    "arccos": sympy.acos,
    "arctan": sympy.atan,
    "arccot": lambda u: sympy.pi / 2 - sympy.atan(u),
    "arcsec": lambda u: sympy.acos(1 / u),
    "arccsc": lambda u: sympy.asin(1 / u),
    "sinh": sympy.sinh,
    "cosh": sympy.cosh,
    "tanh": sympy.tanh,
    "coth": sympy.coth,
    "sech": sympy.sech,
    "csch": sympy.csch,
    "arsinh": sympy.asinh,
    "arcosh": _arcosh,
    "artanh": sympy.atanh,
    "arcoth": lambda u: sympy.atanh(1 / u),
    "arsech": lambda u: _arcosh(1 / u),
    "arcsch": lambda u: sympy.asinh(1 / u),
    "exp": sympy.exp,
    "ln": sympy.log,
    "log": _logarithm,
    "sqrt": sympy.sqrt,
    "cbrt": lambda u: _real_root(u, Fraction(1, 3)),
    "abs": sympy.Abs,
    "sign": sympy.sign,
    "floor": sympy.floor,
    "ceil": sympy.ceiling,
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
    "relu": lambda u: (u + sympy.Abs(u)) / 2,
    "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
    "factorial": lambda u: _gamma(u + 1),
    "gamma": _gamma,
    "digamma": lambda u: sympy.polygamma(0, u),
    "polygamma": sympy.polygamma,
    "min": lambda *parts: -_greatest(*(-part for part in parts)),
    "max": _greatest,
}
