"""The descent on the curve: iterates as dots that fade from last to first, and their moves.

A move goes along the tangent at its iterate, then straight to the curve: so one sees why the step
has that length.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import PathPicture, Role
from gdviz.ui.colours import mixture
from gdviz.ui.plot.figures import across, arrowhead, paint_dot, within
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Words, room_of
from gdviz.ui.plot.placing import Foreground, Room, best_corner, corners_around
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

Indices = NDArray[np.int64]

FADED = 0.68
"""How much paper is in the colour of the first dot."""
SHADES = 12
APART = 3.0
"""Dots nearer than this, px, are one."""
MOST_DOTS = 400
MOST_MOVES = 12
"""Moves drawn: the last ones."""
SHORTEST_MOVE = 5.0
"""Moves shorter than this, px, are hidden by their dots."""
HEAD = 7.0
"""Length of an arrowhead, px, on lines 1.5 px wide."""
FEW, CROWDED = 9, 2.0
"""So few dots are all numbered, as far as their numbers cover no more than so many cells."""


def paint_path(
    painter: QPainter, path: PathPicture, theme: Theme, frame: Frame, room: Room
) -> None:
    """Moves, dots and numbers of the iterates up to the current one; `room` learns of them."""
    count = path.current + 1
    pixels = frame.points(path.points[:count])
    if path.show_tangent and count:
        _paint_tangent(painter, path, theme, frame, pixels[-1])
    for index in _moves(pixels):
        _paint_move(painter, path, theme, frame, int(index))
    shown = _distinct(pixels, frame)
    _paint_dots(painter, pixels, shown, theme)
    for index in shown:
        (x, y), half = pixels[index], theme.sizes.iterate
        room.take_rect(QRectF(x - half, y - half, 2 * half, 2 * half))
    _paint_numbers(painter, pixels, shown, theme, room)


def _shade(index: int, count: int, theme: Theme) -> str:
    """Paler the longer ago; in few steps, because each has its picture."""
    age = 1.0 - index / max(count - 1, 1)
    share = FADED * round(SHADES * age) / SHADES
    return mixture(theme.colour(Role.DESCENT), theme.colours.paper, share)


def _distinct(pixels: Points, frame: Frame) -> Indices:
    """Indices of dots that can be told apart, the latest of each place, in order."""
    box = frame.rect.adjusted(-20, -20, 20, 20)
    inside = np.isfinite(pixels).all(axis=1)
    inside &= (pixels >= (box.left(), box.top())).all(axis=1)
    inside &= (pixels <= (box.right(), box.bottom())).all(axis=1)
    indices = np.flatnonzero(inside)[::-1]
    cells = np.floor(pixels[indices] / APART)
    keys = cells[:, 0] * 1e5 + cells[:, 1]
    _, latest = np.unique(keys, return_index=True)
    kept = np.sort(indices[latest])
    return kept if kept.size <= MOST_DOTS else np.concatenate((kept[:1], kept[1 - MOST_DOTS :]))


def _paint_dots(painter: QPainter, pixels: Points, shown: Indices, theme: Theme) -> None:
    count, diameter = len(pixels), theme.sizes.iterate
    for index in shown:
        last = index == count - 1
        size = 1.35 * diameter if last else diameter
        ring = 0.25 * size if last else 0.12 * size
        colour = _shade(int(index), count, theme)
        paint_dot(painter, QPointF(*pixels[index]), size, colour, theme.colours.paper, ring)


def _moves(pixels: Points) -> Indices:
    """Indices of the last iterates whose moves are long enough to be seen."""
    length = np.abs(np.diff(pixels, axis=0)).max(axis=1, initial=0.0)
    return np.flatnonzero(length >= SHORTEST_MOVE)[-MOST_MOVES:]


def _paint_move(
    painter: QPainter, path: PathPicture, theme: Theme, frame: Frame, index: int
) -> None:
    (x, y), (next_x, next_y) = path.points[index], path.points[index + 1]
    foot = y + path.slopes[index] * (next_x - x)
    corners = frame.points(np.array(((x, y), (next_x, foot), (next_x, next_y))))
    if not np.isfinite(corners).all():
        return
    colour = _shade(index + 1, path.current + 1, theme)
    width = theme.width(Role.DESCENT)
    head = HEAD * max(width / 1.5, 1.0)
    box = frame.rect.adjusted(-40, -40, 40, 40)
    painter.setPen(pen(colour, width, flat=True))
    _paint_segment(painter, corners[0], corners[1], box)
    drop = pen(colour, width, flat=True)
    drop.setDashPattern([3.0, 2.5])
    painter.setPen(drop)
    _paint_segment(painter, corners[1], corners[2], box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if np.hypot(*(corners[1] - corners[0])) > 1.5 * head and box.contains(QPointF(*corners[1])):
        painter.drawPolygon(arrowhead(corners[1], corners[1] - corners[0], head))


def _paint_segment(painter: QPainter, start: Points, end: Points, box: QRectF) -> None:
    part = within(box, start, end)
    if part is not None:
        painter.drawLine(QLineF(*part[0], *part[1]))


def _paint_tangent(
    painter: QPainter, path: PathPicture, theme: Theme, frame: Frame, point: Points
) -> None:
    way = np.array((1.0, -path.slopes[path.current] * frame.up / frame.across))
    if not (np.isfinite(way).all() and np.isfinite(point).all()):
        return
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), point, way)
    if ends is not None:
        painter.setPen(pen(theme.colour(Role.DESCENT), theme.width(Role.DESCENT), flat=True))
        painter.drawLine(QLineF(*ends[0], *ends[1]))


def _numbered(pixels: Points, shown: Indices) -> Iterator[int]:
    """The current one, the first, and all others where there are few."""
    yield from (int(index) for index in shown[::-1] if index in (0, len(pixels) - 1))
    if shown.size <= FEW:
        yield from (int(index) for index in shown[::-1] if 0 < index < len(pixels) - 1)


def _paint_numbers(
    painter: QPainter, pixels: Points, shown: Indices, theme: Theme, room: Room
) -> None:
    over, written = Foreground(room), []
    for index in _numbered(pixels, shown):
        label = Kept(Words(str(index), theme.sizes.tick, theme.text_colour(Role.DESCENT)))
        corners = corners_around(QPointF(*pixels[index]), label, 0.9 * theme.sizes.iterate)
        corner = best_corner(label, corners, over, padding=0.0)
        important = index in (0, len(pixels) - 1)
        if corner is None or (not important and over.cost(room_of(label, corner)) > CROWDED):
            continue
        label.paint(painter, corner, theme.colours.paper)
        over.take_rect(room_of(label, corner))
        written.append(room_of(label, corner))
    for rect in written:
        room.take_rect(rect)
