"""A slider as Qt has them for keys and screen readers, painted by the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from gdviz.ui.controls.keyboard import settle
from gdviz.ui.style import disabled_ink
from gdviz.ui.theme import Theme

GROOVE = 4.0
KNOB = 16.0


class Slider(QSlider):
    """A horizontal slider: a press anywhere on it goes there; the wheel belongs to the focus.

    `moved_to` is the person's doing; `show_position` says nothing. `drag_finished` comes when
    the hand lets go.
    """

    moved_to = Signal(int)
    drag_finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme: Theme | None = None
        self.magnification = 1.0
        self.valueChanged.connect(self.moved_to)

    def show_position(self, position: int) -> None:
        """Move the knob without a word."""
        blocked = self.blockSignals(True)
        self.setValue(position)
        self.blockSignals(blocked)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.magnification = theme.sizes.control / 32
        self.setFixedHeight(round(theme.sizes.control))
        self.setMinimumWidth(round(3 * self.knob))
        self.update()

    @property
    def knob(self) -> float:
        """The knob's diameter, px."""
        return KNOB * self.magnification

    def sizeHint(self) -> QSize:
        return QSize(round(120 * self.magnification), round(32 * self.magnification))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(3 * self.knob), round(32 * self.magnification))

    def x_of(self, position: int) -> float:
        """Where a position stands, px from the left edge."""
        steps = self.maximum() - self.minimum()
        share = (position - self.minimum()) / steps if steps else 0.0
        return self._margin + share * (self.width() - 2 * self._margin)

    def position_at(self, x: float) -> int:
        """The position nearest to a place."""
        room = max(self.width() - 2 * self._margin, 1.0)
        share = min(max((x - self._margin) / room, 0.0), 1.0)
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    @property
    def _margin(self) -> float:
        return self.knob / 2 + 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        settle(self)
        self.setSliderDown(True)
        self.setValue(self.position_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.drag_finished.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.isAccepted():
            self.drag_finished.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint_groove(painter, self._theme)
        self._paint_knob(painter, self._theme)
        painter.end()

    def paint_groove(self, painter: QPainter, theme: Theme) -> None:
        """The line that the knob runs on, filled as far as it came."""
        middle, thick = self.height() / 2, GROOVE * self.magnification
        here, end = self.x_of(self.sliderPosition()), self.width() - self._margin
        rest = QRectF(self._margin, middle - thick / 2, end - self._margin, thick)
        painter.setBrush(QColor(theme.colours.grid_major))
        painter.drawRoundedRect(rest, thick / 2, thick / 2)
        painter.setBrush(QColor(self._colour(theme)))
        painter.drawRoundedRect(rest.adjusted(0, 0, here - end, 0), thick / 2, thick / 2)

    def _paint_knob(self, painter: QPainter, theme: Theme) -> None:
        centre = QPointF(self.x_of(self.sliderPosition()), self.height() / 2)
        radius = self.knob / 2
        painter.setBrush(QColor(self._colour(theme)))
        painter.drawEllipse(centre, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colours.ink), 2))
            painter.drawEllipse(centre, radius + 1, radius + 1)
        elif self.underMouse() or self.isSliderDown():
            painter.setBrush(QColor(theme.colours.on_accent))
            painter.drawEllipse(centre, radius / 3, radius / 3)

    def _colour(self, theme: Theme) -> str:
        return theme.colours.accent if self.isEnabled() else disabled_ink(theme)
