"""What cancels in a product of sums: common divisors of polynomials; brackets that join."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from gdviz.calculus.expression import Call, Expression, Sum, Symbol
from gdviz.calculus.tidying import polynomials
from gdviz.calculus.tidying.collecting import collected, expanded
from gdviz.calculus.tidying.monomial import FIRST, Exponent, Monomial, multiplied
from gdviz.calculus.tidying.workbench import Workbench

Parts = tuple[tuple[Sequence[Monomial], Exponent], ...]
"""Sums, each with its exponent."""


def common_divisor(bench: Workbench, product: Monomial) -> tuple[Monomial, Parts] | None:
    """The product without two sums N and D, and what to put there: g, N/g and D/g.

    For polynomials in one letter that have a divisor g in common, N above and D below the bar.
    """
    for above, below in _facing(product):
        under = polynomials.polynomial([bench.monomial(term) for term in below.terms])
        over = None if under is None else _polynomial_in(bench, above, under[0])
        if over is None or under is None:
            continue
        n, (letter, d) = over, under
        g = polynomials.common_divisor(n, d)
        if len(g) < 2:
            continue
        powers = product.factors[above], product.factors[below]
        shared = Exponent(powers[0].value + powers[1].value)
        quotients = (polynomials.divided(n, g)[0], polynomials.divided(d, g)[0], g)
        parts = [_terms_like(bench, below, letter, each) for each in quotients]
        rest = product.without(above).without(below)
        return rest, tuple(zip(parts, (*powers, shared), strict=True))
    return None


def _terms_like(
    bench: Workbench, model: Sum, letter: Expression, coefficients: polynomials.Coefficients
) -> Sequence[Monomial]:
    """The terms of a polynomial in a function, in the order of the model: 1 + sin x, ln x + 1."""
    terms = polynomials.terms_of(letter, coefficients)
    begins_low = not bench.monomial(model.terms[0]).factors
    return terms[::-1] if begins_low and not isinstance(letter, Symbol) else terms


def _polynomial_in(
    bench: Workbench, base: Sum, letter: Expression
) -> polynomials.Coefficients | None:
    """The coefficients of a sum that is a polynomial in the letter; cos² u is 1 − sin² u."""
    terms = [bench.monomial(term) for term in base.terms]
    if polynomials.polynomial(terms) is None:
        terms = _in_one_function(bench, terms, letter)
    found = polynomials.polynomial(terms) if terms else None
    return found[1] if found is not None and found[0] == letter else None


def _in_one_function(
    bench: Workbench, terms: Sequence[Monomial], letter: Expression
) -> list[Monomial]:
    """A sum multiplied out, 1 − sin² u for cos² u if the letter is sin u; [] if it cannot be."""
    opened = [expanded(term, bench.monomial) for term in terms]
    if not isinstance(letter, Call) or letter.function not in SQUARE_BY or None in opened:
        return []
    other, number, sign = SQUARE_BY[letter.function]
    partner = Call(other, letter.arguments)
    square = Monomial(Fraction(sign), {letter: TWICE})
    plain: list[Monomial] = []
    for term in (term for part in opened for term in part or ()):
        power = term.factors.get(partner)
        rest = term.without(partner)
        if power is None:
            plain.append(term)
        elif power == TWICE:
            plain += [rest.scaled(Fraction(number)), multiplied(rest, square)]
        else:
            return []
    return collected(plain)


TWICE = Exponent(Fraction(2))
SQUARE_BY = {
    "sin": ("cos", 1, -1),
    "cos": ("sin", 1, -1),
    "sinh": ("cosh", 1, 1),
    "cosh": ("sinh", -1, 1),
}
"""Function f → g, a, b with g² = a + b·f²."""


def conjugates_cancelled(
    bench: Workbench, product: Monomial
) -> tuple[Monomial, Sequence[Monomial], Exponent] | None:
    """(1 + sin u)/cos² u as 1/(1 − sin u), sh² u/(ch u + 1) as ch u − 1.

    The rest of the product, the terms of a sum to put there, and its exponent.
    """
    for base, exponent in product.factors.items():
        terms = [bench.monomial(term) for term in base.terms] if isinstance(base, Sum) else []
        found = _plus_minus(terms) if exponent.is_integer else None
        if found is None:
            continue
        function, number, term = found
        other, sign = CONJUGATES[function.function]
        partner = Call(other, function.arguments)
        if product.factors.get(partner, FIRST).value == -2 * exponent.value:
            # (1 + f)(1 − f) = 1 − f² is g² or −g².
            conjugate = [number, term.scaled(Fraction(-1))]
            turned = conjugate if sign > 0 else [t.scaled(Fraction(-1)) for t in conjugate[::-1]]
            rest = product.without(base).without(partner)
            scale = number.coefficient ** (2 * int(exponent.value))
            return rest.scaled(scale), turned, Exponent(-exponent.value)
    return None


CONJUGATES = {"sin": ("cos", 1), "cos": ("sin", 1), "cosh": ("sinh", -1)}
"""Function f → g and the sign in 1 − f² = ±g²."""


def _plus_minus(terms: Sequence[Monomial]) -> tuple[Call, Monomial, Monomial] | None:
    """f, and the terms c and ±c·f, of such a sum."""
    numbers = [term for term in terms if not term.factors]
    others = [term for term in terms if list(term.factors.values()) == [FIRST]]
    if len(numbers) != 1 or len(others) != 1 or len(terms) != 2:
        return None
    function = next(iter(others[0].factors))
    if not isinstance(function, Call) or function.function not in CONJUGATES:
        return None
    is_same = abs(numbers[0].coefficient) == abs(others[0].coefficient)
    return (function, numbers[0], others[0]) if is_same else None


def _facing(product: Monomial) -> Iterator[tuple[Sum, Sum]]:
    """Each sum above the bar with each sum below it."""
    sums = [(b, e.value) for b, e in product.factors.items() if isinstance(b, Sum) and e.is_integer]
    for above, exponent in sums:
        for below, other in sums:
            if exponent > 0 > other:
                yield above, below


def brackets_joined(
    bench: Workbench, product: Monomial
) -> tuple[Monomial, Sequence[Monomial], Exponent] | None:
    """1/((a + b)(a − b)) as 1/(a² − b²), √(1 − x)·√(1 + x) as √(1 − x²).

    Two sums below the bar, or under roots, whose product has no more terms than each of them: the
    rest of the product, the terms of that product, and its exponent.
    """
    for one, other in combinations([base for base in product.factors if isinstance(base, Sum)], 2):
        shared = _shared_power(product.factors[one], product.factors[other])
        if shared is None:
            continue
        terms = [[bench.monomial(term) for term in base.terms] for base in (one, other)]
        joined = collected([multiplied(u, v) for u in terms[0] for v in terms[1]])
        if 0 < len(joined) <= min(len(terms[0]), len(terms[1])):
            taken = Monomial(Fraction(1), {one: _opposite(shared), other: _opposite(shared)})
            return multiplied(product, taken), joined, shared
    return None


def _shared_power(one: Exponent, other: Exponent) -> Exponent | None:
    """The power that two factors have in common: whole ones below the bar, or roots."""
    if one.is_integer or other.is_integer:
        return one if one == other and one.value < 0 else None
    if one.value * other.value < 0 or (one.value - other.value).denominator != 1:
        return None
    return min(one, other, key=lambda power: abs(power.value))


def _opposite(power: Exponent) -> Exponent:
    return Exponent(-power.value, power.style)


def square_root(radicand: Sequence[Monomial]) -> Sequence[Monomial] | None:
    """The terms of q, if the radicand is the polynomial q²."""
    found = polynomials.polynomial(radicand)
    if found is None:
        return None
    letter, coefficients = found
    root = polynomials.square_root(coefficients) if len(coefficients) > 2 else None
    return None if root is None else polynomials.terms_of(letter, root)
