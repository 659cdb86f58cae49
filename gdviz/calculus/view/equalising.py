"""Views with one scale: a unit is as long up as across, and the curve is still well seen."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]
Curve = Callable[[Array], np.float64 | Array]

NODES = 401
"""At so many places a curve is looked at."""
SLIGHT = 2.5
"""Scales that differ by no more than this are made equal by showing a little more."""
STEPS = 13
"""Views that are looked at, from that with the same x to that with the same y."""
INSIDE = 0.33
"""Of its way from side to side a curve is to be in view for so much at least …"""
TALL = 0.125
"""… and go up and down for so much of the view's height."""
FOR_POINT = 2.0
"""So many times wider or narrower at most a view becomes for the sake of a point."""
HEADROOM = 0.05
"""Blank over and under a curve, in heights of the view."""


def equalised(
    view: Viewport,
    size: tuple[int, int],
    value: Curve | None = None,
    point: float | None = None,
) -> Viewport:
    """The view with one scale in a picture `size` pixels large, the middle kept as far as can be.

    It stays as it is from side to side where the curve of `value` is well seen so, and with its
    point above x = `point` if that is near enough; else it is as much wider or narrower as it must
    be. Where scales differ slightly, or no curve is known, all that was seen is seen.
    """
    width, height = size
    across, up = view.width / width, view.height / height
    if value is None or max(across, up) <= SLIGHT * min(across, up):
        return _of_unit(view, max(across, up), size)
    units = np.geomspace(across, up, STEPS).tolist()
    near = [unit for unit in units if max(unit / across, across / unit) <= FOR_POINT]
    for tried, wanted in ((near if point is not None else [], point), (units, None)):
        candidates = [_following(view, unit, size, value, wanted) for unit in tried]
        merits = [merit for _, merit in candidates]
        good = next((view for view, merit in candidates if merit >= 1.0), None)
        if good is not None:
            return good
    return candidates[int(np.argmax(merits))][0]


def _of_unit(view: Viewport, unit: float, size: tuple[int, int]) -> Viewport:
    """So many units to a pixel, around the middle of a view."""
    x, y = (view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2
    half_width, half_height = unit * size[0] / 2, unit * size[1] / 2
    return Viewport(x - half_width, x + half_width, y - half_height, y + half_height)


def _following(
    view: Viewport,
    unit: float,
    size: tuple[int, int],
    value: Curve,
    point: float | None,
) -> tuple[Viewport, float]:
    """A view of this scale at the height where most of the curve is; and how well it is seen, 1
    where that is enough."""
    first = _of_unit(view, unit, size)
    with np.errstate(all="ignore"):
        heights = np.asarray(value(np.linspace(first.x0, first.x1, NODES)))
        wanted = np.nan if point is None else float(value(np.array(point)))
    heights = np.sort(heights[np.isfinite(heights)])
    if not heights.size:
        return first, 0.0
    room = (1.0 - 2 * HEADROOM) * first.height
    bottom = _fullest(heights, room, first.y0 + HEADROOM * first.height, wanted)
    seen = heights[(heights >= bottom) & (heights <= bottom + room)]
    low = bottom - HEADROOM * first.height
    moved = Viewport(first.x0, first.x1, low, low + first.height)
    share = seen.size / heights.size
    extent = float(np.ptp(seen)) / first.height if seen.size else 0.0
    return moved, min(share / INSIDE, extent / TALL)


def _fullest(heights: Array, room: float, usual: float, wanted: float) -> float:
    """The bottom of the range of this length with most of the heights (n,), which are in order, and
    with the wanted one unless that is NaN or ±∞; of several the one nearest to the usual."""
    bottoms = np.concatenate(([usual], heights, heights - room))
    if np.isfinite(wanted):
        bottoms = np.append(np.clip(bottoms, wanted - room, wanted), wanted)
    margin = 1e-9 * room
    first = np.searchsorted(heights, bottoms - margin)
    last = np.searchsorted(heights, bottoms + room + margin, side="right")
    counts = last - first
    off = np.where(counts == counts.max(), np.abs(bottoms - usual), np.inf)
    return float(bottoms[int(off.argmin())])
