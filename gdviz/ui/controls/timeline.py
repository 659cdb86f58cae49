"""The timeline of a descent: one position an iterate, from the start to the last."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from gdviz.ui.controls.slider import Slider
from gdviz.ui.theme import Theme

ROOM_FOR_A_MARK = 8
"""Marks for single iterates are drawn while they are at least so far apart, px."""
MARK = QSizeF(1.5, 4.0)
MARK_BELOW = 5.0
"""From the middle of the groove to the upper end of a mark, px."""


class Timeline(Slider):
    """`moved_to` is the step that was scrubbed to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setRange(0, 0)
        self.setSingleStep(1)

    def show_step(self, step: int, total: int) -> None:
        """Stand at `step` of `total`."""
        if total != self.maximum():
            blocked = self.blockSignals(True)
            self.setRange(0, total)
            self.setPageStep(max(1, total // 10))
            self.blockSignals(blocked)
        self.setEnabled(total > 0)
        if not self.isSliderDown():
            self.show_position(step)

    def paint_groove(self, painter: QPainter, theme: Theme) -> None:
        super().paint_groove(painter, theme)
        total = self.maximum()
        room = self.x_of(total) - self.x_of(0)
        if not total or room / total < ROOM_FOR_A_MARK:
            return
        top = self.height() / 2 + MARK_BELOW * self.magnification
        for step in range(total + 1):
            mark = QRectF(QPointF(self.x_of(step) - MARK.width() / 2, top), MARK)
            painter.fillRect(mark, QColor(theme.colours.axis))
