"""What cancels in a product of sums: common divisors of polynomials; brackets that join."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from gdviz.calculus.expression import Sum
from gdviz.calculus.tidying import polynomials
from gdviz.calculus.tidying.collecting import collected
from gdviz.calculus.tidying.monomial import Exponent, Monomial, multiplied
from gdviz.calculus.tidying.workbench import Workbench

Parts = tuple[tuple[Sequence[Monomial], Exponent], ...]
"""Sums, each with its exponent."""


def common_divisor(bench: Workbench, product: Monomial) -> tuple[Monomial, Parts] | None:
    """The product without two sums N and D, and what to put there: g, N/g and D/g.

    For polynomials in one letter that have a divisor g in common, N above and D below the bar.
    """
    for above, below in _facing(product):
        one, other = (
            polynomials.polynomial([bench.monomial(term) for term in base.terms])
            for base in (above, below)
        )
        if one is None or other is None or one[0] != other[0]:
            continue
        letter, n = one
        d = other[1]
        g = polynomials.common_divisor(n, d)
        if len(g) < 2:
            continue
        powers = product.factors[above], product.factors[below]
        shared = Exponent(powers[0].value + powers[1].value)
        quotients = (polynomials.divided(n, g)[0], polynomials.divided(d, g)[0], g)
        parts = [polynomials.terms_of(letter, each) for each in quotients]
        rest = product.without(above).without(below)
        return rest, tuple(zip(parts, (*powers, shared), strict=True))
    return None


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
