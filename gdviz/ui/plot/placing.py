"""Where a label has room: what is painted is noted, and labels look for blanks.

What stands still is noted on a coarse grid (Room); what moves, little as it is, in lists over such
a grid (Foreground), so that a frame of a drag copies nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import NamedTuple, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.ui.plot.figures import shares_inside
from gdviz.ui.plot.frame import Edges, Points
from gdviz.ui.plot.lettering import Label, room_of

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

    def copy(self) -> "Room":
        """The same, to be filled further."""
        other = Room(self._edges[2] + EDGE, self._edges[3] + EDGE)
        other.taken[:] = self.taken
        return other

    def add(self, other: "Room") -> None:
        """Note all that another one has noted."""
        np.maximum(self.taken, other.taken, out=self.taken)

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

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""
        top, left, bottom, right = self._cells(rect)
        part = self.taken[top:bottom, left:right]
        np.maximum(part, weight, out=part)

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


GOOD = 1.0
"""A label need not look for a better place while it covers no more than so many cells."""
Habits = dict[str, int]
"""Which of its places each label that moves had last."""


class Foreground:
    """What moves, over what stands still. `habits` are kept from frame to frame: a label stays at
    its place beside a point, for as long as it is free there."""

    def __init__(self, still: Space, habits: Habits | None = None) -> None:
        self.habits: Habits = {} if habits is None else habits
        self._still = still
        self._rects: list[tuple[QRectF, float]] = []
        self._segments: list[tuple[float, ...]] = []

    def take_line(self, points: Points, weight: float = 1.0) -> None:
        """Note a polyline (n, 2), px: few segments, please."""
        for (x0, y0), (x1, y1) in pairwise(points.tolist()):
            dx, dy = x1 - x0, y1 - y0
            self._segments.append((x0, y0, dx, dy, abs(dx), abs(dy)))

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""
        self._rects.append((rect, weight))

    def cost(self, rect: QRectF) -> float:
        """How much of what is painted a rectangle would cover, in cells; OUTSIDE the picture."""
        covered = self._still.cost(rect)
        if covered >= OUTSIDE:
            return covered
        for taken, weight in self._rects:
            if taken.intersects(rect):
                common = taken & rect
                covered += weight * common.width() * common.height() / CELL**2
        left, top, right, bottom = cast("Edges", rect.getCoords())
        x, y, half_width, half_height = (
            (left + right) / 2,
            (top + bottom) / 2,
            (right - left) / 2,
            (bottom - top) / 2,
        )
        for x0, y0, dx, dy, width, height in self._segments:
            # Most lines pass by: their distance from the middle says so at once.
            if abs((x - x0) * dy - (y - y0) * dx) <= half_width * height + half_height * width:
                enters, leaves = shares_inside(rect, x0, y0, x0 + dx, y0 + dy)
                covered += (leaves - enters) * hypot(dx, dy) / CELL
        return covered


def best_corner(
    label: Label,
    corners: Iterable[QPointF],
    space: Space,
    padding: float = 2.0,
    good: float = 0.0,
) -> QPointF | None:
    """The first corner where a label covers no more than `good`, else where it covers least.

    None where every corner puts it outside the picture.
    """
    extent = label.extent
    best, least = None, OUTSIDE
    for corner in corners:
        rect = QRectF(corner, extent).adjusted(-padding, -padding, padding, padding)
        cost = space.cost(rect)
        if cost <= good:
            return corner
        if cost < least:
            best, least = corner, cost
    return best


def corners_around(anchor: QPointF, label: Label, distance: float) -> Iterator[QPointF]:
    """Places for a label around a point: above on the right first, then round against the clock."""
    size = label.extent
    left, right = -distance - size.width(), distance
    above, below = -distance - size.height(), distance
    middle_x, middle_y = -size.width() / 2, -size.height() / 2
    offsets = (
        (right, above), (left, above), (right, below), (left, below),
        (right, middle_y), (left, middle_y), (middle_x, above), (middle_x, below),
    )  # fmt: skip
    return (anchor + QPointF(x, y) for x, y in offsets)


def write(
    painter: QPainter,
    label: Label,
    corners: Iterable[QPointF],
    space: Space,
    paper: str,
    padding: float = 2.0,
) -> bool:
    """Paint a label at its best corner, which is taken from then on; False where it found none."""
    corner = best_corner(label, corners, space, padding)
    if corner is None:
        return False
    label.paint(painter, corner, paper)
    space.take_rect(room_of(label, corner), WORDS)
    return True


def write_steadily(
    painter: QPainter,
    label: Label,
    name: str,
    corners: Sequence[QPointF],
    space: Foreground,
    paper: str,
    most: float = OUTSIDE,
) -> None:
    """The same for a label that moves: it keeps its place of the last frame while that is good.

    It is left out where it would cover more than `most` cells everywhere.
    """
    usual = space.habits.get(name, 0)
    if usual < len(corners) and space.cost(room_of(label, corners[usual])) <= GOOD:
        corners = (corners[usual],)
    corner = best_corner(label, corners, space)
    if corner is None or (most < OUTSIDE and space.cost(room_of(label, corner)) > most):
        return
    if len(corners) > 1:
        space.habits[name] = corners.index(corner)
    label.paint(painter, corner, paper)
    space.take_rect(room_of(label, corner), WORDS)


class Place(NamedTuple):
    """A corner where a label may stand, and what standing there costs besides, in cells."""

    corner: QPointF
    cost: float


STAYS = 2.0
"""A label that must be seen keeps its place until another one covers so many cells less."""
MARGIN = EDGE + 2.0
"""It is brought so far inside the picture, px."""
PLATE = 215
"""Opacity, of 255, of the paper under a label that covers something."""


def settle(
    label: Label, name: str, places: Sequence[Place], space: Foreground, picture: QRectF
) -> QPointF:
    """Where a label that must be seen costs least, whatever it covers there.

    Places at the picture's edge are brought inside. It keeps the place of the last frame while
    that is good, or no other is much better, so that it does not jump under a hand.
    """

    def tried(place: Place) -> Place:
        corner = _brought_inside(label, place.corner, picture)
        return Place(corner, space.cost(_padded(label, corner)) + place.cost)

    usual = min(max(space.habits.get(name, 0), 0), len(places) - 1)
    best, chosen = usual, tried(places[usual])
    if chosen.cost > GOOD:
        least = chosen.cost - (STAYS if name in space.habits else 0.0)
        for index, place in enumerate(places):
            if place.cost < least and (found := tried(place)).cost < least:
                best, chosen, least = index, found, found.cost
    space.habits[name] = best
    return chosen.corner


def _padded(label: Label, corner: QPointF) -> QRectF:
    return room_of(label, corner).adjusted(-2.0, -2.0, 2.0, 2.0)


def _brought_inside(label: Label, corner: QPointF, picture: QRectF) -> QPointF:
    """The nearest corner where all of a label is in the picture, if it is not too large for it."""
    size = label.extent
    right = picture.right() - MARGIN - size.width()
    bottom = picture.bottom() - MARGIN - size.height()
    left, top = picture.left() + MARGIN, picture.top() + MARGIN
    return QPointF(max(min(corner.x(), right), left), max(min(corner.y(), bottom), top))


def write_at(painter: QPainter, label: Label, corner: QPointF, space: Space, paper: str) -> None:
    """Paint a label there, on a plate of paper if it covers something."""
    place = _padded(label, corner)
    if space.cost(place) > GOOD:
        plate = QColor(paper)
        plate.setAlpha(PLATE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(place.adjusted(-1.0, -1.0, 1.0, 1.0), 4.0, 4.0)
    label.paint(painter, corner, paper)
    space.take_rect(room_of(label, corner), WORDS)
