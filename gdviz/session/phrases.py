"""Short formulas with numbers in them, as the panels write them out."""

from collections.abc import Callable, Sequence
from math import isclose

from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
)
from gdviz.numerals import MINUS, SAME, as_written, relation, significant

PRIME, DOUBLE_PRIME = "′", "″"
MOST_DIGITS = 17
"""That tell every float64 from its neighbours."""


def row(*pieces: Markup) -> Row:
    return Row(pieces)


def indexed(letter: str, index: Markup) -> Markup:
    """w with an index: w₀, wᵢ."""
    return Scripts(Letter(letter), lower=index)


def numeral(value: float, digits: int = 4) -> Markup:
    return Upright(significant(value, digits))


def factor(value: float, digits: int = 4) -> Markup:
    """A number after an operation sign: negative ones in brackets."""
    written = numeral(value, digits)
    return Fenced(written) if significant(value, digits).startswith(MINUS) else written


def apply(name: str, argument: Markup, primes: int = 0) -> Markup:
    """name(argument), with primes for derivatives: L′(w₀)."""
    function = Letter(name)
    head = Scripts(function, upper=Upright(PRIME * primes)) if primes else function
    return row(head, Fenced(argument))


def digits_that_tell(
    reckoned: Callable[[int], float], result: float, least: int = 4, written_to: int = 4
) -> int:
    """The fewest digits with which a pupil who reckons comes to the result as it is written.

    reckoned: the result from numbers written with so many digits; written_to: digits of it.
    """
    wanted = significant(result, written_to)
    found = (
        digits
        for digits in range(least, MOST_DIGITS)
        if significant(reckoned(digits), written_to) == wanted
    )
    return next(found, MOST_DIGITS)


def equals(written: float, reckoned: float, size: float = 0.0) -> Markup:
    """= between numbers as they are written if a pupil who reckons finds them equal, else ≈.

    size: of the numbers that were reckoned with, where they all but cancel.
    """
    is_equal = isclose(written, reckoned, rel_tol=SAME, abs_tol=SAME * size)
    return Operator("=" if is_equal else "≈")


def is_rounded(value: float, digits: int = 4) -> bool:
    """Whether what is written of it is not the number itself."""
    return relation(value, digits) != "="


def product_written_out(name: str, first: float, second: float, result: float) -> Row:
    """y′ ≈ 1.205·6 ≈ 7.228: two factors and what they come to, rounded as they are elsewhere."""
    filled_in = "≈" if is_rounded(first) or is_rounded(second) else "="
    factors = numeral(first), Operator("·"), factor(second)
    comes_to = equals(as_written(result), as_written(first) * as_written(second))
    return row(set_name(name), Operator(filled_in), *factors, comes_to, numeral(result))


def chain(parts: Sequence[Markup], sign: str = "=") -> Markup:
    """parts joined by a relation: a = b = c."""
    pieces: list[Markup] = []
    for part in parts:
        pieces += [Operator(sign), part] if pieces else [part]
    return Row(tuple(pieces))


def line_equation(
    slope: float, x: float, y: float, variable: str = "x", upright: str = "y"
) -> Markup:
    """y = f(x₀) + f′(x₀)(x − x₀) with its numbers, in the shape of a straight line y = kx + b.

    variable, upright: what the axes are called.
    """
    intercept = y - slope * x
    pieces: list[Markup] = [set_name(upright), Operator("=")]
    if slope:
        pieces += [*_coefficient(slope), Letter(variable)]
    if intercept or not slope:
        pieces += _term(intercept) if slope else [numeral(intercept)]
    return Row(tuple(pieces))


def _coefficient(value: float) -> list[Markup]:
    written = significant(value)
    if written in ("1", f"{MINUS}1"):
        written = written[:-1]
    return [Upright(written)] if written else []


def _term(value: float) -> list[Markup]:
    return [Operator(MINUS if value < 0 else "+"), numeral(abs(value))]
