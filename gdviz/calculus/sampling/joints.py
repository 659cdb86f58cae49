"""How the cells of a curve hang together: across holes, and on to infinity at poles."""

from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.breaks import EQUAL, approach
from gdviz.calculus.sampling.cells import Cells, Integers, ordinal
from gdviz.calculus.sampling.columns import rows, stacked
from gdviz.calculus.sampling.refinement import Refinement
from gdviz.calculus.sampling.row import Row
from gdviz.calculus.sampling.screen import Screen
from gdviz.calculus.sampling.strokes import Segments

HOLE_WIDTH = 0.5
"""Pixels: places without values that are wider are gaps, unless rounding alone took the values."""


class Shore(NamedTuple):
    """Drawn cells beside a gap: their index, that of the gap's first cell, the end that faces the
    gap, f there, and what f does on the way to it (breaks.Approach)."""

    cell: Integers
    beyond: Integers
    x: Array
    y: Array
    limit: Array
    spread: Array
    way: Array


def plain(row: Row) -> Segments:
    """The drawn cells as segments, one following the other where they touch."""
    places = np.flatnonzero(row.drawn)
    cells = rows(row.cells, places)
    follows = np.diff(places, prepend=-2) == 1
    return Segments(cells.low, cells.at_low, cells.high, cells.at_high, follows)


def connected(row: Row, refinement: Refinement) -> tuple[Segments, Flags]:
    """The same, with holes bridged and branches carried on to their poles.

    Returns the segments, and which cells lie under a bridge.
    """
    low, high = refinement.screen.drawn
    away = (np.minimum(row.cells.at_low, row.cells.at_high) > high) | (
        np.maximum(row.cells.at_low, row.cells.at_high) < low
    )
    row = row._replace(linked=row.linked & ~away)
    drawn = row.drawn
    under = np.zeros(drawn.size + 1, dtype=np.int64)
    # Branches that have left the picture need no end.
    ends_inside = (row.cells.at_high >= low) & (row.cells.at_high <= high)
    begins_inside = (row.cells.at_low >= low) & (row.cells.at_low <= high)
    before = np.flatnonzero(drawn[:-1] & ~drawn[1:] & ends_inside[:-1])
    after = np.flatnonzero(drawn[1:] & ~drawn[:-1] & begins_inside[1:]) + 1
    whole = plain(row)
    if not before.size and not after.size:
        return whole, drawn & False
    left, right = _shores(row.cells, before, after, refinement)
    holes = _holes(left, right, row, refinement.screen)
    bridges = _bridges(rows(left, holes[0]), rows(right, holes[1]))
    ends = _branches(rows(left, ~_chosen(holes[0], before.size)), row.cells)
    starts = _branches(rows(right, ~_chosen(holes[1], after.size)), row.cells)
    # Keys put each piece into its place: 3k for cell k, 3k − 1 before it and 3k + 1 after it.
    keyed = [
        (3 * np.flatnonzero(drawn), whole),
        (3 * right.cell[holes[1]] - 1, bridges),
        (3 * ends[0] + 1, ends[1]),
        (3 * starts[0] - 1, _turned(starts[1])),
    ]
    np.add.at(under, left.cell[holes[0]] + 1, 1)
    np.add.at(under, right.cell[holes[1]], -1)
    return _merged(keyed), np.cumsum(under[:-1]) > 0


def _shores(
    cells: Cells, before: Integers, after: Integers, refinement: Refinement
) -> tuple[Shore, Shore]:
    cell = np.concatenate((before, after))
    side = np.repeat((-1, 1), (before.size, after.size))
    x = np.where(side < 0, cells.high[cell], cells.low[cell])
    y = np.where(side < 0, cells.at_high[cell], cells.at_low[cell])
    found = approach(refinement.function, refinement.encloser, refinement.screen, x, side)
    shores = Shore(cell, cell - side, x, y, *found)
    return rows(shores, slice(before.size)), rows(shores, slice(before.size, None))


