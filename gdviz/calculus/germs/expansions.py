"""Powers, Taylor series and logarithms of series in t → 0+."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import inf, log

from gdviz.calculus.germs.dense import composed, is_short_taylor
from gdviz.calculus.germs.series import (
    EPSILON,
    ORDER,
    UNIT,
    ZERO,
    Series,
    Size,
    Term,
    UndefinedSideError,
    UnknownSeriesError,
    add,
    constant,
    gathered,
    multiply,
    reduced,
)


def power(u: Series, exponent: Fraction, *, negative_base: bool = False) -> Series:
    """u^r: c^r·t^(pr)·(1 + ε)^r. `negative_base`: r is an integer or p/q with q odd."""
    if u.is_zero:
        if exponent <= 0:
            raise UndefinedSideError
        return ZERO
    if not u.terms and u.rest is not None and exponent > 0 and negative_base:
        return Series((), u.rest.raised(exponent))
    lead = u.leading
    if lead.value < 0 and not negative_base:
        raise UndefinedSideError
    front = Series((_leading_power(lead, exponent),))
    if lead.size.power in (inf, -inf):
        return front
    ratio = _relative_remainder(u, lead)
    return multiply(front, compose(_binomials(exponent), ratio))


def _leading_power(lead: Term, exponent: Fraction) -> Term:
    sign = -1.0 if lead.value < 0 and exponent.numerator % 2 else 1.0
    size = lead.size.raised(reduced(exponent))
    if size.power in (inf, -inf):
        return Term(size, sign)
    value = abs(lead.value) ** float(exponent)
    relative = abs(float(exponent)) * lead.error / abs(lead.value) + 2 * EPSILON
    return Term(size, sign * value, value * relative)


def _relative_remainder(u: Series, lead: Term) -> Series:
    """ε of u = lead·(1 + ε)."""
    size = Size(-lead.size.power, -lead.size.minus_log)
    inverse = Term(size, 1 / lead.value, lead.error / lead.value**2)
    tail = Series(u.terms[1:], u.rest)
    return multiply(tail, Series((inverse,)))


Coefficient = tuple[float, float]
"""A Taylor coefficient and the bound of its error."""


@cache
def _binomials(exponent: Fraction, count: int = ORDER) -> list[Coefficient]:
    values = [Fraction(1)]
    for k in range(count - 1):
        values.append(values[-1] * (exponent - k) / (k + 1))
    return [(float(value), 0.0) for value in values]


def compose(coefficients: Sequence[Coefficient], small: Series) -> Series:
    """Σ aₖεᵏ for ε → 0, by Horner's scheme; cut off behind the last coefficient given."""
    if small.is_zero:
        return constant(*coefficients[0])
    if small.largest is None or small.largest <= UNIT:
        raise UnknownSeriesError
    wanted = _known(coefficients, small.largest, small.rest)
    ends = len(wanted) == len(coefficients) and _ends(coefficients)
    if not ends and is_short_taylor(small, len(wanted)):
        return composed(wanted, small)
    result = ZERO
    for number, (value, error) in enumerate(reversed(wanted), 1):
        # What is multiplied by ε so often yet lies beyond the last power in the end.
        beyond = None if ends else small.largest.raised(number)
        result = add(multiply(result, small, beyond), _coefficient(value, error))
    beyond = small.largest.raised(len(wanted))
    return gathered(result.terms, (result.rest, None if ends else beyond))


def _known(
    coefficients: Sequence[Coefficient], largest: Size, rest: Size | None
) -> Sequence[Coefficient]:
    """The first coefficients, two at least: later ones are lost in what is not known of ε."""
    if rest is None:
        return coefficients
    count = 2
    while count < len(coefficients) and largest.raised(count) < rest:
        count += 1
    return coefficients[:count]


def _coefficient(value: float, error: float) -> Series:
    return Series((Term(UNIT, value, error),)) if value else ZERO


def _ends(coefficients: Sequence[Coefficient]) -> bool:
    """Whether the series is a polynomial: (1 + ε)²."""
    return coefficients[-1][0] == 0 and coefficients[-2][0] == 0


def logarithm(u: Series) -> Series:
    """ln u = ln c − p·L + ln(1 + ε)"""
    if u.is_zero:
        raise UndefinedSideError
    lead = u.leading
    if lead.value < 0:
        raise UndefinedSideError
    if lead.size.minus_log != 0 or lead.size.power in (inf, -inf):
        raise UnknownSeriesError
    value, error = log(lead.value), lead.error / lead.value
    front = [Term(UNIT, value, error + EPSILON * abs(value))]
    if lead.size.power != 0:
        front.append(Term(Size(0, -1), -float(lead.size.power)))
    tail = compose(
        [(0.0, 0.0), *(((-1.0) ** (k + 1) / k, 0.0) for k in range(1, ORDER))],
        _relative_remainder(u, lead),
    )
    return add(gathered(front), tail)
