"""Which parts are positive wherever they are defined, as e^x, 1 + x², ch x.

A positive part that is computed as 0 has only become too small for float64, so dividing by it
overflows and is not undefined. Known signs also save the tests for zero.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

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
from gdviz.calculus.powers import typed_fraction


class Sign(IntEnum):
    """Ordered: what is positive is also not negative."""

    UNKNOWN = 0
    NOT_NEGATIVE = 1
    POSITIVE = 2


POSITIVE_FUNCTIONS = frozenset({"exp", "cosh", "sech", "sigmoid", "softplus", "arccot"})
ROOTS = frozenset({"sqrt", "abs", "relu"})
NOT_NEGATIVE_FUNCTIONS = frozenset({"arccos", "arcosh", "arsech", "arcsec"})
ODD_INCREASING = frozenset({"cbrt", "sinh", "tanh", "arctan", "arsinh"})

SignOf = Callable[[Expression], Sign]


def signs(
    expression: Expression, parameters: Mapping[str, float] | None = None
) -> dict[Expression, Sign]:
    """The sign of every distinct node."""
    found: dict[Expression, Sign] = {}
    for node in distinct(expression):
        found[node] = sign(node, found.__getitem__, parameters or {})
    return found


def sign(node: Expression, of: SignOf, parameters: Mapping[str, float]) -> Sign:
    """The sign of one node, given those of its children."""
    match node:
        case Number(value):
            return _of_value(value)
        case Constant():
            return Sign.POSITIVE
        case Symbol(name):
            return _of_value(parameters[name]) if name in parameters else Sign.UNKNOWN
        case Negate():
            return Sign.UNKNOWN
        case Sum(terms):
            return _of_sum([of(term) for term in terms])
        case Product() | Quotient():
            return min(of(child) for child in node.children())
        case Power(base, exponent):
            return _of_power(of(base), exponent)
        case Call(name, arguments):
            return _of_call(name, [of(argument) for argument in arguments])
    return Sign.UNKNOWN


def _of_value(value: float) -> Sign:
    if value > 0:
        return Sign.POSITIVE
    return Sign.NOT_NEGATIVE if value == 0 else Sign.UNKNOWN


def _of_sum(terms: list[Sign]) -> Sign:
    return Sign.UNKNOWN if Sign.UNKNOWN in terms else max(terms)


def _of_power(base: Sign, exponent: Expression) -> Sign:
    if base is not Sign.UNKNOWN:
        return base
    typed = typed_fraction(exponent)
    even = typed is not None and typed.numerator % 2 == 0
    return Sign.NOT_NEGATIVE if even else Sign.UNKNOWN


def _of_call(name: str, arguments: list[Sign]) -> Sign:
    if name in POSITIVE_FUNCTIONS:
        return Sign.POSITIVE
    if name in ROOTS:
        return max(arguments[0], Sign.NOT_NEGATIVE)
    if name in NOT_NEGATIVE_FUNCTIONS:
        return Sign.NOT_NEGATIVE
    if name in ODD_INCREASING or name == "root":
        return arguments[0]
    if name == "max":
        return max(arguments)
    return min(arguments) if name == "min" else Sign.UNKNOWN
