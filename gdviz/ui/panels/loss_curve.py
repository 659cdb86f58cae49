"""The loss at each step, as a small plot: a click goes to a step, dragging scrubs."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.ui.panels.loss_picture import GAP, Frame, frame_marks, paint_axes, paint_curve
from gdviz.ui.panels.loss_scale import Numbers, heights, limits
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

ABOVE, BELOW, BESIDE = 8.0, 1.6, 5.2
"""Room over the curve, px; under it, in lines of text; left of it, in figures."""


class LossCurve(QWidget):
    """Shows L against the step. `iterate_scrubbed` is the step under the hand."""

    iterate_scrubbed = Signal(int)
    drag_finished = Signal()

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
        self._frame: Frame | None = None
        self._picture: QPixmap | None = None
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

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self._tr = tr
        self.setAccessibleName(tr("Loss at each step"))
        self.setToolTip(tr("Loss at each step: click or drag to go there"))
        self._describe()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(figures_font(theme.sizes.secondary))
        self.updateGeometry()
        self._measure()

    def sizeHint(self) -> QSize:
        """As little as will do: what room there is more is shared by the panel's layout."""
        return QSize(80, 7 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def _measure(self) -> None:
        self._picture = None
        self._heights = heights(self._losses, logarithmic=self._logarithmic)
        span = limits(self._heights)
        last = len(self._losses) - 1
        self._frame = None if span is None else Frame(self._inside(*span), last, *span)
        self.update()

    def _inside(self, low: float, high: float) -> QRectF:
        """As far to the right as the numbers at the left ask for."""
        metrics = self.fontMetrics()
        written = frame_marks(low, high, logarithmic=self._logarithmic)
        widths = [metrics.horizontalAdvance(text) + GAP for _, text in written]
        left = max([BESIDE * metrics.horizontalAdvance("0"), *widths])
        below = BELOW * metrics.height()
        return QRectF(self.rect()).adjusted(left, ABOVE, -ABOVE, -below)

    def _describe(self) -> None:
        if self._step < len(self._losses):
            loss = significant(float(self._losses[self._step]))
            text = self._tr("step {step}: loss {loss}", step=self._step, loss=loss)
            self.setAccessibleDescription(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._frame is not None:
            step = self._frame.step_at(event.position().x())
            if step != self._step:
                self.iterate_scrubbed.emit(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag_finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the window's: they step, whatever has the keyboard here."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._frame is None:
            self._say_why_empty(painter, self._theme)
        else:
            painter.drawPixmap(0, 0, self._painted(self._frame, self._theme))
            self._paint_cursor(painter, self._frame, self._theme)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _painted(self, frame: Frame, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(theme.colours.paper))
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_axes(painter, frame, theme, self.font(), logarithmic=self._logarithmic)
            paint_curve(painter, frame, self._heights, theme)
            painter.end()
        return self._picture

    def _say_why_empty(self, painter: QPainter, theme: Theme) -> None:
        if not len(self._losses):
            return
        painter.setFont(self.font())
        painter.setPen(QColor(theme.colours.secondary_ink))
        why = self._tr("No loss here is positive: a logarithm needs that.")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()).adjusted(16, 8, -16, -8), int(flags), why)

    def _paint_cursor(self, painter: QPainter, frame: Frame, theme: Theme) -> None:
        if not 0 <= self._step < len(self._heights):
            return
        x, height = frame.x(float(self._step)), float(self._heights[self._step])
        painter.setPen(QPen(QColor(theme.colours.accent), theme.line))
        painter.drawLine(QPointF(x, frame.inside.top()), QPointF(x, frame.inside.bottom()))
        if np.isfinite(height):
            painter.setPen(QPen(QColor(theme.colours.paper), 2))
            painter.setBrush(QColor(theme.colours.accent))
            radius = theme.sizes.iterate * 0.75
            painter.drawEllipse(QPointF(x, frame.y(height)), radius, radius)
