"""What of the plot is painted when: a drag paints only what moves."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import PlotScene
from gdviz.ui.plot import PlotWidget, layers
from gdviz.ui.plot.painter import paint_still
from gdviz.ui.theme import theme
from tests.effort import bytes_held, lines_run
from tests.ui.plot_scenes import PARABOLA_VIEW, dragged, parabola

Measure = Callable[[Callable[[], object]], int]


@pytest.fixture
def plot(qtbot: QtBot) -> PlotWidget:
    found = PlotWidget()
    qtbot.addWidget(found)
    found.resize(1200, 600)
    found.show_scene(parabola())
    found.show()
    qtbot.waitUntil(lambda: found.windowHandle().isExposed())  # before that nothing is painted
    return found


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
    plot.view_changed.connect(lambda view: plot.show_scene(replace(plot.scene, viewport=view)))
    for step in range(1, 6):
        shift = 0.1 * step
        plot.move_view(replace(PARABOLA_VIEW, x0=-6 + shift, x1=6 + shift))
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
    plot.view_changed.connect(lambda view: plot.show_scene(replace(plot.scene, viewport=view)))
    plot.move_view(Viewport(-5.0, 7.0, -8.0, 52.0))
    plot.repaint()
    assert count.swift == [True]
    qtbot.waitUntil(lambda: count.swift == [True, False])


def test_a_hundred_thousand_iterates_cost_no_more_than_a_thousand(plot: PlotWidget):
    for measure, slack in ((lines_run, 500), (bytes_held, 200_000)):
        few, many = (repaints(plot, parabola(steps=steps), measure) for steps in (1_000, 100_000))
        for cost, cost_of_many in zip(few, many, strict=True):
            assert cost_of_many < 1.2 * cost + slack


def repaints(plot: PlotWidget, scene: PlotScene, measure: Measure) -> list[int]:
    """What it takes to paint a scene that is new, one that is the same, and one under the hand."""
    costs = []
    for shown in (scene, scene, dragged(scene, 1.0)):
        plot.show_scene(shown)
        costs.append(measure(plot.repaint))
    return costs
