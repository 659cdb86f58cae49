"""Curves: stroked pieces, filled bands, and the name at the end of each."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import Curve
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Mathematics, room_of
from gdviz.ui.plot.placing import best_corner
from gdviz.ui.plot.room import Room
from gdviz.ui.plot.strokes import (
    fill_band,
    pen,
    stroke_all,
    stroke_dashed,
    stroke_swiftly,
    visible_runs,
)
from gdviz.ui.theme import Theme

BAND_SHARE = 0.45
"""How much of what is under it is seen through a band."""
ALONG = (0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.03)
"""Where along what is seen of a curve its name may stand; the right end first."""
NAMES = 10.0
"""What a cell of such a name counts: other words rather stand on lines, however dense they are."""
LABEL_SIZE = 1.5
"""Size of a curve's name, in sizes of a label."""


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """What is seen of a curve, in pixels: polylines (n, 2), and bands as rows of x, low, high."""

    curve: Curve
    runs: tuple[Points, ...]
    bands: tuple[Points, ...]


def trace(curve: Curve, theme: Theme, frame: Frame, room: Room) -> Trace:
    """Where a curve runs; `room` learns it."""
    margin = 2 * theme.width(curve.role)
    pieces = [frame.points(piece) for piece in curve.pieces]
    runs = tuple(visible_runs(pieces, frame.rect, margin))
    bands = tuple(_band_pixels(band, frame) for band in curve.bands)
    edges = [rows[:, columns] for rows in bands for columns in ((0, 1), (0, 2))]
    room.take_lines((*runs, *edges))
    return Trace(curve, runs, bands)


def _band_pixels(band: Points, frame: Frame) -> Points:
    low, high = frame.points(band[:, (0, 1)]), frame.points(band[:, (0, 2)])
    return np.column_stack((low, high[:, 1]))


def paint_bands(painter: QPainter, found: Trace, theme: Theme) -> None:
    """What a curve fills: the grid shines through, axes and numbers are painted over it."""
    colour = QColor(theme.colour(found.curve.role))
    colour.setAlphaF(1.0 - BAND_SHARE)
    for rows in found.bands:
        fill_band(painter, rows, colour)


def paint_curve(painter: QPainter, found: Trace, theme: Theme, *, swift: bool = False) -> None:
    """Its lines. `swift`: for a view that moves, quick and rough."""
    role = found.curve.role
    line, dashes = pen(theme.colour(role), theme.width(role)), theme.dash(role)
    if not dashes and not swift:
        stroke_all(painter, found.runs, line)
        return
    for run in found.runs:
        if dashes:
            stroke_dashed(painter, run, line, dashes)
        else:
            stroke_swiftly(painter, run, line)


def paint_curve_label(
    painter: QPainter, found: Trace, theme: Theme, frame: Frame, room: Room
) -> None:
    """The curve's name beside it, near its right end, where nothing else is."""
    curve = found.curve
    if curve.label is None:
        return
    size, colour = LABEL_SIZE * theme.sizes.label, theme.text_colour(curve.role)
    label = Kept(Mathematics(curve.label, size, colour))
    corner = best_corner(label, _corners(found, theme, frame, label.extent), room)
    if corner is not None:
        label.paint(painter, corner, theme.colours.paper)
        room.take_rect(room_of(label, corner), NAMES)


def _corners(found: Trace, theme: Theme, frame: Frame, extent: QSizeF) -> Iterator[QPointF]:
    """On both sides of the curve, at several places along it."""
    points = np.concatenate([np.empty((0, 2)), *found.runs])
    inside = (points >= 0).all(axis=1) & (points <= (frame.width, frame.height)).all(axis=1)
    points = points[inside]
    if len(points) < 2:
        return
    away = 0.5 * theme.sizes.label + theme.width(found.curve.role)
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
