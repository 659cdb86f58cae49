"""The angle α between Ox and the tangent: its arc, the slope triangle, and its label, which stands
at the arc whatever is drawn there."""

from math import degrees

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import Role
from gdviz.ui.plot.foreground import Foreground, Places, settle, write_at
from gdviz.ui.plot.lettering import Label, room_of
from gdviz.ui.plot.strokes import pen
from gdviz.ui.plot.tangent_figure import TangentFigure

Row = NDArray[np.float64]

RUN = 11.0
"""Length of the triangle's level leg, in sizes of a label."""
STEEPEST = 1e4
"""Steeper triangles than this leave the picture anyway."""
FAINT = 46
"""Opacity of the angle's inside, of 255."""
INSIDE = np.array((0.5, 0.3, 0.7, 0.1, 0.9))
"""In which direction from the vertex the label may stand, as parts of the angle."""
BEYOND = np.radians((15.0, 30.0, 50.0, 75.0))
"""Beyond either leg, radians …"""
BEYOND_COSTS = (3.0, 5.0, 7.0, 9.0)
"""… and what standing there costs, in cells that a label covers."""
OFF_ARC = 1.15
"""How far from the vertex the label keeps, in radii."""
AT_ARC = 0.9
"""A label further from the arc than this, in sizes of a label, is joined to it by a line."""
ENDS = (0.5, 0.25, 0.75)
"""Where on the arc that line may end."""
CORNERS = np.linspace(0.0, 1.0, 5)
"""The arc as a polyline, for labels to avoid."""


def paint_angle(painter: QPainter, figure: TangentFigure, space: Foreground) -> None:
    """The arc with its inside; the triangle where the angle stands at the point."""
    theme, colour = figure.theme, figure.theme.colour(Role.TANGENT)
    radius, turn = figure.radius, round(16 * degrees(figure.turn))
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
    corners = [figure.on_arc(share) for share in CORNERS]
    space.take_line(np.array([(at.x(), at.y()) for at in corners]))
    if not figure.on_ox and figure.picture.triangle:
        painter.setPen(pen(colour, max(0.6 * theme.line, 1.0), flat=True))
        _draw_triangle(painter, figure, space)


def _draw_triangle(painter: QPainter, figure: TangentFigure, space: Foreground) -> None:
    """The level and the upright leg at the point."""
    x, y, run = figure.x, figure.y, RUN * figure.size
    rise = min(max(figure.dy / figure.dx, -STEEPEST), STEEPEST) * run
    painter.drawLines([QLineF(x, y, x + run, y), QLineF(x + run, y, x + run, y + rise)])
    space.take_line(np.array(((x, y), (x + run, y), (x + run, y + rise))))


def write_angle(painter: QPainter, figure: TangentFigure, space: Foreground) -> None:
    """α at its arc, joined to it where it could not stand next to it."""
    label = figure.words(figure.picture.angle_label or "")
    stand = settle(label, "angle", angle_places(figure, label), space, figure.frame.rect)
    join = leader(figure, room_of(label, stand.corner))
    if join is not None:
        colours, width = figure.theme.colours, max(0.6 * figure.theme.line, 1.0)
        for colour, breadth in ((colours.paper, 3 * width), (label.colour, width)):
            painter.setPen(pen(colour, breadth, flat=True))
            painter.drawLine(join)
        space.take_line(np.array(((join.x1(), join.y1()), (join.x2(), join.y2()))))
    write_at(painter, label, stand, space, figure.theme.colours.paper)


def angle_places(figure: TangentFigure, label: Label) -> Places:
    """Next to the arc, inside the angle first, then beyond either leg; as near to the vertex as
    the arc lets the label."""
    outward = 1.0 if figure.turn >= 0 else -1.0
    past_tangent, past_level = figure.turn + outward * BEYOND, -outward * BEYOND
    beside = np.stack((past_tangent, past_level), axis=1).ravel()
    ways = np.concatenate((INSIDE * figure.turn, beside))
    costs = np.concatenate((np.zeros(len(INSIDE)), np.repeat(BEYOND_COSTS, 2)))
    half = np.array(label.extent.toTuple()) / 2
    x, y = np.cos(ways), -np.sin(ways)
    reach = reach_of(half[0], half[1], np.abs(x), np.abs(y), OFF_ARC * figure.radius)
    vertex = np.array(figure.vertex.toTuple())
    return Places(vertex - half + np.stack((x * reach, y * reach), axis=1), costs)


def reach_of(half_width: float, half_height: float, x: Row, y: Row, radius: float) -> Row:
    """How far along (x, y), unit vectors with no part below 0 (n,), the middle of a rectangle
    stands that touches the circle round 0: with a side, or with a corner."""
    along = x * half_width + y * half_height
    corner = np.sqrt(np.maximum(along**2 - half_width**2 - half_height**2 + radius**2, 0.0))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        upright, level = (half_width + radius) / x, (half_height + radius) / y
        by_level = np.where(level * x <= half_width, level, along + corner)
        return np.where(upright * y <= half_height, upright, by_level)


def leader(figure: TangentFigure, rect: QRectF) -> QLineF | None:
    """From a label to the arc, where it is not next to it."""
    joins = [_join(rect, figure.on_arc(share)) for share in ENDS]
    nearest = min(joins, key=QLineF.length)
    return nearest if nearest.length() > AT_ARC * figure.size else None


def _join(rect: QRectF, end: QPointF) -> QLineF:
    """The shortest way from a rectangle to a point."""
    x = min(max(end.x(), rect.left()), rect.right())
    y = min(max(end.y(), rect.top()), rect.bottom())
    return QLineF(QPointF(x, y), end)
