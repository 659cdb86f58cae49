"""A point of the curve follows the pointer."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.session.scene import Role, TracePicture
from gdviz.ui.plot import PlotWidget, trace
from gdviz.ui.plot.foreground import Stand, write_at
from gdviz.ui.plot.lettering import Words
from gdviz.ui.theme import THEME_NAMES, theme
from tests.effort import lines_run
from tests.ui.plot_hand import ALT, NOTHING, drag, mouse
from tests.ui.plot_scenes import parabola

NO_BUTTON = Qt.MouseButton.NoButton
ROOT = TracePicture(Role.FUNCTION, lambda w: w * w + 12 if w >= -4 else nan, "L", "not defined")


@pytest.fixture
def plot(qtbot: QtBot) -> PlotWidget:
    found = PlotWidget()
    qtbot.addWidget(found)
    found.resize(1200, 600)
    found.show_scene(replace(parabola(steps=None), trace=ROOT, landmarks=(0.013,)))
    found.show()
    qtbot.waitUntil(lambda: found.windowHandle().isExposed())
    return found


def point_at(
    plot: PlotWidget, x: float, held: Qt.KeyboardModifier = NOTHING, height: float = 300.0
) -> None:
    at = QPointF(plot.frame.x(x), height)
    mouse(plot, QEvent.Type.MouseMove, at, NO_BUTTON, held)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QRectF]]:
    """What the trace writes, and where."""
    found: list[tuple[str, QRectF]] = []

    def noted(painter, label: Words, stand: Stand, space, paper: str) -> None:
        found.append((label.text, QRectF(stand.corner, label.extent)))
        write_at(painter, label, stand, space, paper)

    monkeypatch.setattr(trace, "write_at", noted)
    return found


def test_it_tells_the_coordinates_of_the_curve(plot: PlotWidget, written: list[tuple[str, QRectF]]):
    point_at(plot, 2.3456, ALT)
    plot.repaint()
    (told,) = {text for text, _ in written}
    assert plot.traced == pytest.approx(2.3456)
    assert told == "L(2.346) = 17.5"


def test_it_stops_at_round_values_and_at_landmarks_unless_alt_is_held(plot: PlotWidget):
    near = 4.0 / plot.frame.across
    point_at(plot, 2.0 + near)
    assert plot.traced == 2.0
    point_at(plot, 0.013 + near)
    assert plot.traced == 0.013
    point_at(plot, 2.0 + near, ALT)
    assert plot.traced == pytest.approx(2.0 + near)


def test_where_there_is_no_value_it_says_so(plot: PlotWidget, written: list[tuple[str, QRectF]]):
    point_at(plot, -5.0)
    plot.repaint()
    assert {text for text, _ in written} == {"L(−5): not defined"}


@pytest.mark.parametrize("look", THEME_NAMES)
@pytest.mark.parametrize("x", [-5.99, -3.9, 0.0, 5.99])
def test_its_words_are_never_cut(
    plot: PlotWidget, written: list[tuple[str, QRectF]], look: str, x: float
):
    plot.show_theme(theme(look))
    point_at(plot, x, ALT, height=1.0)
    plot.repaint()
    assert written
    assert all(QRectF(plot.rect()).contains(place) for _, place in written)


def test_it_goes_while_a_button_is_down(plot: PlotWidget):
    point_at(plot, 1.0)
    drag(plot, QPointF(500, 60), QPointF(520, 60))
    assert plot.traced is None


def test_it_goes_when_the_pointer_goes(plot: PlotWidget):
    point_at(plot, 1.0)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert plot.traced is None


def test_it_costs_nothing_while_it_is_off(plot: PlotWidget):
    off = replace(plot.scene, trace=None)

    def never(_: float) -> float:
        raise AssertionError("nobody wants a value")

    plot.show_scene(replace(off, trace=replace(ROOT, value=never)))
    plot.show_scene(off)
    plot.repaint()
    before = lines_run(plot.repaint)
    for x in np.linspace(-5.0, 5.0, 20):
        point_at(plot, float(x))
    assert plot.traced is None
    assert lines_run(plot.repaint) == before
