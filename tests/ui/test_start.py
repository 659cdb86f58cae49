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
    said.append((gc.isenabled(), gc.get_freeze_count()))
    QApplication.closeAllWindows()
    QApplication.quit()

exec_ = QApplication.exec
def watched(*_):
    said.append((gc.isenabled(), gc.get_freeze_count()))
    QTimer.singleShot(0, look)
    return exec_()
QApplication.exec = staticmethod(watched)
main(["x^2"])
(before, few), (after, many) = said
print(before, after, many > few + 10_000)
"""

LOADED_LATE = """
import sys
from importlib import import_module
from pathlib import Path
from gdviz.cli.window import QT_FREE

for name in QT_FREE:
    import_module(name)
assert "PySide6" not in sys.modules
before = set(sys.modules)
from gdviz import app

controller = app.open_window(["gdviz"], Path(sys.argv[1]))
late = [name for name in set(sys.modules) - before if name.startswith("gdviz.")]
core = [name for name in late if not name.startswith(("gdviz.ui", "gdviz.app"))]
print(sorted(core))
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
    assert window.presentation.shows_panel
    assert window.descent.isVisible()


def test_garbage_is_collected_once_the_window_is_there(tmp_path):
    assert said_by(FIRST_TURNS, tmp_path) == "False True True"


def test_all_of_the_core_that_the_start_needs_is_loaded_before_qt(tmp_path):
    assert said_by(LOADED_LATE, tmp_path) == "[]"


def said_by(program: str, home: Path) -> str:
    """What a program prints that runs without a screen, for somebody new."""
    folders = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(home))
    done = subprocess.run(
        [sys.executable, "-c", program, str(home)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
