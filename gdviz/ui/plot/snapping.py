"""Where a dragged point comes to rest: at round values and at zeros and extrema, when near."""

from collections.abc import Iterable
from math import ceil, floor, log10

from gdviz.ui.plot.frame import Frame

REACH = 6.0
"""Pixels within which a point is drawn to a place."""
WHOLE = 1e-6
"""A number of steps this near to a whole one is whole."""
DIGITS = 12
"""Of a step: what comes after them is rounding alone, but parts of π keep theirs."""
COARSE, FINE = 10.0, 0.1
"""Steps of the arrow keys with Shift and with Ctrl, in plain steps."""


def constrained(
    x: float,
    frame: Frame,
    marks: Iterable[float],
    places: Iterable[float],
    base: float = 0.0,
) -> float:
    """The nearest of `places` (zeros, extrema), else of `marks` (round values), if one is near.

    Elsewhere x with no more digits than the screen can tell apart, inside the view. All of them
    are counted from `base`.
    """
    view = frame.viewport
    x = min(max(x, view.x0 - base), view.x1 - base)
    for candidates in (places, marks):
        nearest = min(candidates, key=lambda place: abs(place - x), default=None)
        if nearest is not None and abs(nearest - x) * frame.across <= REACH:
            return float(nearest)
    return rounded(x, 1.0 / frame.across)


def rounded(x: float, width: float) -> float:
    """x to the decimal place that is not more than `width`."""
    power = floor(log10(width))
    return round(x, -power)


def nudged(x: float, step: float, ways: int) -> float:
    """x moved by `ways` steps to a multiple of the step: the next one if it is between two."""
    at = x / step
    passed = floor(at + WHOLE) if ways > 0 else ceil(at - WHOLE)
    # Digits that are rounding alone go.
    return round((passed + ways) * step, DIGITS - floor(log10(step)))
