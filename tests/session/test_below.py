"""f′ and f″ with their points at x₀, on the plot of f or below it."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.codec import decode, encode
from gdviz.document.document import Shown
from gdviz.i18n import Translator
from gdviz.session import compute
from gdviz.session.analysis import Analysis
from gdviz.session.below import lower_view
from gdviz.session.resolve.below import lower_scene
from gdviz.session.resolve.plot import function_curves, plot_scene
from gdviz.session.scene import PlotScene, Role
from gdviz.session.session import Session
from tests.session.conftest import finish, opened

BELOW = Shown(derivative=True, below=True)
TR = Translator("en")


def above(session: Session) -> PlotScene:
    results = session.results
    return plot_scene(session.document, results, function_curves(results), session.local, TR)


def below(session: Session) -> PlotScene:
    results = session.results
    found = lower_scene(session.document, results, function_curves(results), session.local, TR)
    assert found is not None
    return found


@pytest.mark.parametrize("shown", [Shown(), Shown(derivative=True), Shown(below=True)])
def test_there_is_no_plot_below_unless_there_is_something_in_it(shown: Shown):
    session = opened("x^2", shown=shown)
    assert session.results.below is None
    assert lower_scene(session.document, session.results, (), session.local, TR) is None


def test_who_switches_it_on_sees_the_derivative_there(session: Session):
    session.show("below", True)
    assert session.document.shown == BELOW
    session.show("second", True)
    session.show("derivative", False)
    assert session.document.shown.lower_plot
    assert decode(encode(session.document)) == session.document


def test_both_plots_have_one_x_however_they_are_moved():
    session = opened("x^3/6 - x", shown=BELOW)
    for view in (Viewport(-1.0, 2.0, -3.0, 3.0), Viewport(5.0, 25.0, 100.0, 900.0)):
        session.views.show(view)
        seen = below(session).viewport
        assert (seen.x0, seen.x1) == (view.x0, view.x1)
    height = session.results.viewport.y0, session.results.viewport.y1
    session.views.show_sides(Viewport(-2.0, 3.0, -77.0, 77.0))
    seen = session.results.viewport
    assert (seen.x0, seen.x1, seen.y0, seen.y1) == (-2.0, 3.0, *height)
    assert (below(session).viewport.x0, below(session).viewport.x1) == (-2.0, 3.0)


@pytest.mark.parametrize("text", ["x^3/6 - x", "sin x", "e^x", "3x + 1", "sigma(x)", "|x|"])
def test_the_plot_below_is_as_high_as_its_curves(text: str):
    session = opened(text, shown=replace(BELOW, second=True))
    view = below(session).viewport
    for samples in (session.results.derivative, session.results.second):
        assert samples is not None
        inside = [view.y0 <= y <= view.y1 for piece in samples.pieces for y in piece[:, 1]]
        assert np.mean(inside) > 0.9
        assert samples.pieces


def test_near_a_pole_the_curve_leaves_the_plot_below_and_the_rest_is_seen():
    view = below(opened("1/x", shown=BELOW)).viewport
    assert -1e4 < view.y0 < -0.1
    assert view.y1 < 0.5 * -view.y0


@pytest.mark.parametrize(
    "shown", [Shown(derivative=True, second=True), replace(BELOW, second=True)]
)
@pytest.mark.parametrize("x0", [-2.5, 0.0, 1.2])
def test_points_at_x0_go_along_their_curves(shown: Shown, x0: float):
    session = opened("x^3/6 - x", shown=shown, x0=x0)
    scene = below(session) if shown.below else above(session)
    roles, places, heights = zip(*((p.role, p.x, p.y) for p in scene.followers), strict=True)
    assert roles == (Role.DERIVATIVE, Role.SECOND)
    assert places == (x0, x0)
    assert heights == pytest.approx((x0**2 / 2 - 1, x0))
    if x0 == 1.2:
        assert [point.label for point in scene.followers] == ["f′(x₀) = −0.28", "f″(x₀) = 1.2"]


def test_a_point_stands_in_one_of_both_plots():
    session = opened("x^2", shown=BELOW)
    assert above(session).followers == ()
    assert len(below(session).followers) == 1


def test_where_there_is_no_slope_there_is_no_point():
    for shown in (Shown(derivative=True), BELOW):
        session = opened("|x|", shown=shown, x0=0.0)
        assert (below(session) if shown.below else above(session)).followers == ()
    (handle,) = below(session).handles
    assert (handle.name, handle.y) == ("x0", None)


def test_the_point_below_is_x0_to_the_hand():
    (handle,) = below(opened("x^2", shown=BELOW, x0=1.5)).handles
    assert (handle.name, handle.role, handle.x, handle.y) == ("x0", Role.DERIVATIVE, 1.5, 3.0)


def test_its_height_is_looked_for_once_for_a_view(monkeypatch: pytest.MonkeyPatch):
    session = opened("x^3/6 - x", shown=BELOW)
    asked: list[Viewport] = []

    def counted(analysis: Analysis, above: Viewport, shown: Shown) -> Viewport:
        asked.append(above)
        return lower_view(analysis, above, shown)

    monkeypatch.setattr(compute, "lower_view", counted)
    for step in range(20):
        session.move_tangent(step / 10)
    assert asked == []
    session.views.show(Viewport(-1.0, 1.0, -1.0, 1.0))
    assert len(asked) == 1


def test_nothing_is_done_for_plots_that_are_off(monkeypatch: pytest.MonkeyPatch, session: Session):
    def never(*_: object) -> None:
        raise AssertionError("nobody wants it")

    monkeypatch.setattr(compute, "lower_view", never)
    session.show("derivative", True)
    finish(session)
    scene = above(session)
    assert (scene.gap, scene.trace, scene.guide_reaches) == (None, None, "")


def test_a_trace_has_the_values_of_its_plot():
    session = opened("ln x", shown=replace(BELOW, trace=True))
    on_f, on_slope = above(session).trace, below(session).trace
    assert on_f is not None
    assert on_slope is not None
    assert (on_f.name, on_f.value(1.0), on_slope.name, on_slope.value(2.0)) == ("f", 0.0, "f′", 0.5)
    assert np.isnan([on_f.value(-1.0), on_slope.value(-1.0)]).all()
