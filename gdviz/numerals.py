"""Numbers as people read them."""

import math
from functools import lru_cache

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
MINUS = "−"
PLAIN_FROM, PLAIN_BELOW = 1e-4, 1e6
"""Sizes in this range are written out; smaller and larger ones with a power of ten."""
SAME = 1e-12
"""Numbers nearer to each other, in parts of them, differ by float64's own rounding."""


@lru_cache(maxsize=512)
def significant(value: float, digits: int = 4, plain_below: float = PLAIN_BELOW) -> str:
    """`value` to so many significant digits: 1.234, −0.05, 1.5·10⁹, ∞; an empty text for NaN.

    Digits before the point are never rounded away in sizes below `plain_below`; trailing zeros go.
    A decimal point in every language, because a comma separates pairs and lists.
    """
    if math.isnan(value):
        return ""
    sign = MINUS if value < 0 else ""
    size = abs(value)
    if math.isinf(size):
        return f"{sign}∞"
    mantissa, exponent = f"{size:.{digits - 1}e}".split("e")
    if size == 0 or PLAIN_FROM <= float(f"{mantissa}e{exponent}") < plain_below:
        decimals = max(0, digits - 1 - int(exponent)) if size else 0
        return sign + _trimmed(f"{size:.{decimals}f}")
    power = str(int(exponent)).translate(SUPERSCRIPTS)
    return f"{sign}{_trimmed(mantissa)}·10{power}"


def as_written(value: float, digits: int = 4) -> float:
    """The number that `significant` writes."""
    if not math.isfinite(value):
        return value
    rounded = f"{value:.{digits - 1}e}"
    exponent = int(rounded.partition("e")[2])
    is_plain = digits - 1 < exponent and abs(float(rounded)) < PLAIN_BELOW
    return float(f"{value:.0f}") if is_plain else float(rounded)


def relation(value: float, digits: int = 4) -> str:
    """= between a number and what `significant` writes of it, ≈ where that is rounded."""
    is_exact = math.isclose(as_written(value, digits), value, rel_tol=SAME)
    return "=" if is_exact else "≈"


def equation(name: str, value: float, digits: int = 4) -> str:
    """w = 0.5, w ≈ 0.3333: a name and its number, with the relation between them."""
    return f"{name} {relation(value, digits)} {significant(value, digits)}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
