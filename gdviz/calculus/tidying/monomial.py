"""Products in normal form: a rational number times powers of distinct bases.

2x/cos²(x²) is 2 · x¹ · cos(x²)⁻². A base is a tidy expression; e^(3x) is the base e^x with the
exponent 3, so that exponentials multiply like powers. Laws of powers are used only where they hold
for real numbers: √(x²) is |x|, ∛(x³) is x.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from gdviz.calculus.building import call, negative
from gdviz.calculus.evaluation.signs import Sign, signs
from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Number,
    Power,
    Sum,
    number,
    symbols,
)

LARGEST = 10**30
"""Coefficients with larger terms are left as they stand."""
LARGEST_RADICAND = 10**6
"""Squares are looked for in numbers up to here."""


class Style(IntEnum):
    """How a fractional exponent was written; of two, the later one stays."""

    POWER = 0
    RADICAL = 1
    DECIMAL = 2


class Exponent(NamedTuple):
    """An exponent and how to write it."""

    value: Fraction
    style: Style = Style.POWER

    @property
    def is_integer(self) -> bool:
        return self.value.denominator == 1


Factors = Mapping[Expression, Exponent]
FIRST = Exponent(Fraction(1))


@dataclass(frozen=True, slots=True)
class Monomial:
    """coefficient · Π base^exponent; no exponent is 0. Factors keep the order they came in."""

    coefficient: Fraction
    factors: Factors = field(default_factory=dict)

    @property
    def key(self) -> frozenset[tuple[Expression, Fraction]]:
        """Equal for like terms."""
        return frozenset((base, exponent.value) for base, exponent in self.factors.items())

    def scaled(self, by: Fraction) -> "Monomial":
        """The same times a number."""
        return Monomial(self.coefficient * by, self.factors)

    def without(self, base: Expression) -> "Monomial":
        """The same without one of its factors."""
        return Monomial(self.coefficient, {b: e for b, e in self.factors.items() if b != base})

    @property
    def lone_sum(self) -> Sum | None:
        """The sum that this is a multiple of, if it is nothing more."""
        if len(self.factors) != 1:
            return None
        base, exponent = next(iter(self.factors.items()))
        return base if isinstance(base, Sum) and exponent.value == 1 else None


NOTHING = Monomial(Fraction(0))
UNIT = Monomial(Fraction(1))


def atom(base: Expression) -> Monomial:
    """The base itself."""
    return Monomial(Fraction(1), {base: FIRST})


def multiplied(*monomials: Monomial) -> Monomial:
    """The product, like factors collected."""
    coefficient = Fraction(1)
    factors: dict[Expression, Exponent] = {}
    for monomial in monomials:
        coefficient *= monomial.coefficient
        for base, exponent in monomial.factors.items():
            coefficient *= _join(factors, base, exponent)
    if coefficient == 0:
        return NOTHING
    return Monomial(coefficient, {b: e for b, e in factors.items() if e.value != 0})


def _join(factors: dict[Expression, Exponent], base: Expression, exponent: Exponent) -> int:
    """Multiply by base^exponent; returns the sign that comes of (1 − x) = −(x − 1)."""
    sign = 1
    if base not in factors and isinstance(base, Sum) and exponent.is_integer:
        opposite = _opposite_sum(base, factors)
        if opposite is not None and abs(factors[opposite].value) < abs(exponent.value):
            own = factors.pop(opposite)
            factors[base], sign = own, -1 if own.value % 2 else 1
        elif opposite is not None:
            base, sign = opposite, -1 if exponent.value % 2 else 1
    known = factors.get(base, Exponent(Fraction(0), exponent.style))
    factors[base] = Exponent(known.value + exponent.value, max(known.style, exponent.style))
    return sign


def _opposite_sum(base: Sum, factors: Factors) -> Expression | None:
    """The factor that is −base, if there is one."""
    turned = {negative(term) for term in base.terms}
    for other, exponent in factors.items():
        if isinstance(other, Sum) and exponent.is_integer and set(other.terms) == turned:
            return other
    return None


def raised(monomial: Monomial, exponent: Exponent) -> Monomial | None:
    """The power; None where it is not to be written otherwise (0⁻¹, huge numbers)."""
    if exponent.is_integer:
        return _integer_power(monomial, exponent.value.numerator)
    coefficient, factors = monomial.coefficient, monomial.factors
    if len(factors) == 1 and coefficient == 1:
        base, inner = next(iter(factors.items()))
        return _power_of_power(base, inner, exponent)
    if not factors and coefficient > 0:
        return _numeric_root(coefficient, exponent)
    return None


def _integer_power(monomial: Monomial, n: int) -> Monomial | None:
    coefficient = power_of_number(monomial.coefficient, n)
    if coefficient is None:
        return None
    factors = {base: Exponent(e.value * n, e.style) for base, e in monomial.factors.items()}
    return Monomial(coefficient, {b: e for b, e in factors.items() if e.value != 0})


def power_of_number(value: Fraction, n: int) -> Fraction | None:
    """valueⁿ, None if undefined or too large to write."""
    if value == 0:
        return value if n > 0 else None
    if abs(value) == 1:
        return value if n % 2 else Fraction(1)
    size = max(abs(value.numerator), value.denominator)
    if abs(n) * size.bit_length() > LARGEST.bit_length():
        return None
    return value**n


def _power_of_power(base: Expression, inner: Exponent, outer: Exponent) -> Monomial:
    """(b^e)^n for a fraction n: |b|^(en) where b^e hides the sign of b and b^(en) would not."""
    value = inner.value * outer.value
    style = max(inner.style, outer.style)
    if value.denominator % 2 == 0 and isinstance(base, Power) and _may_hide_sign(base):
        base = Power(call("abs", base.base), base.exponent)
    hides_sign = inner.value.numerator % 2 == 0
    is_decimal = style is Style.DECIMAL and value.denominator > 1
    shows_sign = value.numerator % 2 == 1 or value.denominator % 2 == 0 or is_decimal
    if hides_sign and shows_sign and not is_positive(base):
        base = call("abs", base)
    return Monomial(Fraction(1), {base: Exponent(value, style)})


def _may_hide_sign(base: Power) -> bool:
    """Whether b^v may be positive although b is negative, as xⁿ for n = 2; x^x needs x > 0."""
    return not (is_positive(base.base) or symbols(base.base) & symbols(base.exponent))


def is_exponential(base: Expression) -> bool:
    """Whether the base is a power with an exponent that is not a number: e^x, x^a."""
    return isinstance(base, Power) or (isinstance(base, Call) and base.function == "exp")


def is_varying(base: Power) -> bool:
    """Whether it is x^v: neither e^v nor 2^v."""
    return not isinstance(base.base, Constant | Number)


def is_positive(base: Expression) -> bool:
    """Whether the base is positive wherever it is defined: e^v, 2^v, 1 + x²."""
    return signs(base)[base] is Sign.POSITIVE


def _numeric_root(value: Fraction, exponent: Exponent) -> Monomial | None:
    """√12 = 2√3, √(2/3) = √2/√3, for numbers of moderate size."""
    if max(value.numerator, value.denominator) > LARGEST_RADICAND or abs(exponent.value) > 10:
        return None
    above = _root_of_integer(value.numerator, exponent)
    below = _root_of_integer(value.denominator, Exponent(-exponent.value, exponent.style))
    return multiplied(above, below)


def _root_of_integer(n: int, exponent: Exponent) -> Monomial:
    """n^(p/q): the largest q-th power in n is taken out of the root."""
    numerator, degree = exponent.value.numerator, exponent.value.denominator
    outside = _out(n, degree)
    inside = n // outside**degree
    coefficient = Fraction(outside) ** numerator
    if inside == 1:
        return Monomial(coefficient)
    whole, rest = divmod(numerator, degree)
    factors = {number(inside): Exponent(Fraction(rest, degree), exponent.style)}
    return Monomial(coefficient * Fraction(inside) ** whole, factors)


def out_of_root(radicand: Monomial, exponent: Exponent) -> tuple[Monomial, Monomial]:
    """For √(8x²y): (2|x|, 2y), what comes out of the root and what stays inside.

    For ∛(x⁴y) it is (x, xy): whole powers come out of roots of odd degree.
    `exponent` is p/q; the product of the first with the (p/q)-th power of the second is the power
    of the radicand.
    """
    degree, times = exponent.value.denominator, exponent.value.numerator
    taken: list[Monomial] = []
    kept: dict[Expression, Exponent] = {}
    for base, inner in radicand.factors.items():
        whole = Fraction(inner.value // degree * degree if degree % 2 else 0)
        if (inner.value / degree).denominator == 1:
            taken.append(_power_of_power(base, inner, exponent))
        elif inner.value > degree and inner.is_integer and whole:
            taken.append(_power_of_power(base, Exponent(whole, inner.style), exponent))
            kept[base] = Exponent(inner.value - whole, inner.style)
        else:
            kept[base] = inner
    number_out, number_in = number_out_of_root(radicand.coefficient, degree)
    factor = power_of_number(number_out, times)
    if factor is None:
        factor, number_in = Fraction(1), radicand.coefficient
    return multiplied(Monomial(factor), *taken), Monomial(number_in, kept)


def number_out_of_root(value: Fraction, degree: int) -> tuple[Fraction, Fraction]:
    """(r, s) with value = r^degree · s."""
    if max(abs(value.numerator), value.denominator) > LARGEST_RADICAND:
        return Fraction(1), value
    above, below = _out(abs(value.numerator), degree), _out(value.denominator, degree)
    outside = Fraction(above, below)
    inside = value / outside**degree
    if inside < 0 and degree % 2 == 1:
        return -outside, -inside
    return outside, inside


def _out(n: int, degree: int) -> int:
    """The largest r whose degree-th power divides n."""
    if degree >= LARGEST_RADICAND.bit_length():
        return 1
    outside, candidate = 1, 2
    while candidate**degree <= n:
        while n % candidate**degree == 0:
            outside, n = outside * candidate, n // candidate**degree
        candidate += 1
    return outside
