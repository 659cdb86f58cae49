"""The tangent: a long line with its slope beside it, and the angle α it makes with Ox."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from gdviz.session.scene import Role, TangentPicture
from gdviz.ui.plot.angle import paint_angle, write_angle
from gdviz.ui.plot.figures import across
from gdviz.ui.plot.foreground import Foreground, Places, settle, write_at
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Label
from gdviz.ui.plot.strokes import pen
from gdviz.ui.plot.tangent_figure import TangentFigure, tangent_figure
from gdviz.ui.theme import Theme

ALONG = np.array((9.0, -9.0, 12.0, -12.0, 6.0, -6.0, 16.0, -16.0, 22.0, -22.0))
"""Where along the tangent its label may stand, in sizes of a label from the point."""
NEAR = 9.0
"""So far from the point it stands where nothing is in its way."""
FURTHER = 0.4
"""What each size that it stands further away costs, in cells that a label covers."""


def paint_tangent(
    painter: QPainter, picture: TangentPicture, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Angle, triangle and line, then the labels, which nothing of it is drawn over."""
    figure = tangent_figure(picture, theme, frame)
    point, way = np.array((figure.x, figure.y)), np.array((figure.dx, figure.dy))
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), point, way)
    if ends is None:
        return
    space.take_line(np.array(ends))
    angle = picture.angle_label is not None and frame.rect.contains(QPointF(figure.x, figure.y))
    if angle:
        paint_angle(painter, figure, space)
    painter.setPen(pen(theme.colour(Role.TANGENT), theme.width(Role.TANGENT), flat=True))
    painter.drawLine(QLineF(*ends[0], *ends[1]))
    if angle:
        write_angle(painter, figure, space)
    label = figure.words(picture.label)
    stand = settle(label, "slope", _slope_places(figure, label, ends), space, frame.rect)
    write_at(painter, label, stand, space, theme.colours.paper)


def _slope_places(figure: TangentFigure, label: Label, ends: tuple[Points, Points]) -> Places:
    """Beside the line on both sides, a little way from the point, where it is in the picture."""
    half = np.array(label.extent.toTuple()) / 2
    point, way = np.array((figure.x, figure.y)), np.array((figure.dx, figure.dy))
    first, last = (float((end - point) @ way) for end in ends)
    base = min(max(0.0, first), last)
    away = 0.75 * figure.size + float(np.abs(way[::-1]) @ half)
    along = np.minimum(np.maximum(base + ALONG * figure.size, first), last)
    across = away * np.array((way[1], -way[0])) * np.array(((1.0,), (-1.0,)))
    corners = (point - half + along[:, None] * way)[:, None, :] + across
    further = FURTHER * np.maximum(np.abs(ALONG) - NEAR, 0.0)
    return Places(corners.reshape(-1, 2), np.repeat(further, 2))
