"""Fingers on a touch screen: one does what the mouse does, two zoom and draw the plane along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QTouchEvent
from PySide6.QtWidgets import QApplication

from gdviz.ui.plot.viewing import pinched

if TYPE_CHECKING:
    from gdviz.ui.plot.gestures import Hand
    from gdviz.ui.plot.widget import PlotWidget

NONE = Qt.KeyboardModifier.NoModifier
NEAR = 30.0
"""Pixels: the second of two taps is as near as this to the first; a tap does not move so far."""
CLOSEST = 16.0
"""Pixels: fingers nearer than this to each other count as this far apart."""
GONE = QEventPoint.State.Released


class Pinching:
    """Two fingers hold two points of the plane, which stay under them."""

    def __init__(self, plot: "PlotWidget", first: QPointF, second: QPointF, strip: str) -> None:
        self._plot, self._frame = plot, plot.frame
        self._middle, self._apart = (first + second) / 2, _distance(first, second)
        self._across, self._up = strip != "y", strip != "x"

    def move(self, first: QPointF, second: QPointF) -> None:
        """The fingers are there now."""
        factor = self._apart / _distance(first, second)
        way = self._middle, (first + second) / 2
        view = pinched(self._frame, *way, factor, across=self._across, up=self._up)
        self._plot.move_view(view)

    def finish(self) -> None:
        """A finger was lifted."""
        self._plot.drag_finished.emit()


class Fingers:
    """All fingers on one plot, from the first that comes to the last that goes."""

    def __init__(self, plot: "PlotWidget", hand: "Hand") -> None:
        self._plot, self._hand = plot, hand
        self._pinch: Pinching | None = None
        self._is_spent = False
        self._began: QPointF | None = None
        self._tap: tuple[int, QPointF] | None = None

    def event(self, event: QTouchEvent) -> bool:
        """All are taken; those on a touchpad do nothing here: they move the pointer already."""
        if event.device().type() == QInputDevice.DeviceType.TouchPad:
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._let_go()
            return True
        down = [point.position() for point in event.points() if point.state() != GONE]
        if len(down) >= 2:
            self._two(down[0], down[1])
        elif self._pinch is not None:
            self._pinch.finish()
            self._pinch, self._is_spent = None, True
        elif len(down) == 1 and not self._is_spent:
            self._one(down[0])
        if not down:
            self._lifted(event)
        return True

    def _one(self, at: QPointF) -> None:
        if self._began is None:
            self._began = at
            self._hand.take(at)
        elif self._hand.holds:
            self._hand.move(at, NONE)

    def _two(self, first: QPointF, second: QPointF) -> None:
        if self._pinch is not None:
            self._pinch.move(first, second)
        elif not self._is_spent:
            self._hand.let_go()
            middle = (first + second) / 2
            self._pinch = Pinching(self._plot, first, second, self._hand.lone_axis(middle))

    def _lifted(self, event: QTouchEvent) -> None:
        """The last finger went: two short taps ask for the automatic view."""
        at, began = event.points()[0].position(), self._began
        is_tap = not self._is_spent and began is not None and (at - began).manhattanLength() < NEAR
        self._let_go()
        if not is_tap or self._hand.handle_at(at) is not None:
            self._tap = None
        elif self._tap is not None and self._follows_tap(event.timestamp(), at):
            self._tap = None
            self._plot.view_reset.emit()
        else:
            self._tap = event.timestamp(), at

    def _follows_tap(self, time: int, at: QPointF) -> bool:
        assert self._tap is not None
        before, place = self._tap
        soon = time - before <= QApplication.doubleClickInterval()
        return soon and (at - place).manhattanLength() < NEAR

    def _let_go(self) -> None:
        if self._pinch is not None:
            self._pinch.finish()
        self._hand.let_go()
        self._pinch, self._began, self._is_spent = None, None, False


def _distance(one: QPointF, other: QPointF) -> float:
    between = one - other
    return max(float((between.x() ** 2 + between.y() ** 2) ** 0.5), CLOSEST)
