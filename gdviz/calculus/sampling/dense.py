"""Where a curve varies faster than the screen can show: pixel columns and the bounds in them."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import Cells, Integers
from gdviz.calculus.sampling.samples import Points
from gdviz.calculus.sampling.screen import Screen
from gdviz.calculus.sampling.strokes import Lines

Function = Callable[[Array], Array]

SAMPLES = 8
"""Values looked at inside each dense cell; a pixel has several cells."""
GOLDEN = (5**0.5 - 1) / 2
TALL = 2.0
"""Pixels: what varies less is drawn as a line, however fast."""
FEWEST_TURNS = 4
"""A column whose values turn so often between up and down is full."""
WINDOW, WINDOW_TURNS = 9, 5
"""Columns looked at together, and the number of turns that makes them full."""
CLOSING = 3
"""Not more than twice as many columns between full ones are full as well."""
NEIGHBOURS = 2
"""Columns on either side that are asked for higher and lower values: the bounds of a band change
slowly, but each column has met only some of the values it covers."""
NEARLY = 0.1
"""Proven bounds are taken where the values met come this near, as a share of their range."""


class Shade(NamedTuple):
    """For each column of pixels the least and the greatest value met (NaN where none was), and
    whether the curve fills the column between them."""

    low: Array
    high: Array
    is_full: Flags

    def merged(self, other: "Shade") -> "Shade":
        """What both know; narrow columns between full ones are full."""
        low, high = np.fmin(self.low, other.low), np.fmax(self.high, other.high)
        full = _closed(self.is_full | other.is_full) & ~np.isnan(low)
        return Shade(low, high, full)


def empty_shade(screen: Screen) -> Shade:
    """Nothing met yet."""
    count = int(np.ceil(screen.width))
    return Shade(np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, np.bool_))


def column_of(x: Array, screen: Screen) -> Integers:
    """The number of the column of pixels, 0 at the left."""
    last = int(np.ceil(screen.width)) - 1
    place = np.floor((x - screen.viewport.x0) * screen.across)
    return np.clip(place, 0, last).astype(np.int64)


def shade_of_cells(cells: Cells, function: Function, screen: Screen) -> Shade:
    """The columns of dense cells, which come in order."""
    shade = empty_shade(screen)
    owner = column_of((cells.low + cells.high) / 2, screen)
    start = np.flatnonzero(np.diff(owner, prepend=-1))
    column = owner[start]
    values = _values(cells, function, screen)
    low = np.fmin.reduceat(np.fmin.reduce(values, axis=1), start)
    high = np.fmax.reduceat(np.fmax.reduce(values, axis=1), start)
    tall = (high - low) * screen.up > TALL
    shade.is_full[column] = tall & (np.add.reduceat(_turns(values), start) >= FEWEST_TURNS)
    bottom = np.clip(np.minimum.reduceat(cells.bottom, start), *screen.drawn)
    top = np.clip(np.maximum.reduceat(cells.top, start), *screen.drawn)
    low, high = _with_neighbours(column, low, high)
    low, high = np.maximum(low, bottom), np.minimum(high, top)
    near = NEARLY * (high - low)
    shade.low[column] = np.where(low - bottom <= near, bottom, low)
    shade.high[column] = np.where(top - high <= near, top, high)
    return shade


def _values(cells: Cells, function: Function, screen: Screen) -> Array:
    """Values at irrational places in each cell and at its ends, shape (n, SAMPLES + 2)."""
    places = np.arange(SAMPLES) / SAMPLES + np.arange(cells.low.size)[:, None] * GOLDEN / SAMPLES
    places = np.sort(places % 1.0, axis=1)
    x = cells.low[:, None] + (cells.high - cells.low)[:, None] * places
    inside = function(x.ravel()).reshape(x.shape)
    values = np.concatenate((cells.at_low[:, None], inside, cells.at_high[:, None]), axis=1)
    return np.clip(values, *screen.drawn)


def _turns(values: Array) -> Integers:
    """How often each row of values goes from rising to falling or back."""
    rising = np.diff(values, axis=1) > 0.0
    turns: Integers = (rising[:, 1:] != rising[:, :-1]).sum(axis=1)
    return turns


def _with_neighbours(column: Integers, low: Array, high: Array) -> tuple[Array, Array]:
    least, most = low.copy(), high.copy()
    for shift in range(1, NEIGHBOURS + 1):
        adjacent = column[shift:] - column[:-shift] == shift
        right, left = slice(shift, None), slice(-shift)
        for here, there in ((right, left), (left, right)):
            least[here] = np.where(adjacent, np.fmin(least[here], low[there]), least[here])
            most[here] = np.where(adjacent, np.fmax(most[here], high[there]), most[here])
    return least, most


def shade_of_lines(lines: Lines, screen: Screen) -> Shade:
    """The columns that polylines pass through; where they go up and down at every other pixel,
    the columns are full."""
    shade = empty_shade(screen)
    column = column_of(lines.x, screen)
    np.fmin.at(shade.low, column, lines.y)
    np.fmax.at(shade.high, column, lines.y)
    count = shade.low.size
    turns = np.bincount(column[_extremes(lines, screen)], minlength=count)
    turns += 2 * np.bincount(column[_tall_beginnings(lines, screen)], minlength=count)
    near = np.convolve(turns, np.ones(WINDOW), mode="same")
    everywhere = np.arange(shade.low.size)
    low, high = _with_neighbours(everywhere, shade.low, shade.high)
    return Shade(low, high, near >= WINDOW_TURNS)


def _extremes(lines: Lines, screen: Screen) -> Integers:
    """Vertices where a polyline turns between up and down, having gone a visible way."""
    step = np.diff(lines.y)
    inside = ~lines.begins[1:]
    turn = np.flatnonzero((step[:-1] * step[1:] < 0.0) & inside[:-1] & inside[1:]) + 1
    if turn.size < WINDOW_TURNS:
        return turn[:0]
    rise = np.abs(np.diff(lines.y[turn])) * screen.up > TALL
    return turn[1:][rise]


def _tall_beginnings(lines: Lines, screen: Screen) -> Integers:
    """Where pieces begin that go a long way up or down, as between two poles."""
    first = np.flatnonzero(lines.begins)
    if first.size < WINDOW_TURNS // 2:
        return first[:0]
    height = np.maximum.reduceat(lines.y, first) - np.minimum.reduceat(lines.y, first)
    return first[height * screen.up > TALL]


def _closed(full: Flags) -> Flags:
    """Full columns and what is narrow between them."""
    reach = np.ones(2 * CLOSING + 1)
    near = np.convolve(full, reach, mode="same") > 0.5
    deep = np.convolve(~near, reach, mode="same") < 0.5
    return full | deep


def bands(shade: Shade, screen: Screen) -> tuple[Points, ...]:
    """One band for each run of full columns: rows of x, low, high."""
    chosen = np.flatnonzero(shade.is_full)
    runs = np.split(chosen, np.flatnonzero(np.diff(chosen) != 1) + 1)
    return tuple(_band(shade, run, screen) for run in runs if run.size)


def _band(shade: Shade, run: Integers, screen: Screen) -> Points:
    """Bounds in the middle of each column, and at both ends of the band."""
    places = np.concatenate(([run[0]], run + 0.5, [run[-1] + 1]))
    x = np.minimum(screen.viewport.x0 + places / screen.across, screen.viewport.x1)
    ends = np.concatenate((run[:1], run, run[-1:]))
    return np.stack((x, shade.low[ends], shade.high[ends]), axis=1)
