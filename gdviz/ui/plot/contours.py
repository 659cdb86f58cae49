"""The map of a function of two variables: bands as an image, lines over it, a few named, minima.

Loaded when there is a map to paint.
"""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz.calculus.contours import ContourLine, Contours
from gdviz.calculus.view.hollows import Hollow
from gdviz.numerals import significant
from gdviz.session.scene import Role
from gdviz.ui.plot.figures import paint_circle, paint_dot
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Words, room_of
from gdviz.ui.plot.placing import best_corner, corners_around
from gdviz.ui.plot.room import WORDS, Room
from gdviz.ui.plot.shades import bands_of, line_colour
from gdviz.ui.plot.strokes import pen, stroke, visible_runs
from gdviz.ui.theme import Theme

WIDTH = 1.1
"""Of a line, px."""
NAMED = 7
"""Levels that are named at most."""
SHORTEST_NAMED = 90.0
"""A line shorter than this, px, is not named."""
PLACES = 24
"""Places on a line at which its name is tried."""
NAME_COSTS = 14.0
"""Cells that a name may cover: its own line crosses it."""
MOST_VALUES = 6
"""So many minima are named with their values; more are marked alone."""


def paint_levels(painter: QPainter, found: Contours, theme: Theme, frame: Frame) -> None:
    """The bands, each in its colour; nothing where the function has no value."""
    bands = np.ascontiguousarray(found.bands[::-1])
    rows, columns = bands.shape
    image = QImage(bands.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    colours = [QColor(colour).rgb() for colour in bands_of(theme, len(found.levels) + 1)]
    image.setColorTable([QColor(Qt.GlobalColor.transparent).rgba(), *colours])
    area = found.area
    place = QRectF(frame.point(area.x0, area.y1), frame.point(area.x1, area.y0))
    painter.drawImage(place, image)


def paint_lines(
    painter: QPainter, found: Contours, theme: Theme, frame: Frame, room: Room, *, swift: bool
) -> None:
    """The lines, and the names of a few levels."""
    colours = bands_of(theme, len(found.levels) + 1)
    width = max(WIDTH * theme.line, 0.5 * theme.thinnest)
    for line in found.lines:
        colour = line_colour(colours[line.index], theme.colours.ink, theme.name)
        pixels = frame.points(line.points)
        for run in visible_runs([pixels], frame.rect, width):
            stroke(painter, run, pen(colour, width))
    if not swift:
        for name, corner in _names(found, theme, frame, room):
            name.paint(painter, corner, theme.colours.paper)


def _names(
    found: Contours, theme: Theme, frame: Frame, room: Room
) -> Iterator[tuple[Kept, QPointF]]:
    """Levels with the corners where they are written, on the longest of their lines."""
    every = -(-len(found.levels) // NAMED)
    for index in range(len(found.levels) - 1, -1, -every):
        lines = [_inside(line, frame) for line in found.lines if line.index == index]
        longest = max(lines, key=len, default=None)
        if longest is None or _length(longest) < SHORTEST_NAMED:
            continue
        label = Kept(Words(significant(found.levels[index]), theme.sizes.tick, theme.colours.ink))
        half = QPointF(label.extent.width() / 2, label.extent.height() / 2)
        places = longest[np.linspace(0, len(longest) - 1, PLACES).astype(np.int64)[1:-1]]
        corners = [QPointF(x, y) - half for x, y in places.tolist()]
        corner = best_corner(label, corners, room, padding=3.0)
        if corner is not None and room.cost(room_of(label, corner)) < NAME_COSTS:
            room.take_rect(room_of(label, corner), WORDS)
            yield label, corner


def _inside(line: ContourLine, frame: Frame) -> Points:
    """The part of a line that is seen, px."""
    pixels = frame.points(line.points)
    low, high = (0.0, 0.0), (frame.width, frame.height)
    return np.asarray(pixels[((pixels >= low) & (pixels <= high)).all(axis=1)])


def _length(points: Points) -> float:
    return float(np.abs(np.diff(points, axis=0)).sum()) if len(points) > 1 else 0.0


def paint_hollows(
    painter: QPainter, found: tuple[Hollow, ...], theme: Theme, frame: Frame, room: Room
) -> None:
    """The minima: a ring with a dot in it; with their values where they are few."""
    size, paper = 1.1 * theme.sizes.iterate, theme.colours.paper
    colour = theme.colour(Role.FUNCTION)
    for hollow in found:
        place = frame.point(hollow.x, hollow.y)
        paint_circle(painter, place, 2.0 * size, pen(colour, 0.25 * size), paper)
        paint_dot(painter, place, 0.7 * size, colour)
        room.take_rect(QRectF(place.x() - size, place.y() - size, 2 * size, 2 * size))
    if len(found) > MOST_VALUES:
        return
    for hollow in found:
        words = Words(significant(hollow.value), theme.sizes.tick, theme.text_colour(Role.FUNCTION))
        label = Kept(words)
        corners = corners_around(frame.point(hollow.x, hollow.y), label, 1.4 * size)
        corner = best_corner(label, corners, room, padding=1.0)
        if corner is not None:
            label.paint(painter, corner, paper)
            room.take_rect(room_of(label, corner), WORDS)
