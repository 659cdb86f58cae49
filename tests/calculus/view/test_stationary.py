"""Where f′ is 0, to the last bit, and what f does there."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.landmarks import Array, Function
from gdviz.calculus.view.stationary import MOST, StationaryPoints, Turn, stationary_points
from gdviz.calculus.view.viewport import Viewport

VIEW = Viewport(-5.0, 5.0, -5.0, 5.0)
LOW, HIGH, NEITHER = Turn.MINIMUM, Turn.MAXIMUM, Turn.NONE
ROOT = math.sqrt(0.5)


def found(line: str, view: Viewport = VIEW) -> StationaryPoints:
    formula = parse(line)
    (variable,) = formula.variables
    function = Differentiable(formula.body, variable)
    second = raw_derivative(function.derivative, variable)
    return stationary_points(
        on_arrays(function.value),
        on_arrays(function.rule_slope),
        lambda: on_arrays(compile_function(second, [variable])),
        lambda x: function.at(x).slope,
        view,
    )


def on_arrays(compute: Callable[[Array], object]) -> Function:
    return lambda x: np.asarray(compute(x))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("L(w) = w^2 + 12", [(0.0, 12.0, LOW)]),
        ("(x^2 - 1)^2/4", [(-1.0, 0.0, LOW), (0.0, 0.25, HIGH), (1.0, 0.0, LOW)]),
        ("x^4", [(0.0, 0.0, LOW)]),
        ("x^3", [(0.0, 0.0, NEITHER)]),
        ("x^3 - 3x^2 + 3x - 1", [(1.0, 0.0, NEITHER)]),
        ("x + 1/x", [(-1.0, -2.0, HIGH), (1.0, 2.0, LOW)]),
        ("x√(1 - x^2)", [(-ROOT, -0.5, LOW), (ROOT, 0.5, HIGH)]),
        ("x ln x", [(1 / math.e, -1 / math.e, LOW)]),
        ("x^(4/3)", [(0.0, 0.0, LOW)]),
        ("x + sin x", [(-math.pi, -math.pi, NEITHER), (math.pi, math.pi, NEITHER)]),
    ],
)
def test_points_and_what_f_does_there(line: str, expected: list[tuple[float, float, Turn]]):
    points = found(line)
    assert points.complete
    assert [point.turn for point in points.points] == [turn for _, _, turn in expected]
    for point, (x, value, _) in zip(points.points, expected, strict=True):
        assert point.x == pytest.approx(x, rel=4e-16, abs=0)
        assert point.value == pytest.approx(value, rel=1e-12, abs=1e-15)


def test_a_root_in_the_slope_hides_no_minimum():
    """Kvasov's ∛x·sin x: the formula of f′ says 0/0 at 0."""
    points = found("∛x sin x").points
    assert [(point.x, point.turn) for point in points if abs(point.x) < 1] == [(0.0, LOW)]


@pytest.mark.parametrize(
    "line",
    ["|x|", "x^(2/3)", "∛x", "tg x", "1/x", "e^x", "√x", "max(x, -x)", "5", "floor x", "relu x"],
)
def test_corners_poles_and_flat_lines_are_no_points(line: str):
    assert found(line) == StationaryPoints()


def test_a_hole_is_no_point():
    assert all(abs(point.x) > 1 for point in found("sin x/x").points)


def test_of_many_those_next_to_the_middle_are_kept():
    points = found("sin(40x)")
    assert not points.complete
    assert len(points.points) == MOST
    assert max(abs(point.x) for point in points.points) < 1.2


@given(st.lists(st.integers(-45, 45), min_size=1, max_size=4, unique=True))
def test_every_extremum_of_a_polynomial_with_known_ones(tenths: list[int]):
    """f′ is a product over its zeros, each of them simple."""
    roots = sorted(root / 10 for root in tenths)
    slope = parse("·".join(f"(x - ({root}))" for root in roots))
    function = on_arrays(compile_function(slope.body, ["x"]))
    points = stationary_points(lambda x: 0 * x, function, lambda: function, lambda x: None, VIEW)
    assert [point.x for point in points.points] == pytest.approx(roots, rel=1e-12, abs=1e-12)
    ups = [point.turn is LOW for point in points.points]
    assert ups == [(len(roots) - place) % 2 == 1 for place in range(len(roots))]
