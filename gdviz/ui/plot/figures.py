"""Small shapes that figures in the picture are made of: dots, guides, arrows, clipped lines."""

from functools import lru_cache
from math import ceil, hypot

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from gdviz.ui.plot.frame import Points
from gdviz.ui.plot.strokes import polygon

UNSEEN = 1e-12
"""Beside what is so many times as long a way is none."""
SLENDER = 0.36
"""Half the width of an arrowhead, as a share of its length."""


def array(point: QPointF) -> Points:
    """(x, y) as numbers."""
    return np.array((point.x(), point.y()))


def arrowhead(tip: Points, way: Points, length: float) -> QPolygonF:
    """A slender triangle that points along `way`."""
    ahead = way / max(hypot(*way), 1e-12) * length
    side = np.array((-ahead[1], ahead[0])) * SLENDER
    return polygon(np.array((tip, tip - ahead + side, tip - ahead - side)))


@lru_cache(maxsize=256)
def _dot(diameter: float, colour: str, ring: str, ring_width: float, ratio: float) -> QPixmap:
    size = ceil((diameter + 2 * ring_width + 2) * ratio)
    picture = QPixmap(size, size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    middle = QPointF(size, size) / (2 * ratio)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush, reach in ((ring, ring_width), (colour, 0.0)):
            painter.setBrush(QColor(brush))
            painter.drawEllipse(middle, diameter / 2 + reach, diameter / 2 + reach)
    return picture


def paint_dot(
    painter: QPainter,
    middle: QPointF,
    diameter: float,
    colour: str,
    ring: str = "#000000",
    ring_width: float = 0.0,
) -> None:
    """A filled dot, with a ring around it where `ring_width` is not 0; from a picture kept."""
    ratio = painter.device().devicePixelRatio()
    picture = _dot(diameter, colour, ring, ring_width, ratio)
    half = picture.width() / (2 * ratio)
    painter.drawPixmap(middle - QPointF(half, half), picture)


def paint_circle(
    painter: QPainter, middle: QPointF, diameter: float, line: QPen, fill: str
) -> None:
    """A circle with a coloured rim."""
    painter.setPen(line)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(middle, diameter / 2, diameter / 2)


def across(rect: QRectF, point: Points, way: Points) -> tuple[Points, Points] | None:
    """Where the line through a point leaves a rectangle on both sides.

    None if it misses it, or goes no way at all.
    """
    low = np.array((rect.left(), rect.top()))
    high = np.array((rect.right(), rect.bottom()))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        first, second = (low - point) / way, (high - point) / way
    enters = np.fmax.reduce(np.fmin(first, second))
    leaves = np.fmin.reduce(np.fmax(first, second))
    outside = (way == 0.0) & ((point < low) | (point > high))
    if not -np.inf < enters < leaves < np.inf or outside.any():
        return None
    return point + enters * way, point + leaves * way


def within(rect: QRectF, start: Points, end: Points) -> tuple[Points, Points] | None:
    """The part of a segment inside a rectangle, or None."""
    enters, leaves = shares_inside(rect, *start.tolist(), *end.tolist())
    if enters >= leaves:
        return None
    return start + enters * (end - start), start + leaves * (end - start)


def shares_inside(rect: QRectF, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float]:
    """Between which parts of its way, 0 to 1, a segment is inside a rectangle; equal if nowhere.

    (Liang and Barsky's way of clipping.) A segment without length is nowhere.
    """
    dx, dy = x1 - x0, y1 - y0
    enters, leaves = 0.0, 1.0 if dx or dy else 0.0
    sides = (
        (-dx, x0 - rect.left()),
        (dx, rect.right() - x0),
        (-dy, y0 - rect.top()),
        (dy, rect.bottom() - y0),
    )
    for way, room in sides:
        # A way that vanishes beside the room it has never reaches that side.
        if abs(way) <= UNSEEN * abs(room):
            leaves = leaves if room >= 0.0 else 0.0
        elif way < 0.0:
            enters = max(enters, room / way)
        else:
            leaves = min(leaves, room / way)
    return enters, max(enters, leaves)
