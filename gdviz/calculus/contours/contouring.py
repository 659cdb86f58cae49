"""The map of a function in a view, coarse at first, then fine, in slices of time."""

from collections.abc import Generator, Iterator
from time import perf_counter

import numpy as np

from gdviz.calculus.contours.grid import Grid, Value
from gdviz.calculus.contours.levels import levels
from gdviz.calculus.contours.lines import lines_of, tracer
from gdviz.calculus.contours.map import BLANK, Array, Bands, ContourLine, Contours
from gdviz.calculus.view.viewport import Viewport

COARSE, FINE = 8, 2
"""Pixels to a cell: of the map that is there at once, and of the one that is exact."""
LINE_STRIDE = 2
"""Lines of the exact map are traced through every second cell: they are smooth all the same."""
Slices = Generator[None, None, None]


class Contourer:
    """Makes the map of f(x, y) for a view shown so many pixels large.

    The levels are chosen on the coarse map and stay, so that nothing jumps as it gets exact.
    """

    def __init__(self, function: Value, viewport: Viewport, size: tuple[int, int]) -> None:
        self._function, self._viewport, self._size = function, viewport, size
        self._work: Iterator[None] = self._stages()
        self.contours: Contours | None = None
        """The best map so far."""
        self.done = False

    def advance(self, seconds: float) -> bool:
        """Go on for about so long, at least by one block; whether all is done."""
        ends = perf_counter() + seconds
        while not self.done:
            try:
                next(self._work)
            except StopIteration:
                self.done = True
            if perf_counter() >= ends:
                break
        return self.done

    def _stages(self) -> Slices:
        """Yields wherever it may be put aside."""
        chosen: tuple[float, ...] | None = None
        for step, stride in ((COARSE, 1), (FINE, LINE_STRIDE)):
            grid = Grid(self._viewport, *self._size, step)
            values = np.empty((len(grid.y), len(grid.x)))
            bands = np.zeros(values.shape, dtype=np.uint8)
            for first in range(0, len(values), grid.rows_at_once):
                rows = slice(first, first + grid.rows_at_once)
                values[rows] = grid.values(self._function, first, rows.stop)
                if chosen is not None:
                    bands[rows] = _bands(values[rows], chosen)
                yield
            if chosen is None:
                chosen = levels(values)
                bands = _bands(values, chosen)
            lines: list[ContourLine] = []
            if chosen:
                thin = grid.x[::stride], grid.y[::stride], values[::stride, ::stride]
                lines_at = tracer(*thin, chosen)
                for index, level in enumerate(chosen):
                    lines += lines_of(lines_at, index, level)
                    yield
            self.contours = Contours(grid.area, chosen, tuple(lines), bands)
            yield


def _bands(values: Array, chosen: tuple[float, ...]) -> Bands:
    """The number of each cell's band."""
    found = (np.searchsorted(np.array(chosen), values, side="right") + 1).astype(np.uint8)
    found[np.isnan(values)] = BLANK
    return found
