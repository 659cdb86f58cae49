"""Extrema where there is no derivative."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.corners import MOST_CORNERS, corner_extrema
from gdviz.calculus.view.stationary import Stationary, Turn
from gdviz.calculus.view.viewport import Viewport

VIEW = Viewport(-5.0, 5.0, -5.0, 5.0)
LOW, HIGH = Turn.MINIMUM, Turn.MAXIMUM
ROOT = math.sqrt(2)


def found(line: str) -> tuple[Stationary, ...]:
    formula = parse(line)
    (variable,) = formula.variables
    function = Differentiable(formula.body, variable)
    return corner_extrema(lambda x: np.asarray(function.rule_slope(x)), function.at, VIEW)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("√(x^2)", [(0.0, 0.0, LOW)]),
        ("|x - 1|", [(1.0, 0.0, LOW)]),
        ("3 - |x + 2|", [(-2.0, 3.0, HIGH)]),
        ("∛(x^2)", [(0.0, 0.0, LOW)]),
        ("max(x^2, x)", [(0.0, 0.0, LOW)]),
        ("|x^2 - 2|", [(-ROOT, 0.0, LOW), (ROOT, 0.0, LOW)]),
        ("|sin x|", [(-math.pi, 0.0, LOW), (0.0, 0.0, LOW), (math.pi, 0.0, LOW)]),
    ],
)
def test_corners_that_are_extrema(line: str, expected: list[tuple[float, float, Turn]]):
    points = found(line)
    assert [point.turn for point in points] == [turn for _, _, turn in expected]
    for point, (x, value, _) in zip(points, expected, strict=True):
        assert point.x == pytest.approx(x, rel=4e-16, abs=0)
        assert point.value == pytest.approx(value, abs=1e-14)


@pytest.mark.parametrize(
    "line",
    ["x^2", "2x + |x|", "relu x", "floor x", "1/|x|", "1/x^2", "∛x", "√x", "sign x", "x|x|"],
)
def test_what_is_no_corner_or_no_extremum(line: str):
    assert found(line) == ()


def test_of_many_those_next_to_the_middle_are_kept():
    points = found("|sin(40x)|")
    assert len(points) == MOST_CORNERS
    assert max(abs(point.x) for point in points) < 0.4


@given(st.integers(-45, 45))
def test_a_round_place_is_found_as_it_was_typed(tenths: int):
    (point,) = found(f"|x - ({tenths / 10})|")
    assert (point.x, point.value) == (tenths / 10, 0.0)
