"""The plot under hand and keys: what it says that a person did."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.calculus.viewport import Viewport
from gdviz.i18n import Translator
from gdviz.session.scene import Handle, Role
from gdviz.ui.plot import PlotWidget, layers
from gdviz.ui.plot.painter import paint_still
from gdviz.ui.theme import theme
from tests.ui.plot_scenes import PARABOLA_VIEW, dragged, parabola

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WIDTH, HEIGHT = 1200, 600
KEYS = Qt.Key
SIGNALS = ("tangent_dragged", "start_dragged", "drag_finished", "view_changed", "view_reset")


class Window(QWidget):
    """Stands for the main window: hears of the keys that the plot has no use for."""

    def __init__(self) -> None:
        super().__init__()
        self.unused: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.unused.append(event.key())


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    found = Window()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def plot(window: Window, qtbot: QtBot) -> PlotWidget:
    found = PlotWidget(window)
    found.setGeometry(0, 0, WIDTH, HEIGHT)
    window.resize(WIDTH, HEIGHT)
    found.show_scene(parabola())
    window.show()
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found


class Heard:
    """What a plot has said, in order."""

    def __init__(self, plot: PlotWidget) -> None:
        self.said: list[tuple[str, object]] = []
        for name in (
            "tangent_dragged",
            "start_dragged",
            "drag_finished",
            "view_changed",
            "view_reset",
        ):
            getattr(plot, name).connect(self._hearing(name))

    def _hearing(self, name: str):
        return lambda *values: self.said.append((name, values[0] if values else None))

    def names(self) -> list[str]:
        return [name for name, _ in self.said]

    def last(self, name: str) -> object:
        return [value for said, value in self.said if said == name][-1]

    def view(self) -> Viewport:
        found = self.last("view_changed")
        assert isinstance(found, Viewport)
        return found


@pytest.fixture
def heard(plot: PlotWidget) -> Heard:
    return Heard(plot)


def pixel(plot: PlotWidget, x: float, y: float) -> QPointF:
    return plot.frame.point(x, y)


def mouse(
    plot: PlotWidget,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NOTHING,
) -> None:
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    one = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    event = QMouseEvent(kind, at, plot.mapToGlobal(at), one, down, held)
    QApplication.sendEvent(plot, event)


def drag(
    plot: PlotWidget,
    start: QPointF,
    *way: QPointF,
    button: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NOTHING,
) -> None:
    mouse(plot, QEvent.Type.MouseButtonPress, start, button, held)
    for at in way:
        mouse(plot, QEvent.Type.MouseMove, at, button, held)
    mouse(plot, QEvent.Type.MouseButtonRelease, way[-1], button, held)


def wheel(plot: PlotWidget, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at, plot.mapToGlobal(at), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, NOTHING, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, event)


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


class Count:
    """How often the still layer was painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self.swift: list[bool] = []
        self._paint = paint_still
        monkeypatch.setattr(layers, "paint_still", self)

    def __call__(self, *given, swift: bool = False):
        self.times += 1
        self.swift.append(swift)
        return self._paint(*given, swift=swift)


def test_a_drag_paints_only_what_moves(plot: PlotWidget, monkeypatch: pytest.MonkeyPatch):
    scene = plot.scene
    plot.repaint()
    count = Count(monkeypatch)
    for step in range(20):
        plot.show_scene(dragged(scene, -2 + step / 5))
        plot.repaint()
    assert count.times == 0


def test_a_new_curve_a_new_view_and_a_new_look_paint_anew(
    plot: PlotWidget, monkeypatch: pytest.MonkeyPatch
):
    plot.repaint()
    count = Count(monkeypatch)
    scene = plot.scene
    view = Viewport(-7.0, 5.0, -8.0, 52.0)
    for change in (
        lambda: plot.show_scene(replace(scene, curves=parabola().curves)),
        lambda: plot.show_scene(replace(plot.scene, viewport=view)),
        lambda: plot.show_theme(theme("dark")),
        lambda: plot.resize(900, 500),
    ):
        before = count.times
        change()
        plot.repaint()
        assert count.times == before + 1


def test_a_slow_layer_is_moved_while_the_view_moves_and_painted_when_it_rests(
    plot: PlotWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(layers, "TOO_SLOW", 0.0)
    monkeypatch.setattr(layers, "SLOW", 0.0)
    plot.repaint()
    count = Count(monkeypatch)
    for step in range(1, 6):
        shift = 0.1 * step
        view = replace(PARABOLA_VIEW, x0=-6 + shift, x1=6 + shift)
        plot.show_scene(replace(plot.scene, viewport=view))
        plot.repaint()
    assert count.times == 0
    qtbot.waitUntil(lambda: count.times == 1)
    assert count.swift == [False]


def test_a_layer_that_is_not_quick_is_painted_roughly_at_first(
    plot: PlotWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(layers, "TOO_SLOW", 1e9)
    monkeypatch.setattr(layers, "SLOW", 0.0)
    plot.repaint()
    count = Count(monkeypatch)
    plot.show_scene(replace(plot.scene, viewport=Viewport(-5.0, 7.0, -8.0, 52.0)))
    plot.repaint()
    assert count.swift == [True]
    qtbot.waitUntil(lambda: count.swift == [True, False])


def test_a_hundred_thousand_iterates_cost_no_more_than_a_thousand(plot: PlotWidget):
    costs = {}
    for steps in (1_000, 100_000):
        scene = parabola(steps=steps)
        plot.show_scene(scene)
        plot.repaint()
        plot.repaint()
        best = 1.0
        for step in range(10):
            plot.show_scene(dragged(scene, step / 5))
            begun = time.process_time()
            plot.repaint()
            best = min(best, time.process_time() - begun)
        costs[steps] = best
    assert costs[100_000] < 2 * costs[1_000] + 0.001


def test_the_picture_is_what_is_seen(plot: PlotWidget):
    picture = plot.picture(2.0)
    assert (picture.width(), picture.height()) == (2 * WIDTH, 2 * HEIGHT)
    assert picture.devicePixelRatio() == 2.0
