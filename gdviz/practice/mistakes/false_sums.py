"""What is done to a sum is done to its terms, or to one of them. Each docstring is what is taken
for equal."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import isqrt

from gdviz.calculus.building import add, call, divide, multiply, negative, numeral, power
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
)
from gdviz.practice.mistakes.false_powers import as_power

MOST_TERMS = 4
"""Longer sums and products are taken apart as they stand, not in every possible way."""
ROOTS_AND_LOGARITHMS = frozenset({"sqrt", "cbrt", "ln", "log"})
"""They have mistakes of their own."""


def power_of_sum(part: Expression) -> Sequence[Expression]:
    """(a + b)ⁿ = aⁿ + bⁿ"""
    match part:
        case Power(Sum(terms), exponent):
            return (add(*(_keeping_sign(term, lambda t: power(t, exponent)) for term in terms)),)
    return ()


def root_of_sum(part: Expression) -> Sequence[Expression]:
    """√(a + b) = √a + √b, and √(a² + b²) = a + b"""
    match part:
        case Call("sqrt", (Sum(terms),)):
            return (add(*(_keeping_sign(term, _root) for term in terms)),)
        case Call("cbrt", (Sum(terms),)):
            return (add(*(_keeping_sign(term, lambda t: call("cbrt", t)) for term in terms)),)
    return ()


def _root(term: Expression) -> Expression:
    """√ of a square is taken as one does it at sight: √(u²) is u, √9 is 3."""
    match term:
        case Number(value) if value.is_integer() and isqrt(int(value)) ** 2 == value:
            return numeral(Fraction(isqrt(int(value))))
        case Power(base, Number(value)) if value in (2.0, 4.0, 6.0):
            return power(base, numeral(Fraction(int(value) // 2)))
    return call("sqrt", term)


def reciprocal_of_sum(part: Expression) -> Sequence[Expression]:
    """c/(a + b) = c/a + c/b"""
    match part:
        case Quotient(above, Sum(terms)):
            return (add(*(_keeping_sign(term, lambda t: divide(above, t)) for term in terms)),)
    return ()


def one_term_divided(part: Expression) -> Sequence[Expression]:
    """(a + b)/a = 1 + b, or b"""
    match part:
        case Quotient(Sum(terms), below) if len(terms) <= MOST_TERMS:
            made = []
            for place, term in enumerate(terms):
                others = terms[:place] + terms[place + 1 :]
                if term == below:
                    made.append(add(*others))
                    made.append(add(*terms[:place], numeral(Fraction(1)), *terms[place + 1 :]))
                else:
                    share = _keeping_sign(term, lambda t: divide(t, below))
                    made.append(add(*terms[:place], share, *terms[place + 1 :]))
            return made
    return ()


def function_of_sum(part: Expression) -> Sequence[Expression]:
    """f(a + b) = f(a) + f(b)"""
    match part:
        case Call(name, (Sum(terms),)) if name not in ROOTS_AND_LOGARITHMS:
            return (add(*(_keeping_sign(term, lambda t: call(name, t)) for term in terms)),)
    return ()


def logarithm_of_sum(part: Expression) -> Sequence[Expression]:
    """ln(a + b) = ln a + ln b"""
    match part:
        case Call("ln", (Sum(terms),)):
            return (add(*(_keeping_sign(term, lambda t: call("ln", t)) for term in terms)),)
        case Call("log", (base, Sum(terms))):
            return (add(*(_keeping_sign(term, lambda t: call("log", base, t)) for term in terms)),)
    return ()


def exponential_of_sum(part: Expression) -> Sequence[Expression]:
    """a^(u + v) = aᵘ + aᵛ"""
    match as_power(part):
        case (Constant() | Number() as base, Sum(terms)):
            return (add(*(_keeping_sign(term, lambda t: power(base, t)) for term in terms)),)
    return ()


def first_term_multiplied(part: Expression) -> Sequence[Expression]:
    """c·(a + b) = c·a + b"""
    if not isinstance(part, Product) or len(part.factors) > MOST_TERMS:
        return ()
    made = []
    for place, bracket in enumerate(part.factors):
        if isinstance(bracket, Sum):
            others = part.factors[:place] + part.factors[place + 1 :]
            first, *rest = bracket.terms
            made.append(add(multiply(*others, first), *rest))
    return made


def minus_before_first(part: Expression) -> Sequence[Expression]:
    """−(a + b) = −a + b"""
    match part:
        case Negate(Sum(terms)):
            return (add(negative(terms[0]), *terms[1:]),)
    return ()


def _keeping_sign(term: Expression, work: Callable[[Expression], Expression]) -> Expression:
    """Of −v the work is done on v, and the minus kept."""
    return negative(work(term.operand)) if isinstance(term, Negate) else work(term)
