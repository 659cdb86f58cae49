"""The plot below that of f, in the window, under a real hand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.session.scene import Role
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow
from gdviz.ui.proportions import PLOT_SHARE
from tests.effort import lines_run
from tests.ui.plot_hand import drag, pixel, wheel
from tests.ui.test_plot_layers import Count

Settle = Callable[[], None]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    found = app.create(["gdviz", "--lang", "en", "x^3/6 - x"], home=tmp_path)
    qtbot.addWidget(found)
    found.resize(1280, 720)
    return found


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


@pytest.fixture
def settle(session: Session, qtbot: QtBot) -> Settle:
    """Until all is computed, laid out and painted."""

    def wait() -> None:
        for _ in range(5):
            QApplication.processEvents()
        qtbot.waitUntil(lambda: session.work_done)
        QApplication.processEvents()

    return wait


@pytest.fixture
def both(window: MainWindow, settle: Settle) -> MainWindow:
    """The window with both plots."""
    window.deeds["show_below"].trigger()
    settle()
    return window


def test_it_comes_and_goes_by_its_switch(window: MainWindow, settle: Settle):
    assert window.lower_plot.isHidden()
    whole = window.plot.height()
    for _ in range(2):
        window.deeds["show_below"].trigger()
        settle()
        assert window.lower_plot.isVisible()
        assert window.plot.height() + window.lower_plot.height() == whole
        assert [curve.role for curve in window.plot.scene.curves] == [Role.FUNCTION]
        assert [curve.role for curve in window.lower_plot.scene.curves] == [Role.DERIVATIVE]
        window.deeds["show_below"].trigger()
        settle()
        assert window.lower_plot.isHidden()
        assert window.plot.height() == whole


def test_the_panel_has_the_switch_as_well(both: MainWindow, settle: Settle):
    switch = both.derivative.result.below_switch
    assert switch.isChecked()
    switch.click()
    settle()
    assert both.lower_plot.isHidden()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("look", ["light", "projector"])
def test_both_keep_the_share_of_one(
    both: MainWindow, settle: Settle, size: tuple[int, int], look: str
):
    both.deeds[f"theme_{look}"].trigger()
    both.resize(*size)
    settle()
    height = both.plot.height() + both.lower_plot.height()
    assert both.plot.width() == both.lower_plot.width()
    assert height * both.plot.width() >= PLOT_SHARE * size[0] * size[1]
    assert 0.3 * height < both.lower_plot.height() < 0.45 * height


def test_x0_is_dragged_by_either_point(both: MainWindow, session: Session, settle: Settle):
    for plot in (both.lower_plot, both.plot):
        handle = plot.scene.handles[0]
        assert handle.y is not None
        start = pixel(plot, handle.x, handle.y)
        drag(plot, start, start + QPointF(20, 0), start + QPointF(60, 30))
        settle()
        x0 = session.document.x0
        assert x0 == pytest.approx(handle.x + 60 / plot.frame.across, abs=6 / plot.frame.across)
        (follower,) = both.lower_plot.scene.followers
        assert follower.x == x0
        assert follower.y == pytest.approx(x0**2 / 2 - 1)
        assert session.document.viewport is None
    session.undo()
    assert session.document.x0 == handle.x


def test_both_are_zoomed_and_drawn_along_together(both: MainWindow, settle: Settle):
    upper, lower = both.plot, both.lower_plot

    def sides() -> tuple[float, float]:
        found = [(p.scene.viewport.x0, p.scene.viewport.x1) for p in (upper, lower)]
        assert found[0] == found[1]
        return found[0]

    heights = upper.scene.viewport.y0, upper.scene.viewport.y1
    before = sides()
    wheel(lower, QPointF(200, 40), 2)
    settle()
    zoomed = sides()
    assert zoomed[1] - zoomed[0] < 0.8 * (before[1] - before[0])
    drag(lower, QPointF(300, 30), QPointF(340, 30))
    settle()
    assert sides()[0] < zoomed[0]
    assert (upper.scene.viewport.y0, upper.scene.viewport.y1) == heights
    wheel(upper, QPointF(200, 40), -3)
    settle()
    assert sides()[1] - sides()[0] > zoomed[1] - zoomed[0]


def test_a_drag_paints_no_curve_anew(
    both: MainWindow, session: Session, settle: Settle, monkeypatch: pytest.MonkeyPatch
):
    """Neither of f nor of f′: what stands still is copied."""
    session.show("secant", True)
    session.show("gap", True)
    settle()
    plots = both.plot, both.lower_plot

    def drag_along() -> None:
        for step in range(10):
            session.move_tangent(1 + step / 10)
            for plot in plots:
                plot.repaint()

    drag_along()  # The numbers that stand over the plot have found their place after this.
    count = Count(monkeypatch)
    drag_along()
    assert count.times == 0
    session.views.show(replace(both.plot.scene.viewport, x0=-1.0))
    for plot in plots:
        plot.repaint()
    assert count.times == 2


def test_the_picture_has_both_plots(both: MainWindow):
    image = both.picture()
    assert image.width() == 1920  # as large as a slide, whatever the window is
    height = both.plot.height() + both.lower_plot.height()
    assert image.height() == pytest.approx(height * 1920 / both.plot.width(), abs=1)


def test_words_keep_clear_of_what_stands_over_the_plots(both: MainWindow):
    """Places are told in each plot's own pixels."""
    card = both.readout.tail
    card.setParent(both.stage)
    card.setGeometry(0, both.lower_plot.y() + 20, 200, 30)
    card.show()
    assert [plot.frame.covered for plot in (both.plot, both.lower_plot)] == [
        (),
        ((0, 20, 200, 50),),
    ]


def test_a_screen_reader_is_told_what_is_there(both: MainWindow, session: Session):
    session.type_x0(1.2)
    lower = both.lower_plot
    assert lower.accessibleName() == "Plot of the derivatives"
    assert lower.accessibleDescription() == "Below: the graph of the derivative. f′(x₀) = −0.28."


def test_a_line_without_sense_leaves_both_as_they_were(
    both: MainWindow, session: Session, settle: Settle
):
    before = both.lower_plot.scene.viewport
    session.type_text("x^3/6 - ")
    settle()
    assert both.lower_plot.isVisible()
    assert both.lower_plot.scene.viewport == before
    session.edit(shown=replace(session.document.shown, derivative=False))
    assert both.lower_plot.isHidden()


def test_a_drag_with_everything_is_not_much_more_work(
    window: MainWindow, session: Session, settle: Settle
):
    """f′, α, the gap, labels and 1,000 iterates; then the same with two plots."""

    def work() -> int:
        settle()
        plots = [plot for plot in (window.plot, window.lower_plot) if plot.isVisible()]

        def frame(x: float) -> None:
            session.move_tangent(x)
            for plot in plots:
                plot.repaint()

        # In some the numbers over the plot find another place, and what is under them is repainted.
        return int(median(lines_run(partial(frame, 1 + step / 10)) for step in range(9)))

    plain = work()
    session.descent.edit(rate=1e-3, epsilon=1e-12, max_steps=1000)
    session.iterates.go_to_end()
    for name in ("derivative", "gap"):
        session.show(name, True)
    assert work() < 2.0 * plain
    session.show("below", True)
    assert work() < 3.0 * plain
