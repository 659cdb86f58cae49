"""The tests' desktop is a real one: windows get the focus, keys, the mouse, and the screen."""

import os

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gdviz import display
from gdviz.i18n import Translator
from tests.x11.desktop import SIZE, Hand


class Pad(QWidget):
    """Remembers where it was pressed, dragged and released."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(600, 400)
        self.editor = QLineEdit(self)
        self.trace: list[tuple[str, QPoint]] = []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.trace.append(("press", event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.trace.append(("move", event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.trace.append(("release", event.position().toPoint()))


def shown_pad(qtbot: QtBot) -> Pad:
    pad = Pad()
    qtbot.addWidget(pad)
    pad.show()
    qtbot.waitUntil(pad.isActiveWindow)
    return pad


def test_platform_is_x11(qapp: QApplication):
    assert qapp.platformName() == "xcb"
    screen = qapp.primaryScreen().size()
    assert (screen.width(), screen.height()) == SIZE


def test_a_window_can_open_here():
    assert display.why_no_window(Translator("en"), os.environ) is None


def test_typing_reaches_the_focused_field(qtbot: QtBot, hand: Hand):
    pad = shown_pad(qtbot)
    pad.editor.setFocus()
    hand.type("y = arctg^2 x^3 + πх")
    qtbot.waitUntil(lambda: pad.editor.text() == "y = arctg^2 x^3 + πх")


def test_drag_goes_through_its_stops(qtbot: QtBot, hand: Hand):
    pad = shown_pad(qtbot)
    points = [QPoint(100, 100), QPoint(180, 150), QPoint(300, 200)]
    start, *stops = [pad.mapToGlobal(point).toTuple() for point in points]
    hand.drag(start, *stops)
    qtbot.waitUntil(lambda: bool(pad.trace) and pad.trace[-1][0] == "release")
    assert pad.trace[0] == ("press", points[0])
    assert pad.trace[-1] == ("release", points[-1])
    assert ("move", points[-1]) in pad.trace


def test_a_window_can_fill_the_screen(qtbot: QtBot, hand: Hand):
    pad = shown_pad(qtbot)
    pad.setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: pad.size().toTuple() == SIZE)


def test_a_window_can_be_asked_to_close(qtbot: QtBot, hand: Hand):
    pad = shown_pad(qtbot)
    hand.close_window()
    qtbot.waitUntil(lambda: not pad.isVisible())
