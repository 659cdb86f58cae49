"""The loss curve as a picture: painted once, and kept while the descent is stepped through."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gdviz.session.scene import Role
from gdviz.ui.panels.loss_scale import Numbers, marks, round_values, thinned
from gdviz.ui.plot.strokes import pen, stroke
from gdviz.ui.theme import Theme

Coordinate = TypeVar("Coordinate", float, Numbers)
"""One, or an array of them."""

MOST_DOTS = 60
"""Single iterates are dotted while there are no more."""
MOST_LABELS, MOST_STEP_LABELS = 3, 4
GAP = 8
"""Between a number and its line, px."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the axes are, px, and what they span: steps 0 … last, heights low … high."""

    inside: QRectF
    last: int
    low: float
    high: float

    def x(self, step: Coordinate) -> Coordinate:
        """Where a step stands."""
        return step / max(self.last, 1) * self.inside.width() + self.inside.left()

    def y(self, height: Coordinate) -> Coordinate:
        """Where a height stands."""
        share = (height - self.low) / (self.high - self.low)
        return share * -self.inside.height() + self.inside.bottom()

    def step_at(self, x: float) -> int:
        """The step nearest to a place."""
        share = (x - self.inside.left()) / max(self.inside.width(), 1.0)
        return min(max(round(share * self.last), 0), self.last)


def frame_marks(low: float, high: float, *, logarithmic: bool) -> list[tuple[float, str]]:
    """The losses that are marked, and what is written beside them."""
    return marks(low, high, MOST_LABELS, logarithmic=logarithmic)


def paint_axes(
    painter: QPainter, frame: Frame, theme: Theme, font: QFont, *, logarithmic: bool
) -> None:
    """Lines at round losses, their numbers, and the numbers of some steps."""
    inside, metrics = frame.inside, QFontMetricsF(font)
    painter.setFont(font)
    ink, line = QColor(theme.colours.secondary_ink), QPen(QColor(theme.colours.grid_major), 1)
    for value, text in frame_marks(frame.low, frame.high, logarithmic=logarithmic):
        y = frame.y(value)
        painter.setPen(line)
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
        painter.setPen(ink)
        x = inside.left() - GAP - metrics.horizontalAdvance(text)
        painter.drawText(QPointF(max(x, 0), y + metrics.capHeight() / 2), text)
    y = inside.bottom() + 1.2 * metrics.height()
    for step in sorted({0, *(round(v) for v in round_values(0, frame.last, MOST_STEP_LABELS))}):
        text, width = str(step), metrics.horizontalAdvance(str(step))
        painter.drawText(
            QPointF(min(frame.x(float(step)), inside.right() + 8 - width / 2) - width / 2, y), text
        )
    painter.setPen(QPen(QColor(theme.colours.axis), 1))
    painter.drawLine(inside.bottomLeft(), inside.bottomRight())


def paint_curve(painter: QPainter, frame: Frame, heights: Numbers, theme: Theme) -> None:
    """The line through all iterates, and a dot for each while they are few."""
    steps, values = thinned(heights, max(1, int(frame.inside.width())))
    xs, ys = frame.x(steps), frame.y(values)
    colour = QColor(theme.colour(Role.DESCENT))
    line = pen(theme.colour(Role.DESCENT), theme.width(Role.DESCENT))
    for piece in pieces(values):
        stroke(painter, np.column_stack((xs, ys))[piece.start : piece.stop], line)
    if len(values) <= MOST_DOTS:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = theme.sizes.iterate * 0.4
        for i in np.flatnonzero(np.isfinite(values)):
            painter.drawEllipse(QPointF(xs[i], ys[i]), radius, radius)


def pieces(values: Numbers) -> list[range]:
    """Runs of finite values."""
    finite = np.flatnonzero(np.isfinite(values))
    if not len(finite):
        return []
    starts = np.r_[0, np.flatnonzero(np.diff(finite) > 1) + 1]
    ends = np.r_[starts[1:], len(finite)]
    return [range(finite[a], finite[b - 1] + 1) for a, b in zip(starts, ends, strict=True)]
