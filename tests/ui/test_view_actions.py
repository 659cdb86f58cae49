"""Views and axes by menu, key and mouse, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdviz.app import create
from gdviz.calculus.view.ticks import Unit
from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.main_window import MainWindow
from tests.ui.plot_hand import RIGHT, drag, pixel

ALT = Qt.KeyboardModifier.AltModifier
TICKS = ("automatic", "decimal", "pi")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = create(["gdviz", "--lang", "en", "sin x"], tmp_path)
    qtbot.addWidget(found)
    found.plot.setFocus()
    qtbot.waitUntil(found.plot.hasFocus)
    yield found
    found.close()


def ways(window: MainWindow) -> list[bool]:
    return [window.deeds[name].isEnabled() for name in ("view_back", "view_forward")]


def test_a_plot_without_its_curve_names_the_key_that_brings_it(window: MainWindow, qtbot: QtBot):
    plot = window.plot
    plot.view_changed.emit(Viewport(-3.0, 3.0, 20.0, 30.0))
    qtbot.waitUntil(lambda: bool(plot.scene.note))
    assert plot.scene.note.endswith(window.deeds["automatic_view"].shortcut().toString())
    QTest.keyClick(plot, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not plot.scene.note)


def test_back_and_forward_are_offered_where_there_is_somewhere_to_go(window: MainWindow):
    plot = window.plot
    whole = plot.scene.viewport
    assert ways(window) == [False, False]
    drag(plot, pixel(plot, -3.0, 1.0), pixel(plot, 2.0, -0.8), button=RIGHT)
    boxed = plot.scene.viewport
    assert boxed.width == pytest.approx(5.0)
    assert ways(window) == [True, False]
    QTest.keyClick(plot, Qt.Key.Key_Left, ALT)
    assert plot.scene.viewport == whole
    assert ways(window) == [False, True]
    QTest.mouseClick(plot, Qt.MouseButton.ForwardButton, pos=QPoint(300, 100))
    assert plot.scene.viewport == boxed
    window.deeds["view_back"].trigger()
    assert plot.scene.viewport == whole


def test_numbers_on_the_axes_are_chosen_in_the_menu(window: MainWindow):
    units = []
    for name in ("automatic", "decimal", "pi"):
        window.deeds[f"ticks_{name}"].trigger()
        units.append(window.plot.scene.units[0])
        assert [window.deeds[f"ticks_{other}"].isChecked() for other in TICKS] == [
            other == name for other in TICKS
        ]
    assert units == [Unit.PI, Unit.DECIMAL, Unit.PI]
