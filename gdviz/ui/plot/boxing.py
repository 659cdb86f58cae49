"""A box is drawn around what is to fill the view; from an axis, a band along that axis alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.plot.strokes import pen
from gdviz.ui.plot.viewing import boxed, zoomed

if TYPE_CHECKING:
    from gdviz.ui.plot.widget import PlotWidget

SMALLEST_BOX = 8.0
"""Pixels: a smaller box was a click."""
VEIL = 150
"""Opacity of the paper over what will be outside the view, of 255."""


class Boxing:
    """The box while the button is down. axis: the one it was begun at, "x", "y" or ""; as long as
    the pointer keeps within `reach` px of it, only a band along it is meant."""

    def __init__(self, plot: "PlotWidget", at: QPointF, axis: str, reach: float) -> None:
        self._plot, self._start, self._axis, self._reach = plot, at, axis, reach
        self._strip = axis
        self.box = QRectF(at, at)

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        rect = self._plot.frame.rect
        self._strip = self._axis if self._keeps_to_axis(at) else ""
        end = QPointF(
            min(max(at.x(), rect.left()), rect.right()), min(max(at.y(), rect.top()), rect.bottom())
        )
        box = QRectF(self._start, end).normalized()
        if self._strip == "x":
            box.setTop(rect.top())
            box.setBottom(rect.bottom())
        elif self._strip == "y":
            box.setLeft(rect.left())
            box.setRight(rect.right())
        self.box = box
        self._plot.update()

    def _keeps_to_axis(self, at: QPointF) -> bool:
        frame = self._plot.frame
        off = at.y() - frame.ox if self._axis == "x" else at.x() - frame.oy
        return abs(off) <= self._reach

    def finish(self) -> None:
        """Each box is a view, and a change, of its own."""
        self.cancel()
        if self.is_large_enough:
            self._plot.rest_view()
            self._plot.move_view(self.view())
            self._plot.drag_finished.emit()
            self._plot.rest_view()

    def cancel(self) -> None:
        """Nothing is to come of it."""
        self._plot.update()

    @property
    def is_large_enough(self) -> bool:
        """Whether it was drawn on purpose."""
        return min(self.box.width(), self.box.height()) >= SMALLEST_BOX

    def view(self) -> Viewport:
        """What is in the box. A band of equal axes takes the other one along, so that they stay
        equal: about the place where that axis is crossed."""
        frame, box = self._plot.frame, self.box
        if not self._strip or not self._plot.scene.equal_axes:
            return boxed(frame, box)
        if self._strip == "x":
            factor = box.width() / frame.width
            other = zoomed(frame, QPointF(0.0, frame.ox), 1.0, factor)
            return Viewport(*_across(boxed(frame, box)), other.y0, other.y1)
        factor = box.height() / frame.height
        other = zoomed(frame, QPointF(frame.oy, 0.0), factor, 1.0)
        whole = boxed(frame, box)
        return Viewport(*_across(other), whole.y0, whole.y1)

    def paint(self, painter: QPainter) -> None:
        """The box, and a veil over what will be gone."""
        theme, rect, box = self._plot.theme, self._plot.frame.rect, self.box
        veil = QColor(theme.colours.paper)
        veil.setAlpha(VEIL)
        for outside in (
            QRectF(rect.topLeft(), QPointF(rect.right(), box.top())),
            QRectF(QPointF(rect.left(), box.bottom()), rect.bottomRight()),
            QRectF(QPointF(rect.left(), box.top()), box.bottomLeft()),
            QRectF(box.topRight(), QPointF(rect.right(), box.bottom())),
        ):
            painter.fillRect(outside, veil)
        painter.setPen(pen(theme.colours.accent, max(2.0 * theme.scale, 0.5 * theme.thinnest)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)


def _across(view: Viewport) -> tuple[float, float]:
    return view.x0, view.x1
