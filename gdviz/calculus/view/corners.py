"""Extrema in view where f′ does not exist: corners and cusps, |x − 1| at 1, ∛x² at 0."""

from collections.abc import Callable, Iterator
from math import isfinite, ulp

import numpy as np

from gdviz.calculus.local import LocalSlope
from gdviz.calculus.view.landmarks import Function
from gdviz.calculus.view.stationary import Stationary, Turn, closed_in, nearest, rounded, survey
from gdviz.calculus.view.viewport import Viewport

MOST_CORNERS = 8
"""So many are kept, those next to the middle of the view: each is looked at from both sides."""
BENDS = frozenset({"corner", "cusp"})
ROUNDINGS = 8


def corner_extrema(
    slope: Function, local: Callable[[float], LocalSlope], view: Viewport
) -> tuple[Stationary, ...]:
    """From left to right. slope: f′ by the rules on arrays; local: all about f at one point."""
    found: list[Stationary] = []
    with np.errstate(all="ignore"):
        nodes, _, signs = survey(slope, view)
        places = nearest(np.flatnonzero(signs[:-1] * signs[1:] < 0), nodes, view)
        changes = closed_in(slope, nodes[places], nodes[places + 1])
    for x, sign in zip(changes.tolist(), signs[places].tolist(), strict=True):
        turn = Turn.MINIMUM if sign < 0 else Turn.MAXIMUM
        found += list(_bends(x, turn, local, view))[:1]
        if len(found) == MOST_CORNERS:
            break
    return tuple(sorted(found, key=lambda point: point.x))


def _bends(
    x: float, turn: Turn, local: Callable[[float], LocalSlope], view: Viewport
) -> Iterator[Stationary]:
    """The corner at x, a round number next to it first."""
    for place in dict.fromkeys((rounded(x, view), x)):
        at = local(place)
        if at.problem in BENDS and at.value is not None:
            yield Stationary(place, _without_rounding(at, at.value), turn)


def _without_rounding(at: LocalSlope, value: float) -> float:
    """0 where no more than the rounding of x tells f from it: |sin x| at π."""
    slopes = [abs(side) for side in (at.left_slope, at.right_slope) if side is not None]
    steepest = max((side for side in slopes if isfinite(side)), default=0.0)
    return 0.0 if abs(value) <= ROUNDINGS * ulp(at.x) * steepest else value
