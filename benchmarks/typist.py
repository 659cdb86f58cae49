"""Types into a real window and watches for how long each key holds it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from benchmarks.screen import IDLE, turn
from benchmarks.timing import seconds

PRESS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
DELETE = "\x7f"
QUIET = 2
"""After so many turns without anything to do the window is at rest."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one key did, seconds.

    held: the longest stretch for which nothing else could reach the window; painted: until the
    plot was painted, None where it had no reason to be; finished: until everything was exact and
    painted.
    """

    held: float
    painted: float | None
    finished: float


class Typist:
    """Types into `field`; `plot` is what is to be repainted, `done` whether it is exact."""

    def __init__(self, field: QLineEdit, plot: QWidget, done: Callable[[], bool]) -> None:
        self._field, self._done = field, done
        self._paints = Paints(plot)
        field.window().activateWindow()
        field.setFocus()

    def line(self, text: str) -> list[Key]:
        """Empty the line and type another, key by key."""
        self._field.selectAll()
        return [self._key(letter) for letter in DELETE + text]

    def _key(self, letter: str) -> Key:
        """Press and release a key, as the window system would, and wait for all that follows."""
        started = time.perf_counter()
        self._paints.forget()
        stretches = [seconds(partial(self._send, kind, letter)) for kind in PRESS]
        quiet, rested = 0, started
        while quiet < QUIET:
            stretches.append(turn())
            busy = stretches[-1] > IDLE or not self._done()
            quiet = 0 if busy else quiet + 1
            rested = time.perf_counter() if busy else rested
        first = self._paints.first
        return Key(max(stretches), first and first - started, max(rested - started, stretches[0]))

    def _send(self, kind: QEvent.Type, letter: str) -> None:
        """One event to the window; QTest would go on with turns of the event loop."""
        event = QKeyEvent(kind, _key_of(letter), Qt.KeyboardModifier.NoModifier, letter)
        receiver = self._field if kind == PRESS[0] else self._field.window().windowHandle()
        QCoreApplication.sendEvent(receiver, event)


def _key_of(letter: str) -> int:
    """The number of a key: that of the capital letter on it."""
    return Qt.Key.Key_Delete.value if letter == DELETE else ord(letter.upper())


class Paints(QObject):
    """Notes when a widget begins to be painted for the first time."""

    first: float | None = None

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def forget(self) -> None:
        """The next time is the first again."""
        self.first = None

    def stop(self) -> None:
        """Note nothing any more."""
        self._widget.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.first is None:
            self.first = time.perf_counter()
        return False
