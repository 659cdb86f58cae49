"""The tangent: a long line, the angle α it makes with Ox, and the triangle whose slope is tg α."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import Role, TangentPicture
from gdviz.ui.plot.figures import across, array
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.placing import Room, corners_around, write
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

RADIUS = 2.7
"""Radius of the angle's arc, in sizes of a label."""
RUN = 11.0
"""Length of the triangle's level leg, in sizes of a label."""
FAR_ENOUGH = 1.6
"""The angle stands on Ox if that is at least so many radii away from the point."""
FAINT = 46
"""Opacity of the angle's inside, of 255."""
ALONG = (9.0, 12.0, -9.0, -12.0, 16.0, -16.0, 6.0, -6.0, 22.0, -22.0)
"""Where along the tangent its label may stand, in sizes of a label from the point."""


@dataclass(frozen=True, slots=True)
class TangentFigure:
    """The tangent in pixels: `way` points to the right along it."""

    picture: TangentPicture
    theme: Theme
    frame: Frame

    @property
    def point(self) -> Points:
        return array(self.frame.point(self.picture.x, self.picture.y))

    @property
    def way(self) -> Points:
        steep = self.picture.slope * self.frame.up / self.frame.across
        return np.array((1.0, -steep)) / hypot(1.0, steep)

    @property
    def size(self) -> float:
        """The size that all parts of the figure are measured in."""
        return self.theme.sizes.label

    @property
    def vertex(self) -> tuple[Points, bool]:
        """Where the angle is drawn, and whether that is on Ox: else at the point itself."""
        picture, frame = self.picture, self.frame
        if picture.slope:
            on_ox = array(frame.point(picture.x - picture.y / picture.slope, 0.0))
            margin = RADIUS * self.size
            inside = frame.rect.adjusted(margin, margin / 2, -1.6 * margin, -margin / 2)
            far = hypot(*(on_ox - self.point)) > FAR_ENOUGH * margin
            if far and inside.contains(QPointF(*on_ox)):
                return on_ox, True
        return self.point, False


def paint_tangent(
    painter: QPainter, picture: TangentPicture, theme: Theme, frame: Frame, room: Room
) -> None:
    """Line, angle and triangle, then the labels where they find room."""
    figure = TangentFigure(picture, theme, frame)
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), figure.point, figure.way)
    if ends is None:
        return
    room.take_line(np.array(ends))
    if picture.angle_label is not None and frame.rect.contains(QPointF(*figure.point)):
        _paint_angle(painter, figure, room)
    painter.setPen(pen(theme.colour(Role.TANGENT), theme.width(Role.TANGENT), flat=True))
    painter.drawLine(QLineF(*ends[0], *ends[1]))
    _paint_slope(painter, figure, room)


def _paint_angle(painter: QPainter, figure: TangentFigure, room: Room) -> None:
    vertex, on_ox = figure.vertex
    colour = QColor(figure.theme.colour(Role.TANGENT))
    thin = pen(figure.theme.colour(Role.TANGENT), max(0.6 * figure.theme.line, 1.0), flat=True)
    turn = degrees(atan2(-figure.way[1], figure.way[0]))
    radius = RADIUS * figure.size
    box = QRectF(vertex[0] - radius, vertex[1] - radius, 2 * radius, 2 * radius)
    inside = QColor(colour)
    inside.setAlpha(FAINT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inside)
    painter.drawPie(box, 0, round(16 * turn))
    line = pen(figure.theme.colour(Role.TANGENT), 0.75 * figure.theme.width(Role.TANGENT))
    if not figure.picture.angle_drawn_true:
        line.setDashPattern([2.0, 2.0])
    painter.setPen(line)
    painter.drawArc(box, 0, round(16 * turn))
    if not on_ox:
        legs = _triangle(figure)
        painter.setPen(thin)
        painter.drawLines(legs)
        for leg in legs:
            room.take_line(np.array((leg.p1().toTuple(), leg.p2().toTuple())))
    _paint_angle_label(painter, figure, vertex, room)


def _triangle(figure: TangentFigure) -> list[QLineF]:
    """The level and the upright leg at the point."""
    (x, y), run = figure.point, RUN * figure.size
    rise = float(np.clip(figure.way[1] / figure.way[0], -1e4, 1e4)) * run
    return [QLineF(x, y, x + run, y), QLineF(x + run, y, x + run, y + rise)]


def _paint_angle_label(
    painter: QPainter, figure: TangentFigure, vertex: Points, room: Room
) -> None:
    text = figure.picture.angle_label or ""
    label = Words(text, figure.size, figure.theme.text_colour(Role.TANGENT))
    half = np.array((label.extent.width(), label.extent.height())) / 2
    turn = atan2(-figure.way[1], figure.way[0])
    corners = []
    for share in (0.5, 0.35, 0.65, 0.2, -0.25, 1.3):
        out = np.array((cos(share * turn), -sin(share * turn)))
        reach = 1.2 * RADIUS * figure.size + abs(out[0]) * half[0] + abs(out[1]) * half[1]
        corners.append(QPointF(*(vertex + out * reach - half)))
    for reach in (0.5, 1.3, 2.2):
        corners += corners_around(QPointF(*vertex), label, reach * RADIUS * figure.size)
    write(painter, label, corners, room, figure.theme.colours.paper, padding=1.0)


def _paint_slope(painter: QPainter, figure: TangentFigure, room: Room) -> None:
    """The label of the slope beside the line, away from the point."""
    label = Words(figure.picture.label, figure.size, figure.theme.text_colour(Role.TANGENT))
    write(painter, label, _corners(figure, label), room, figure.theme.colours.paper)


def _corners(figure: TangentFigure, label: Words) -> Iterator[QPointF]:
    half = np.array((label.extent.width(), label.extent.height())) / 2
    normal = np.array((figure.way[1], -figure.way[0]))
    away = 0.75 * figure.size + abs(normal[0]) * half[0] + abs(normal[1]) * half[1]
    for along in ALONG:
        middle = figure.point + figure.way * along * figure.size
        for side in (1.0, -1.0):
            yield QPointF(*(middle + side * away * normal - half))
