"""Points in view where f′ is 0: minima, maxima, and where f only pauses (x³ at 0).

Found by looking at many numbers, each then closed in on to the last bit; what is narrower than a
twelve-hundredth of the view can be missed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.landmarks import Array, Function, Integers
from gdviz.calculus.view.viewport import Viewport

NODES, MOST = 1201, 24
"""Nodes at which a view is surveyed, and how many points are kept, those next to its middle."""
OFF_BEAT = 1e-4 / 7
"""Nodes are off round values by so much of the view's width: what happens there is between them."""
PARTS, ROUNDS = 32, 12
"""How a place is closed in on: to the last bit of a float64."""
VANISHES, SHRINKS = 1e-6, 0.1
"""f′ at a zero, in parts of what it is at the nodes around: surely one, and possibly one. At a
corner it is as large as there, at a pole larger."""
TOUCHES, TOUCHED = 0.2, 1e-9
"""Where f′ may touch 0 without changing its sign, it is so small beside the second next nodes; and
so small at the point itself."""
ROUND_DIGITS = 7
"""Of the view's width: a number with no more digits is a round one."""


class Turn(StrEnum):
    """What f does at a point where f′ is 0."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Stationary:
    """A point with f′(x) = 0, or an extremum where there is no f′."""

    x: float
    value: float
    turn: Turn


@dataclass(frozen=True, slots=True)
class StationaryPoints:
    """From left to right; `complete` unless there are more in view than were kept."""

    points: tuple[Stationary, ...] = ()
    complete: bool = True


def stationary_points(
    value: Function,
    slope: Function,
    curvature: Callable[[], Function],
    local_slope: Callable[[float], float | None],
    view: Viewport,
) -> StationaryPoints:
    """value, slope: f and f′ by the rules on arrays, NaN where they have none.

    curvature: makes f″ where it is needed; local_slope: f′ at one point, however it is found there.
    """
    search = _Survey(value, slope, curvature, local_slope, view)
    with np.errstate(all="ignore"):
        found = [*search.crossings(), *search.touches()]
    middle = 0.0 if view.x0 <= 0 <= view.x1 else (view.x0 + view.x1) / 2
    nearest = sorted(found, key=lambda point: (abs(point.x - middle), point.x))[:MOST]
    points = tuple(sorted(nearest, key=lambda point: point.x))
    return StationaryPoints(points, len(points) == len(found))


@dataclass(slots=True)
class _Survey:
    value: Function
    slope: Function
    curvature: Callable[[], Function]
    local_slope: Callable[[float], float | None]
    view: Viewport

    def crossings(self) -> list[Stationary]:
        """Where f′ changes its sign and is 0 there."""
        nodes, size, signs = survey(self.slope, self.view)
        places = nearest(np.flatnonzero(signs[:-1] * signs[1:] < 0), nodes, self.view)
        found = closed_in(self.slope, nodes[places], nodes[places + 1])
        around = np.fmax(size[places], size[places + 1])
        left = np.abs(np.asarray(self.slope(found))) / around
        turns = [Turn.MINIMUM if sign < 0 else Turn.MAXIMUM for sign in signs[places]]
        points = [
            self._point(float(x), turn, sure=bool(share <= VANISHES))
            for x, turn, share in zip(found, turns, left, strict=True)
            if share <= SHRINKS
        ]
        return [point for point in points if point is not None]

    def touches(self) -> list[Stationary]:
        """Where f′ is 0 and has the same sign on both sides."""
        nodes, size, signs = survey(self.slope, self.view)
        inner = size[2:-2]
        is_low = inner <= TOUCHES * np.fmin(size[:-4], size[4:])
        is_low &= (inner <= size[1:-3]) & (inner <= size[3:-1])
        is_low &= signs[1:-3] * signs[3:-1] > 0  # where f is constant there is no single point
        places = nearest(np.flatnonzero(is_low) + 2, nodes, self.view)
        if not places.size:
            return []
        found = closed_in(self.curvature(), nodes[places - 1], nodes[places + 1])
        around = np.fmax(size[places - 1], size[places + 1])
        small = np.abs(np.asarray(self.slope(found))) <= TOUCHED * around
        points = [self._point(float(x), Turn.NONE, sure=True) for x in found[small]]
        return [point for point in points if point is not None]

    def _point(self, x: float, turn: Turn, *, sure: bool) -> Stationary | None:
        """The point, unless f has no value there; where f′ vanishes slowly it is asked for itself.

        (x^(4/3) at 0: next to it f′ is not small yet.)
        """
        x = self._rounded(x)
        value = float(np.asarray(self.value(np.array([x])))[0])
        if not np.isfinite(value) or not (sure or self.local_slope(x) == 0):
            return None
        return Stationary(x, value + 0.0, turn)

    def _rounded(self, x: float) -> float:
        """A round number next to it, if f′ is as small there; or if f has a hole there, for then
        it is rounding that made a zero beside it (sin x/x at 0)."""
        near = rounded(x, self.view)
        both = np.array([near, x])
        at_rounded, at_x = np.abs(np.asarray(self.slope(both)))
        is_hole = not np.isfinite(np.asarray(self.value(both))[0])
        is_zero = at_rounded <= at_x
        if np.isnan(at_rounded) and not is_hole:
            is_zero = self.local_slope(near) == 0
        return near if is_hole or is_zero else x


def survey(slope: Function, view: Viewport) -> tuple[Array, Array, Array]:
    """The nodes at which a view is surveyed; how steep f is there, and the signs of f′."""
    nodes = np.linspace(view.x0, view.x1, NODES) + view.width * OFF_BEAT
    found = np.asarray(slope(nodes))
    return nodes, np.abs(found), np.sign(found)


def rounded(x: float, view: Viewport) -> float:
    """The round number next to x."""
    return round(x, ROUND_DIGITS - floor(log10(view.width))) + 0.0


def nearest(places: Integers, nodes: Array, view: Viewport) -> Integers:
    """Twice as many as are kept, so that it is known whether there are more."""
    middle = 0.0 if view.x0 <= 0 <= view.x1 else (view.x0 + view.x1) / 2
    order = np.argsort(np.abs(nodes[places] - middle), kind="stable")
    chosen: NDArray[np.intp] = places[order][: 2 * MOST]
    return chosen


def closed_in(function: Function, low: Array, high: Array) -> Array:
    """Where the sign of a function changes between low and high."""
    each = np.arange(low.size)
    for _ in range(ROUNDS):
        if np.all(high <= np.nextafter(low, np.inf)):
            break
        nodes = low[:, None] + (high - low)[:, None] * (np.arange(PARTS + 1) / PARTS)
        signs = np.sign(function(nodes.ravel())).reshape(nodes.shape)
        first = np.argmax(signs[:, 1:] != signs[:, :1], axis=1)
        low, high = nodes[each, first], nodes[each, first + 1]
    ends = np.abs(function(low)), np.abs(function(high))
    return np.where(np.asarray(ends[0]) < np.asarray(ends[1]), low, high)
