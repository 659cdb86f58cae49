"""A hand that drags the tangent of a real window, one frame a move."""

import itertools

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.screen import Opened, picture, turn

SWING = 200.0
"""The hand goes so many pixels to either side."""
STRIDE = 7.0
"""And so many in a frame."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Hand:
    """Holds the point of the tangent from the beginning on."""

    def __init__(self, work: Opened) -> None:
        self._plot, self._session = work.window.plot, work.session
        self._start = self._pixel_of_x0()
        self._strides = itertools.cycle(_swing())
        self._send(QEvent.Type.MouseButtonPress, self._start, LEFT, LEFT)

    def move(self) -> None:
        """One frame: the mouse moves, and everything that follows is computed and painted."""
        place = self._start + QPointF(next(self._strides), 0)
        self._send(QEvent.Type.MouseMove, place, NONE, LEFT)
        turn()

    def let_go(self) -> None:
        """The drag is over."""
        self._send(QEvent.Type.MouseButtonRelease, self._start, LEFT, NONE)
        turn()

    def _send(
        self, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        screen = self._plot.mapToGlobal(place)
        event = QMouseEvent(kind, place, screen, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._plot, event)

    def _pixel_of_x0(self) -> QPointF:
        x0, x1, y0, y1 = self._plot.property("viewRange")
        frame = QRectF(self._plot.property("plotRect"))
        local = self._session.local
        if local is None or local.value is None:
            raise ValueError("there is no tangent to hold")
        across = (local.x - x0) / (x1 - x0)
        down = (y1 - local.value) / (y1 - y0)
        return QPointF(frame.x() + across * frame.width(), frame.y() + down * frame.height())


def check(hand: Hand, work: Opened) -> None:
    """A frame that moves nothing on the screen would be quick. Raises AssertionError."""
    x0, before = work.session.document.x0, picture(work.window)
    hand.move()
    if work.session.document.x0 == x0 or picture(work.window) == before:
        raise AssertionError("the drag has not moved the tangent")


def _swing() -> list[float]:
    """There and back and to the other side."""
    out = [STRIDE * step for step in range(1, int(SWING / STRIDE))]
    there_and_back = out + out[-2::-1]
    return there_and_back + [0.0] + [-x for x in there_and_back] + [0.0]
