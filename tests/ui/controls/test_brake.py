"""Shown at once, then no more often than can be read; the last one is never left out."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gdviz.ui.controls.brake import Brake


def test_the_first_is_at_once_and_the_last_is_not_left_out(qtbot: QtBot) -> None:
    home, shown, wanted = QObject(), list[int](), [0]
    brake = Brake(lambda: shown.append(wanted[0]), home)
    for number in range(1, 6):
        wanted[0] = number
        brake()
    assert shown == [1]
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [1, 5]


def test_nothing_is_shown_that_nobody_asked_for(qtbot: QtBot) -> None:
    home, shown = QObject(), list[int]()
    brake = Brake(lambda: shown.append(1), home)
    brake()
    qtbot.waitUntil(lambda: not brake.is_braking)
    assert shown == [1]
    brake()
    assert shown == [1, 1]
