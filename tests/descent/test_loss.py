"""Losses from typed lines: the slope of the step is the slope of the tangent."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.descent.loss import Loss, loss_of
from gdviz.descent.plan import Plan
from gdviz.descent.run import Run
from gdviz.descent.stopping import Reason
from gdviz.descent.trouble import DescentError
from tests.descent.running import descend
from tests.strategies import expressions

LECTURE = [
    "w^2 + 12",
    "tg w^2",
    "arctg^2 w^3",
    "ln cos^2(sin sqrt w)",
    "sigma(w)",
    "e^(-w^2) + w/9",
]


@pytest.mark.parametrize("line", LECTURE)
@given(point=st.floats(-10, 10))
def test_the_step_uses_the_slope_of_the_tangent(line, point):
    formula = parse(line)
    tangent = Differentiable(formula.body, "w").at(point)
    with np.errstate(all="ignore"):
        value, slope = loss_of(formula).evaluate(np.float64(point))
    assert (None if math.isnan(value) else value) == tangent.value
    assert (None if math.isnan(slope) else slope) == tangent.slope


@pytest.mark.parametrize("line", LECTURE)
def test_a_batch_and_a_single_run_agree_to_the_bit(line):
    loss = loss_of(parse(line))
    starts = np.linspace(0.1, 3, 50)
    points = starts.copy()
    for _ in range(20):
        points = points - 0.01 * loss.evaluate(points)[1]
    for start, end in zip(starts, points, strict=True):
        run = descend(loss, start, 0.01, 1e-300, 20)
        if run.stop.reason is Reason.STEP_LIMIT:
            assert run.points[-1, 0] == end


def test_parameters_are_one_unless_given():
    formula = parse("(w - a)^2")
    with np.errstate(all="ignore"):
        assert loss_of(formula).evaluate(np.float64(0))[0] == 1
        assert loss_of(formula, {"a": 3}).evaluate(np.float64(0))[0] == 9


def test_several_variables():
    formula = parse("x^2 y + y")
    loss = Loss(formula.body, formula.variables)
    value, *gradient = loss.evaluate(np.float64(2), np.float64(3))
    assert (value, gradient) == (15, [12, 5])
    columns = loss.evaluate(np.array([2.0, 1.0]), np.array([3.0, 1.0]))
    assert [column.tolist() for column in columns] == [[15, 2], [12, 2], [5, 2]]


@pytest.mark.parametrize(
    ("line", "point", "beyond"),
    [
        ("e^w - e^(2w)", 1000.0, True),
        ("ln w", -1.0, False),
        ("1/w", 0.0, False),
        ("sqrt(-e^w)", 1000.0, False),
        ("w/w", 0.0, False),
    ],
)
def test_overflow_is_told_from_the_edge_of_the_domain(line, point, beyond):
    assert loss_of(parse(line)).beyond_float64(np.float64(point)) is beyond


def test_rosenbrock_is_descended_to_its_minimum():
    formula = parse("(1 - x)^2 + 100(y - x^2)^2")
    loss = loss_of(formula)
    assert loss.evaluate(np.float64(1.5), np.float64(-0.5))[0] == 756.5
    descent = descend(loss, (-1.2, 1.0), 1e-3, 1e-13, 200_000)
    assert descent.points[-1] == pytest.approx([1, 1], abs=1e-4)


FINITE = st.floats(allow_nan=False, allow_infinity=False)
RATES = st.floats(1e-6, 1e3) | st.floats(min_value=5e-324, max_value=1e308)


def run_of(body, variables, start, rate, epsilon, max_steps):
    """The run at its end, None where it cannot begin."""
    try:
        run = Run(Loss(body, variables), start, Plan(rate, epsilon, max_steps))
    except DescentError:
        return None
    while run.advance(7):
        pass
    return run.result()


@given(expressions(["x", "y"], ["a"]), FINITE, FINITE, RATES, RATES)
def test_whatever_is_typed_ends_with_a_reason(body, x, y, rate, epsilon):
    descent = run_of(body, ["x", "y"], (x, y), rate, epsilon, 50)
    if descent is None:
        return
    left = descent.stop.reason is Reason.LEFT_DOMAIN
    assert len(descent.points) == descent.stop.step + (not left)
    assert descent.stop.reason is not Reason.UNFINISHED
    assert np.isfinite(descent.points[:-1]).all()
    assert np.isfinite(descent.losses[:-1]).all()
    assert (np.abs(np.diff(descent.losses[:-1])) >= epsilon).all()


@given(expressions(["x"]), FINITE, RATES)
def test_a_parameter_moves_alike_alone_and_beside_another(body, start, rate):
    alone = run_of(body, ["x"], start, rate, 1e-9, 20)
    beside = run_of(body, ["x", "y"], (start, 0.0), rate, 1e-9, 20)
    if alone is not None and beside is not None:
        common = min(len(alone.points), len(beside.points))
        np.testing.assert_array_equal(alone.points[:common, 0], beside.points[:common, 0])
