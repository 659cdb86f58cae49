"""Roots of fractions beside their own denominators: 1/(√((1 − x)/(1 + x))·(1 + x)²)."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from gdviz.calculus.expression import Expression, Quotient, Sum, Symbol, number
from gdviz.calculus.tidying.fractions import shared_number
from gdviz.calculus.tidying.monomial import Exponent, Monomial, is_positive, multiplied, raised
from gdviz.calculus.tidying.powers import constant_power
from gdviz.calculus.tidying.workbench import Workbench


def root_of_fraction_apart(bench: Workbench, product: Monomial) -> Monomial | None:
    """A product without a root of a fraction whose denominator it has as a factor besides.

    √(a/b) as √a/√b, where b is not negative wherever √(a/b) is a number; else 1/√(a/b) as
    √(a/b)·b/a. None if there is no such root.
    """
    for base, power in product.factors.items():
        if not isinstance(base, Quotient) or power.is_integer:
            continue
        fraction = bench.monomial(base)
        below = [b for b, e in fraction.factors.items() if e.value < 0]
        if fraction.coefficient <= 0 or not any(b in product.factors for b in below):
            continue
        rest = product.without(base)
        is_even = power.value.denominator % 2 == 0
        if is_even and all(_is_never_negative(bench, b, base, rest) for b in below):
            return _split(bench, rest, fraction, power)
        if power.value < 0:
            return _turned(rest, base, fraction, power)
    return None


def number_joined(
    bench: Workbench, product: Monomial
) -> tuple[Monomial, Sequence[Monomial], Exponent] | None:
    """1/(√2·√(1 + x − x²/2)) as 1/√(2 + 2x − x²): a root of a number clears a sum of fractions.

    The rest of the product, the terms of the sum under the root, and its exponent.
    """
    for base, power in product.factors.items():
        if not isinstance(base, Sum) or power.is_integer:
            continue
        terms = [bench.monomial(term) for term in base.terms]
        below = shared_number(terms)[1]
        like = Exponent(power.value, product.factors.get(number(below), power).style)
        if below > 1 and product.factors.get(number(below)) == like:
            rest = product.without(base).without(number(below))
            return rest, [term.scaled(Fraction(below)) for term in terms], power
    return None


def radicand_joined(
    bench: Workbench, product: Monomial
) -> tuple[Monomial, Sequence[Monomial], Exponent] | None:
    """x(2 − x)/√(2x − x²) as √(2x − x²): the factors of what stands under the root.

    The rest of the product, the terms under the root, and the exponent they get.
    """
    for base, power in product.factors.items():
        if not isinstance(base, Sum) or power.is_integer or power.value > 0:
            continue
        terms = [bench.monomial(term) for term in base.terms]
        for letter in [
            b for b in terms[0].factors if isinstance(b, Symbol) and b in product.factors
        ]:
            apart = [multiplied(t, Monomial(Fraction(1), {letter: BELOW})) for t in terms]
            inside = bench.monomial(Sum(tuple(map(bench.write, apart))))
            outside = multiplied(product.without(base), Monomial(Fraction(1), {letter: BELOW}))
            own = inside.lone_sum
            joined = (
                multiplied(outside, Monomial(1 / inside.coefficient, {own: BELOW})) if own else None
            )
            fits = joined is not None and len(joined.factors) == len(product.factors) - 3
            if fits and joined is not None:
                return joined, terms, Exponent(power.value + 1, power.style)
    return None


BELOW = Exponent(Fraction(-1))


def _split(bench: Workbench, rest: Monomial, fraction: Monomial, power: Exponent) -> Monomial:
    """√a/√b for √(a/b)."""
    below = {b: e for b, e in fraction.factors.items() if e.value < 0}
    above = {b: e for b, e in fraction.factors.items() if e.value > 0}
    roots = {b: Exponent(e.value * power.value, power.style) for b, e in below.items()}
    top = constant_power(bench, Monomial(fraction.coefficient, above), power)
    return multiplied(rest, top, Monomial(Fraction(1), roots))


def _turned(
    rest: Monomial, base: Expression, fraction: Monomial, power: Exponent
) -> Monomial | None:
    """√(a/b)·b/a for 1/√(a/b)."""
    times = ceil(-power.value)
    inverse = raised(fraction, Exponent(Fraction(-times)))
    if inverse is None:
        return None
    root = Monomial(Fraction(1), {base: Exponent(power.value + times, power.style)})
    return multiplied(rest, inverse, root)


def _is_never_negative(bench: Workbench, below: Expression, base: Quotient, rest: Monomial) -> bool:
    """Whether b ≥ 0 wherever the product with √(a/b) is a number.

    So it is if b > 0 everywhere, if the product has √b, and if a + b > 0: a and b have one sign.
    """
    beside = rest.factors.get(below)
    if is_positive(below) or (beside is not None and beside.value.denominator % 2 == 0):
        return True
    if bench.monomial(base.denominator) != Monomial(Fraction(1), {below: Exponent(Fraction(1))}):
        return False
    total = bench.monomial(Sum((base.numerator, base.denominator)))
    if not total.factors:
        return total.coefficient > 0
    return total.coefficient > 0 and all(map(is_positive, total.factors))
