"""Numbers as people type them, and how a key steps them. No Qt."""

import math
import re
import unicodedata
from decimal import Decimal

from gdviz.numerals import significant

SUPERSCRIPTS = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
SAME_SIGN = str.maketrans("−–—×⋅∙*EЕе", "---····eee")
ALL_DIGITS = 17
"""So many tell any float from its neighbours."""
PI = re.compile(r"π|pi|пи", re.IGNORECASE)

DIGITS = r"(?:\d+(?: \d{3})*(?:[.,]\d*)?|[.,]\d+)"
POWER = r"(?:e[+-]?\d+|\s*·\s*10\s*\^?\s*[+-]?\d+)"
NUMBER = re.compile(
    rf"(?P<sign>[+-]?)\s*(?P<digits>{DIGITS})?(?P<power>{POWER})?"
    rf"\s*·?\s*(?P<pi>π)?(?:\s*[/⁄]\s*(?P<below>{DIGITS}))?"
)
POWER_ALONE = re.compile(r"(?P<sign>[+-]?)\s*10\s*\^\s*(?P<exponent>[+-]?\d+)")


def read_number(text: str) -> float:
    """The number in `text`: 0.25, 0,25, −3, 1e-4, 1.5·10⁻⁴, 1/3, ½, 2π/3, 1 000.

    Infinity for what is too large for a float. Raises ValueError for what is no number.
    """
    plain = _plain(text)
    if alone := POWER_ALONE.fullmatch(plain):
        return float(f"{alone['sign']}1e{alone['exponent']}")
    match = NUMBER.fullmatch(plain)
    if not match or not (match["digits"] or match["pi"]) or (match["power"] and match["pi"]):
        raise ValueError(text)
    size = _decimal(match["digits"] or "1", match["power"] or "")
    below = _decimal(match["below"] or "1", "")
    if below == 0:
        raise ValueError(text)
    size = size * (math.pi if match["pi"] else 1.0) / below
    return -size if match["sign"] == "-" else size


def _plain(text: str) -> str:
    """The same in one alphabet: superscripts after ^, one minus, one point between factors."""
    raised = re.sub(r"[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda run: "^" + run[0].translate(SUPERSCRIPTS), text)
    mixed = re.sub(r"(?<=\d)([½⅓¼⅔¾])", r" \1", raised)
    if mixed != raised:
        raise ValueError(text)
    joined = unicodedata.normalize("NFKC", raised).translate(SAME_SIGN)
    return PI.sub("π", re.sub(r"\s+", " ", joined).strip())


def _decimal(digits: str, power: str) -> float:
    exponent = re.sub(r"^e|^\s*·\s*10\s*\^?\s*", "", power.lower()) or "0"
    return float(f"{digits.replace(' ', '').replace(',', '.')}e{exponent}")


def exact_text(value: float) -> str:
    """`value` with all the digits that tell it from its neighbours: 0.1, −2.0000000000000004."""
    mantissa = repr(abs(value)).partition("e")[0].replace(".", "").lstrip("0").rstrip("0")
    shortest = significant(value, max(len(mantissa), 4))
    return shortest if read_number(shortest) == value else significant(value, ALL_DIGITS)


def stepped(value: float, count: int, fineness: int = 1, *, positive: bool = False) -> float:
    """`value` moved by `count` steps of a key, in decimals, so that 0.1 + 0.1 + 0.1 is 0.3.

    A step is one unit of the second significant digit, but at least 0.1; of a positive number
    it is always one unit of that digit, so that it never gets to 0. fineness: 0 for steps ten
    times as large, 2 for ten times as small.
    """
    exact = Decimal(repr(value))
    for _ in range(abs(count)):
        shrinking = (exact > 0) != (count > 0)
        exponent = _leading_exponent(exact, shrinking=shrinking) - fineness
        if not positive:
            exponent = max(exponent, -fineness)
        exact += Decimal(1 if count > 0 else -1).scaleb(exponent)
    moved = float(exact)
    return value if positive and moved <= 0 else moved


def _leading_exponent(value: Decimal, *, shrinking: bool) -> int:
    """The power of ten of the first digit; 10 that is about to shrink counts as 9.9."""
    if not value:
        return 0
    exponent = value.adjusted()
    is_power = abs(value) == Decimal(1).scaleb(exponent)
    return exponent - 1 if is_power and shrinking else exponent
