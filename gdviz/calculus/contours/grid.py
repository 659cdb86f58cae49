"""Values of a function on a grid of cells over a view, a block of rows at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

import numpy as np

from gdviz.calculus.contours.map import Array
from gdviz.calculus.view.viewport import Viewport

Value = Callable[[Any, Any], Any]
"""f(x, y) of arrays; NaN where undefined."""
OVER = 2
"""Cells outside the view on each of its sides, so that lines go on to its edges."""
BLOCK = 1 << 14
"""Values computed at a time: a millisecond or two of usual functions."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Cells of a view shown `width` by `height` pixels large, `step` pixels each; f is taken in
    their middles."""

    viewport: Viewport
    width: int
    height: int
    step: int

    @cached_property
    def x(self) -> Array:
        """Middles of the columns, from the left."""
        return _middles(self.viewport.x0, self.viewport.x1, self.width, self.step)

    @cached_property
    def y(self) -> Array:
        """Middles of the rows, from below."""
        return _middles(self.viewport.y0, self.viewport.y1, self.height, self.step)

    @property
    def area(self) -> Viewport:
        """What all the cells cover."""
        dx, dy = (self.x[1] - self.x[0]) / 2, (self.y[1] - self.y[0]) / 2
        sides = self.x[0] - dx, self.x[-1] + dx, self.y[0] - dy, self.y[-1] + dy
        return Viewport(*(float(side) for side in sides))

    @property
    def rows_at_once(self) -> int:
        """Rows of a block."""
        return max(BLOCK // len(self.x), 1)

    def values(self, function: Value, first: int, last: int) -> Array:
        """f in rows first … last − 1, shape (rows, columns)."""
        y = self.y[first:last]
        columns = np.tile(self.x, len(y)), np.repeat(y, len(self.x))
        return np.asarray(function(*columns)).reshape(len(y), len(self.x))


def _middles(low: float, high: float, pixels: int, step: int) -> Array:
    cells = max(ceil(pixels / step), 2)
    cell = (high - low) / pixels * step
    return np.asarray(low + cell * (np.arange(-OVER, cells + OVER) + 0.5))
