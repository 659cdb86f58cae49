"""From straight segments to polylines: cut off at the screen's reach, thinned, in pieces."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.columns import rows
from gdviz.calculus.sampling.screen import Screen

Points = NDArray[np.float64]
FULL_COLUMN = 6
"""Vertices in a column of pixels beyond which only the first, last, lowest and highest count."""


class Segments(NamedTuple):
    """Straight segments from (x0, y0) to (x1, y1), left to right; `follows`: a segment begins
    where the one before it ends."""

    x0: Array
    y0: Array
    x1: Array
    y1: Array
    follows: Flags


class Lines(NamedTuple):
    """Polylines one after the other: their vertices, and which of them begin one."""

    x: Array
    y: Array
    begins: Flags


def lines(segments: Segments, screen: Screen) -> Lines:
    """The polylines that segments within the screen's reach make."""
    return _vertices(_cut_off(segments, *screen.drawn))


def without(given: Lines, dropped: Flags) -> Lines:
    """The polylines without some vertices, and broken there."""
    begins = given.begins | np.concatenate(([False], dropped[:-1]))
    return rows(given._replace(begins=begins), ~dropped)


def pieces(given: Lines, screen: Screen) -> tuple[Points, ...]:
    """Polylines of at least two vertices, each an array (n, 2), no denser than the screen needs."""
    if not given.x.size:
        return ()
    x, y, begins = _thinned(given, screen)
    parts = np.split(np.stack((x, y), axis=1), np.flatnonzero(begins)[1:])
    return tuple(part for part in parts if len(part) > 1)


def _cut_off(segments: Segments, low: float, high: float) -> Segments:
    """What lies between two heights. Segments that run to infinity are upright."""
    x0, y0, x1, y1, follows = segments
    kept = ~((np.minimum(y0, y1) > high) | (np.maximum(y0, y1) < low)) & ~np.isnan(y0 + y1)
    start_inside, end_inside = (y0 >= low) & (y0 <= high), (y1 >= low) & (y1 <= high)
    before = np.concatenate(([False], (kept & end_inside)[:-1]))
    whole = kept & start_inside & end_inside
    if not whole.all():
        x0, x1, y0, y1 = (
            np.where(start_inside, x0, _crossing(segments, np.clip(y0, low, high))),
            np.where(end_inside, x1, _crossing(segments, np.clip(y1, low, high))),
            np.clip(y0, low, high),
            np.clip(y1, low, high),
        )
    return rows(Segments(x0, y0, x1, y1, follows & before & start_inside), kept)


def _crossing(segments: Segments, level: Array) -> Array:
    """Where a segment has a height, reckoned from its end that is nearer to zero."""
    x0, y0, x1, y1, _ = segments
    from_start = x0 + (x1 - x0) * ((level - y0) / (y1 - y0))
    from_end = x1 + (x0 - x1) * ((level - y1) / (y0 - y1))
    return np.where(np.abs(y0) <= np.abs(y1), from_start, from_end)


def _vertices(segments: Segments) -> Lines:
    x0, y0, x1, y1, follows = segments
    kept = np.stack((~follows, np.ones_like(follows)), axis=1).ravel()
    begins = np.stack((~follows, np.zeros_like(follows)), axis=1).ravel()
    x, y = np.stack((x0, x1), axis=1).ravel(), np.stack((y0, y1), axis=1).ravel()
    return Lines(x[kept], y[kept], begins[kept])


def _thinned(given: Lines, screen: Screen) -> Lines:
    """In columns full of vertices only the first, last, lowest and highest, which look the same."""
    x, y, begins = given
    column = np.floor((x - screen.viewport.x0) * screen.across)
    new_run = begins | (np.diff(column, prepend=np.nan) != 0.0)
    run = np.cumsum(new_run) - 1
    length = np.bincount(run)
    full = length[run] > FULL_COLUMN
    if not full.any():
        return given
    by_height = np.lexsort((y, run))
    first = np.flatnonzero(new_run)
    last = np.append(first[1:], x.size) - 1
    kept = ~full
    for index in (first, last, by_height[first], by_height[last]):
        kept[index] = True
    return rows(given, kept)
