"""The tangent: a long line, the angle α it makes with Ox, and the triangle whose slope is tg α."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import Role, TangentPicture
from gdviz.ui.plot.figures import across
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.placing import Foreground, corners_around, write_steadily
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

RADIUS = 2.7
"""Radius of the angle's arc, in sizes of a label."""
RUN = 11.0
"""Length of the triangle's level leg, in sizes of a label."""
STEEPEST = 1e4
"""Steeper triangles than this leave the picture anyway."""
FAR_ENOUGH = 1.6
"""The angle stands on Ox if that is at least so many radii away from the point."""
FAINT = 46
"""Opacity of the angle's inside, of 255."""
IN_ANGLE = (0.5, 0.35, 0.65, 0.2, -0.25, 1.3)
"""In which direction from its vertex the angle's label may stand, as parts of the angle."""
AROUND_VERTEX = (0.5, 1.3, 2.2)
"""Where else: so many radii from the vertex."""
ALONG = (9.0, 12.0, -9.0, -12.0, 16.0, -16.0, 6.0, -6.0, 22.0, -22.0)
"""Where along the tangent its label may stand, in sizes of a label from the point."""


@dataclass(frozen=True, slots=True)
class TangentFigure:
    """The tangent in pixels: its point (x, y), and the unit vector (dx, dy) to the right along it.

    The vertex is where the angle is drawn: on Ox if there is room, else at the point itself.
    """

    picture: TangentPicture
    theme: Theme
    frame: Frame
    x: float
    y: float
    dx: float
    dy: float
    vertex: QPointF
    on_ox: bool

    @property
    def size(self) -> float:
        """The size that all parts of the figure are measured in."""
        return self.theme.sizes.label

    @property
    def turn(self) -> float:
        """The angle as drawn, radians, positive for a rising line."""
        return atan2(-self.dy, self.dx)


def tangent_figure(picture: TangentPicture, theme: Theme, frame: Frame) -> TangentFigure:
    """Where the parts of a tangent lie."""
    steep = picture.slope * frame.up / frame.across
    length = hypot(1.0, steep)
    x, y = frame.x(picture.x), frame.y(picture.y)
    vertex = _vertex_on_ox(picture, theme, frame, QPointF(x, y))
    place = QPointF(x, y) if vertex is None else vertex
    on_ox = vertex is not None
    return TangentFigure(picture, theme, frame, x, y, 1.0 / length, -steep / length, place, on_ox)


def _vertex_on_ox(
    picture: TangentPicture, theme: Theme, frame: Frame, point: QPointF
) -> QPointF | None:
    """Where the tangent meets Ox, if the angle has room there and is not on top of the point."""
    if not picture.slope:
        return None
    meets = frame.point(picture.x - picture.y / picture.slope, 0.0)
    margin = RADIUS * theme.sizes.label
    inside = frame.rect.adjusted(margin, margin / 2, -1.6 * margin, -margin / 2)
    off = meets - point
    is_far = hypot(off.x(), off.y()) > FAR_ENOUGH * margin
    return meets if is_far and inside.contains(meets) else None


def paint_tangent(
    painter: QPainter, picture: TangentPicture, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Line, angle and triangle, then the labels where they find room."""
    figure = tangent_figure(picture, theme, frame)
    point, way = np.array((figure.x, figure.y)), np.array((figure.dx, figure.dy))
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), point, way)
    if ends is None:
        return
    space.take_line(np.array(ends))
    if picture.angle_label is not None and frame.rect.contains(QPointF(figure.x, figure.y)):
        _paint_angle(painter, figure, space)
    painter.setPen(pen(theme.colour(Role.TANGENT), theme.width(Role.TANGENT), flat=True))
    painter.drawLine(QLineF(*ends[0], *ends[1]))
    label = _words(figure, picture.label)
    corners = list(_slope_corners(figure, label))
    write_steadily(painter, label, "slope", corners, space, theme.colours.paper)


def _words(figure: TangentFigure, text: str) -> Words:
    return Words(text, figure.size, figure.theme.text_colour(Role.TANGENT))


def _paint_angle(painter: QPainter, figure: TangentFigure, space: Foreground) -> None:
    theme, colour = figure.theme, figure.theme.colour(Role.TANGENT)
    radius, turn = RADIUS * figure.size, round(16 * degrees(figure.turn))
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(figure.vertex)
    inside = QColor(colour)
    inside.setAlpha(FAINT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inside)
    painter.drawPie(box, 0, turn)
    arc = pen(colour, 0.75 * theme.width(Role.TANGENT), flat=True)
    if not figure.picture.angle_drawn_true:
        arc.setDashPattern([2.0, 2.0])
    painter.setPen(arc)
    painter.drawArc(box, 0, turn)
    if not figure.on_ox and figure.picture.triangle:
        painter.setPen(pen(colour, max(0.6 * theme.line, 1.0), flat=True))
        _draw_triangle(painter, figure, space)
    label = _words(figure, figure.picture.angle_label or "")
    corners = list(_angle_corners(figure, label))
    write_steadily(painter, label, "angle", corners, space, theme.colours.paper)


def _draw_triangle(painter: QPainter, figure: TangentFigure, space: Foreground) -> None:
    """The level and the upright leg at the point."""
    x, y, run = figure.x, figure.y, RUN * figure.size
    rise = min(max(figure.dy / figure.dx, -STEEPEST), STEEPEST) * run
    painter.drawLines([QLineF(x, y, x + run, y), QLineF(x + run, y, x + run, y + rise)])
    space.take_line(np.array(((x, y), (x + run, y), (x + run, y + rise))))


def _angle_corners(figure: TangentFigure, label: Words) -> Iterator[QPointF]:
    """Outside the arc, the nearer to its middle the better; else around the vertex."""
    radius, turn, vertex = RADIUS * figure.size, figure.turn, figure.vertex
    half_width, half_height = label.extent.width() / 2, label.extent.height() / 2
    for share in IN_ANGLE:
        x, y = cos(share * turn), -sin(share * turn)
        reach = 1.2 * radius + abs(x) * half_width + abs(y) * half_height
        yield vertex + QPointF(x * reach - half_width, y * reach - half_height)
    for times in AROUND_VERTEX:
        yield from corners_around(vertex, label, times * radius)


def _slope_corners(figure: TangentFigure, label: Words) -> Iterator[QPointF]:
    """Beside the line on both sides, away from the point."""
    half_width, half_height = label.extent.width() / 2, label.extent.height() / 2
    dx, dy = figure.dx, figure.dy
    away = 0.75 * figure.size + abs(dy) * half_width + abs(dx) * half_height
    for along in ALONG:
        x = figure.x + dx * along * figure.size - half_width
        y = figure.y + dy * along * figure.size - half_height
        for side in (1.0, -1.0):
            yield QPointF(x + side * away * dy, y - side * away * dx)
