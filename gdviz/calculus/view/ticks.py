"""Where an axis is marked: at 1, 2, 5 times powers of ten, or at parts and multiples of π."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor, log10, pi

import numpy as np
from numpy.typing import NDArray

from gdviz.numerals import MINUS, SUPERSCRIPTS

Array = NDArray[np.float64]

STEPS = ((1, 5), (2, 4), (5, 5))
"""Steps of a decade, and in how many parts the lines between two marks divide each."""
PI_STEPS = (
    (Fraction(1, 12), 2),
    (Fraction(1, 6), 2),
    (Fraction(1, 4), 3),
    (Fraction(1, 2), 2),
    (Fraction(1), 4),
    (Fraction(2), 4),
)
"""Steps in parts of π, up to 2π; beyond they go on as decades of π."""
LONGEST_NUMBER = 6
"""Digits in a label; numbers that need more are told apart by what they add to a common one."""
PLAIN_BELOW, PLAIN_FROM = 1e6, 1e-4
"""Sizes in this range are written out, others with a power of ten."""
MOST_MARKS = 1000
"""A guard: no axis has room for more."""


class Unit(StrEnum):
    """What an axis counts in."""

    DECIMAL = "decimal"
    PI = "pi"


@dataclass(frozen=True, slots=True, eq=False)
class Ticks:
    """The marks of an axis.

    major: with `labels`, in order; minor: lines between them; offset: what every label is to be
    added to, as text, where the numbers are too long to be told apart ("" elsewhere).
    """

    major: Array
    minor: Array
    labels: tuple[str, ...]
    offset: str = ""


def ticks(
    low: float, high: float, pixels: float, spacing: float, unit: Unit = Unit.DECIMAL
) -> Ticks:
    """Marks from `low` to `high` on an axis `pixels` long, at least `spacing` pixels apart."""
    if not (high > low and pixels > 0 and np.isfinite(high - low)):
        return Ticks(np.empty(0), np.empty(0), ())
    least = (high - low) * spacing / pixels
    if unit is Unit.PI and (step := _pi_step(least)) is not None:
        return _pi_ticks(low, high, *step)
    return _decimal_ticks(low, high, least)


def _decimal_ticks(low: float, high: float, least: float) -> Ticks:
    mantissa, power, parts = _decimal_step(least)
    step = _scaled(mantissa, power)
    numbers = _multiples(low, high, step)
    fine = _multiples(low, high, step / parts)
    minor = np.array([_scaled(k * mantissa, power) / parts for k in fine if k % parts])
    major = np.array([_scaled(k * mantissa, power) for k in numbers])
    labels, offset = _labels([k * mantissa for k in numbers], power)
    return Ticks(major, minor, labels, offset)


def _decimal_step(least: float) -> tuple[int, int, int]:
    """(m, p, parts): the smallest step m·10ᵖ that is not less than `least`."""
    power = floor(log10(least))
    for mantissa, parts in STEPS:
        if _scaled(mantissa, power) >= least * (1 - 1e-9):
            return mantissa, power, parts
    return 1, power + 1, STEPS[0][1]


def _scaled(mantissa: int, power: int) -> float:
    """m·10ᵖ, rounded once."""
    return mantissa * 10.0**power if power >= 0 else mantissa / 10.0**-power


def _multiples(low: float, high: float, step: float) -> range:
    """The integers k with low ≤ k·step ≤ high."""
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return range(first, min(last, first + MOST_MARKS) + 1)


def _labels(mantissas: list[int], power: int) -> tuple[tuple[str, ...], str]:
    """Labels of the numbers m·10ᵖ, all with the same number of decimals."""
    largest = max((abs(m) for m in mantissas), default=0)
    if len(str(largest)) <= LONGEST_NUMBER:
        return tuple(_written(m, power, largest) for m in mantissas), ""
    base = _round_number(mantissas)
    rests = [m - base for m in mantissas]
    widest = max(abs(rest) for rest in rests)
    labels = (_written(rest, power, widest) for rest in rests)
    signed = ("+" + text if rest > 0 else text for text, rest in zip(labels, rests, strict=True))
    text = _point(base, power)
    return tuple(signed), text.rstrip("0").rstrip(".") if "." in text else text


def _round_number(mantissas: list[int]) -> int:
    """The roundest number near the middle of several."""
    middle, span = mantissas[len(mantissas) // 2], max(mantissas[-1] - mantissas[0], 1)
    unit: int = 10 ** len(str(span))
    return round(middle / unit) * unit


def _written(mantissa: int, power: int, largest: int) -> str:
    """m·10ᵖ written out, or with the power of ten that the largest label has."""
    size = largest * 10.0**power
    if mantissa == 0:
        return "0"
    if largest and not (10.0**power >= PLAIN_FROM and size < PLAIN_BELOW):
        exponent = len(str(largest)) - 1
        return f"{_point(mantissa, -exponent)}·10{_superscript(power + exponent)}"
    return _point(mantissa, power)


def _superscript(exponent: int) -> str:
    return str(exponent).translate(SUPERSCRIPTS)


def _point(mantissa: int, power: int) -> str:
    """m·10ᵖ in digits, with −p decimals if p is negative."""
    sign = MINUS if mantissa < 0 else ""
    digits = str(abs(mantissa))
    if power >= 0:
        return sign + digits + "0" * power
    digits = digits.rjust(1 - power, "0")
    return f"{sign}{digits[:power]}.{digits[power:]}"


def _pi_step(least: float) -> tuple[Fraction, int] | None:
    """The step in parts of π, and its own parts; None where decimals are finer than any."""
    wanted = least / pi
    if wanted < PI_STEPS[0][0] / 4:
        return None
    for step, parts in PI_STEPS:
        if step >= wanted:
            return step, parts
    mantissa, power, parts = _decimal_step(wanted)
    return Fraction(mantissa * 10**power), parts


def _pi_ticks(low: float, high: float, step: Fraction, parts: int) -> Ticks:
    numbers = _multiples(low, high, float(step) * pi)
    fine = _multiples(low, high, float(step) * pi / parts)
    return Ticks(
        np.array([float(k * step) * pi for k in numbers]),
        np.array([float(k * step / parts) * pi for k in fine if k % parts]),
        tuple(_part_of_pi(k * step) for k in numbers),
    )


def _part_of_pi(part: Fraction) -> str:
    """0, π, −π/2, 3π/4, 2π …"""
    if part == 0:
        return "0"
    sign = MINUS if part < 0 else ""
    above = "" if abs(part.numerator) == 1 else str(abs(part.numerator))
    below = "" if part.denominator == 1 else f"/{part.denominator}"
    return f"{sign}{above}π{below}"
