"""The loss at each step, as a small plot: a click goes to a step, dragging scrubs."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.session.scene import Role
from gdviz.ui.panels.loss_scale import Numbers, heights, limits, round_values, thinned
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

MOST_DOTS = 60
"""Single iterates are dotted while there are no more."""
ABOVE, BELOW = 8.0, 1.6
"""Room over the curve in px, and under it in heights of a line of text."""
MOST_LABELS = 3


class LossCurve(QWidget):
    """Shows L against the step. `iterate_chosen` is the step under the hand."""

    iterate_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss_curve")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme: Theme | None = None
        self._tr = Translator()
        self._losses: Numbers = np.empty(0)
        self._heights: Numbers = np.empty(0)
        self._limits: tuple[float, float] | None = None
        self._step = 0
        self._logarithmic = False

    def show_losses(self, losses: Numbers, step: int) -> None:
        """`losses` of shape (n,); `step` is where the descent stands."""
        if losses is not self._losses:
            self._losses = losses
            self._measure()
        self._step = step
        self._describe()
        self.update()

    def show_log(self, logarithmic: bool) -> None:
        """Even steps or even ratios upwards."""
        self._logarithmic = logarithmic
        self._measure()
        self.update()

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self._tr = tr
        self.setAccessibleName(tr("Loss at each step"))
        self.setToolTip(tr("Loss at each step: click or drag to go there"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(figures_font(theme.sizes.secondary))
        self.update()

    def sizeHint(self) -> QSize:
        """As little as will do: what room there is more is shared by the panel's layout."""
        return QSize(80, 7 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _measure(self) -> None:
        self._heights = heights(self._losses, logarithmic=self._logarithmic)
        self._limits = limits(self._heights)

    def _describe(self) -> None:
        if self._step < len(self._losses):
            loss = significant(float(self._losses[self._step]))
            self.setAccessibleDescription(
                self._tr("step {step}: loss {loss}", step=self._step, loss=loss)
            )

    @property
    def _frame(self) -> QRectF:
        line = self.fontMetrics().height()
        left = 5.2 * self.fontMetrics().horizontalAdvance("0")
        return QRectF(self.rect()).adjusted(left, ABOVE, -ABOVE, -BELOW * line)

    def _x(self, step: float) -> float:
        last = max(len(self._losses) - 1, 1)
        return self._frame.left() + step / last * self._frame.width()

    def _y(self, height: float) -> float:
        assert self._limits is not None
        low, high = self._limits
        return self._frame.bottom() - (height - low) / (high - low) * self._frame.height()

    def _step_at(self, x: float) -> int:
        last = len(self._losses) - 1
        share = (x - self._frame.left()) / max(self._frame.width(), 1.0)
        return min(max(round(share * last), 0), last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and len(self._losses):
            step = self._step_at(event.position().x())
            if step != self._step:
                self.iterate_chosen.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the window's: they step, whatever has the keyboard here."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if self._limits is None:
            self._say_why_empty(painter, self._theme)
        else:
            self._paint_axes(painter, self._theme)
            self._paint_curve(painter, self._theme)
            self._paint_cursor(painter, self._theme)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _say_why_empty(self, painter: QPainter, theme: Theme) -> None:
        if not len(self._losses):
            return
        painter.setPen(QColor(theme.colours.secondary_ink))
        why = self._tr("No loss here is positive: a logarithm needs that.")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()).adjusted(16, 8, -16, -8), int(flags), why)

    def _paint_axes(self, painter: QPainter, theme: Theme) -> None:
        frame, metrics = self._frame, QFontMetricsF(self.font())
        for value in round_values(*self._limits, MOST_LABELS):
            y = self._y(value)
            painter.setPen(QPen(QColor(theme.colours.grid_major), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            text = significant(10.0**value if self._logarithmic else value, 3)
            painter.setPen(QColor(theme.colours.secondary_ink))
            x = frame.left() - 8 - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(max(x, 0), y + metrics.capHeight() / 2), text)
        last = len(self._losses) - 1
        y = frame.bottom() + 1.2 * metrics.height()
        for step in sorted({0, *(round(v) for v in round_values(0, last, 4))}):
            text, width = str(step), metrics.horizontalAdvance(str(step))
            x = min(self._x(step) - width / 2, self.width() - width)
            painter.drawText(QPointF(x, y), text)
        painter.setPen(QPen(QColor(theme.colours.axis), 1))
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())

    def _paint_curve(self, painter: QPainter, theme: Theme) -> None:
        steps, values = thinned(self._heights, max(1, int(self._frame.width())))
        colour = QColor(theme.colour(Role.DESCENT))
        painter.setPen(QPen(colour, theme.width(Role.DESCENT)))
        for piece in _pieces(values):
            points = [QPointF(self._x(steps[i]), self._y(values[i])) for i in piece]
            painter.drawPolyline(QPolygonF(points))
        if len(values) <= MOST_DOTS:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            radius = theme.sizes.iterate * 0.4
            for step, value in zip(steps, values, strict=True):
                if np.isfinite(value):
                    painter.drawEllipse(QPointF(self._x(step), self._y(value)), radius, radius)

    def _paint_cursor(self, painter: QPainter, theme: Theme) -> None:
        if not 0 <= self._step < len(self._heights):
            return
        x, value = self._x(self._step), float(self._heights[self._step])
        painter.setPen(QPen(QColor(theme.colours.accent), theme.line))
        painter.drawLine(QPointF(x, self._frame.top()), QPointF(x, self._frame.bottom()))
        if np.isfinite(value):
            painter.setPen(QPen(QColor(theme.colours.paper), 2))
            painter.setBrush(QColor(theme.colours.accent))
            radius = theme.sizes.iterate * 0.75
            painter.drawEllipse(QPointF(x, self._y(value)), radius, radius)


def _pieces(values: Numbers) -> list[range]:
    """Runs of finite values."""
    finite = np.flatnonzero(np.isfinite(values))
    if not len(finite):
        return []
    starts = np.r_[0, np.flatnonzero(np.diff(finite) > 1) + 1]
    ends = np.r_[starts[1:], len(finite)]
    return [range(finite[a], finite[b - 1] + 1) for a, b in zip(starts, ends, strict=True)]
