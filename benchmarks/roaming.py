"""Hands that zoom and pan a view, by the events of a wheel and a mouse, a frame at a time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from benchmarks.screen import turn
from benchmarks.typist import Paints

FRAME = 1 / 60
"""Seconds between two events of a hand."""
NOTCH = 120
STRIDE = QPointF(24.0, -9.0)
"""How far the mouse goes in a frame, px."""
WHEEL_AT, GRIP_AT = (0.55, 0.45), (0.3, 0.7)
"""Where the wheel is turned, and where the plane is taken: shares of the width and the height."""
PATIENCE = 10.0
NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Glide:
    """What a gesture took. frames: from when the hand moved until that was painted, seconds; rest:
    from its last move until all was exact."""

    frames: tuple[float, ...]
    rest: float


class Roamer:
    """Zooms and pans one widget; `exact` says whether nothing is left to be made better."""

    def __init__(self, widget: QWidget, exact: Callable[[], bool] = lambda: True) -> None:
        self._widget, self._exact = widget, exact
        self._paints = Paints(widget)
        self._at = QPointF()

    def zoom(self, notches: int) -> Glide:
        """In by so many notches of the wheel and out again."""
        return self.glide(
            [*[lambda: self._wheel(1)] * notches, *[lambda: self._wheel(-1)] * notches]
        )

    def pan(self, strides: int) -> Glide:
        """Along by so many strides and back again."""
        self._at = self._place(*GRIP_AT)
        self._mouse(QEvent.Type.MouseButtonPress, LEFT)
        there, back = (lambda: self._go(STRIDE)), (lambda: self._go(-STRIDE))
        found = self.glide([*[there] * strides, *[back] * strides])
        self._mouse(QEvent.Type.MouseButtonRelease, LEFT)
        return found

    def check(self, seen: Callable[[], object]) -> None:
        """A frame that moves nothing would be quick. Raises AssertionError where `seen`, the sides
        of the view, does not follow wheel and mouse."""
        self._at = self._place(*GRIP_AT)
        self._mouse(QEvent.Type.MouseButtonPress, LEFT)
        for deed in (lambda: self._go(STRIDE), lambda: self._wheel(1)):
            before = seen()
            self.glide([deed])
            if seen() == before:
                raise AssertionError("the view has not moved")
        self._mouse(QEvent.Type.MouseButtonRelease, LEFT)
        self.glide([lambda: self._wheel(-1)])

    def glide(self, deeds: Sequence[Deed]) -> Glide:
        """One deed a frame, as a hand would: what the program does meanwhile may be in its way."""
        due, frames = time.perf_counter(), []
        for deed in deeds:
            while time.perf_counter() < due:
                turn()
            self._paints.forget()
            deed()
            self._wait(lambda: self._paints.first is not None)
            painted = time.perf_counter()
            frames.append(painted - due)
            moved, due = due, max(due + FRAME, painted)
        self._wait(self._exact)
        return Glide(tuple(frames), time.perf_counter() - moved)

    def _wait(self, there: Callable[[], bool]) -> None:
        deadline = time.perf_counter() + PATIENCE
        while not there():
            if time.perf_counter() > deadline:
                raise TimeoutError("the view has not come to rest")
            turn()

    def _place(self, across: float, down: float) -> QPointF:
        return QPointF(round(across * self._widget.width()), round(down * self._widget.height()))

    def _wheel(self, notches: int) -> None:
        at = self._place(*WHEEL_AT)
        screen, by = self._widget.mapToGlobal(at), QPoint(0, NOTCH * notches)
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, screen, QPoint(), by, NONE, NO_KEY, phase, False)
        QCoreApplication.sendEvent(self._widget, event)

    def _go(self, by: QPointF) -> None:
        self._at += by
        self._mouse(QEvent.Type.MouseMove, NONE)

    def _mouse(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
        screen = self._widget.mapToGlobal(self._at)
        event = QMouseEvent(kind, self._at, screen, button, held, NO_KEY)
        QCoreApplication.sendEvent(self._widget, event)
