"""The presentation fills the screen, whatever the window manager makes of it."""

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdviz.ui.full_screen import FullScreen

PLACE = QRect(60, 50, 640, 420)


class Unheard(QWidget):
    """A window whose wish to fill the screen comes to nothing."""

    def showFullScreen(self) -> None:
        """As under a window manager that does not know of it."""


@pytest.mark.parametrize("kind", [QWidget, Unheard])
def test_a_window_fills_the_screen_and_comes_back(qtbot: QtBot, kind: type[QWidget]):
    window = kind()
    qtbot.addWidget(window)
    window.setGeometry(PLACE)
    window.show()
    place, whole = window.size(), QGuiApplication.primaryScreen().size()
    full_screen = FullScreen(window)
    for _ in range(2):
        full_screen.enter()
        qtbot.waitUntil(lambda: window.size() == whole)
        full_screen.leave()
        qtbot.waitUntil(lambda: window.size() == place)


def test_a_window_that_is_put_elsewhere_stays_there(qtbot: QtBot):
    """As a window manager may when the presentation ends."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(PLACE)
    window.show()
    full_screen = FullScreen(window)
    full_screen.enter()
    full_screen.leave()
    elsewhere = PLACE.translated(30, 20)
    window.setGeometry(elsewhere)
    there = window.geometry()
    (clock,) = full_screen.findChildren(QTimer)
    qtbot.waitSignal(clock.timeout).wait()
    assert window.geometry() == there
