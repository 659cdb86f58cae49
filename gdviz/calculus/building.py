"""Building expressions as one writes them: no factors 1, no terms 0, signs in front.

This is what the rules of differentiation write down. Parts that are dropped are constants, or are
multiplied by a derivative that is 0; nothing else is simplified (see normal.py for that).
"""

from fractions import Fraction

from gdviz.calculus.expression import (
    LARGEST_TERM,
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    number,
)

ZERO = Number(0.0, text="0")
ONE = Number(1.0, text="1")
TWO = Number(2.0, text="2")
E = Constant("e")
PI = Constant("pi")
LONGEST_DECIMAL = 15
"""Digits after the point up to which a number is written as a decimal fraction."""


def call(name: str, *arguments: Expression) -> Call:
    """A function of arguments."""
    return Call(name, arguments)


def negative(operand: Expression) -> Expression:
    """−u; −(−u) is u, −0 is 0."""
    if isinstance(operand, Negate):
        return operand.operand
    return operand if operand == ZERO else Negate(operand)


def add(*terms: Expression) -> Expression:
    """u + v + …, nested sums joined, zeros left out."""
    flat: list[Expression] = []
    for term in terms:
        flat += _terms(term)
    if not flat:
        return ZERO
    return flat[0] if len(flat) == 1 else Sum(tuple(flat))


def _terms(term: Expression) -> list[Expression]:
    if isinstance(term, Sum):
        return list(term.terms)
    if isinstance(term, Negate) and isinstance(term.operand, Sum):
        return [negative(part) for part in term.operand.terms]
    return [] if term == ZERO else [term]


def subtract(first: Expression, second: Expression) -> Expression:
    """u − v."""
    return add(first, negative(second))


def multiply(*factors: Expression) -> Expression:
    """u·v·…, nested products joined, ones left out, signs gathered in front; 0 if one is 0."""
    if ZERO in factors:
        return ZERO
    is_negative = sum(isinstance(factor, Negate) for factor in factors) % 2 == 1
    flat: list[Expression] = []
    for factor in factors:
        size = factor.operand if isinstance(factor, Negate) else factor
        flat += size.factors if isinstance(size, Product) else [size]
    product = _product([factor for factor in flat if factor != ONE])
    return negative(product) if is_negative else product


def _product(factors: list[Expression]) -> Expression:
    if len(factors) > 1:
        return Product(tuple(factors))
    return factors[0] if factors else ONE


def divide(numerator: Expression, denominator: Expression) -> Expression:
    """u/v, the sign of the numerator in front; u/1 is u, 0/v is 0."""
    if denominator == ONE or numerator == ZERO:
        return numerator
    if isinstance(numerator, Negate):
        return negative(Quotient(numerator.operand, denominator))
    return Quotient(numerator, denominator)


def power(base: Expression, exponent: Expression) -> Expression:
    """u^v; u^1 is u."""
    return base if exponent == ONE else Power(base, exponent)


def square(base: Expression) -> Expression:
    """u²."""
    return Power(base, TWO)


def exact_value(expression: Expression) -> tuple[Fraction, bool] | None:
    """The exact value of a written number, as −3, 2/3 or 0.25, and whether it is a decimal."""
    match expression:
        case Number():
            value = expression.exact
            return None if value is None else (value, value.denominator != 1)
        case Negate(operand):
            inner = exact_value(operand)
            return None if inner is None else (-inner[0], inner[1])
        case Quotient(numerator, denominator):
            above, below = exact_value(numerator), exact_value(denominator)
            if above is None or below is None or below[0] == 0:
                return None
            value = above[0] / below[0]
            return None if abs(value) > LARGEST_TERM else (value, above[1] or below[1])
    return None


def numeral(value: Fraction, *, decimal: bool = False) -> Expression:
    """A number as people write it: 3, −2/3, or 0.25 if decimals are wanted and it ends."""
    if not decimal or value.denominator == 1:
        return number(value)
    text = _decimal_text(abs(value))
    if text is None:
        return number(value)
    written = Number(float(text), text=text)
    return negative(written) if value < 0 else written


def _decimal_text(value: Fraction) -> str | None:
    """0.25 for 1/4; None if the decimal fraction does not end soon."""
    for places in range(1, LONGEST_DECIMAL + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            whole, digits = divmod(scaled.numerator, 10**places)
            return f"{whole}.{digits:0{places}d}"
    return None
