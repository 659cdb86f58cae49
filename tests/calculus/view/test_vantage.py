"""Points on a curve where they and their tangents are well seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.vantage import vantage_points
from gdviz.calculus.view.viewport import Viewport


def function(text):
    return Differentiable(parse(text).body, "x", {})


def seen(text):
    one = function(text)
    return one, (view := automatic_viewport(one)), vantage_points(one, view)


CURVES = ("e^(3x)", "x^5/3", "tg x^2", "√(x - 40)", "ln ln x", "1/x", "|x|")


@pytest.mark.parametrize("text", CURVES)
def test_two_points_in_view_with_oblique_tangents(text):
    one, view, points = seen(text)
    assert len(set(points)) == 2
    for x in points:
        local = one.at(x)
        assert local.problem is None
        assert view.contains(x, local.value)
        assert 0.05 < abs(local.slope) * view.width / view.height < 8


@pytest.mark.parametrize("text", ["√(-1 - x^2)", "ln(-e^x)"])
def test_no_points_without_a_curve(text):
    assert seen(text)[2] == ()


def test_a_level_line_has_points_too():
    assert len(seen("7")[2]) == 2


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_points_are_round_for_the_view(left, width):
    for x in vantage_points(function("x"), Viewport(left, left + width, left, left + width)):
        assert left < x < left + width
        assert x == float(f"{x:.15g}")
