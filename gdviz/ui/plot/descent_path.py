"""The descent on the curve: iterates as dots that fade from last to first, and their moves.

A move goes along the tangent at its iterate, then straight to the curve: so one sees why the step
has that length.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import PathPicture, Role
from gdviz.ui.colours import mixture
from gdviz.ui.plot.figures import across, arrowhead, paint_dot, within
from gdviz.ui.plot.foreground import Foreground, write_steadily
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Words, room_of
from gdviz.ui.plot.placing import corners_around
from gdviz.ui.plot.room import OUTSIDE, WORDS, Room
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

Indices = NDArray[np.int64]

RECENT = 1000
"""The last iterates, all of which are looked at, and as many of those before them."""
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
DROP = [3.0, 2.5]
"""Dashes of the way down to the curve, in widths of the line."""
BESIDE = 0.6
"""Blank between the number of an iterate and another number, in its size: 0 and 3 are not 03."""
CASING = 2.2
"""The paper around a line over a map, in widths of the line."""
FEW, CROWDED = 9, 2.0
"""So few dots are all numbered, as far as their numbers cover no more than so many cells."""


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Iterates that are looked at: their indices in the path, and where they are, px."""

    index: Indices
    pixels: Points
    last: int

    def where(self, chosen: NDArray[np.bool_] | Indices) -> "Dots":
        """Some of them."""
        return Dots(self.index[chosen], self.pixels[chosen], self.last)

    def __iter__(self) -> Iterator[tuple[int, QPointF]]:
        places = (QPointF(x, y) for x, y in self.pixels.tolist())
        return zip(self.index.tolist(), places, strict=True)


def paint_path(
    painter: QPainter, path: PathPicture, theme: Theme, frame: Frame, room: Room
) -> None:
    """Moves, dots and numbers of the iterates up to the current one; `room` learns of them."""
    recent = _looked_at(path)
    dots = _distinct(_dots(path, recent, frame), frame)
    if path.slopes is None:
        _paint_way(painter, _dots(path, recent, frame), theme, frame)
    else:
        if path.show_tangent:
            _paint_tangent(painter, path, path.slopes, theme, frame)
        for index in _moves(_dots(path, recent[-RECENT:], frame)):
            _paint_move(painter, path, path.slopes, theme, frame, index)
    _paint_dots(painter, dots, theme)
    half = theme.sizes.iterate
    for _, place in dots:
        room.take_rect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))
    _paint_numbers(painter, path, dots, theme, room)


def _looked_at(path: PathPicture) -> Indices:
    """All of the last iterates, and some of those before: a hundred thousand cost no more than a
    thousand."""
    before = max(path.current + 1 - RECENT, 0)
    early = np.linspace(0, max(before - 1, 0), min(before, RECENT)).astype(np.int64)
    return np.concatenate((early, np.arange(before, path.current + 1)))


def _dots(path: PathPicture, indices: Indices, frame: Frame) -> Dots:
    return Dots(indices, frame.points(path.points[indices]), path.current)


def _distinct(dots: Dots, frame: Frame) -> Dots:
    """Those that can be told apart, the latest of each place, in order."""
    box = frame.rect.adjusted(-20, -20, 20, 20)
    low, high = (box.left(), box.top()), (box.right(), box.bottom())
    inside: NDArray[np.bool_] = (dots.pixels >= low) & (dots.pixels <= high)
    seen = dots.where(np.logical_and(inside[:, 0], inside[:, 1]))
    cells = np.floor(seen.pixels[::-1] / APART)
    _, latest = np.unique(cells[:, 0] * 1e5 + cells[:, 1], return_index=True)
    kept = np.sort(len(cells) - 1 - latest)
    if kept.size > MOST_DOTS:
        kept = np.concatenate((kept[:1], kept[1 - MOST_DOTS :]))
    return seen.where(kept)


def _shade(index: int, last: int, theme: Theme) -> str:
    """Paler the longer ago; in few steps, because each has its picture."""
    age = 1.0 - index / max(last, 1)
    share = FADED * round(SHADES * age) / SHADES
    return mixture(theme.colour(Role.DESCENT), theme.colours.paper, share)


def _paint_dots(painter: QPainter, dots: Dots, theme: Theme) -> None:
    for index, place in dots:
        is_last = index == dots.last
        size = theme.sizes.iterate * (1.35 if is_last else 1.0)
        ring = size * (0.25 if is_last else 0.12)
        colour = _shade(index, dots.last, theme)
        paint_dot(painter, place, size, colour, theme.colours.paper, ring)


