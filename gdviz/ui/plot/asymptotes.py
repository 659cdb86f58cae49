"""Asymptotes: thin dashes that break at numbers which stand in their way."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.marked_places import MarkedLine
from gdviz.session.scene import Role
from gdviz.ui.plot.axes import axis_width
from gdviz.ui.plot.figures import array, within
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import HALO
from gdviz.ui.plot.strokes import cut_in_dashes, pen
from gdviz.ui.theme import Theme

DASH, GAP = 6.0, 5.0
"""Of an asymptote, in widths of its line."""
ON_AXIS = 1.0
"""Pixels within which an asymptote and an axis are one line: it is broader then."""


def span(line: MarkedLine, frame: Frame) -> tuple[Points, Points] | None:
    """Both ends of what is seen of a line, px, the left one first: that of a line which the curve
    comes up to at one end only reaches from there to the middle."""
    view = frame.viewport
    middle = (view.x0 + view.x1) / 2
    x0, x1 = view.x0 if line.left else middle, view.x1 if line.right else middle
    ends = np.array([(x, line.slope * x + line.intercept) for x in (x0, x1)])
    first, last = frame.points(ends)
    return within(frame.rect, first, last)


def nearest_on(line: MarkedLine, pointer: QPointF, frame: Frame) -> QPointF | None:
    """The point of a line that is nearest to another one, px; None where nothing of it is seen."""
    ends = span(line, frame)
    if ends is None:
        return None
    way = ends[1] - ends[0]
    share = float((array(pointer) - ends[0]) @ way) / max(float(way @ way), 1e-12)
    return QPointF(*(ends[0] + min(max(share, 0.0), 1.0) * way))


def paint_upright(
    painter: QPainter,
    columns: Sequence[float],
    numbers: Iterable[QRectF],
    theme: Theme,
    frame: Frame,
) -> None:
    """Lines at so many px from the left: whole device pixels, which need no smoothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour(Role.FUNCTION)))
    blanks = _blanks(numbers, theme)
    painter.drawRects(
        [
            dash
            for x in columns
            for dash in _dashes(x, theme, frame)
            if not any(map(dash.intersects, _standing_at(x, blanks)))
        ]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def paint_line(
    painter: QPainter, line: MarkedLine, numbers: Iterable[QRectF], theme: Theme, frame: Frame
) -> Points | None:
    """One that is not upright; returns its ends, px, None where nothing of it is seen."""
    ends = span(line, frame)
    if ends is None:
        return None
    points, width = np.array(ends), _width(theme, frame)
    if not line.slope:
        points[:, 1] = frame.crisp(points[0, 1])
        if abs(points[0, 1] - frame.y(0.0)) < ON_AXIS:
            width += ceil(0.5 * axis_width(theme) * frame.ratio) / frame.ratio
    blanks = _crossed(points, _blanks(numbers, theme))
    step = DASH * _width(theme, frame)
    dashes = cut_in_dashes(points, (step, step * GAP / DASH))
    painter.setPen(pen(theme.colour(Role.FUNCTION), width, flat=True))
    painter.drawLines(
        [
            QLineF(*dash[0], *dash[-1])
            for dash in dashes
            if not any(within(blank, dash[0], dash[-1]) for blank in blanks)
        ]
    )
    return points


def _width(theme: Theme, frame: Frame) -> float:
    """Of whole device pixels."""
    return max(round(theme.line * frame.ratio), 1) / frame.ratio


def _blanks(numbers: Iterable[QRectF], theme: Theme) -> list[QRectF]:
    """Numbers with their halo."""
    apart = HALO * max(theme.sizes.tick / 14, 1.0)
    return [place.adjusted(-apart, -apart, apart, apart) for place in numbers]


def _crossed(ends: Points, blanks: Iterable[QRectF]) -> list[QRectF]:
    return [blank for blank in blanks if within(blank, ends[0], ends[1])]


def _standing_at(x: float, rects: Sequence[QRectF]) -> list[QRectF]:
    """Those that an upright line runs through."""
    return [rect for rect in rects if rect.left() < x < rect.right()]


def _dashes(x: float, theme: Theme, frame: Frame) -> Iterator[QRectF]:
    """Of one asymptote; broader than Oy where they are one line."""
    width = _width(theme, frame)
    step, left = DASH * width, frame.crisp(x) - 0.5 / frame.ratio
    if abs(x - frame.x(0.0)) < ON_AXIS:
        width += ceil(0.5 * axis_width(theme) * frame.ratio) / frame.ratio
    for top in np.arange(0.0, frame.height, step * (1.0 + GAP / DASH)).tolist():
        yield QRectF(left, top, width, step)
