"""The plot under hand and keys: what it says that a person did."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.calculus.view.viewport import Viewport
from gdviz.i18n import Translator
from gdviz.session.scene import Handle, Role
from gdviz.ui.plot import PlotWidget
from tests.ui.plot_hand import (
    ALT,
    CONTROL,
    LEFT,
    NOTHING,
    RIGHT,
    SHIFT,
    Heard,
    Window,
    drag,
    mouse,
    pixel,
    put_up,
    wheel,
)
from tests.ui.plot_scenes import dragged, parabola

WIDTH, HEIGHT = 1200, 600
KEYS = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    found = Window()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def plot(window: Window, qtbot: QtBot) -> PlotWidget:
    return put_up(qtbot, window, parabola(), WIDTH, HEIGHT)


@pytest.fixture
def heard(plot: PlotWidget) -> Heard:
    return Heard(plot)


def test_it_says_where_the_plane_is(plot: PlotWidget):
    assert plot.objectName() == "plot"
    assert plot.property("viewRange") == [-6.0, 6.0, -8.0, 52.0]
    assert plot.property("plotRect") == QRectF(0, 0, WIDTH, HEIGHT)


def test_the_tangent_is_dragged_by_its_point(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 3, 21), pixel(plot, 2.5, 30), pixel(plot, -1.23, -5))
    assert heard.names() == ["tangent_dragged", "tangent_dragged", "drag_finished"]
    assert heard.last("tangent_dragged") == pytest.approx(-1.23)


def test_a_point_keeps_its_distance_from_the_pointer(plot: PlotWidget, heard: Heard):
    off = QPointF(9, -7)
    drag(plot, pixel(plot, 3, 21) + off, pixel(plot, 1.47, 0) + off)
    assert heard.last("tangent_dragged") == pytest.approx(1.47)


def test_a_hand_need_not_aim_well(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 5, 37) + QPointF(10, 10), pixel(plot, 4.5, 37))
    assert "start_dragged" in heard.names()
    assert "tangent_dragged" not in heard.names()


def test_dragging_far_outside_stops_at_the_sides(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 3, 21), QPointF(1e6, -1e6))
    assert heard.last("tangent_dragged") == 6.0
    drag(plot, pixel(plot, 3, 21), QPointF(-1e6, 1e6))
    assert heard.last("tangent_dragged") == -6.0


def test_a_point_snaps_to_round_values_but_not_with_alt(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 3, 21), pixel(plot, 2.03, 21))
    assert heard.last("tangent_dragged") == 2.0
    drag(plot, pixel(plot, 3, 21), pixel(plot, 2.03, 21), held=ALT)
    assert heard.last("tangent_dragged") == pytest.approx(2.03, abs=1e-9)


def test_a_point_snaps_to_zeros_and_extrema(plot: PlotWidget, heard: Heard):
    plot.show_scene(replace(plot.scene, landmarks=(1.4142135,)))
    drag(plot, pixel(plot, 3, 21), pixel(plot, 1.45, 21))
    assert heard.last("tangent_dragged") == 1.4142135


def test_a_point_without_a_value_is_taken_on_the_axis(plot: PlotWidget, heard: Heard):
    handle = Handle("x0", Role.TANGENT, -3.0, None, "x₀")
    plot.show_scene(replace(plot.scene, tangent=None, handles=(handle,)))
    drag(plot, pixel(plot, -3, 0), pixel(plot, -2.5, 0))
    assert heard.last("tangent_dragged") == pytest.approx(-2.5)


def test_a_click_on_a_point_moves_nothing(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 3, 21), pixel(plot, 3, 21))
    assert heard.last("tangent_dragged") == 3.0
    mouse(plot, QEvent.Type.MouseButtonPress, pixel(plot, 3, 21))
    mouse(plot, QEvent.Type.MouseButtonRelease, pixel(plot, 3, 21))
    assert heard.names().count("drag_finished") == 1


def test_the_plane_is_drawn_along(plot: PlotWidget, heard: Heard):
    drag(plot, QPointF(200, 100), QPointF(250, 110), QPointF(300, 130))
    assert heard.view() == Viewport(-7.0, 5.0, -5.0, 55.0)
    assert heard.names()[-1] == "drag_finished"


def test_over_an_axis_only_that_axis_moves(plot: PlotWidget, heard: Heard):
    ox, oy = plot.frame.ox, plot.frame.oy
    drag(plot, QPointF(200, ox + 8), QPointF(300, ox + 108))
    assert heard.view() == Viewport(-7.0, 5.0, -8.0, 52.0)
    drag(plot, QPointF(oy - 8, 60), QPointF(oy + 92, 160))
    assert heard.view() == Viewport(-6.0, 6.0, 2.0, 62.0)


def test_the_wheel_zooms_at_the_pointer(plot: PlotWidget, heard: Heard):
    wheel(plot, pixel(plot, 4, 46), 1)
    view = heard.view()
    assert view.width == pytest.approx(12 * 0.8)
    assert (4 - view.x0) / view.width == pytest.approx(10 / 12)
    assert (46 - view.y0) / view.height == pytest.approx(54 / 60)
    wheel(plot, pixel(plot, 4, 46), -1)
    assert heard.view().width == pytest.approx(12 / 0.8)


def test_the_wheel_over_an_axis_zooms_that_axis(plot: PlotWidget, heard: Heard):
    wheel(plot, QPointF(1000, plot.frame.ox + 5), 1)
    assert heard.view().height == 60
    assert heard.view().width == pytest.approx(12 * 0.8)
    wheel(plot, QPointF(plot.frame.oy - 5, 50), 1)
    assert heard.view().width == 12
    assert heard.view().height == pytest.approx(60 * 0.8)


@pytest.mark.parametrize(("button", "held"), [(RIGHT, NOTHING), (LEFT, SHIFT)])
def test_a_box_becomes_the_view(plot: PlotWidget, heard: Heard, button, held):
    drag(plot, QPointF(300, 60), QPointF(100, 30), QPointF(100, 160), button=button, held=held)
    assert heard.view() == Viewport(-5.0, -3.0, 36.0, 46.0)


def test_a_tiny_box_is_a_slip(plot: PlotWidget, heard: Heard):
    drag(plot, QPointF(300, 60), QPointF(304, 63), button=RIGHT)
    assert heard.said == []


def test_a_double_click_asks_for_the_automatic_view(plot: PlotWidget, heard: Heard):
    mouse(plot, QEvent.Type.MouseButtonDblClick, QPointF(200, 100))
    assert heard.names() == ["view_reset"]


def test_arrows_move_the_point_that_was_clicked(plot: PlotWidget, heard: Heard):
    mouse(plot, QEvent.Type.MouseButtonPress, pixel(plot, 3, 21))
    mouse(plot, QEvent.Type.MouseButtonRelease, pixel(plot, 3, 21))
    for key, held, there in (
        (KEYS.Key_Right, NOTHING, 3.1),
        (KEYS.Key_Left, NOTHING, 2.9),
        (KEYS.Key_Right, SHIFT, 4.0),
        (KEYS.Key_Left, CONTROL, 2.99),
        (KEYS.Key_Up, NOTHING, 3.1),
    ):
        QTest.keyClick(plot, key, held)
        assert heard.said[-1] == ("tangent_dragged", there)


def test_keys_let_go_for_a_while_end_the_move(plot: PlotWidget, heard: Heard, qtbot: QtBot):
    plot.focus_handle("x0")
    for _ in range(3):
        QTest.keyClick(plot, KEYS.Key_Right)
    qtbot.waitUntil(lambda: "drag_finished" in heard.names())
    assert heard.names() == ["tangent_dragged"] * 3 + ["drag_finished"]


def test_arrows_without_a_point_are_left_to_the_window(
    plot: PlotWidget, window: Window, heard: Heard
):
    QTest.keyClick(plot, KEYS.Key_Right)
    QTest.keyClick(plot, KEYS.Key_Space)
    assert heard.said == []
    assert window.unused == [KEYS.Key_Right, KEYS.Key_Space]


def test_escape_lets_go_of_a_point(plot: PlotWidget, window: Window):
    plot.focus_handle("x0")
    QTest.keyClick(plot, KEYS.Key_Escape)
    assert plot.focused_handle == ""
    assert window.unused == []
    QTest.keyClick(plot, KEYS.Key_Escape)
    assert window.unused == [KEYS.Key_Escape]


def test_tab_goes_through_the_points_and_on(plot: PlotWidget, window: Window, qtbot: QtBot):
    after = QWidget(window)
    after.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    after.show()
    names = []
    for _ in range(2):
        QTest.keyClick(plot, KEYS.Key_Tab)
        names.append(plot.focused_handle)
    assert names == ["x0", "start"]
    QTest.keyClick(plot, KEYS.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    assert plot.focused_handle == ""


def test_tab_comes_to_the_first_point_and_from_behind_to_the_last(plot: PlotWidget):
    for reason, name in (
        (Qt.FocusReason.TabFocusReason, "x0"),
        (Qt.FocusReason.BacktabFocusReason, "start"),
        (Qt.FocusReason.OtherFocusReason, ""),
    ):
        plot.clearFocus()
        plot.focus_handle("")
        plot.setFocus(reason)
        assert plot.focused_handle == name


def test_two_fingers_zoom_where_they_are(plot: PlotWidget, heard: Heard):
    at = pixel(plot, 4, 46)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, plot.mapToGlobal(at), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(plot, event)
    assert heard.view().width == pytest.approx(12 / 1.25)
    assert (4 - heard.view().x0) / heard.view().width == pytest.approx(10 / 12)


def test_a_point_moved_out_of_view_takes_the_view_along(plot: PlotWidget, heard: Heard):
    plot.show_scene(dragged(plot.scene, 5.95))
    plot.focus_handle("x0")
    QTest.keyClick(plot, KEYS.Key_Right, SHIFT)
    assert heard.last("tangent_dragged") == 6.0
    assert heard.view().x1 > 6.0
    assert heard.view().width == pytest.approx(12)


def test_plus_and_minus_zoom(plot: PlotWidget, heard: Heard):
    QTest.keyClick(plot, KEYS.Key_Plus)
    assert heard.view().width == pytest.approx(12 * 0.8)
    QTest.keyClick(plot, KEYS.Key_Minus)
    assert heard.view().width == pytest.approx(12 / 0.8)


def test_the_pointer_shows_what_can_be_taken(plot: PlotWidget):
    shapes = []
    for at in (pixel(plot, 3, 21), QPointF(900, plot.frame.ox), QPointF(200, 100)):
        mouse(plot, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
        shapes.append(plot.cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [shape.OpenHandCursor, shape.SizeHorCursor, shape.ArrowCursor]


def test_a_screen_reader_is_told(plot: PlotWidget):
    plot.retranslate(Translator("ru"))
    assert plot.accessibleName() == Translator("ru")("Plot")
    assert plot.accessibleDescription() == "Graph of L"


def test_its_size_is_told_in_device_pixels(plot: PlotWidget, qtbot: QtBot):
    with qtbot.waitSignal(plot.resized) as resized:
        plot.resize(800, 500)
    ratio = plot.devicePixelRatioF()
    assert resized.args == [round(800 * ratio), round(500 * ratio)]


def test_the_picture_is_what_is_seen(plot: PlotWidget):
    picture = plot.picture(2.0)
    assert (picture.width(), picture.height()) == (2 * WIDTH, 2 * HEIGHT)
    assert picture.devicePixelRatio() == 2.0


def test_words_keep_clear_of_what_stands_over_the_plot(plot: PlotWidget, window: Window):
    card = QWidget(window)
    card.setGeometry(100, 500, 300, 80)
    plot.keep_clear(card)
    before = plot.grab().toImage()
    card.show()
    assert list(plot.frame.covered) == [(100, 500, 400, 580)]
    assert plot.grab().toImage() != before
    card.setParent(plot)
    card.show()
    assert not plot.frame.covered
    card.setParent(window)
    assert not plot.frame.covered


def test_only_what_moves_goes_out_of_the_way_of_a_message(plot: PlotWidget, window: Window):
    plot.grab()
    assert plot._layers._still is not None
    still = plot._layers._still
    foot = plot.frame.point(plot.scene.handles[0].x, 0.0).toPoint()
    before = plot.grab().toImage()
    card = QWidget(window)
    card.setGeometry(foot.x() - 100, foot.y() - 4, 200, 80)
    plot.step_aside(card)
    card.show()
    assert plot.grab().toImage() != before
    assert plot._layers._still is still
