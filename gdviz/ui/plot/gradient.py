"""The gradient at an iterate: its arrow with both components, the step that it makes, and the line
of equal value that it crosses. Loaded when there is a gradient to paint."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from gdviz.session.scene import GradientPicture, Role
from gdviz.ui.plot.figures import arrowhead
from gdviz.ui.plot.foreground import Foreground, rings_around, settle, write_at
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.strokes import pen, polygon
from gdviz.ui.theme import Theme

SHORTEST, LONGEST = 70.0, 150.0
"""Of the gradient's arrow, px: as long as the step within these bounds."""
LEAST_STEP = 24.0
"""A shorter step, px, is hidden by its point."""
HEAD = 5.0
"""Length of an arrowhead, in widths of its line."""
CASING = 2.6
"""The paper around a line, in widths of the line: so it is seen over any band."""
LEVEL = 46.0
"""Half the length of the line of equal value, px."""
SQUARE = 9.0
"""Side of the sign of a right angle, px."""
REACHES = (0.6, 1.4, 2.6)
"""How far from its place a label may stand, in sizes of a label."""
FURTHER = 0.5
FARTHEST = 1e5
"""Beyond so many pixels nothing is painted."""


def paint_gradient(
    painter: QPainter, gradient: GradientPicture, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Arrows and legs, then their names."""
    foot = np.array((frame.x(gradient.x), frame.y(gradient.y)))
    slope = np.array((gradient.across * frame.across, -gradient.up * frame.up))
    length = float(np.hypot(*slope))
    if not (0.0 < length < np.inf and np.abs(foot).max() < FARTHEST):
        return
    step = -gradient.rate * slope
    shown = min(max(gradient.rate * length, SHORTEST), LONGEST) * theme.scale
    tip = foot + slope / length * shown
    corner = np.array((tip[0], foot[1]))
    _paint_level(painter, gradient, foot, theme, frame)
    width = theme.width(Role.TANGENT)
    for start, end in ((foot, corner), (corner, tip)):
        _paint_line(painter, (start, end), theme, theme.colour(Role.TANGENT), 0.7 * width)
        space.take_line(np.array((start, end)))
    _paint_arrow(painter, foot, tip, theme, theme.colour(Role.TANGENT), width)
    has_step = LEAST_STEP < gradient.rate * length < FARTHEST
    if has_step:
        width = 1.3 * theme.width(Role.DESCENT)
        _paint_arrow(painter, foot, foot + step, theme, theme.colour(Role.DESCENT), width)
        space.take_line(np.array((foot, foot + step)))
    space.take_line(np.array((foot, tip)))
    _write(painter, gradient.label, tip, Role.TANGENT, theme, frame, space)
    _write(painter, gradient.across_label, (foot + corner) / 2, Role.TANGENT, theme, frame, space)
    _write(painter, gradient.up_label, (corner + tip) / 2, Role.TANGENT, theme, frame, space)
    if has_step:
        place = foot + step * min(1.0, LONGEST / float(np.hypot(*step))) / 2
        _write(painter, gradient.step_label, place, Role.DESCENT, theme, frame, space)


def _paint_level(
    painter: QPainter, gradient: GradientPicture, foot: Points, theme: Theme, frame: Frame
) -> None:
    """The direction in which f keeps its value, and the right angle to it where it is drawn so."""
    way = np.array((-gradient.up * frame.across, -gradient.across * frame.up))
    way = way / max(float(np.hypot(*way)), 1e-300) * LEVEL * theme.scale
    if not np.isfinite(way).all():
        return
    colour, width = theme.colours.ink, 0.6 * theme.width(Role.TANGENT)
    _paint_line(painter, (foot - way, foot + way), theme, colour, width)
    if gradient.is_square:
        along = way / LEVEL * SQUARE
        up = np.array((along[1], -along[0]))
        if up @ (gradient.across * frame.across, -gradient.up * frame.up) < 0.0:
            up = -up
        places = (foot + along, foot + along + up, foot + up)
        _paint_line(painter, places, theme, colour, width)


def _paint_line(
    painter: QPainter, places: Sequence[Points], theme: Theme, colour: str, width: float
) -> None:
    for paint, breadth in ((theme.colours.paper, CASING * width), (colour, width)):
        painter.setPen(pen(paint, breadth))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(polygon(np.array(places)))


def _paint_arrow(
    painter: QPainter, start: Points, tip: Points, theme: Theme, colour: str, width: float
) -> None:
    """A line with a head, on a casing of paper."""
    way = tip - start
    head = min(HEAD * width, 0.6 * float(np.hypot(*way)))
    neck = tip - way / max(float(np.hypot(*way)), 1e-300) * 0.8 * head
    for paint, more in ((theme.colours.paper, (CASING - 1.0) * width), (colour, 0.0)):
        painter.setPen(pen(paint, width + more, flat=True))
        painter.drawLine(QLineF(*start, *neck))
        painter.setPen(pen(paint, max(more, 0.5)))
        painter.setBrush(QColor(paint))
        painter.drawPolygon(QPolygonF(arrowhead(tip, way, head)))


def _write(
    painter: QPainter,
    text: str,
    place: Points,
    role: Role,
    theme: Theme,
    frame: Frame,
    space: Foreground,
) -> None:
    """A label beside its place, where it covers least."""
    if not frame.rect.contains(QPointF(*place)):
        return
    label = Words(text, theme.sizes.label, theme.text_colour(role))
    reaches = [reach * theme.sizes.label for reach in REACHES]
    places = rings_around(QPointF(*place), label, reaches, FURTHER)
    stand = settle(label, f"gradient {role} {text.partition('=')[0]}", places, space, frame.rect)
    write_at(painter, label, stand, space, theme.colours.paper)
