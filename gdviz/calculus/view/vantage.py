"""Where on a curve in view a point and its tangent are well seen."""

from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]

PLACES = 24
"""About so many round places are looked at across the view."""
MARGIN, HEADROOM = 0.12, 0.05
"""Shares of the view at its sides, and at its bottom and top, where no point is put."""
BESIDE = 0.01
"""Share of the view's width; so far on both sides there has to be a curve too."""
OBLIQUE = (0.25, 3.0)
"""Slopes of a tangent that is seen to rise or fall, in heights of the view by its width."""
RIGHT, LEFT = 0.65, 0.3
"""Where the first and the second point are wanted, in widths of the view from its left side."""
APART = 0.04
"""Two points are at least so many widths apart."""
OUT_OF_SIGHT, HARDLY_OBLIQUE = 100.0, 10.0
"""What it costs, in widths of the view, that a point is not seen; and at most, that its tangent
lies or stands: 1 for each time that it is twice too level or too steep."""


def vantage_points(function: Differentiable, view: Viewport) -> tuple[float, ...]:
    """Round x of two points on the curve, the better first, where there are so many.

    At each f has a derivative; the tangent there is neither level nor upright if that can be had.
    """
    x = _round_places(view)
    costs = _costs(function, x, view)
    chosen: list[float] = []
    for wanted in (RIGHT, LEFT):
        distance = np.abs(x - (view.x0 + wanted * view.width)) / view.width
        for place in np.argsort(costs + distance, kind="stable"):
            point = float(x[place])
            if not np.isfinite(costs[place]):
                break
            is_apart = all(abs(point - other) >= APART * view.width for other in chosen)
            if is_apart and function.at(point).problem is None:
                chosen.append(point)
                break
    return tuple(chosen)


def _round_places(view: Viewport) -> Array:
    """Multiples of a step 1, 2 or 5 times a power of ten."""
    rough = view.width / PLACES
    power = floor(log10(rough))
    step = next(m for m in (1, 2, 5, 10) if m * 10.0**power >= rough) * 10.0**power
    low, high = view.x0 + MARGIN * view.width, view.x1 - MARGIN * view.width
    numbers = range(ceil(low / step), floor(high / step) + 1)
    # As they are written in decimals, without what 0.1 + 0.2 adds.
    return np.array([round(number * step, max(0, -power)) for number in numbers])


def _costs(function: Differentiable, x: Array, view: Viewport) -> Array:
    """Of a point at each x: 0 where all is well, ∞ where there is no curve."""
    beside = BESIDE * view.width
    around = np.array([function.value(x - beside), function.value(x), function.value(x + beside)])
    value, slope = around[1], np.asarray(function.rule_slope(x))
    with np.errstate(all="ignore"):
        height = (value - view.y0) / view.height
        steepness = np.abs(slope) * view.width / view.height
        excess = np.maximum(np.log2(OBLIQUE[0] / steepness), np.log2(steepness / OBLIQUE[1]))
    is_there = np.isfinite(around).all(axis=0) & np.isfinite(slope)
    is_seen = (height >= HEADROOM) & (height <= 1 - HEADROOM)
    cost = np.where(is_seen, 0.0, OUT_OF_SIGHT) + np.clip(excess, 0.0, HARDLY_OBLIQUE)
    return np.where(is_there, cost, np.inf)
