"""Curves: stroked pieces, filled bands, and the name at the end of each."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gdviz.session.scene import Curve
from gdviz.ui.colours import mixture
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Mathematics
from gdviz.ui.plot.placing import Room, best_corner
from gdviz.ui.plot.strokes import fill_band, pen, stroke, stroke_dashed, visible_runs
from gdviz.ui.theme import Theme

BAND_SHARE = 0.45
"""How much paper is in the colour of a band."""
ALONG = (0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.03)
"""Where along what is seen of a curve its name may stand; the right end first."""
LABEL_SIZE = 1.5
"""Size of a curve's name, in sizes of a label."""


def paint_curve(painter: QPainter, curve: Curve, theme: Theme, frame: Frame, room: Room) -> None:
    """One curve; `room` learns where it runs."""
    colour, width = theme.colour(curve.role), theme.width(curve.role)
    line, dashes = pen(colour, width), theme.dash(curve.role)
    for band in curve.bands:
        rows = _band_pixels(band, frame)
        fill_band(painter, rows, mixture(colour, theme.colours.paper, BAND_SHARE))
        room.take_line(rows[:, (0, 1)])
        room.take_line(rows[:, (0, 2)])
    for run in _runs(curve, frame, width):
        room.take_line(run)
        if dashes:
            stroke_dashed(painter, run, line, dashes)
        else:
            stroke(painter, run, line)


def _band_pixels(band: Points, frame: Frame) -> Points:
    low, high = frame.points(band[:, (0, 1)]), frame.points(band[:, (0, 2)])
    return np.column_stack((low, high[:, 1]))


def _runs(curve: Curve, frame: Frame, margin: float) -> Iterator[Points]:
    for piece in curve.pieces:
        yield from visible_runs(frame.points(piece), frame.rect, 2 * margin)


def paint_curve_label(
    painter: QPainter, curve: Curve, theme: Theme, frame: Frame, room: Room
) -> None:
    """The curve's name beside it, near its right end, where nothing else is."""
    if curve.label is None:
        return
    label = Mathematics(curve.label, LABEL_SIZE * theme.sizes.label, theme.text_colour(curve.role))
    corner = best_corner(label, _corners(curve, frame, label.extent, theme), room)
    if corner is not None:
        label.paint(painter, corner, theme.colours.paper)
        room.take_rect(QRectF(corner, label.extent))


def _corners(curve: Curve, frame: Frame, extent: QSizeF, theme: Theme) -> Iterator[QPointF]:
    """On both sides of the curve, at several places along it."""
    runs = [run for run in _runs(curve, frame, 0.0) if len(run) > 1]
    if not runs:
        return
    points = np.concatenate(runs)
    inside = (points >= 0).all(axis=1) & (points <= (frame.width, frame.height)).all(axis=1)
    points = points[inside]
    if len(points) < 2:
        return
    away = 0.5 * theme.sizes.label + theme.width(curve.role)
    for share in ALONG:
        index = min(int(share * len(points)), len(points) - 2)
        yield from _beside(points[index], points[index + 1] - points[index], extent, away)


def _beside(point: Points, way: Points, extent: QSizeF, away: float) -> Iterator[QPointF]:
    """Corners of boxes that touch a line at a point from above and from below."""
    normal = np.array((way[1], -way[0])) / max(float(np.hypot(*way)), 1e-9)
    normal = -normal if normal[1] > 0 else normal
    half = np.array((extent.width(), extent.height())) / 2
    for side in (1.0, -1.0):
        reach = away + abs(normal[0]) * half[0] + abs(normal[1]) * half[1]
        middle = point + side * normal * reach
        yield QPointF(*(middle - half))
