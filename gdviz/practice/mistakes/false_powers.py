"""False laws of powers and roots of products. Each docstring is what is taken for equal."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

from gdviz.calculus.building import (
    E,
    add,
    call,
    divide,
    exact_value,
    multiply,
    negative,
    numeral,
    power,
)
from gdviz.calculus.expression import Call, Expression, Negate, Number, Power, Product, Quotient

MOST_FACTORS = 4
"""Longer products are taken apart as they stand, not in every possible way."""
SMALL = (2.0, 3.0, 4.0)
"""Exponents that one raises to in the head."""


def power_of_power(part: Expression) -> Sequence[Expression]:
    """(uᵃ)ᵇ = uᵃ⁺ᵇ, or u to the aᵇ"""
    if not isinstance(part, Power) or (inner := as_power(part.base)) is None:
        return ()
    base, exponent = inner
    raised = _raised(exponent, part.exponent)
    return power(base, _added(exponent, part.exponent)), power(base, raised)


def product_of_powers(part: Expression) -> Sequence[Expression]:
    """uᵃ·uᵇ = uᵃᵇ"""
    if not isinstance(part, Product):
        return ()
    made = []
    for first, second in combinations(part.factors[:MOST_FACTORS], 2):
        one, other = as_power(first), as_power(second)
        if one and other and one[0] == other[0]:
            joined = power(one[0], _multiplied(one[1], other[1]))
            others = [factor for factor in part.factors if factor not in (first, second)]
            made.append(multiply(*others, joined))
    return made


def quotient_of_powers(part: Expression) -> Sequence[Expression]:
    """uᵃ/uᵇ = u to the a/b"""
    if not isinstance(part, Quotient):
        return ()
    above, below = as_power(part.numerator), as_power(part.denominator)
    if above is None or below is None or above[0] != below[0]:
        return ()
    return (power(above[0], _divided(above[1], below[1])),)


def negative_exponent(part: Expression) -> Sequence[Expression]:
    """u⁻ⁿ = −uⁿ"""
    match part:
        case Power(base, Negate(exponent)):
            return (negative(power(base, exponent)),)
    return ()


def power_of_one_factor(part: Expression) -> Sequence[Expression]:
    """(a·b)ⁿ = a·bⁿ, √(a·b) = a·√b; and so with quotients"""
    match part:
        case Power(base, exponent):
            return _to_one_factor(base, lambda factor: power(factor, exponent))
        case Call("sqrt" | "cbrt" as name, (inside,)):
            return _to_one_factor(inside, lambda factor: call(name, factor))
    return ()


def _to_one_factor(
    whole: Expression, applied: Callable[[Expression], Expression]
) -> Sequence[Expression]:
    """What was meant for the whole product goes to one of its factors."""
    match whole:
        case Product(factors) if len(factors) <= MOST_FACTORS:
            return [
                multiply(*factors[:place], applied(factor), *factors[place + 1 :])
                for place, factor in enumerate(factors)
            ]
        case Quotient(above, below):
            return divide(applied(above), below), divide(above, applied(below))
        case Negate(operand):
            return (negative(applied(operand)),)
    return ()


def root_of_square(part: Expression) -> Sequence[Expression]:
    """√(u²) = u"""
    match part:
        case Call("sqrt", (Power(base, Number(2.0)),)):
            return (base,)
    return ()


def as_power(part: Expression) -> tuple[Expression, Expression] | None:
    """Base and exponent."""
    match part:
        case Power(base, exponent):
            return base, exponent
        case Call("exp", (exponent,)):
            return E, exponent
    return None


def _combined(
    one: Expression, other: Expression, work: Callable[[Fraction, Fraction], Fraction]
) -> Expression | None:
    """Two exponents in one, where both are numbers."""
    first, second = exact_value(one), exact_value(other)
    if first is None or second is None:
        return None
    return numeral(work(first[0], second[0]), decimal=first[1] or second[1])


def _added(one: Expression, other: Expression) -> Expression:
    return _combined(one, other, lambda a, b: a + b) or add(one, other)


def _multiplied(one: Expression, other: Expression) -> Expression:
    return _combined(one, other, lambda a, b: a * b) or multiply(one, other)


def _divided(one: Expression, other: Expression) -> Expression:
    return _combined(one, other, lambda a, b: a / b if b else a) or divide(one, other)


def _raised(one: Expression, other: Expression) -> Expression:
    if isinstance(other, Number) and other.value in SMALL:
        return _combined(one, other, lambda a, b: a ** int(b)) or Power(one, other)
    return Power(one, other)
