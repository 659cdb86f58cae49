"""Identities of squares and double angles, as tables: sin² + cos² = 1, 2 sin u cos u = sin 2u."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from gdviz.calculus.expression import Call, Expression
from gdviz.calculus.tidying.monomial import Exponent, Monomial, atom, multiplied

Square = tuple[str, int]
"""A power of a function, as ("sin", 2)."""
Squares = tuple[Square, ...]
"""Their product, all of one u; () is 1."""
NUMBER: Squares = ()
HALF, TWO = Fraction(1, 2), Fraction(2)


class SquareIdentity(NamedTuple):
    """first + sign·second = result_sign·result, all of one u."""

    first: Square
    sign: int
    second: Squares
    result_sign: int
    result: Squares


SQUARES = (
    SquareIdentity(("sin", 2), 1, (("cos", 2),), 1, NUMBER),
    SquareIdentity(("cosh", 2), -1, (("sinh", 2),), 1, NUMBER),
    SquareIdentity(("sin", 2), -1, NUMBER, -1, (("cos", 2),)),
    SquareIdentity(("cos", 2), -1, NUMBER, -1, (("sin", 2),)),
    SquareIdentity(("tan", 2), 1, NUMBER, 1, (("cos", -2),)),
    SquareIdentity(("cot", 2), 1, NUMBER, 1, (("sin", -2),)),
    SquareIdentity(("cos", -2), -1, NUMBER, 1, (("tan", 2),)),
    SquareIdentity(("sin", -2), -1, NUMBER, 1, (("cot", 2),)),
    SquareIdentity(("cos", -2), 1, (("sin", -2),), 1, (("cos", -2), ("sin", -2))),
    SquareIdentity(("cosh", 2), -1, NUMBER, 1, (("sinh", 2),)),
    SquareIdentity(("sinh", 2), 1, NUMBER, 1, (("cosh", 2),)),
    SquareIdentity(("tanh", 2), -1, NUMBER, -1, (("cosh", -2),)),
    SquareIdentity(("coth", 2), -1, NUMBER, 1, (("sinh", -2),)),
    SquareIdentity(("cosh", -2), -1, NUMBER, -1, (("tanh", 2),)),
    SquareIdentity(("sinh", -2), 1, NUMBER, 1, (("coth", 2),)),
)


def with_squares_joined(terms: Sequence[Monomial]) -> list[Monomial]:
    """c·sin² u + c·cos² u as c, c/cos² u − c as c·tan² u, and the like."""
    found = list(terms)
    for term in terms:
        for base, exponent in term.factors.items():
            if isinstance(base, Call) and term in found:
                _join(found, term, base, exponent)
    return found


def with_unequal_squares_joined(terms: Sequence[Monomial]) -> list[Monomial]:
    """cos² u + 3 sin² u as 1 + 2 sin² u; what has different signs stays."""
    found = list(terms)
    for term in terms:
        for base, exponent in term.factors.items():
            if isinstance(base, Call) and base.function == "sin" and exponent.value == TWO:
                _share(found, term, base)
    return found


def _share(found: list[Monomial], sines: Monomial, sine: Call) -> None:
    """Replace a·cos² u and b·sin² u, a ≠ b, by what they have in common and the rest of one."""
    rest = sines.without(sine)
    like = multiplied(rest, _squares((("cos", 2),), sine))
    for cosines in found:
        ratio = cosines.coefficient / sines.coefficient
        if cosines.key == like.key and sines in found and ratio > 0 and ratio != 1:
            larger = sines if ratio < 1 else cosines
            common = rest.scaled(min(Fraction(1), ratio))
            others = Fraction(1) - ratio if ratio < 1 else Fraction(1) - 1 / ratio
            found[found.index(cosines)] = common
            found[found.index(sines)] = larger.scaled(others)
            return


def _join(found: list[Monomial], term: Monomial, base: Call, exponent: Exponent) -> None:
    """Replace the term and its partner by what they are together, if there is a partner."""
    rest = term.without(base)
    for identity in SQUARES:
        if base.function != identity.first[0] or exponent.value != identity.first[1]:
            continue
        partner = multiplied(rest, _squares(identity.second, base)).scaled(Fraction(identity.sign))
        if partner in found:
            found.remove(partner)
            result = multiplied(rest, _squares(identity.result, base))
            found[found.index(term)] = result.scaled(Fraction(identity.result_sign))
            return


def _squares(squares: Squares, like: Call) -> Monomial:
    """f(u)²·g(u)² with the argument of another function."""
    powers: dict[Expression, Exponent] = {
        Call(name, like.arguments): Exponent(Fraction(power)) for name, power in squares
    }
    return Monomial(Fraction(1), powers)


def sine_of_double(product: Monomial, twice: Callable[[Expression], Expression]) -> Monomial:
    """2 sin u cos u as sin 2u, 1/(sin u cos u) as 2/sin 2u; `twice` doubles an argument."""
    for base, exponent in product.factors.items():
        if not isinstance(base, Call) or base.function not in COSINES or not exponent.is_integer:
            continue
        cosine = Call(COSINES[base.function], base.arguments)
        halves = TWO**-exponent.value.numerator
        is_whole = exponent.value < 0 or (product.coefficient * halves).denominator == 1
        if product.factors.get(cosine) == exponent and is_whole:
            rest = product.without(base).without(cosine).scaled(halves)
            double = Call(base.function, (twice(base.arguments[0]),))
            named = Monomial(Fraction(1), {double: exponent})
            return sine_of_double(multiplied(rest, named), twice)
    return product


def with_cosines_of_double(
    terms: Sequence[Monomial], twice: Callable[[Expression], Expression]
) -> list[Monomial]:
    """c·cos² u − c·sin² u, 2c·cos² u − c and c − 2c·sin² u as c·cos 2u; ch 2u likewise."""
    found = list(terms)
    for term in terms:
        for base, exponent in term.factors.items():
            if not isinstance(base, Call) or term not in found:
                continue
            rest = term.without(base)
            for power, double, own, share, sign, other in COSINE_OF_DOUBLE.get(base.function, ()):
                size = rest.scaled(share)
                partner = multiplied(size.scaled(Fraction(sign)), _squares(other, base))
                if exponent.value == power and partner in found:
                    found.remove(partner)
                    named = atom(Call(double, (twice(base.arguments[0]),)))
                    found[found.index(term)] = multiplied(size.scaled(Fraction(own)), named)
                    break
    return found


class DoubleAngle(NamedTuple):
    """c·fⁿ + sign·(share of c)·other = own·(share of c)·double, all of one u but the double."""

    power: int
    double: str
    own: int
    share: Fraction
    sign: int
    other: Squares


COSINES = {"sin": "cos", "sinh": "cosh"}
"""Functions f with f(2u) = 2·f(u)·g(u), and g."""
COSINE_OF_DOUBLE: dict[str, tuple[DoubleAngle, ...]] = {
    "cos": (
        DoubleAngle(2, "cos", 1, Fraction(1), -1, (("sin", 2),)),
        DoubleAngle(4, "cos", 1, Fraction(1), -1, (("sin", 4),)),
        DoubleAngle(2, "cos", 1, HALF, -1, NUMBER),
    ),
    "sin": (DoubleAngle(2, "cos", -1, HALF, -1, NUMBER),),
    "cosh": (
        DoubleAngle(2, "cosh", 1, Fraction(1), 1, (("sinh", 2),)),
        DoubleAngle(2, "cosh", 1, HALF, -1, NUMBER),
    ),
    "sinh": (DoubleAngle(2, "cosh", 1, HALF, 1, NUMBER),),
}
"""By the function f of c·fⁿ."""
