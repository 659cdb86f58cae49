"""False laws of algebra. Each docstring is what is taken for equal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isqrt

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

Makes = Callable[[Expression], Sequence[Expression]]
MOST_TERMS = 4
"""Longer sums and products are taken apart as they stand, not in every possible way."""
SMALL = (2.0, 3.0, 4.0)
"""Exponents that one raises to in the head."""


@dataclass(frozen=True, slots=True)
class FalseLaw:
    """One line of the table. `makes` gives what is made of a part, nothing where it cannot be."""

    id: str
    makes: Makes


def _as_power(part: Expression) -> tuple[Expression, Expression] | None:
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


def power_of_power(part: Expression) -> Sequence[Expression]:
    """(uᵃ)ᵇ = uᵃ⁺ᵇ, or u to the aᵇ"""
    if not isinstance(part, Power) or (inner := _as_power(part.base)) is None:
        return ()
    base, exponent = inner
    raised = _raised(exponent, part.exponent)
    return power(base, _added(exponent, part.exponent)), power(base, raised)


def product_of_powers(part: Expression) -> Sequence[Expression]:
    """uᵃ·uᵇ = uᵃᵇ"""
    if not isinstance(part, Product):
        return ()
    made = []
    for first, second in combinations(part.factors[:MOST_TERMS], 2):
        one, other = _as_power(first), _as_power(second)
        if one and other and one[0] == other[0]:
            joined = power(one[0], _multiplied(one[1], other[1]))
            others = [factor for factor in part.factors if factor not in (first, second)]
            made.append(multiply(*others, joined))
    return made


def quotient_of_powers(part: Expression) -> Sequence[Expression]:
    """uᵃ/uᵇ = u to the a/b"""
    if not isinstance(part, Quotient):
        return ()
    above, below = _as_power(part.numerator), _as_power(part.denominator)
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
        case Product(factors) if len(factors) <= MOST_TERMS:
            return [
                multiply(*factors[:place], applied(factor), *factors[place + 1 :])
                for place, factor in enumerate(factors)
            ]
        case Quotient(above, below):
            return divide(applied(above), below), divide(above, applied(below))
        case Negate(operand):
            return (negative(applied(operand)),)
    return ()


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


def _keeping_sign(term: Expression, work: Callable[[Expression], Expression]) -> Expression:
    """Of −v the work is done on v, and the minus kept."""
    return negative(work(term.operand)) if isinstance(term, Negate) else work(term)


def _root(term: Expression) -> Expression:
    """√ of a square is taken as one does it at sight: √(u²) is u, √9 is 3."""
    match term:
        case Number(value) if value.is_integer() and isqrt(int(value)) ** 2 == value:
            return numeral(Fraction(isqrt(int(value))))
        case Power(base, Number(value)) if value in (2.0, 4.0, 6.0):
            return power(base, numeral(Fraction(int(value) // 2)))
    return call("sqrt", term)


def root_of_square(part: Expression) -> Sequence[Expression]:
    """√(u²) = u"""
    match part:
        case Call("sqrt", (Power(base, Number(2.0)),)):
            return (base,)
    return ()


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
    match _as_power(part):
        case (Constant() | Number() as base, Sum(terms)):
            return (add(*(_keeping_sign(term, lambda t: power(base, t)) for term in terms)),)
    return ()


def factor_taken_out(part: Expression) -> Sequence[Expression]:
    """f(c·u) = c·f(u), f(u/c) = f(u)/c"""
    match part:
        case Call(name, (Product(factors),)) if exact_value(factors[0]) is not None:
            return (multiply(factors[0], call(name, multiply(*factors[1:]))),)
        case Call(name, (Quotient(above, below),)) if exact_value(below) is not None:
            return (divide(call(name, above), below),)
    return ()


def logarithm_of_product(part: Expression) -> Sequence[Expression]:
    """ln(a·b) = ln a·ln b, ln(a/b) = ln a/ln b"""
    match part:
        case Call("ln", (Product(factors),)):
            return (multiply(*(call("ln", factor) for factor in factors)),)
        case Call("ln", (Quotient(above, below),)):
            return (divide(call("ln", above), call("ln", below)),)
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


ROOTS_AND_LOGARITHMS = frozenset({"sqrt", "cbrt", "ln", "log"})
"""They have mistakes of their own."""
FALSE_LAWS = (
    FalseLaw("exponents-not-multiplied", power_of_power),
    FalseLaw("exponents-not-added", product_of_powers),
    FalseLaw("exponents-not-subtracted", quotient_of_powers),
    FalseLaw("power-of-one-factor", power_of_one_factor),
    FalseLaw("power-of-sum", power_of_sum),
    FalseLaw("root-of-sum", root_of_sum),
    FalseLaw("reciprocal-of-sum", reciprocal_of_sum),
    FalseLaw("one-term-divided", one_term_divided),
    FalseLaw("logarithm-of-sum", logarithm_of_sum),
    FalseLaw("exponential-of-sum", exponential_of_sum),
    FalseLaw("function-of-sum", function_of_sum),
    FalseLaw("factor-taken-out", factor_taken_out),
    FalseLaw("logarithm-of-product", logarithm_of_product),
    FalseLaw("negative-exponent", negative_exponent),
    FalseLaw("first-term-multiplied", first_term_multiplied),
    FalseLaw("minus-before-first", minus_before_first),
    FalseLaw("root-of-square", root_of_square),
)
"""The likelier ones first."""
