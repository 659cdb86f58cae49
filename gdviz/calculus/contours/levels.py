"""Which lines of equal value are drawn: round numbers that show a bowl, a ravine and a saddle.

In a ravine nearly all of a view lies high above its floor, so evenly spaced levels would miss what
matters. There the levels are 1, 2, 5, 10 … above the least value in view; beside poles both ways
from the middle; elsewhere they are evenly spaced, with some more around a minimum.
"""

from collections.abc import Sequence
from math import ceil, floor, log10

import numpy as np

from gdviz.calculus.contours.map import Array

EVEN = 11
"""Levels wanted where they are evenly spaced."""
MOST = 15
"""Levels of a row that grows by factors."""
INNER = (0.2, 0.5)
"""Levels more around a minimum, in parts of the way to the first of evenly spaced ones."""
TAILS = (0.004, 0.25, 0.5, 0.75, 0.985)
"""Shares of the view that lie below what is called low, quarter, middle, three quarters, high."""
SKEWED = 5.0
"""How many times further the high values reach than the low ones in what counts as a ravine."""
HEAVY = 12.0
"""How many times as wide as its middle half the range of values is beside poles."""
SERIES = ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,))
"""Numbers of each decade, from many to few."""
DEEPEST = 1e-5
"""The first level above a minimum, in parts of the highest one, is not less."""
AROUND = 9
"""Places of a square of three by three."""
ALL_EQUAL = 1e-12


def levels(values: Array) -> tuple[float, ...]:
    """Ascending levels for a view in which f takes these values, shape (rows, columns); none where
    it is constant."""
    seen = values[np.isfinite(values)]
    if not seen.size:
        return ()
    least, most = float(seen.min()), float(seen.max())
    if not most - least > ALL_EQUAL * max(abs(least), abs(most)):
        return ()
    low, quarter, middle, upper, high = (float(q) for q in np.quantile(seen, TAILS))
    if high - low > HEAVY * (upper - quarter) and low < 0.0 < high:
        return _both_ways(seen)
    if high - middle > SKEWED * (middle - low) or high - least > HEAVY * (middle - least):
        return _above(least, low - least, high - least)
    if middle - low > SKEWED * (high - middle):
        bottom = float(np.quantile(seen, 1.0 - TAILS[-1]))
        top = float(np.quantile(seen, 1.0 - TAILS[0]))
        return tuple(-level for level in _above(-most, most - top, most - bottom))[::-1]
    reach = (high - low) / 4
    return _evenly(max(least, low - reach), min(most, high + reach), is_bowl=_has_bowl(values))


def _has_bowl(values: Array) -> bool:
    """Whether the least value is that of a minimum, not of an edge."""
    row, column = np.unravel_index(np.nanargmin(values), values.shape)
    around = values[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2]
    return around.size == AROUND and bool(np.isfinite(around).all())


def _evenly(least: float, high: float, *, is_bowl: bool) -> tuple[float, ...]:
    """Round numbers, and some more in the depth of a bowl."""
    step = round_step((high - least) / EVEN)
    first = floor(least / step) + 1
    even = [step * k for k in range(first, floor(high / step) + 1)]
    if not (is_bowl and even):
        return _distinct(even, least)
    gap = even[0] - least
    inner = [_rounded(least + gap * share, gap * share) for share in INNER]
    return _distinct([*inner, *even], least)


def _above(least: float, low: float, high: float) -> tuple[float, ...]:
    """Levels that grow by factors above the least value, from `low` above it to `high`."""
    low = max(low, DEEPEST * high)
    for series in SERIES:
        heights = _in_decades(series, low, high)
        if len(heights) <= MOST:
            break
    return _distinct([_rounded(least + height, height) for height in heights], least)


def _both_ways(seen: Array) -> tuple[float, ...]:
    """Beside poles: the same below zero as above it."""
    sizes = np.abs(seen)
    low, high = (float(q) for q in np.quantile(sizes, (0.1, 0.97)))
    for series in SERIES:
        heights = _in_decades(series, max(low, DEEPEST * high), high)
        if 2 * len(heights) <= MOST:
            break
    both = [*(-height for height in heights), *heights]
    return _distinct(both, float(seen.min()))


def _in_decades(series: Sequence[float], low: float, high: float) -> list[float]:
    """Numbers of a series times powers of ten, from low to high."""
    first, last = floor(log10(low)), ceil(log10(high))
    found = (float(f"{part}e{power}") for power in range(first, last + 1) for part in series)
    return [height for height in found if low <= height <= high]


def _rounded(level: float, height: float) -> float:
    """The level with one digit more than its height above the least value has."""
    return round(level, 1 - floor(log10(height)))


def round_step(width: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not less than `width`."""
    power = floor(log10(width))
    steps = (float(f"{part}e{power}") for part in (1, 2, 5, 10))
    return next(step for step in steps if step >= width * (1.0 - 1e-9))


def _distinct(found: Sequence[float], least: float) -> tuple[float, ...]:
    """In order, each once, as decimal fractions are written, above the least value."""
    return tuple(sorted({float(f"{level:.12g}") for level in found if level > least}))
