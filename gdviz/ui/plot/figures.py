"""Small shapes that figures in the picture are made of: dots, guides, arrows, clipped lines."""

from functools import lru_cache
from math import ceil, hypot

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from gdviz.ui.plot.frame import Points
from gdviz.ui.plot.strokes import polygon

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
    found = across(rect, start, end - start)
    if found is None:
        return None
    length = float(((end - start) ** 2).sum())
    shares = [float(np.clip((p - start) @ (end - start) / length, 0.0, 1.0)) for p in found]
    if shares[0] >= shares[1]:
        return None
    return start + shares[0] * (end - start), start + shares[1] * (end - start)
