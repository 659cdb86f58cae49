"""Quotients in normal form: one fraction bar, nothing left to cancel, sin u/cos u as tan u."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from gdviz.calculus.expression import Call, Expression, Sum, Symbol
from gdviz.calculus.tidying.monomial import Exponent, Monomial, is_exponential, multiplied


def taken_out(
    terms: Sequence[Monomial],
    outside: Monomial,
    *,
    is_single: bool,
    letters: bool,
    turns: bool = True,
    shared_only: bool = False,
) -> Monomial:
    """What can be taken out of a sum that stands in a product.

    Denominators within the sum, so that one fraction bar is left; factors of every term that
    `outside`, the product, divides by; above a bar the `letters` that all share; the sign, if most
    terms have the minus and it `turns` the product's. A number that all terms share, if the sum
    stands there just once (`is_single`) or the number cancels. `shared_only`: denominators that
    all terms have, only.
    """
    factors: dict[Expression, Exponent] = {}
    is_fraction = any(exponent.value < 0 for exponent in outside.factors.values())
    bases = dict.fromkeys(base for term in terms for base in term.factors)
    letters &= is_single and is_fraction and not any(isinstance(base, Sum) for base in bases)
    for base in bases:
        if is_exponential(base):
            continue
        powers = [term.factors.get(base, Exponent(Fraction(0))) for term in terms]
        least = min(powers, key=lambda power: power.value)
        divides = outside.factors.get(base, Exponent(Fraction(0))).value
        if least.value < 0 and (not shared_only or len(set(powers)) == 1):
            factors[base] = least
        elif least.value > 0 and divides < 0:
            factors[base] = Exponent(min(least.value, -divides), least.style)
        elif least.value > 0 and isinstance(base, Symbol) and letters:
            factors[base] = least
    above, below = shared_number(terms)
    if not is_single:
        above = gcd(above, outside.coefficient.denominator)
    sign = falling_sign(terms) if turns else 1
    return Monomial(Fraction(sign * above, below), factors)


def falling_sign(terms: Sequence[Monomial]) -> int:
    """−1 where most terms have a minus: 1 − 3x − x² as −(x² + 3x − 1)."""
    return -1 if 2 * sum(term.coefficient < 0 for term in terms) > len(terms) else 1


def shared_number(terms: Sequence[Monomial]) -> tuple[int, int]:
    """(2, 1) for 2x + 4, (1, 2) for x/2 + 1: whole terms without a common divisor stay."""
    below = lcm(*(term.coefficient.denominator for term in terms))
    above = gcd(*(int(term.coefficient * below) for term in terms))
    return above, below


def ratio_names(term: Monomial) -> Monomial:
    """sin u/cos u as tan u, and the like."""
    term = _with_reciprocals_joined(term)
    for above, below, name in RATIOS:
        for base in list(term.factors):
            if isinstance(base, Call) and base.function == name:
                apart = _apart(term, base, Call(above, base.arguments), Call(below, base.arguments))
                if apart is not None:
                    return ratio_names(apart)
            if isinstance(base, Call) and base.function == above:
                other = Call(below, base.arguments)
                power, inverse = term.factors[base], term.factors.get(other)
                if inverse is not None and power.value > 0 and inverse.value == -power.value:
                    rest = term.without(base).without(other)
                    named = Monomial(Fraction(1), {Call(name, base.arguments): power})
                    return ratio_names(multiplied(rest, named))
    return term


def _with_reciprocals_joined(term: Monomial) -> Monomial:
    """sec u·cos u as 1."""
    for base, power in term.factors.items():
        if isinstance(base, Call) and base.function in RECIPROCALS:
            other = Call(RECIPROCALS[base.function], base.arguments)
            if other in term.factors:
                inverse = Exponent(-power.value, power.style)
                joined = Monomial(Fraction(1), {other: inverse})
                return _with_reciprocals_joined(multiplied(term.without(base), joined))
    return term


def _apart(term: Monomial, ratio: Call, above: Call, below: Call) -> Monomial | None:
    """tan u·cos u as sin u, tan u/sin u as 1/cos u; None if nothing cancels.

    √(tan u) stays: sin u and cos u may both be negative.
    """
    power = term.factors[ratio]
    if not power.is_integer:
        return None
    cancels = term.factors.get(below, NO_POWER).value * power.value > 0
    cancels |= term.factors.get(above, NO_POWER).value * power.value < 0
    if not cancels:
        return None
    inverse = Exponent(-power.value, power.style)
    parts = Monomial(Fraction(1), {above: power, below: inverse})
    return multiplied(term.without(ratio), parts)


NO_POWER = Exponent(Fraction(0))
RECIPROCALS = {"sec": "cos", "csc": "sin", "sech": "cosh", "csch": "sinh"}
RATIOS = (
    ("sin", "cos", "tan"),
    ("cos", "sin", "cot"),
    ("sinh", "cosh", "tanh"),
    ("cosh", "sinh", "coth"),
)


def squares_of_size(inside: Expression, bars: Fraction, product: Monomial) -> int:
    """How many |u| of a product to write as u, an even number; they may cancel: |u|/u² is 1/|u|.

    Negative: how many u of its numerator to write as |u|, so that they cancel.
    """
    outside = product.factors.get(inside, NO_POWER)
    if bars > 0:
        below = int(-outside.value) if outside.is_integer else 0
        return max(int(bars), min(int(bars) + 1, below)) // 2 * 2
    if not outside.is_integer or outside.value < 2:
        return 0
    return -min(-int(bars) + 1, int(outside.value)) // 2 * 2
