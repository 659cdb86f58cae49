"""The automatic view shows what matters."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport, flattens
from gdviz.calculus.view.landmarks import Kind, landmarks
from gdviz.calculus.view.viewport import Viewport
from tests.strategies import expressions


def function(text: str) -> Differentiable:
    formula = parse(text)
    variable = formula.variables[0] if formula.variables else "x"
    return Differentiable(formula.body, variable, {})


def view(text: str, *points: float) -> Viewport:
    return automatic_viewport(function(text), points)


def shows(found: Viewport, *points: tuple[float, float]) -> bool:
    return all(found.contains(x, y) for x, y in points)


def test_the_lecture_s_parabola_with_its_bottom_its_start_and_the_axis():
    found = view("w^2 + 12", 3.0, 5.0)
    assert shows(found, (0, 12), (5, 37), (3, 21), (-5, 37), (0, 0))
    assert found.width < 20
    assert found.height < 80


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("x^3 - 3x", [(-1, 2), (1, -2), (-math.sqrt(3), 0), (0, 0)]),
        ("sin x", [(0, 0), (math.pi / 2, 1), (-math.pi / 2, -1), (2 * math.pi, 0)]),
        ("ln cos^2(sin sqrt x)", [(0, 0), (math.pi**2, 0), (math.pi**2 / 4, -1.2312529)]),
        ("sqrt x", [(0, 0), (4, 2)]),
        ("arcsin x", [(-1, -math.pi / 2), (1, math.pi / 2)]),
        ("ln x", [(1, 0), (math.e, 1)]),
        ("sigma(x)", [(0, 0.5), (-5, 0), (5, 1)]),
        ("(x - 1000)^2", [(1000, 0)]),
        ("x^2 - 4x + 3", [(1, 0), (3, 0), (2, -1)]),
        ("1000x^2", [(0, 0), (5, 25000)]),
        ("1e-6 x", [(0, 0), (5, 5e-6)]),
        ("gamma(x)", [(1, 1), (2, 1), (1.4616, 0.8856)]),
    ],
)
def test_zeros_extrema_and_edges_are_seen(text: str, places: list[tuple[float, float]]):
    assert shows(view(text, 1.0), *places)


@pytest.mark.parametrize("text", ["1/x", "tg x", "1/(x - 1)^2", "tg x^2"])
def test_poles_are_seen_from_both_sides_and_do_not_stretch_the_view(text: str):
    found = view(text, 3.0)
    assert found.x0 < -2 < 2 < found.x1
    assert 1 < found.height < 50


@pytest.mark.parametrize(
    ("text", "place"), [("(x - 3)^2 + 5", 3.0), ("1/(x - 2)", 2.0), ("(x + 4)^3", -4.0)]
)
def test_a_lone_place_is_seen_from_both_sides(text: str, place: float):
    found = view(text)
    assert 4 < place - found.x0 < 9
    assert 4 < found.x1 - place < 9


def test_where_there_is_but_one_place_nearby_the_next_ones_are_seen_too():
    found = view("100 sin(x/10)", 3.0, 5.0)
    assert shows(found, (5 * math.pi, 100), (-5 * math.pi, -100))
    assert found.width < 60


@pytest.mark.parametrize("text", ["x^4 - 4x^2", "w^4 - 3w^2 + w", "x^3 - 3x", "e^x", "x^x"])
def test_points_far_up_flatten_what_matters(text: str):
    points = (3.0, 5.0)
    assert flattens(function(text), points, view(text, *points))
    assert not flattens(function(text), (0.5,), view(text, 0.5))


@pytest.mark.parametrize("text", ["w^2 + 12", "sin x", "x^2 - 4x + 3", "1/x", "tg x"])
def test_points_that_are_seen_along_with_it_do_not(text: str):
    points = (3.0, 5.0)
    assert not flattens(function(text), points, view(text, *points))


def test_points_do_not_make_poles_crowd():
    assert flattens(function("tg x^2"), (3.0, 5.0), view("tg x^2", 3.0, 5.0))


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("x e^-x", (-1, 4), (0, 1 / math.e)),
        ("x^2 e^-x", (-1, 6), (0, 4 / math.e**2)),
        ("x^2 e^x", (-6, 1), (0, 4 / math.e**2)),
        ("ln x/x", (0, 6), (0, 1 / math.e)),
        ("x/(x^2 + 1)", (-3, 3), (-0.5, 0.5)),
    ],
)
def test_a_tail_is_seen_that_levels_off(text: str, x: tuple[float, float], y: tuple[float, float]):
    found = view(text)
    assert shows(found, (x[0], y[0]), (x[1], y[1]))
    assert found.height < 3 * (y[1] - y[0])


@pytest.mark.parametrize(("text", "height"), [("x^x", 12), ("e^(x^2)", 12), ("x^10", 60)])
def test_what_explodes_is_seen_where_it_does_not_yet(text: str, height: float):
    assert view(text).height < height


def test_what_crowds_at_0_is_seen_from_outside():
    found = view("sin(1/x)")
    assert shows(found, (1 / math.pi, 0), (2 / (3 * math.pi), -1))


def test_where_the_curve_crosses_oy_is_seen():
    assert shows(view("x^2 - 4x + 3"), (0, 3), (2, -1))


def test_a_view_keeps_to_the_domain():
    assert view("ln x", 3.0, 5.0).x0 > -1.5
    assert view("sqrt(9 - x^2)").width < 9


@pytest.mark.parametrize("x", [2.3e-308, 1e-300, 1e200, 1.7e308, -1.7e308])
@pytest.mark.parametrize("text", ["1/x", "x", "x^2", "ln x"])
def test_points_at_the_ends_of_float64_are_left_out_without_a_warning(text: str, x: float):
    found = view(text, x, 5.0)
    assert found.x0 < 5 < found.x1 < 100
    assert view(text, 1e99, 5.0).x1 > 1e99


def test_what_explodes_leaves_points_out_rather_than_everything_else():
    found = view("e^(x^2)", 3.0, 30.0)
    assert found.x1 < 10
    assert found.y1 < 1e5


@pytest.mark.parametrize(("text", "value"), [("5", 5.0), ("0", 0.0), ("-1e-9", -1e-9)])
def test_constants_lie_inside_with_the_axis(text: str, value: float):
    found = view(text)
    assert shows(found, (0, value), (0, 0))


def test_a_function_that_is_nowhere_defined_has_the_usual_view():
    found = view("ln(-1 - x^2)", 3.0)
    assert (found.x0, found.x1) == (-10.0, 10.0)
    assert found.width / found.height == pytest.approx(1.6)


def test_limits_are_round():
    for text in ("w^2 + 12", "sin x", "x^3 - 3x", "1000x^2"):
        found = view(text, 3.0, 5.0)
        for limit, width in ((found.x0, found.width), (found.y1, found.height)):
            unit = 10.0 ** math.floor(math.log10(width / 40))
            assert limit / unit == pytest.approx(round(limit / unit), abs=1e-6)


@given(expressions(max_leaves=6), st.floats(-20, 20), st.floats(-20, 20))
def test_any_function_has_a_view(body, first, second):
    found = automatic_viewport(Differentiable(body, "x", {}), (first, second))
    assert found.x0 < found.x1
    assert found.y0 < found.y1
    assert all(map(math.isfinite, (found.x0, found.x1, found.y0, found.y1)))


@pytest.mark.parametrize("text", ["-x*5e-324", "x^2*1e-320", "1e-310"])
def test_what_is_level_to_float64_lies_in_the_middle(text):
    found = automatic_viewport(function(text))
    assert (found.y0, found.y1) == (-1.0, 1.0)


def test_landmarks_are_named_and_placed():
    nodes = np.linspace(-4.03, 4.11, 400)
    found = landmarks(lambda x: np.asarray(function("(x^2 - 1)/x").value(x)), nodes)
    named = {kind: round(float(x), 4) for x, kind in zip(found.x, found.kinds, strict=True)}
    assert found.kinds == (Kind.ZERO, Kind.POLE, Kind.ZERO)
    assert named[Kind.ZERO] == 1.0
    assert abs(named[Kind.POLE]) < 1e-3


@pytest.mark.parametrize(
    ("text", "kind", "place", "height"),
    [
        ("x^2 - 2x", Kind.EXTREMUM, 1.0, -1.0),
        ("sqrt(x - 1/3)", Kind.EDGE, 1 / 3, 0.0),
        ("|x - 1|", Kind.EXTREMUM, 1.0, 0.0),
        ("ln|x - 1/3|", Kind.POLE, 1 / 3, math.nan),
        ("1/(1 + 10^4 (x - 1/3)^2)", Kind.EXTREMUM, 1 / 3, 1.0),
    ],
)
def test_one_landmark(text: str, kind: Kind, place: float, height: float):
    of_text = function(text)
    found = landmarks(lambda x: np.asarray(of_text.value(x)), np.linspace(-0.51, 1.49, 300))
    at = found.kinds.index(kind)
    assert found.x[at] == pytest.approx(place, abs=1e-4)
    assert found.y[at] == pytest.approx(height, abs=1e-3, nan_ok=True)


@pytest.mark.parametrize("text", ["tg x ctg x", "sin^2 x + cos^2 x", "e^(ln(x^2 + 1))/(x^2 + 1)"])
def test_what_rounding_does_to_a_constant_is_nothing_to_look_at(text: str):
    found = view(text)
    assert found.width >= 5
    assert shows(found, (-2, 1), (2, 1))