def _holes(left: Shore, right: Shore, row: Row, screen: Screen) -> tuple[Integers, Integers]:
    """Which left and right shores belong together: f settles to the same value on both."""
    first = np.arange(left.cell.size)
    second = np.searchsorted(right.cell, left.cell, side="right")
    first, second = first[second < right.cell.size], second[second < right.cell.size]
    one, other = rows(left, first), rows(right, second)
    # Nothing that is drawn lies between, and no band.
    covered = np.concatenate(([0], np.cumsum(row.banded | row.drawn)))
    known = np.where(row.uncertain, 0.0, row.cells.high - row.cells.low)
    wide = np.concatenate(([0.0], np.cumsum(known)))
    open_width = (wide[other.cell] - wide[one.cell + 1]) * screen.across
    fits = (covered[other.cell] == covered[one.cell + 1]) & (open_width <= HOLE_WIDTH)
    spread = one.spread + other.spread
    apart = np.abs(one.limit - other.limit)
    meets = ((apart - spread) * screen.up <= EQUAL) | _touch(one, other, row, screen)
    pairs = zip(one.cell, other.cell, strict=True)
    pixel = 1.0 / screen.up
    across_lost = np.array([_is_possible(*pair, row, pixel) for pair in pairs], dtype=np.bool_)
    found = fits & (meets | across_lost)
    return first[found], second[found]


def _touch(one: Shore, other: Shore, row: Row, screen: Screen) -> Flags:
    """Nothing but one float is between, where f is bounded, and the values beside it are the same:
    limits that are approached so slowly, as that of 1/ln|x| at 0, no nearest values show."""
    heights = [*row.cells.numbers[4:6, one.beyond], *row.cells.numbers[4:6, other.beyond]]
    bounded = np.isfinite(heights).all(axis=0)
    near = np.abs(one.y - other.y) * screen.up <= EQUAL
    touching: Flags = bounded & near & (ordinal(other.x) - ordinal(one.x) <= 2)
    return touching


def _is_possible(before: np.int64, after: np.int64, row: Row, pixel: float) -> bool:
    """Whether rounding alone took the values between two cells, and a straight line there keeps
    within a pixel of what is proven."""
    gap = slice(before + 1, after)
    if not row.uncertain[gap].any():
        return False
    cells = rows(row.cells, gap)
    ends = row.cells.high[before], row.cells.low[after]
    heights = row.cells.at_high[before], row.cells.at_low[after]
    line = np.interp((cells.low + cells.high) / 2, ends, heights)
    inside = (line >= cells.bottom - pixel) & (line <= cells.top + pixel)
    return bool((cells.void | inside).all())


def _chosen(places: Integers, count: int) -> Flags:
    chosen = np.zeros(count, dtype=np.bool_)
    chosen[places] = True
    return chosen


def _bridges(left: Shore, right: Shore) -> Segments:
    return Segments(left.x, left.y, right.x, right.y, np.ones(left.x.size, dtype=np.bool_))


def _branches(shore: Shore, cells: Cells) -> tuple[Integers, Segments]:
    """Upright segments to ±∞, where f runs off without bounds; and the cells they stand by."""
    way = shore.way
    unbounded = np.where(way > 0, cells.top[shore.beyond], -cells.bottom[shore.beyond]) == np.inf
    found = rows(shore, (way != 0) & unbounded & np.isfinite(shore.y))
    follows = np.ones(found.x.size, dtype=np.bool_)
    return found.cell, Segments(found.x, found.y, found.x, found.way * np.inf, follows)


def _turned(segments: Segments) -> Segments:
    x0, y0, x1, y1, follows = segments
    return Segments(x1, y1, x0, y0, ~follows)


def _merged(keyed: list[tuple[Integers, Segments]]) -> Segments:
    keys = np.concatenate([key for key, _ in keyed])
    order = np.argsort(keys)
    joined = rows(stacked([segments for _, segments in keyed]), order)
    behind_link = np.diff(keys[order], prepend=-9) == 1
    return joined._replace(follows=joined.follows | (behind_link & (keys[order] % 3 == 0)))