def _moves(dots: Dots) -> list[int]:
    """Indices of the last iterates whose moves are long enough to be seen."""
    length = np.abs(np.diff(dots.pixels, axis=0)).max(axis=1, initial=0.0)
    chosen: list[int] = dots.index[:-1][length >= SHORTEST_MOVE][-MOST_MOVES:].tolist()
    return chosen


def _paint_way(painter: QPainter, dots: Dots, theme: Theme, frame: Frame) -> None:
    """In the plane: straight from each iterate to the next, on a casing of paper."""
    ends = [pair for pair in pairwise(dots.pixels) if np.isfinite(pair).all()]
    width = theme.width(Role.DESCENT)
    box = frame.rect.adjusted(-40, -40, 40, 40)
    parts = [part for start, end in ends if (part := within(box, start, end)) is not None]
    lines = [QLineF(*start, *end) for start, end in parts]
    casing = theme.colours.paper, CASING * width
    for colour, breadth in (casing, (theme.colour(Role.DESCENT), width)):
        painter.setPen(pen(colour, breadth, flat=True))
        painter.drawLines(lines)


def _paint_move(
    painter: QPainter,
    path: PathPicture,
    slopes: NDArray[np.float64],
    theme: Theme,
    frame: Frame,
    index: int,
) -> None:
    (x, y), (next_x, next_y) = path.points[index], path.points[index + 1]
    foot = y + slopes[index] * (next_x - x)
    start, turn, end = frame.points(np.array(((x, y), (next_x, foot), (next_x, next_y))))
    if not np.isfinite((start, turn, end)).all():
        return
    colour, width = _shade(index + 1, path.current, theme), theme.width(Role.DESCENT)
    box = frame.rect.adjusted(-40, -40, 40, 40)
    line = pen(colour, width, flat=True)
    painter.setPen(line)
    _paint_segment(painter, start, turn, box)
    line.setDashPattern(DROP)
    painter.setPen(line)
    _paint_segment(painter, turn, end, box)
    head = HEAD * max(width / 1.5, 1.0)
    if np.hypot(*(turn - start)) > 1.5 * head and box.contains(QPointF(*turn)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPolygon(arrowhead(turn, turn - start, head))


def _paint_segment(painter: QPainter, start: Points, end: Points, box: QRectF) -> None:
    part = within(box, start, end)
    if part is not None:
        painter.drawLine(QLineF(*part[0], *part[1]))


def _paint_tangent(
    painter: QPainter, path: PathPicture, slopes: NDArray[np.float64], theme: Theme, frame: Frame
) -> None:
    """The tangent whose slope the next step uses."""
    point = frame.points(path.points[path.current : path.current + 1])[0]
    told = path.tangent_slope
    slope = slopes[path.current] if told is None else told
    way = np.array((1.0, -slope * frame.up / frame.across))
    if not (np.isfinite(way).all() and np.isfinite(point).all()):
        return
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), point, way)
    if ends is not None:
        painter.setPen(pen(theme.colour(Role.DESCENT), theme.width(Role.DESCENT), flat=True))
        painter.drawLine(QLineF(*ends[0], *ends[1]))


def _in_turn(dots: Dots) -> Iterator[tuple[int, QPointF]]:
    """The current one, the first, and then all others where there are few."""
    pairs = list(dots)[::-1]
    yield from (pair for pair in pairs if pair[0] in (0, dots.last))
    if len(pairs) <= FEW:
        yield from (pair for pair in pairs if 0 < pair[0] < dots.last)


def _paint_numbers(
    painter: QPainter, path: PathPicture, dots: Dots, theme: Theme, room: Room
) -> None:
    over, written, apart = Foreground(room), [], BESIDE * theme.sizes.tick
    for index, place in _in_turn(dots):
        number = index if path.numbers is None else path.numbers[index]
        label = Kept(Words(str(number), theme.sizes.tick, theme.text_colour(Role.DESCENT)))
        corners = list(corners_around(place, label, 0.9 * theme.sizes.iterate))
        most = OUTSIDE if index in (0, dots.last) else CROWDED
        corner = write_steadily(
            painter, label, str(index), corners, over, theme.colours.paper, most, apart
        )
        if corner is not None:
            written.append(room_of(label, corner))
    for rect in written:
        room.take_rect(rect, WORDS)
