"""The start: the plot first, panels after the first picture, what nobody opened in idle time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from gdviz import app
from gdviz.ui.controller import Controller

FIRST_TURNS = """
import gc, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gdviz.cli.main import main

said = []
def look():
    said.append((gc.isenabled(), gc.get_freeze_count() > 0))
    QApplication.closeAllWindows()
    QApplication.quit()

exec_ = QApplication.exec
def watched(*_):
    said.append((gc.isenabled(), gc.get_freeze_count() > 0))
    QTimer.singleShot(0, look)
    return exec_()
QApplication.exec = staticmethod(watched)
main(["x^2"])
print(said)
"""


@pytest.fixture
def controller(qapp, tmp_path: Path) -> Iterator[Controller]:
    made = app.open_window(["gdviz", "--lang", "en", "tg x^2"], tmp_path)
    yield made
    made.window.close()
    made.window.deleteLater()


def panels(controller):
    found = controller.window.panels
    return {name: getattr(found, name).made for name in ("derivative", "descent", "exercises")}


def test_the_plot_does_not_wait_for_the_panels(controller):
    assert controller.window.plot.isVisible()
    assert not any(panels(controller).values())
    assert controller.window.readout.slope.text()


def test_the_open_panel_comes_next(controller, qtbot):
    qtbot.waitUntil(lambda: controller.at_rest)
    assert panels(controller) == {"derivative": False, "descent": True, "exercises": False}
    table = controller.window.findChild(QTableView, "iterates")
    assert table.model().rowCount() > 1


def test_the_others_are_made_when_nothing_else_is_to_be_done(controller, qtbot):
    qtbot.waitUntil(lambda: all(panels(controller).values()))
    qtbot.waitUntil(lambda: not controller.idle.isActive())


def test_a_click_on_a_tab_is_not_kept_waiting(controller, qtbot):
    tabs = controller.window.panels.tabBar()
    qtbot.waitUntil(lambda: controller.at_rest)
    place = QPoint(tabs.tabRect(0).center())
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    assert controller.window.derivative.isVisible()
    qtbot.waitUntil(lambda: controller.at_rest)
    assert controller.window.derivative.function.isVisible()


def test_create_leaves_nothing_for_later(qapp, tmp_path):
    window = app.create(["gdviz", "--lang", "en", "tg x^2"], tmp_path)
    for name in ("iterates", "answer", "check_answer", "hint", "derivation", "delta_x"):
        assert window.findChild(QObject, name) is not None, name
    window.close()
    window.deleteLater()


def test_a_panel_unfolded_in_a_presentation_shows_what_is_now(controller, qtbot):
    window = controller.window
    qtbot.waitUntil(lambda: controller.at_rest)
    window.deeds["panel"].trigger()
    window.deeds["presentation"].trigger()
    controller.session.type_text("x^3")
    qtbot.waitUntil(lambda: controller.at_rest)
    window.deeds["panel"].trigger()
    qtbot.waitUntil(lambda: controller.at_rest)
    assert window.shows_panel
    assert window.descent.isVisible()


def test_garbage_is_collected_once_the_window_is_there(tmp_path):
    folders = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", FIRST_TURNS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[(False, False), (True, True)]"
