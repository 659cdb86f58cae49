"""What is taken in a picture: what stands still is noted on a coarse grid."""

from collections.abc import Sequence
from math import ceil
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gdviz.ui.plot.frame import Edges, Points

CELL = 6.0
"""Edge of a cell of the grid, px."""
OUTSIDE = 1e6
"""What it costs to stand outside the picture."""
EDGE = 2.0
"""Labels keep this far from the picture's edge, px."""
WORDS = 3.0
"""What a cell of words counts, where a cell of a line counts 1."""
COVERED = 30.0
"""What a cell counts that something stands over: words there would not be seen."""


class Space(Protocol):
    """What is taken in a picture."""

    def take_line(self, points: Points, weight: float = 1.0) -> None:
        """Note a polyline (n, 2), px."""

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""

    def cost(self, rect: QRectF) -> float:
        """How much of what is painted a rectangle would cover, in cells; OUTSIDE the picture."""


class Room:
    """A grid of what is taken."""

    def __init__(self, width: float, height: float) -> None:
        shape = (ceil(height / CELL) + 1, ceil(width / CELL) + 1)
        self._edges: Edges = (EDGE, EDGE, width - EDGE, height - EDGE)
        self.taken: NDArray[np.float64] = np.zeros(shape)
        self._sums: NDArray[np.float64] | None = None

    def copy(self) -> "Room":
        """The same, to be filled further."""
        other = Room(self._edges[2] + EDGE, self._edges[3] + EDGE)
        other.taken[:] = self.taken
        return other

    def add(self, other: "Room") -> None:
        """Note all that another one has noted."""
        np.maximum(self.taken, other.taken, out=self.taken)
        self._sums = None

    def take_line(self, points: Points, weight: float = 1.0) -> None:
        """Note a polyline (n, 2), px."""
        self.take_lines((points,), weight)

    def take_lines(self, lines: Sequence[Points], weight: float = 1.0) -> None:
        """Note polylines, all of them at once: a curve may have dozens of pieces."""
        if not lines:
            return
        starts = np.concatenate([line[:-1] for line in lines])
        ways = np.concatenate([line[1:] for line in lines]) - starts
        steps = np.abs(ways).max(axis=1, initial=0.0)
        counts = np.clip(np.ceil(steps / (0.7 * CELL)), 1, 4000).astype(np.int64)
        segment = np.repeat(np.arange(len(counts)), counts)
        first = np.cumsum(counts) - counts
        share = (np.arange(len(segment)) - first[segment]) / counts[segment]
        places = starts[segment] + ways[segment] * share[:, None]
        ends = [line[-1:] for line in lines if len(line) > 1]
        self._take(np.concatenate((places, *ends)), weight)

    def _take(self, places: Points, weight: float) -> None:
        cells = np.floor(places / CELL)
        rows, columns = self.taken.shape
        inside = (cells >= 0).all(axis=1) & (cells[:, 0] < columns) & (cells[:, 1] < rows)
        column, row = cells[inside].astype(np.int64).T
        self.taken[row, column] = np.maximum(self.taken[row, column], weight)
        self._sums = None

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""
        top, left, bottom, right = self._cells(rect)
        part = self.taken[top:bottom, left:right]
        np.maximum(part, weight, out=part)
        self._sums = None

    def _cells(self, rect: QRectF) -> tuple[int, int, int, int]:
        """The first row and column that a rectangle touches, and those after its last."""
        rows, columns = self.taken.shape
        left, top, right, bottom = cast("Edges", rect.getCoords())
        return (
            min(max(int(top / CELL), 0), rows),
            min(max(int(left / CELL), 0), columns),
            min(max(int(bottom / CELL) + 1, 0), rows),
            min(max(int(right / CELL) + 1, 0), columns),
        )

    def cost(self, rect: QRectF) -> float:
        """How much of what is painted a rectangle would cover, in cells; OUTSIDE the picture.

        A label is so small that its cells are added up anew each time: sums of the whole grid
        would have to be made again after each label.
        """
        left, top, right, bottom = cast("Edges", rect.getCoords())
        x0, y0, x1, y1 = self._edges
        if left < x0 or top < y0 or right > x1 or bottom > y1:
            return OUTSIDE
        rows = slice(int(top / CELL), int(bottom / CELL) + 1)
        columns = slice(int(left / CELL), int(right / CELL) + 1)
        return round(float(np.add.reduce(self.taken[rows, columns], axis=None)), 9)

    def costs(self, rects: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same for many rectangles, rows of left, top, right and bottom (n, 4), px."""
        if self._sums is None:
            rows, columns = self.taken.shape
            self._sums = np.zeros((rows + 1, columns + 1))
            self._sums[1:, 1:] = self.taken.cumsum(axis=0).cumsum(axis=1)
        x0, y0, x1, y1 = self._edges
        left, top, right, bottom = rects.T
        inside = (left >= x0) & (top >= y0) & (right <= x1) & (bottom <= y1)
        cells = np.where(inside[:, None], rects / CELL, 0.0).astype(np.int64)
        left, top, right, bottom = cells.T
        right, bottom, sums = right + 1, bottom + 1, self._sums
        covered = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        return np.where(inside, covered.round(9), OUTSIDE)
