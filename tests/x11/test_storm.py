"""A storm of clicks, drags, wheels and keys at random places: whatever comes, the window lives."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow

click: Any = QTest.keyClick
"""PySide's stubs leave out that a window takes letters as well as keys."""

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
EVENTS = 150
MENUS_STAY_MS = 5
ENDS_THE_HISTORY = (KEY.Key_N, KEY.Key_O, KEY.Key_S, KEY.Key_E, KEY.Key_Q)
"""With Ctrl: these begin another document, or ask for a file."""
LETTERS = "xyw0123456789+-*/^()., abesincotglr|="
SPECIAL = (
    *(KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Space, KEY.Key_Home),
    *(KEY.Key_End, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Backspace, KEY.Key_Delete),
    *(KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down),
    *(KEY.Key_F1, KEY.Key_F4, KEY.Key_F5, KEY.Key_F6, KEY.Key_F7),
)
SHORTCUTS = "ZYLKTDRCVXA1+-0"
SIZES = ((300, 200), (640, 420), (1024, 640), (1280, 720), (1900, 1000))


class Storm:
    """Random events on a window, the same ones for the same seed."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._random = window, random.Random(seed)
        self._menus = QTimer(window)  # a menu waits until it is answered or closed
        self._menus.setInterval(MENUS_STAY_MS)
        self._menus.timeout.connect(close_menus)
        self._menus.start()
        self._kinds: tuple[Callable[[], None], ...] = (
            self._click, self._click, self._drag, self._drag, self._turn, self._press, self._press,
            self._shortcut, self._type, self._type, self._resize, self._rest,
        )  # fmt: skip

    def blow(self) -> None:
        self._random.choice(self._kinds)()

    def _spot(self) -> QPoint:
        size = self._window.size()
        return QPoint(self._random.randrange(size.width()), self._random.randrange(size.height()))

    def _held(self) -> Qt.KeyboardModifier:
        return self._random.choice((NONE, NONE, NONE, SHIFT, CONTROL, ALT))

    def _click(self) -> None:
        click = self._random.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        button = LEFT if self._random.random() < 0.9 else RIGHT
        click(self._window.windowHandle(), button, self._held(), self._spot())

    def _drag(self) -> None:
        handle, held = self._window.windowHandle(), self._held()
        QTest.mousePress(handle, LEFT, held, self._spot())
        for _ in range(self._random.randrange(8)):
            QTest.mouseMove(handle, self._spot())
            if self._random.random() < 0.1:
                self._press()
            QApplication.processEvents()
        if self._random.random() < 0.95:
            QTest.mouseRelease(handle, LEFT, held, self._spot())

    def _turn(self) -> None:
        spot = self._spot()
        under = self._window.childAt(spot) or self._window
        local, turns = under.mapFrom(self._window, spot), self._random.choice((-5, -1, 1, 5))
        event = QWheelEvent(
            QPointF(local), QPointF(under.mapToGlobal(local)), QPoint(), QPoint(0, 120 * turns),
            Qt.MouseButton.NoButton, self._held(), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(under, event)

    def _press(self) -> None:
        QTest.keyClick(self._window.windowHandle(), self._random.choice(SPECIAL), self._held())

    def _shortcut(self) -> None:
        letter = self._random.choice(SHORTCUTS)
        held = CONTROL | SHIFT if self._random.random() < 0.2 else CONTROL
        click(self._window.windowHandle(), letter, held)

    def _type(self) -> None:
        for _ in range(self._random.randrange(12)):
            click(self._window.windowHandle(), self._random.choice(LETTERS))

    def _resize(self) -> None:
        self._window.resize(*self._random.choice(SIZES))

    def _rest(self) -> None:
        for _ in range(5):
            QApplication.processEvents()


def close_menus() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def session_of(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


@pytest.mark.parametrize("seed", range(4))
def test_the_window_outlives_a_storm_and_all_of_it_can_be_undone(
    open_window: Callable[..., MainWindow], qtbot: QtBot, seed: int
):
    window = open_window("--lang", "en")
    session = session_of(window)
    first = session.document
    storm = Storm(window, seed)
    for _ in range(EVENTS):
        storm.blow()
        QApplication.processEvents()
    assert window.isVisible()
    last = session.document
    session.finish_gesture()
    while session.can_undo:
        session.undo()
    assert session.document == first.seen_like(session.document)
    while session.can_redo:
        session.redo()
    assert session.document == last.seen_like(session.document)
    qtbot.waitUntil(lambda: session.work_done)
