"""Boxes, fingers, keys and a mouse's extra buttons on the plot: how the view is moved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.plot import PlotWidget
from gdviz.ui.theme import theme
from tests.ui.plot_hand import (
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
from tests.ui.plot_scenes import parabola

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


@pytest.fixture
def screen(qapp) -> QPointingDevice:
    return QTest.createTouchDevice()


def equal(plot: PlotWidget) -> None:
    """Axes that stay equal: half a unit of y to a hundred pixels, as of x."""
    view = Viewport(-6.0, 6.0, -3.0, 3.0)
    plot.show_scene(replace(plot.scene, viewport=view, equal_axes=True))


def sides(view: Viewport) -> tuple[float, float, float, float]:
    return view.x0, view.x1, view.y0, view.y1


def scales(plot: PlotWidget, view: Viewport) -> float:
    return view.width / plot.width() / (view.height / plot.height())


def test_a_band_along_an_axis_zooms_that_axis_alone(plot: PlotWidget, heard: Heard):
    ox, oy = plot.frame.ox, plot.frame.oy
    drag(plot, QPointF(300, ox + 5), QPointF(100, ox - 9), button=RIGHT)
    assert heard.view() == Viewport(-5.0, -3.0, -8.0, 52.0)
    drag(plot, QPointF(oy + 4, 60), QPointF(oy - 6, 160), held=SHIFT)
    assert heard.view() == Viewport(-6.0, 6.0, 36.0, 46.0)


def test_a_box_begun_at_an_axis_is_a_box_once_it_leaves_it(plot: PlotWidget, heard: Heard):
    drag(plot, pixel(plot, 1, 0), pixel(plot, 2, 0), pixel(plot, 2, 40), button=RIGHT)
    assert sides(heard.view()) == pytest.approx((1.0, 2.0, 0.0, 40.0), abs=1e-9)


def test_escape_drops_the_box(plot: PlotWidget, window: Window, heard: Heard):
    mouse(plot, QEvent.Type.MouseButtonPress, QPointF(100, 100), RIGHT)
    mouse(plot, QEvent.Type.MouseMove, QPointF(400, 300), RIGHT)
    QTest.keyClick(plot, KEYS.Key_Escape)
    mouse(plot, QEvent.Type.MouseMove, QPointF(500, 300), RIGHT)
    mouse(plot, QEvent.Type.MouseButtonRelease, QPointF(500, 300), RIGHT)
    assert heard.said == []
    assert window.unused == []
    drag(plot, QPointF(300, 60), QPointF(100, 160), button=RIGHT)
    assert heard.view() == Viewport(-5.0, -3.0, 36.0, 46.0)


def pictured(plot: PlotWidget) -> QImage:
    return plot.grab().toImage()


@pytest.mark.parametrize("look", ["light", "dark", "projector"])
def test_the_box_is_seen_in_every_look(plot: PlotWidget, look: str):
    plot.show_theme(theme(look))
    before = pictured(plot)
    mouse(plot, QEvent.Type.MouseButtonPress, QPointF(100, 100), RIGHT)
    mouse(plot, QEvent.Type.MouseMove, QPointF(400, 300), RIGHT)
    box = pictured(plot)
    accent = theme(look).colours.accent
    edges = (QPoint(250, 100), QPoint(250, 300), QPoint(100, 200), QPoint(400, 200))
    assert [box.pixelColor(edge).name() for edge in edges] == [accent.lower()] * 4
    inside = QPoint(101 + 40, 150)
    assert box.pixel(inside) == before.pixel(inside)
    mouse(plot, QEvent.Type.MouseButtonRelease, QPointF(400, 300), RIGHT)
    assert pictured(plot) == before


def test_equal_axes_are_zoomed_together(plot: PlotWidget, heard: Heard):
    equal(plot)
    ox, oy = plot.frame.ox, plot.frame.oy
    wheel(plot, QPointF(1000, ox + 5), 1)
    assert scales(plot, heard.view()) == pytest.approx(1.0)
    drag(plot, QPointF(300, ox), QPointF(900, ox), button=RIGHT)
    assert heard.view() == Viewport(-3.0, 3.0, -1.5, 1.5)
    drag(plot, QPointF(oy, 150), QPointF(oy, 300), button=RIGHT)
    assert sides(heard.view()) == pytest.approx((-1.5, 1.5, 0.0, 1.5), abs=1e-9)


def test_a_run_of_the_wheel_rests_once(plot: PlotWidget, qtbot: QtBot):
    rests: list[None] = []
    plot.view_rested.connect(lambda: rests.append(None))
    with qtbot.waitSignal(plot.view_rested):
        for _ in range(5):
            wheel(plot, QPointF(300, 100), 1)
    assert len(rests) == 1


def test_a_box_is_a_view_of_its_own(plot: PlotWidget):
    order: list[str] = []
    plot.view_rested.connect(lambda: order.append("rest"))
    plot.view_changed.connect(lambda _: order.append("view"))
    wheel(plot, QPointF(300, 100), 1)
    drag(plot, QPointF(300, 60), QPointF(100, 160), button=RIGHT)
    assert order == ["view", "rest", "view", "rest"]


def test_buttons_for_back_and_forward(plot: PlotWidget, heard: Heard):
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
        QTest.mouseClick(plot, button, pos=QPoint(300, 100))
    assert heard.names() == ["earlier_view_wanted", "later_view_wanted"]


@pytest.mark.parametrize(
    ("key", "view"),
    [
        (KEYS.Key_Left, Viewport(-7.2, 4.8, -8.0, 52.0)),
        (KEYS.Key_Right, Viewport(-4.8, 7.2, -8.0, 52.0)),
        (KEYS.Key_Up, Viewport(-6.0, 6.0, -2.0, 58.0)),
        (KEYS.Key_Down, Viewport(-6.0, 6.0, -14.0, 46.0)),
    ],
)
def test_arrows_with_shift_pan(plot: PlotWidget, window: Window, heard: Heard, key, view):
    QTest.keyClick(plot, key, SHIFT)
    assert sides(heard.view()) == pytest.approx(sides(view))
    assert key not in window.unused


def test_keys_with_alt_are_the_windows(plot: PlotWidget, window: Window, heard: Heard):
    plot.focus_handle("x0")
    QTest.keyClick(plot, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heard.said == []
    assert window.unused[-1] == KEYS.Key_Left


def touched(plot: PlotWidget, screen: QPointingDevice, *moments: dict[int, tuple[str, QPoint]]):
    """Fingers by number, at each moment, with what each does there."""
    for moment in moments:
        sequence = QTest.touchEvent(plot, screen, False)
        for finger, (does, at) in moment.items():
            getattr(sequence, does)(finger, at, plot)
        sequence.commit()


def test_two_fingers_hold_what_is_under_them(
    plot: PlotWidget, heard: Heard, screen: QPointingDevice
):
    first, second = pixel(plot, -5, 40).toPoint(), pixel(plot, -3, 50).toPoint()
    there = [QPoint(0, 170), QPoint(400, -30)]
    touched(
        plot,
        screen,
        {0: ("press", first)},
        {0: ("move", first), 1: ("press", second)},
        {0: ("move", there[0]), 1: ("move", there[1])},
    )
    view = heard.view()
    assert view.width == pytest.approx(6.0, rel=1e-2)
    assert view.height == pytest.approx(30.0, rel=1e-2)
    assert (-4 - view.x0) / view.width == pytest.approx(2 / 12, abs=1e-2)
    drawn = [at + QPoint(120, 0) for at in there]
    touched(plot, screen, {0: ("move", drawn[0]), 1: ("move", drawn[1])})
    assert heard.view().x0 == pytest.approx(view.x0 - 0.1 * view.width, rel=1e-2)
    touched(plot, screen, {0: ("release", drawn[0]), 1: ("move", drawn[1])})
    heard.said.clear()
    touched(plot, screen, {1: ("move", QPoint(600, 300))}, {1: ("release", QPoint(600, 300))})
    assert heard.said == []


def test_two_fingers_over_an_axis_zoom_it_alone(
    plot: PlotWidget, heard: Heard, screen: QPointingDevice
):
    ox = round(plot.frame.ox)
    ends = QPoint(200, ox), QPoint(400, ox)
    touched(plot, screen, {0: ("press", ends[0]), 1: ("press", ends[1])})
    wider = QPoint(100, ox), QPoint(500, ox)
    touched(plot, screen, {0: ("move", wider[0]), 1: ("move", wider[1])})
    assert heard.view().width == pytest.approx(6.0)
    assert heard.view().height == 60.0
    touched(plot, screen, {0: ("release", wider[0]), 1: ("release", wider[1])})


def test_one_finger_drags_the_tangent_and_the_plane(
    plot: PlotWidget, heard: Heard, screen: QPointingDevice
):
    plot.show_scene(replace(plot.scene, viewport=Viewport(0.0, 12.0, -8.0, 52.0)))
    start, end = pixel(plot, 3, 21).toPoint(), pixel(plot, 2, 21).toPoint()
    touched(plot, screen, {0: ("press", start)}, {0: ("move", end)}, {0: ("release", end)})
    assert heard.names() == ["tangent_dragged", "drag_finished"]
    assert heard.last("tangent_dragged") == pytest.approx(2.0, abs=0.01)
    start, end = QPoint(200, 100), QPoint(300, 130)
    touched(plot, screen, {0: ("press", start)}, {0: ("move", end)}, {0: ("release", end)})
    assert heard.view() == Viewport(-1.0, 11.0, -5.0, 55.0)


def test_two_taps_ask_for_the_automatic_view(
    plot: PlotWidget, heard: Heard, screen: QPointingDevice
):
    at = QPoint(200, 100)
    for _ in range(2):
        touched(plot, screen, {0: ("press", at)}, {0: ("release", at)})
    assert "view_reset" in heard.names()
    heard.said.clear()
    touched(plot, screen, {0: ("press", at)}, {0: ("release", at)})
    assert "view_reset" not in heard.names()


def test_a_touchpad_is_left_to_the_pointer(plot: PlotWidget, heard: Heard, qapp):
    pad = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    ends = QPoint(200, 100), QPoint(400, 300)
    touched(plot, pad, {0: ("press", ends[0]), 1: ("press", ends[1])})
    touched(plot, pad, {0: ("move", ends[1]), 1: ("move", ends[1] + QPoint(9, 9))})
    assert "view_changed" not in heard.names()
