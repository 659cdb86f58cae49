"""Where a curve varies faster than the screen can show: bands between its bounds."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import Cells, Integers
from gdviz.calculus.sampling.screen import Screen

Bands = tuple[NDArray[np.float64], ...]
Function = Callable[[Array], Array]

SAMPLES = 8
"""Values looked at inside each dense cell; a pixel has several cells."""
GOLDEN = (5**0.5 - 1) / 2
TALL = 2.0
"""Pixels up to which a column is drawn as a line, however often it turns."""
FEWEST_TURNS = 4
NEIGHBOURS = 2
"""Columns on either side that are asked for higher and lower values: the bounds of a band change
slowly, but each column has met only some of the values it covers."""
NEARLY = 0.1
"""Proven bounds are taken where the values met come this near, as a share of their range."""


class Columns(NamedTuple):
    """The columns of pixels that hold dense cells: their bounds, and whether each is a band."""

    number: Integers
    left: Array
    right: Array
    low: Array
    high: Array
    is_band: Flags


def columns(cells: Cells, function: Function, screen: Screen) -> tuple[Columns, Integers]:
    """The columns of dense cells (in order from left to right), and each cell's column."""
    middle = (cells.low + cells.high) / 2
    number = np.floor((middle - screen.viewport.x0) * screen.across).astype(np.int64)
    new = np.diff(number, prepend=number[0] - 1) != 0
    start, owner = np.flatnonzero(new), np.cumsum(new) - 1
    values = _values(cells, function, screen)
    low = np.fmin.reduceat(np.fmin.reduce(values, axis=1), start)
    high = np.fmax.reduceat(np.fmax.reduce(values, axis=1), start)
    turns = np.add.reduceat(_turns(values), start)
    is_band = ((high - low) * screen.up > TALL) & (turns >= FEWEST_TURNS)
    bottom = np.minimum.reduceat(cells.bottom, start)
    top = np.maximum.reduceat(cells.top, start)
    low, high = _proven(*_with_neighbours(low, high, number[start], bottom, top), bottom, top)
    last = np.append(start[1:], number.size) - 1
    return Columns(number[start], cells.low[start], cells.high[last], low, high, is_band), owner


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


def _with_neighbours(
    low: Array, high: Array, number: Integers, bottom: Array, top: Array
) -> tuple[Array, Array]:
    least, most = low.copy(), high.copy()
    for shift in range(1, NEIGHBOURS + 1):
        adjacent = number[shift:] - number[:-shift] == shift
        for here, there in (
            (slice(shift, None), slice(-shift)),
            (slice(-shift), slice(shift, None)),
        ):
            least[here] = np.where(adjacent, np.fmin(least[here], low[there]), least[here])
            most[here] = np.where(adjacent, np.fmax(most[here], high[there]), most[here])
    return np.maximum(least, np.minimum(bottom, low)), np.minimum(most, np.maximum(top, high))


def _proven(low: Array, high: Array, bottom: Array, top: Array) -> tuple[Array, Array]:
    near = NEARLY * (high - low)
    return np.where(low - bottom <= near, bottom, low), np.where(top - high <= near, top, high)


def bands(found: Columns) -> Bands:
    """One band for each run of adjacent columns: rows of x, low, high."""
    chosen = np.flatnonzero(found.is_band)
    runs = np.split(chosen, np.flatnonzero(np.diff(found.number[chosen]) != 1) + 1)
    return tuple(_band(found, run) for run in runs if run.size)


def _band(found: Columns, run: Integers) -> NDArray[np.float64]:
    """Bounds in the middle of each column, and as far as the band reaches on either side."""
    middle = (found.left[run] + found.right[run]) / 2
    x = np.concatenate((found.left[run[:1]], middle, found.right[run[-1:]]))
    ends = np.concatenate((run[:1], run, run[-1:]))
    return np.stack((x, found.low[ends], found.high[ends]), axis=1)
