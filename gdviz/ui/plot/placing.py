"""Where a label has room: what is painted is noted on a coarse grid, and labels look for blanks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.ui.plot.frame import Points
from gdviz.ui.plot.lettering import Label, room_of

CELL = 6.0
"""Edge of a cell of the grid, px."""


@dataclass(slots=True, eq=False)
class Room:
    """Which cells of a picture are taken."""

    width: float
    height: float
    taken: NDArray[np.float32] = field(init=False)

    def __post_init__(self) -> None:
        shape = (ceil(self.height / CELL) + 1, ceil(self.width / CELL) + 1)
        self.taken = np.zeros(shape, dtype=np.float32)

    def copy(self) -> "Room":
        """The same, to be filled further."""
        other = Room(self.width, self.height)
        other.taken[:] = self.taken
        return other

    def add(self, other: "Room") -> None:
        """Note all that another one has noted."""
        np.maximum(self.taken, other.taken, out=self.taken)

    def take_line(self, points: Points, weight: float = 1.0) -> None:
        """Note a polyline (n, 2), px."""
        if len(points) < 2:
            return
        steps = np.abs(np.diff(points, axis=0)).max(axis=1)
        counts = np.clip(np.ceil(steps / (0.7 * CELL)), 1, 4000).astype(np.int64)
        segment = np.repeat(np.arange(len(counts)), counts)
        first = np.cumsum(counts) - counts
        share = (np.arange(len(segment)) - first[segment]) / counts[segment]
        places = points[segment] + (points[segment + 1] - points[segment]) * share[:, None]
        self._take(np.concatenate((places, points[-1:])), weight)

    def _take(self, places: Points, weight: float) -> None:
        cells = np.floor(places / CELL)
        rows, columns = self.taken.shape
        inside = (cells >= 0).all(axis=1) & (cells[:, 0] < columns) & (cells[:, 1] < rows)
        column, row = cells[inside].astype(np.int64).T
        self.taken[row, column] = np.maximum(self.taken[row, column], weight)

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""
        part = self._part(rect)
        if part.size:
            np.maximum(part, weight, out=part)

    def _part(self, rect: QRectF) -> NDArray[np.float32]:
        left, top = max(int(rect.left() // CELL), 0), max(int(rect.top() // CELL), 0)
        right, bottom = (
            max(int(rect.right() // CELL) + 1, 0),
            max(int(rect.bottom() // CELL) + 1, 0),
        )
        return self.taken[top:bottom, left:right]

    def cost(self, rect: QRectF) -> float:
        """How much of what is painted a rectangle would cover; very much outside the picture."""
        if not QRectF(2, 2, self.width - 4, self.height - 4).contains(rect):
            return 1e6
        return float(self._part(rect).sum())


def best_corner(
    label: Label, corners: Iterable[QPointF], room: Room, padding: float = 2.0
) -> QPointF | None:
    """The first corner where a label covers nothing, else the one where it covers least.

    None where every corner puts it outside the picture.
    """
    extent = label.extent
    best, least = None, 1e6
    for corner in corners:
        rect = QRectF(corner, extent).adjusted(-padding, -padding, padding, padding)
        cost = room.cost(rect)
        if cost == 0.0:
            return corner
        if cost < least:
            best, least = corner, cost
    return best


def corners_around(anchor: QPointF, label: Label, distance: float) -> list[QPointF]:
    """Places for a label around a point: above on the right first, then round against the clock."""
    size = label.extent
    left, right = -distance - size.width(), distance
    above, below = -distance - size.height(), distance
    middle_x, middle_y = -size.width() / 2, -size.height() / 2
    offsets = (
        (right, above), (left, above), (right, below), (left, below),
        (right, middle_y), (left, middle_y), (middle_x, above), (middle_x, below),
    )  # fmt: skip
    return [anchor + QPointF(x, y) for x, y in offsets]


def write(
    painter: QPainter,
    label: Label,
    corners: Iterable[QPointF],
    room: Room,
    paper: str,
    padding: float = 2.0,
) -> bool:
    """Paint a label at its best corner, which is taken from then on; False where it found none."""
    corner = best_corner(label, corners, room, padding)
    if corner is None:
        return False
    label.paint(painter, corner, paper)
    room.take_rect(room_of(label, corner))
    return True
