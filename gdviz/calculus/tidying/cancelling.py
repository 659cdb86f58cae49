"""What cancels in a product of sums: common divisors of polynomials; and conjugate brackets."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from gdviz.calculus.building import negative
from gdviz.calculus.expression import Expression, Sum
from gdviz.calculus.tidying import polynomials
from gdviz.calculus.tidying.monomial import Exponent, Monomial, raised
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


def difference_of_squares(
    bench: Workbench, product: Monomial
) -> tuple[Monomial, Sequence[Monomial], Exponent] | None:
    """1/((a + b)(a − b)) as 1/(a² − b²): the rest, the terms a² and −b², and the exponent."""
    below = [
        (base, exponent)
        for base, exponent in product.factors.items()
        if isinstance(base, Sum) and len(base.terms) == 2 and exponent.is_integer
    ]
    for (one, exponent), (other, same) in combinations(below, 2):
        if exponent.value >= 0 or same != exponent:
            continue
        conjugate = _conjugate(one, other)
        if conjugate is not None:
            squares = [raised(bench.monomial(term), Exponent(Fraction(2))) for term in conjugate]
            if squares[0] is not None and squares[1] is not None:
                rest = product.without(one).without(other)
                return rest, (squares[0], squares[1].scaled(Fraction(-1))), exponent
    return None


def _conjugate(one: Sum, other: Sum) -> tuple[Expression, Expression] | None:
    """a and b, if the sums are a + b and a − b."""
    a, b = one.terms
    for first, second in ((a, b), (b, a)):
        if set(other.terms) == {first, negative(second)}:
            return first, second
    return None


def square_root(radicand: Sequence[Monomial]) -> Sequence[Monomial] | None:
    """The terms of q, if the radicand is the polynomial q²."""
    found = polynomials.polynomial(radicand)
    if found is None:
        return None
    letter, coefficients = found
    root = polynomials.square_root(coefficients) if len(coefficients) > 2 else None
    return None if root is None else polynomials.terms_of(letter, root)
