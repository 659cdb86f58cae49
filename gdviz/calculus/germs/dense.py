"""Taylor series as plain lists of coefficients: what nearly all series are, without the sizes that
fractions, logarithms and exponentials need."""

from collections.abc import Sequence

from gdviz.calculus.germs.series import EPSILON, ORDER, Series, Size, Term, UnknownSeriesError

Pair = tuple[float, float]
"""A coefficient and the bound of its error."""
NONE: Pair = (0.0, 0.0)
LONGEST = 64
"""Coefficients in a list; of x¹⁰⁰⁰ nearly all would be 0."""


def is_short_taylor(small: Series, count: int) -> bool:
    """Whether it is Σ cₖtᵏ with k = 1, 2, …, and so are its powers, `count` of them, in short."""
    sizes = [term.size for term in small.terms]
    sizes += [small.rest] if small.rest is not None else []
    if not all(isinstance(size.power, int) and size.minus_log == 0 for size in sizes):
        return False
    return _power(small.largest) * count <= LONGEST


def composed(coefficients: Sequence[Pair], small: Series) -> Series:
    """Σ aₖεᵏ by Horner's scheme, known up to the power that the first coefficient not given has."""
    ends = _power(small.largest) * len(coefficients)
    if small.rest is not None:
        ends = min(ends, _power(small.rest))
    tail = [NONE] * ends
    for term in small.terms:
        if _power(term.size) < ends:
            tail[_power(term.size)] = term.value, term.error
    result = [NONE] * ends
    for coefficient in reversed(coefficients):
        result = _product(result, tail)
        result[0] = coefficient if coefficient[0] else NONE
    return _series(result, ends)


def _power(size: Size | None) -> int:
    assert size is not None
    assert isinstance(size.power, int)
    return size.power


def _product(first: Sequence[Pair], small: Sequence[Pair]) -> list[Pair]:
    """Of two series, as far as both go; the second one begins with t."""
    product = [NONE] * len(first)
    for i, (a, a_error) in enumerate(first):
        if a == 0.0 and a_error == 0.0:
            continue
        for j in range(1, len(first) - i):
            b, b_error = small[j]
            if b == 0.0 and b_error == 0.0:
                continue
            value, error = product[i + j]
            step = a * b
            rounding = EPSILON * (abs(step) + max(abs(value), abs(step)))
            error += abs(a) * b_error + abs(b) * a_error + a_error * b_error + rounding
            product[i + j] = value + step, error
    return product


def _series(pairs: Sequence[Pair], ends: int) -> Series:
    """Terms that rounding cannot tell from 0 are dropped."""
    terms = [Term(Size(k), *pair) for k, pair in enumerate(pairs) if abs(pair[0]) > pair[1]]
    if any(term.value - term.value != 0.0 for term in terms):
        raise UnknownSeriesError
    if len(terms) > ORDER:
        return Series(tuple(terms[:ORDER]), terms[ORDER].size)
    return Series(tuple(terms), Size(ends))
