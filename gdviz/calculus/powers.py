"""What an exponent means: an integer, a typed p/q with a real root, or any real number.

The rule of the editor's language: an exponent without the variable that is an integer takes any
base; a typed p/q in lowest terms with q odd is the real root, defined for negative bases too;
otherwise the base is ≥ 0. An exponent with the variable needs a base > 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gdviz.calculus.expression import (
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

LARGEST_TERM = 10**15
"""Fractions with larger terms are ordinary float64 numbers."""
LARGEST_INTEGER = 2**53


@dataclass(frozen=True, slots=True)
class Exponent:
    """A constant exponent. `fraction` is p/q where the real root is meant (q odd), else None.

    `rounding`: what is to be added to `value`, a float64, for the typed p/q.
    """

    value: float
    fraction: Fraction | None = None
    rounding: float = 0.0

    @property
    def integer(self) -> int | None:
        """The exponent as an integer, if it is one."""
        if self.value.is_integer() and abs(self.value) < LARGEST_INTEGER:
            return int(self.value)
        return None

    @property
    def takes_negative_base(self) -> bool:
        return self.integer is not None or self.fraction is not None


def exponent_of(value: float, typed: Fraction | None) -> Exponent:
    """The exponent with this value; `typed` is what `typed_fraction` found in it."""
    if typed is None:
        return Exponent(value)
    nearest = float(typed)
    rounding = float(typed - Fraction(nearest))
    is_root = typed.denominator > 1 and typed.denominator % 2 == 1
    return Exponent(nearest, typed if is_root else None, rounding)


def typed_fraction(
    expression: Expression, parameters: Mapping[str, float] | None = None
) -> Fraction | None:
    """The value of an expression that is made of integers and fraction bars, as 2/3 or 4/3 − 1.

    A parameter that stands at an integer counts as that integer. None for everything else, decimal
    fractions too: x^0.2 is not the fifth root.
    """
    value = _fraction(expression, parameters or {})
    if value is None or max(abs(value.numerator), value.denominator) > LARGEST_TERM:
        return None
    return value


def _fraction(expression: Expression, parameters: Mapping[str, float]) -> Fraction | None:
    match expression:
        case Number(value):
            return _whole(value)
        case Symbol(name):
            return _whole(parameters[name]) if name in parameters else None
    parts: list[Fraction] = []
    for child in expression.children():
        part = typed_fraction(child, parameters)
        if part is None:
            return None
        parts.append(part)
    return _combined(expression, parts)


def _combined(expression: Expression, parts: list[Fraction]) -> Fraction | None:
    match expression:
        case Negate():
            return -parts[0]
        case Sum():
            return sum(parts, Fraction(0))
        case Product():
            product = Fraction(1)
            for part in parts:
                product *= part
            return product
        case Quotient() if parts[1] != 0:
            return parts[0] / parts[1]
        case Power() if parts[1].denominator == 1 and abs(parts[1]) <= 50:
            return _power(parts[0], int(parts[1]))
    return None


def _power(base: Fraction, exponent: int) -> Fraction | None:
    return None if base == 0 and exponent <= 0 else base**exponent


def _whole(value: float) -> Fraction | None:
    return Fraction(int(value)) if value.is_integer() and abs(value) <= LARGEST_TERM else None
