"""A presenter's remote sends PageDown and PageUp: what the open panel tells goes on and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdviz.app import create
from gdviz.document.document import Panel
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow

ON, BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = create(["gdviz", "--lang", "en", "sin w^2"], tmp_path)
    qtbot.addWidget(found)
    qtbot.waitUntil(lambda: session_of(found).work_done)
    yield found
    found.close()


def session_of(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


def told(window: MainWindow, keys: list[Qt.Key], where: QWidget) -> tuple[int, int | None]:
    """The step of the descent, and how many of the derivation are told, after these keys."""
    where.setFocus()
    for key in keys:
        QTest.keyClick(where, key)
    document = session_of(window).document
    return document.step, document.revealed


def test_the_descent_where_it_is_told(window: MainWindow):
    session_of(window).open_panel(Panel.DESCENT)
    assert told(window, [ON, ON, ON, BACK], window.plot) == (2, None)


def test_the_derivation_where_that_is_told(window: MainWindow):
    session_of(window).open_panel(Panel.DERIVATIVE)
    assert told(window, [ON, ON], window.plot) == (0, 2)
    assert told(window, [BACK], window.plot) == (0, 1)


def test_the_descent_where_no_panel_is_open(window: MainWindow):
    session_of(window).open_panel(Panel.DERIVATIVE)
    session_of(window).switch("panel_open", False)
    assert told(window, [ON], window.plot) == (1, None)


def test_whatever_in_the_panel_has_the_keyboard(window: MainWindow):
    session_of(window).open_panel(Panel.DERIVATIVE)
    assert told(window, [ON], window.derivative.steps.derivation) == (0, 1)
    session_of(window).open_panel(Panel.DESCENT)
    assert told(window, [ON], window.descent.table) == (1, 1)
