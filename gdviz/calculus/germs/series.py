"""Generalised power series in t → 0+: sums of c·tᵖ·Lᵏ with L = ln(1/t), and what is left.

Powers are fractions, so that √t and ∛t are at home; the power −∞ stands for what outgrows every
power of 1/t (e^(1/t)), +∞ for what is smaller than every power of t (e^(−1/t)). Every coefficient
carries a bound of its rounding error, and what is within its error of zero is taken to be zero:
that is how sin x at the float64 next to π starts with −t.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import inf, isfinite
from typing import NamedTuple

EPSILON = 2.0**-52
ORDER = 8
"""Terms that are carried along."""


class UndefinedSideError(ArithmeticError):
    """Some part has no real value on this side of the point."""


class UnknownSeriesError(ArithmeticError):
    """This arithmetic cannot tell."""


Rational = int | Fraction
"""Whole numbers are ints: series are made of thousands of them, and fractions are slow."""


def reduced(number: Fraction) -> Rational:
    """A fraction, as an int where it is one."""
    return number.numerator if number.denominator == 1 else number


class Size(NamedTuple):
    """tᵖ·Lᵏ as (p, −k): the larger function sorts first."""

    power: Rational | float
    minus_log: Rational = 0

    def times(self, other: "Size") -> "Size":
        """The size of a product."""
        power = self.power + other.power
        if power != power:
            raise UnknownSeriesError
        return Size(_plain(power), self.minus_log + other.minus_log)

    def raised(self, exponent: Rational) -> "Size":
        """The size of a power."""
        return Size(_plain(self.power * exponent), self.minus_log * exponent)


def _plain(power: Rational | float) -> Rational | float:
    return reduced(power) if type(power) is Fraction else power


UNIT = Size(0)


class Term(NamedTuple):
    """value·size, the value known within ±error. Of infinite powers only the sign is known."""

    size: Size
    value: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """terms, largest first, + O(rest). No rest: exact. No terms and no rest: zero."""

    terms: tuple[Term, ...] = ()
    rest: Size | None = None

    @property
    def is_zero(self) -> bool:
        return not self.terms and self.rest is None

    @property
    def largest(self) -> Size | None:
        """The size of the whole; None for zero."""
        return self.terms[0].size if self.terms else self.rest

    @property
    def leading(self) -> Term:
        """The leading term. Raises UnknownSeriesError if it is not known (zero has none)."""
        if not self.terms:
            raise UnknownSeriesError
        return self.terms[0]

    @property
    def is_infinite(self) -> bool:
        """Whether it grows beyond all bounds."""
        return bool(self.terms) and self.terms[0].size < UNIT

    @property
    def is_bounded_only(self) -> bool:
        """Whether nothing is known of its limit."""
        return self.rest is not None and self.rest <= UNIT

    @property
    def limit(self) -> Term:
        """The constant term; zero if there is none."""
        return next((term for term in self.terms if term.size == UNIT), Term(UNIT, 0.0))

    @property
    def vanishing(self) -> "Series":
        """What tends to zero."""
        return Series(tuple(term for term in self.terms if term.size > UNIT), self.rest)


ZERO = Series()
BOUNDED = Series((), UNIT)
"""Something that stays between bounds, like sin(1/t)."""


def constant(value: float, error: float = 0.0) -> Series:
    """A number."""
    return gathered([Term(UNIT, value, error)])


def gathered(terms: Iterable[Term], rests: Iterable[Size | None] = (), most: int = ORDER) -> Series:
    """The series of these terms and rests: like terms added, zeros and lost terms dropped."""
    rest = min((size for size in rests if size is not None), default=None)
    sums: dict[Size, Term] = {}
    for term in terms:
        sums[term.size] = _added(sums[term.size], term) if term.size in sums else term
    lost = [t.size for t in sums.values() if t.value == 0 and t.size.power == inf and t.error]
    rest = min([size for size in (rest, *lost) if size is not None], default=None)
    if not all(isfinite(term.value) for term in sums.values()):
        raise UnknownSeriesError
    known = sorted(term for term in sums.values() if abs(term.value) > term.error)
    kept = [term for term in known if rest is None or term.size < rest]
    if kept and kept[0].size.power == -inf:
        return Series((kept[0],))
    if len(kept) > most:
        return Series(tuple(kept[:most]), kept[most].size)
    return Series(tuple(kept), rest)


def _added(first: Term, second: Term) -> Term:
    if first.size.power in (inf, -inf):
        return _added_signs(first, second)
    rounding = EPSILON * max(abs(first.value), abs(second.value))
    return Term(first.size, first.value + second.value, first.error + second.error + rounding)


def _added_signs(first: Term, second: Term) -> Term:
    if first.value * second.value > 0:
        return first
    if first.size.power == -inf:
        raise UnknownSeriesError
    return Term(first.size, 0.0, 1.0)


def add(*parts: Series) -> Series:
    """u + v + …"""
    return gathered((t for part in parts for t in part.terms), (part.rest for part in parts))


def scaled(series: Series, by: float) -> Series:
    """c·u, c not 0."""
    terms = tuple(
        Term(t.size, _sign(by) * t.value, 0.0)
        if t.size.power in (inf, -inf)
        else Term(t.size, by * t.value, abs(by) * t.error + EPSILON * abs(by * t.value))
        for t in series.terms
    )
    return Series(terms, series.rest)


def negative(series: Series) -> Series:
    """−u, exactly."""
    return Series(tuple(Term(t.size, -t.value, t.error) for t in series.terms), series.rest)


def _sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0


def multiply(u: Series, v: Series, beyond: Size | None = None) -> Series:
    """u·v; terms as small as `beyond` or smaller are not wanted."""
    if u.is_zero or v.is_zero:
        return ZERO
    if _is_beyond_powers(u) or _is_beyond_powers(v):
        u, v = _leading_only(u), _leading_only(v)
    rests = (_product(u.rest, v.largest), _product(v.rest, u.largest), beyond)
    known = [size for size in rests if size]
    rest = min(known, default=None)
    return gathered(_products(u, v, rest), (rest,))


def _is_beyond_powers(u: Series) -> bool:
    """Whether it outgrows every power: of what it is multiplied by only the sign counts."""
    return bool(u.terms) and u.terms[0].size.power == -inf


def _leading_only(u: Series) -> Series:
    return Series(u.terms[:1]) if u.terms else u


def _products(u: Series, v: Series, rest: Size | None) -> Iterator[Term]:
    """The products of all terms that are larger than the rest; each series is in order."""
    for a in u.terms:
        for b in v.terms:
            size = a.size.times(b.size)
            if rest is not None and size >= rest:
                break
            yield _times(a, b, size)


def _product(rest: Size | None, largest: Size | None) -> Size | None:
    return None if rest is None or largest is None else rest.times(largest)


def _times(a: Term, b: Term, size: Size) -> Term:
    if size.power in (inf, -inf):
        return Term(size, _sign(a.value) * _sign(b.value))
    value = a.value * b.value
    if value == 0:  # underflow: zero terms are never kept
        raise UnknownSeriesError
    error = abs(a.value) * b.error + abs(b.value) * a.error + EPSILON * abs(value)
    return Term(size, value, error + a.error * b.error)
