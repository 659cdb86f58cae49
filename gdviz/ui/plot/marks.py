"""Marks of a curve: open and closed ends, corners, asymptotes, and labels of notable points."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import hypot

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gdviz.session.marked_places import Dot, MarkedLine, MarkedPlace
from gdviz.session.scene import Role
from gdviz.ui.plot.asymptotes import paint_line, paint_upright
from gdviz.ui.plot.figures import across, array, paint_dot
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Label, Words, room_of
from gdviz.ui.plot.placing import best_corner, corners_around
from gdviz.ui.plot.room import WORDS, Room
from gdviz.ui.plot.strokes import pen, polygon
from gdviz.ui.theme import Theme

END, SMALL = 1.0, 0.7
"""Diameters of ends of the curve and of small dots, in points."""
RIM = 0.8
"""Width of a rim, in widths of the curve."""
RING = 0.15
"""Width of the ring of paper around a small dot, in points."""
ASIDE = (0.75, 1.6, 2.6)
"""How far from its dot a label may stand, in points."""
FREE = 0.5
"""A label looks no further than where it covers so many cells."""
MOST_COVERED = 2.5
"""A label that would cover more cells than these everywhere is left out: the pointer tells it."""
MOST_LABELS = 40
"""Labels looked for in a picture; of more none would be read."""


def dot_places(place: MarkedPlace, frame: Frame) -> Iterator[tuple[QPointF, Dot]]:
    """The pixels of a place's dots, those that are in the picture."""
    x = frame.x(place.x)
    for y, dot in place.dots:
        height = frame.ox if y is None else frame.y(y)
        if -1.0 <= x <= frame.width + 1.0 and -1.0 <= height <= frame.height + 1.0:
            yield QPointF(x, height), dot


class Marking:
    """Paints the marks of one picture, layer by layer; `room` learns where they are."""

    def __init__(
        self,
        marks: Sequence[MarkedPlace],
        lines: Sequence[MarkedLine],
        theme: Theme,
        frame: Frame,
        room: Room,
    ) -> None:
        self._lines = lines
        self._labels: list[tuple[Label, QPointF]] = []
        self._marks, self._theme, self._frame, self._room = marks, theme, frame, room
        self._dots = tuple(dot for place in marks for dot in dot_places(place, frame))
        middles = [(middle.x(), middle.y()) for middle, _ in self._dots]
        self._middles = np.array(middles).reshape(-1, 2)

    def paint_asymptotes(self, painter: QPainter, numbers: Sequence[QRectF] = ()) -> None:
        """Lines in thin dashes, which break at numbers that stand in their way."""
        frame, theme = self._frame, self._theme
        places = [frame.x(place.x) for place in self._marks if place.asymptote]
        columns = [x for x in places if -1.0 <= x <= frame.width + 1.0]
        if columns:
            paint_upright(painter, columns, numbers, theme, frame)
        lines = [np.array(((x, 0.0), (x, frame.height))) for x in columns]
        painted = (paint_line(painter, line, numbers, theme, frame) for line in self._lines)
        self._room.take_lines([*lines, *(ends for ends in painted if ends is not None)])

    def paint_dots(self, painter: QPainter) -> None:
        """Ends, holes, corners, notable points."""
        reach = END * self._theme.sizes.point / 2
        for middle, dot in self._dots:
            _paint_dot(painter, middle, dot, self._theme)
            corner = middle - QPointF(reach, reach)
            self._room.take_rect(QRectF(corner, middle + QPointF(reach, reach)), WORDS)

    def paint_again_on(self, painter: QPainter, point: QPointF, way: Points) -> None:
        """Once more what a line through a point runs over: holes are not filled by it, and labels
        stand on their halo."""
        for label, corner in self._labels:
            if across(room_of(label, corner), array(point), way) is not None:
                label.paint(painter, corner, self._theme.colours.paper)
        away = self._middles - array(point)
        off = np.abs(away[:, 0] * way[1] - away[:, 1] * way[0]) / max(hypot(*way), 1e-9)
        for index in np.flatnonzero(off < self._theme.sizes.point).tolist():
            _paint_dot(painter, *self._dots[index], self._theme)

    def write_labels(self, painter: QPainter) -> None:
        """Beside each dot what is said of it in a few figures, where there is room for that."""
        theme, room = self._theme, self._room
        labelled = [place for place in self._marks if place.label]
        for place in labelled[:MOST_LABELS]:
            label = Kept(Words(place.label, theme.sizes.tick, theme.text_colour(Role.FUNCTION)))
            for middle, _ in dot_places(place, self._frame):
                around = (corners_around(middle, label, a * theme.sizes.point) for a in ASIDE)
                corner = best_corner(label, chain.from_iterable(around), room, good=FREE)
                if corner is not None and room.cost(room_of(label, corner)) <= MOST_COVERED:
                    label.paint(painter, corner, theme.colours.paper)
                    self._labels.append((label, corner))
                    room.take_rect(room_of(label, corner), WORDS)


def _paint_dot(painter: QPainter, middle: QPointF, dot: Dot, theme: Theme) -> None:
    colour, paper, point = theme.colour(Role.FUNCTION), theme.colours.paper, theme.sizes.point
    rim = RIM * theme.width(Role.FUNCTION)
    if dot is Dot.OPEN:
        paint_dot(painter, middle, END * point - 2 * rim, paper, colour, rim)
    elif dot is Dot.CLOSED:
        paint_dot(painter, middle, END * point, colour)
    elif dot is Dot.SMALL:
        paint_dot(painter, middle, SMALL * point, colour, paper, RING * point)
    else:
        ways = np.array(((1, 0), (0, 1), (-1, 0), (0, -1))) * 0.6 * END * point
        painter.setPen(pen(colour, rim))
        painter.setBrush(QColor(paper))
        painter.drawPolygon(polygon(ways + array(middle)))
