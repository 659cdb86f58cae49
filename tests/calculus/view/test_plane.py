"""The automatic view of a function of two variables, its minima, and where a descent may start."""

from collections.abc import Sequence

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.view.hollows import hollows
from gdviz.calculus.view.plane import natural_reach, plane_viewport, usual_start
from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.loss import Loss, loss_of

HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
ACKLEY = "-20exp(-0.2sqrt(0.5(x^2 + y^2))) - exp(0.5(cos(2pi x) + cos(2pi y))) + e + 20"
LOWEST = (
    ("(1 - x)^2 + 100(y - x^2)^2", (1.0, 1.0), 0.0),
    ("x^2 + 25y^2", (0.0, 0.0), 0.0),
    ("(x + 2y - 7)^2 + (2x + y - 5)^2", (1.0, 3.0), 0.0),
    ("(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2", (3.0, 0.5), 0.0),
    ("2x^2 - 1.05x^4 + x^6/6 + xy + y^2", (0.0, 0.0), 0.0),
    ("(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2", (-2.903534, -2.903534), -78.332331),
    (ACKLEY, (0.0, 0.0), 0.0),
    ("sqrt(x^2 + y^2)", (0.0, 0.0), 0.0),
    ("|x - 1| + |y + 2|", (1.0, -2.0), 0.0),
)
NONE = ("x^2 - y^2", "x + y", "-x^2 - 25y^2", "1/(x y)", "f(x, y) = 5", "sqrt(-1 - x^2 - y^2)")


def loss(text: str) -> Loss:
    return loss_of(parse(text), {})


def view_of(text: str, points: Sequence[tuple[float, float]] = (), aspect: float = 1.6) -> Viewport:
    return plane_viewport(natural_reach(loss(text).evaluate), points, aspect)


@pytest.mark.parametrize(("text", "place", "value"), LOWEST)
def test_the_lowest_minimum_is_found(text, place, value):
    lowest = hollows(loss(text).evaluate, view_of(text))[0]
    assert (lowest.x, lowest.y) == pytest.approx(place, abs=1e-6)
    assert lowest.value == pytest.approx(value, abs=1e-6)


def test_all_four_minima_of_himmelblau_are_found_once():
    found = hollows(loss(HIMMELBLAU).evaluate, Viewport(-8, 8, -5, 5))
    places = sorted((round(h.x, 3), round(h.y, 3)) for h in found)
    assert places == [(-3.779, -3.283), (-2.805, 3.131), (3.0, 2.0), (3.584, -1.848)]


@pytest.mark.parametrize("text", NONE)
def test_where_there_is_no_minimum_none_is_found(text):
    assert hollows(loss(text).evaluate, Viewport(-8, 8, -5, 5)) == ()


@pytest.mark.parametrize("text", [*(text for text, _, _ in LOWEST), *NONE, "sin x sin y"])
def test_the_view_lies_around_zero_with_equal_scales(text):
    view = view_of(text, aspect=1.5)
    assert view.x0 == -view.x1
    assert view.y0 == -view.y1
    assert view.width / view.height == pytest.approx(1.5)


@pytest.mark.parametrize(("text", "place", "value"), LOWEST)
def test_the_view_shows_the_minimum_with_room_around(text, place, value):
    view = view_of(text)
    assert view.contains(1.2 * place[0], 1.2 * place[1])


def test_the_view_of_a_small_domain_is_small():
    assert view_of("sqrt(1 - x^2 - y^2)").y1 < 2.0


def test_points_are_brought_into_view():
    view = view_of("x^2 + y^2", [(30.0, -40.0)])
    assert view.contains(30.0, -40.0)


@pytest.mark.parametrize("text", [HIMMELBLAU, "sqrt(1 - x^2 - y^2)", "ln x + ln y", "1/(x y)"])
def test_a_descent_starts_where_there_is_a_slope(text):
    evaluate = loss(text).evaluate
    view = view_of(text)
    x, y = usual_start(evaluate, view.y1)
    assert view.contains(x, y)
    values = np.array([float(part) for part in evaluate(np.float64(x), np.float64(y))])
    assert np.isfinite(values).all()
    assert values[1:].any()
