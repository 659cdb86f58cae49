"""Functions of two parameters in the window, under a real hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.ui.actions import OF_CURVES
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow

RAVINE = "x^2 + 25y^2"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    found = app.create(["gdviz", "--lang", "en", RAVINE], home=tmp_path)
    qtbot.addWidget(found)
    settle(found, qtbot)
    return found


def controller_of(window: MainWindow) -> Controller:
    return window.findChildren(Controller)[0]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    controller = controller_of(window)
    qtbot.waitUntil(lambda: controller.at_rest)


def start_of(window: MainWindow) -> tuple[float, float]:
    (handle,) = window.plot.scene.handles
    assert handle.y is not None
    return handle.x, handle.y


def pixel_of(window: MainWindow, x: float, y: float) -> QPoint:
    return window.plot.frame.point(x, y).toPoint()


def drag(window: MainWindow, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(window.plot, left, pos=start)
    for share in (0.3, 0.7, 1.0):
        there = QPointF(start) + QPointF(end - start) * share
        QTest.mouseMove(window.plot, there.toPoint())
    QTest.mouseRelease(window.plot, left, pos=end)


def test_the_start_is_dropped_anywhere(window: MainWindow, qtbot: QtBot):
    drag(window, pixel_of(window, *start_of(window)), pixel_of(window, 2.5, -1.5))
    settle(window, qtbot)
    frame = window.plot.frame
    assert start_of(window) == pytest.approx((2.5, -1.5), abs=2.0 / frame.across)
    session = controller_of(window).session
    assert session.document.viewport is None
    session.undo()
    assert session.document.descent.starts == ()


def test_it_is_drawn_to_round_places(window: MainWindow, qtbot: QtBot):
    near = pixel_of(window, 2.0, 1.0) + QPoint(3, -2)
    drag(window, pixel_of(window, *start_of(window)), near)
    settle(window, qtbot)
    assert start_of(window) == (2.0, 1.0)


def test_arrow_keys_move_it_both_ways(window: MainWindow, qtbot: QtBot):
    x, y = start_of(window)
    window.plot.setFocus()
    window.plot.focus_handle("start")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(window.plot, key)
    settle(window, qtbot)
    moved_x, moved_y = start_of(window)
    assert moved_x > x
    assert moved_y > y
    assert (moved_y - y) == pytest.approx(2 * (moved_x - x))


def test_both_coordinates_can_be_typed(window: MainWindow, qtbot: QtBot):
    assert window.transport.second_start.isVisible()
    window.transport.start_entered.emit(1.25)
    window.transport.second_start_entered.emit(-0.75)
    settle(window, qtbot)
    assert start_of(window) == (1.25, -0.75)
    assert window.transport.second_start.accessibleName() == "Start y⁽⁰⁾"


def test_the_readout_goes_along(window: MainWindow, qtbot: QtBot):
    window.transport.start_entered.emit(3.0)
    window.transport.second_start_entered.emit(0.16)
    settle(window, qtbot)
    readout = window.plane_readout.view()
    assert readout.isVisible()
    assert not window.readout.isVisible()
    assert [figures.text() for figures in readout.figures] == ["9.64", "6", "8", "10"]


def test_what_needs_a_curve_is_out_of_sight(window: MainWindow, qtbot: QtBot):
    assert not any(window.deeds[identity].isVisible() for identity in OF_CURVES)
    window.panels.panel_chosen.emit("derivative")
    settle(window, qtbot)
    panel = window.derivative
    assert panel.partials.isVisible()
    assert not panel.secant.isVisible()


def test_either_partial_derivative_is_chosen(window: MainWindow, qtbot: QtBot):
    window.panels.panel_chosen.emit("derivative")
    settle(window, qtbot)
    panel = window.derivative
    titles = [panel.partials.tabText(index) for index in range(panel.partials.count())]
    assert titles == ["∂f/∂x", "∂f/∂y"]
    second = panel.partials.tabRect(1).center()
    QTest.mouseClick(panel.partials, Qt.MouseButton.LeftButton, pos=second)
    settle(window, qtbot)
    assert controller_of(window).session.document.by == "y"
    assert panel.partials.currentIndex() == 1


def test_the_table_has_a_column_more(window: MainWindow, qtbot: QtBot):
    model = window.descent.table.model()
    assert model.columnCount() == 6
    assert model.index(0, 1).data() == "−4"
    assert model.index(0, 2).data() == "3"


def test_a_function_of_one_variable_has_all_of_its_own_again(window: MainWindow, qtbot: QtBot):
    controller_of(window).session.choose_text("L(w) = w^2 + 12")
    settle(window, qtbot)
    assert window.readout.isVisible()
    assert not window.plane_readout.view().isVisible()
    assert not window.transport.second_start.isVisible()
    assert all(window.deeds[identity].isVisible() for identity in OF_CURVES)
    assert window.descent.table.model().columnCount() == 5
    assert window.plot.scene.contours is None
    assert window.plot.scene.tangent is not None


def test_the_view_can_be_moved_and_left(window: MainWindow, qtbot: QtBot):
    session, home = controller_of(window).session, window.plot.scene.viewport
    window.plot.move_view(home.stretched_up(0.5))
    window.plot.rest_view()
    settle(window, qtbot)
    assert window.plot.scene.viewport.height == pytest.approx(home.height / 2)
    assert window.plane_readout.view().equal_axes.isVisible()
    session.views.back()
    settle(window, qtbot)
    assert window.plot.scene.viewport == home
