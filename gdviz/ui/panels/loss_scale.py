"""Where losses stand in the loss curve: limits, decades, and what to leave out. No Qt."""

import math

import numpy as np
from numpy.typing import NDArray

from gdviz.numerals import significant
from gdviz.ui.controls.numbers import read_number

Numbers = NDArray[np.float64]
TEN = 10.0
FEWEST_DIGITS, MOST_DIGITS = 3, 12
BLANK = 0.06
"""Under the lowest loss, in parts of the height, so that the curve does not lie on the axis."""


def heights(losses: Numbers, *, logarithmic: bool) -> Numbers:
    """L, or its decimal logarithm, shape (n,); NaN where it cannot be shown."""
    shown = np.where(np.isfinite(losses), losses, np.nan)
    if not logarithmic:
        return shown
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(shown > 0, np.log10(np.where(shown > 0, shown, 1.0)), np.nan)


def limits(values: Numbers) -> tuple[float, float] | None:
    """The lowest and the highest value that can be shown, apart even if all are equal."""
    if not np.any(np.isfinite(values)):
        return None
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if high - low <= 1e-12 * max(abs(low), abs(high)):
        reach = max(abs(low), 1.0) / 2
        return low - reach, high + reach
    return low - BLANK * (high - low), high


def round_values(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten between the limits, at most `most` of them."""
    span = high - low
    if not (span > 0 and math.isfinite(span)):
        return []
    power = TEN ** math.floor(math.log10(span / most))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if span / (power * factor) <= most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def marks(low: float, high: float, most: int, *, logarithmic: bool) -> list[tuple[float, str]]:
    """Where losses are marked, and what is written there: all the digits of round values."""
    values = round_values(low, high, most)
    if logarithmic:
        return [(value, significant(TEN**value, FEWEST_DIGITS)) for value in values]
    exact = (digits for digits in range(FEWEST_DIGITS, MOST_DIGITS) if _are_exact(values, digits))
    digits = next(exact, MOST_DIGITS)
    return [(value, significant(value, digits)) for value in values]


def _are_exact(values: list[float], digits: int) -> bool:
    written = [read_number(significant(value, digits)) for value in values]
    return np.allclose(written, values, rtol=1e-12, atol=0.0)


def thinned(values: Numbers, columns: int) -> tuple[Numbers, Numbers]:
    """(indices, values) of at most about 2 a column: the lowest and the highest of each.

    Nothing is left out of a run that has no more iterates than that.
    """
    count = len(values)
    if count <= 2 * columns:
        return np.arange(count, dtype=np.float64), values
    edges = np.linspace(0, count, columns + 1).astype(int)[:-1]
    low = np.fmin.reduceat(values, edges)
    high = np.fmax.reduceat(values, edges)
    places = np.repeat(edges.astype(np.float64), 2)
    return places, np.column_stack((low, high)).ravel()
