"""What moves, over what stands still, and labels that move with it.

What moves is little: it is noted in lists over the grid of what stands still, so that a frame of a
drag copies nothing. All the places that a label may have are judged at once.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.ui.plot.frame import Edges, Points
from gdviz.ui.plot.lettering import Label, room_of
from gdviz.ui.plot.placing import corners_around
from gdviz.ui.plot.room import CELL, EDGE, OUTSIDE, WORDS, Room

GOOD = 1.0
"""A label need not look for a better place while it covers no more than so many cells."""
STAYS = 2.0
"""A label that must be seen keeps its place until another one covers so many cells less."""
PADDING = 2.0
"""Labels keep this far from what is painted, px."""
MARGIN = EDGE + PADDING
"""A label that must be seen is brought so far inside the picture, px."""
PLATE = 215
"""Opacity, of 255, of the paper under a label that covers something."""

Habits = dict[str, int]
"""Which of its places each label that moves had last."""


class Foreground:
    """What moves. `habits` are kept from frame to frame: a label stays at its place beside a point,
    for as long as it is free there."""

    def __init__(self, still: Room, habits: Habits | None = None) -> None:
        self.habits: Habits = {} if habits is None else habits
        self._still = still
        self._rects: list[tuple[float, ...]] = []
        self._segments: list[tuple[float, ...]] = []

    def take_line(self, points: Points, weight: float = 1.0) -> None:
        """Note a polyline (n, 2), px: few segments, please."""
        for (x0, y0), (x1, y1) in pairwise(points.tolist()):
            self._segments.append((x0, y0, x1 - x0, y1 - y0, weight))

    def take_rect(self, rect: QRectF, weight: float = 1.0) -> None:
        """Note a rectangle, px."""
        self._rects.append((*cast("Edges", rect.getCoords()), weight))

    def cost(self, rect: QRectF) -> float:
        """How much of what is painted a rectangle would cover, in cells; OUTSIDE the picture."""
        return float(self.costs(np.array((cast("Edges", rect.getCoords()),)))[0])

    def costs(self, rects: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same for many rectangles, rows of left, top, right and bottom (n, 4), px."""
        covered = self._still.costs(rects)
        if self._rects:
            covered += _areas_in(np.array(self._rects), rects)
        if self._segments:
            covered += _lengths_in(np.array(self._segments), rects)
        return np.minimum(covered, OUTSIDE)


def _areas_in(taken: NDArray[np.float64], rects: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much of each of `rects` (n, 4) lies in what is taken (m, 5), in cells by weight."""
    left, top, right, bottom = rects.T[:, :, None]
    x0, y0, x1, y1, weight = taken.T
    width = np.maximum(np.minimum(right, x1) - np.maximum(left, x0), 0.0)
    height = np.maximum(np.minimum(bottom, y1) - np.maximum(top, y0), 0.0)
    return np.asarray((width * height) @ (weight / CELL**2))


def _lengths_in(segments: NDArray[np.float64], rects: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far segments (m, 5) run inside each of `rects` (n, 4), in cells by weight.

    (Liang and Barsky's way of clipping.)
    """
    x, y, dx, dy, weight = segments.T
    left, top, right, bottom = rects.T[:, :, None]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        a, b, c, d = (left - x) / dx, (right - x) / dx, (top - y) / dy, (bottom - y) / dy
    enters = np.fmax(np.fmax(np.fmin(a, b), np.fmin(c, d)), 0.0)
    leaves = np.fmin(np.fmin(np.fmax(a, b), np.fmax(c, d)), 1.0)
    return np.asarray(np.maximum(leaves - enters, 0.0) @ (np.hypot(dx, dy) * (weight / CELL)))


class Places(NamedTuple):
    """Corners where a label may stand (n, 2), px, and what standing there costs besides, in cells
    that it covers (n,)."""

    corners: Points
    costs: NDArray[np.float64]


class Stand(NamedTuple):
    """Where a label is to be written, and whether it covers something there."""

    corner: QPointF
    crowded: bool


def rings_around(middle: QPointF, label: Label, reaches: Sequence[float], further: float) -> Places:
    """Places around a point, so far away, px; each ring costs so much more than the one inside."""
    rings = [corners_around(middle, label, reach) for reach in reaches]
    corners = [[corner.toTuple() for corner in ring] for ring in rings]
    costs = np.repeat(further * np.arange(len(reaches)), [len(ring) for ring in corners])
    return Places(np.concatenate(corners), costs)


def write_steadily(
    painter: QPainter,
    label: Label,
    name: str,
    corners: Sequence[QPointF],
    space: Foreground,
    paper: str,
    most: float = OUTSIDE,
    apart: float = 0.0,
) -> QPointF | None:
    """Paint a label where it covers least; it keeps the place of the last frame while that is good.

    apart: what it keeps besides on its left and right, px. Returns its corner; None where it would
    cover `most` cells or more everywhere, and is left out.
    """
    costs = space.costs(_rooms(label, np.array([at.toTuple() for at in corners]), apart))
    usual = space.habits.get(name, 0)
    if usual >= len(corners) or costs[usual] > GOOD:
        usual = int(costs.argmin())
    if costs[usual] >= most:
        return None
    space.habits[name] = usual
    label.paint(painter, corners[usual], paper)
    space.take_rect(room_of(label, corners[usual]).adjusted(-apart, 0.0, apart, 0.0), WORDS)
    return corners[usual]


def settle(label: Label, name: str, places: Places, space: Foreground, picture: QRectF) -> Stand:
    """Where a label that must be seen costs least, whatever it covers there.

    Places at the picture's edge are brought inside. It keeps the place of the last frame while
    that is good, or no other is much better, so that it does not jump under a hand.
    """
    corners = _brought_inside(label, places.corners, picture)
    covered = space.costs(_rooms(label, corners))
    costs = covered + places.costs
    best = min(max(space.habits.get(name, 0), 0), len(costs) - 1)
    if costs[best] > GOOD:
        costs[best] -= STAYS if name in space.habits else 0.0
        best = int(costs.argmin())
    space.habits[name] = best
    return Stand(QPointF(*corners[best]), bool(covered[best] > GOOD))


def _rooms(label: Label, corners: Points, apart: float = 0.0) -> NDArray[np.float64]:
    """What a label takes at corners (n, 2), with a blank around it, and one more beside it."""
    size, blank = np.array(label.extent.toTuple()), np.array((PADDING + apart, PADDING))
    return np.concatenate((corners - blank, corners + (size + blank)), axis=1)


def _brought_inside(label: Label, corners: Points, picture: QRectF) -> Points:
    """The nearest corners where all of a label is in the picture, if it is not too large for it."""
    left, top, right, bottom = cast("Edges", picture.getCoords())
    width, height = label.extent.toTuple()
    least = (left + MARGIN, top + MARGIN)
    return np.maximum(
        np.minimum(corners, (right - MARGIN - width, bottom - MARGIN - height)), least
    )


def write_at(painter: QPainter, label: Label, stand: Stand, space: Foreground, paper: str) -> None:
    """Paint a label there, on a plate of paper if it covers something."""
    corner, crowded = stand
    place = room_of(label, corner).adjusted(-PADDING, -PADDING, PADDING, PADDING)
    if crowded:
        plate = QColor(paper)
        plate.setAlpha(PLATE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(place.adjusted(-1.0, -1.0, 1.0, 1.0), 4.0, 4.0)
    label.paint(painter, corner, paper)
    space.take_rect(room_of(label, corner), WORDS)
