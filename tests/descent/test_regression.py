"""Losses over data: against sums written out, exact rational arithmetic and the closed form."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.typesetting.notation import plain, typeset, typeset_formula
from gdviz.descent.data import data_of, standardised
from gdviz.descent.generators import generated
from gdviz.descent.planning import planned
from gdviz.descent.regression import MODELS, Regression, least_squares
from gdviz.descent.run import Run, descend
from gdviz.descent.stopping import Reason

SMALL = st.integers(-8, 8).map(lambda n: n / 4)
ROWS = st.lists(st.tuples(SMALL, SMALL, st.integers(0, 1)), min_size=2, max_size=12)
POINT = st.tuples(SMALL, SMALL, SMALL)


def written_out(model, rows, point):
    """L and its gradient as sums of Python floats."""
    w1, w2, b = point
    terms = []
    for x1, x2, y in rows:
        z = w1 * x1 + w2 * x2 + b
        if model == "linear":
            loss, slope = (z - y) ** 2, 2 * (z - y)
        else:
            loss, slope = math.log1p(math.exp(z)) - y * z, 1 / (1 + math.exp(-z)) - y
        terms.append((loss, slope * x1, slope * x2, slope))
    return [math.fsum(column) / len(rows) for column in zip(*terms, strict=True)]


@pytest.mark.parametrize("model", MODELS)
@given(rows=ROWS, point=POINT)
def test_loss_and_gradient_are_the_sums_of_the_definition(model, rows, point):
    loss = Regression(model, data_of(rows)).loss
    found = loss.evaluate(*map(np.float64, point))
    assert list(found) == pytest.approx(written_out(model, rows, point), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("model", MODELS)
@given(rows=ROWS, point=POINT)
def test_the_curvature_is_the_slope_of_the_slope(model, rows, point):
    loss = Regression(model, data_of(rows)).loss
    step = 1e-5
    hessian = loss.hessian(np.array(point))
    assert hessian == pytest.approx(hessian.T)
    for way in range(3):
        shift = step * np.eye(3)[way]
        ahead, behind = (loss.evaluate(*(np.array(point) + s))[1:] for s in (shift, -shift))
        numerical = (np.array(ahead) - np.array(behind)) / (2 * step)
        assert hessian[way] == pytest.approx(numerical, rel=1e-6, abs=1e-7)


@pytest.mark.parametrize("model", MODELS)
def test_a_batch_of_points_and_single_ones_agree_to_the_bit(model):
    loss = Regression(model, generated("clouds", 2, 500)).loss
    grid = np.random.default_rng(1).normal(size=(3, 20))
    batch = loss.evaluate(*grid)
    for run in range(20):
        single = loss.evaluate(*grid[:, run])
        assert [column[run] for column in batch] == list(single)


@pytest.mark.parametrize("model", MODELS)
def test_the_mean_over_all_rows_as_a_batch_is_the_gradient(model):
    loss = Regression(model, generated("clouds", 2, 30)).loss
    point = [np.float64(value) for value in (0.3, -0.2, 0.1)]
    every = loss.gradient_on(np.arange(30), *point)
    assert list(every) == list(loss.evaluate(*point)[1:])
    halves = [loss.gradient_on(np.arange(k, 30, 2), *point) for k in (0, 1)]
    assert np.mean(halves, axis=0) == pytest.approx(every, rel=1e-12)
    (row,) = Regression(model, generated("clouds", 2, 30)).data.features[[4]]
    one = loss.gradient_on(np.array([4]), *point)
    assert one[0] == pytest.approx(one[2] * row[0], rel=1e-12)


def test_the_loss_is_set_and_derived_like_any_formula():
    regression = Regression("linear", data_of([[1, 2], [3, 4]]))
    assert plain(typeset_formula(regression.formula, "en")) == "L(w, b) = (1/N)∑ᵢ (wxᵢ + b − yᵢ)²"
    step = derive(regression.formula.body, "w")
    assert [step.rule, step.substeps[0].rule] == ["mean", "chain"]
    assert plain(typeset(step.after, "en")) == "(1/N)∑ᵢ 2(wxᵢ + b − yᵢ)xᵢ"
    assert regression.reading == "mean((w*x + b - y)^2)"
    two = Regression("logistic", data_of([[1, 2, 0], [3, 4, 1]]))
    assert two.variables == ("w1", "w2", "b")
    assert two.reading == "mean(softplus(w1*x1 + w2*x2 + b) - y*(w1*x1 + w2*x2 + b))"


@given(st.lists(st.tuples(SMALL, SMALL), min_size=2, max_size=12))
def test_least_squares_is_exact(rows):
    found = least_squares(data_of(rows))
    xs, ys = ([Fraction(value) for value in column] for column in zip(*rows, strict=True))
    n, mx, my = len(rows), sum(xs) / len(rows), sum(ys) / len(rows)
    spread = sum((x - mx) ** 2 for x in xs)
    assert found.is_only == (spread > 0)
    if spread:
        w = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / spread
        b = my - w * mx
        loss = sum((w * x + b - y) ** 2 for x, y in zip(xs, ys, strict=True)) / n
        assert found.point == pytest.approx((float(w), float(b)), rel=1e-10, abs=1e-10)
        assert found.loss == pytest.approx(float(loss), rel=1e-9, abs=1e-20)


def test_least_squares_far_from_the_origin_loses_no_digits():
    x = 1e8 + np.arange(10.0)
    found = least_squares(data_of(np.column_stack([x, 3 * (x - 1e8) + 7]).tolist()))
    assert found.point[0] == pytest.approx(3, rel=1e-9)
    assert found.loss < 1e-12


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_descent_arrives_at_least_squares(seed):
    data, scaling = standardised(generated("line", seed))
    descent = descend(Regression("linear", data).loss, (0.0, 0.0), planned(0.3, 1e-14, 5000))
    assert descent.stop.reason is Reason.CONVERGED
    assert descent.points[-1] == pytest.approx(least_squares(data).point, abs=1e-5)
    original = least_squares(generated("line", seed)).point
    assert scaling.original(descent.points[-1]) == pytest.approx(original, abs=1e-5)


def test_standardising_turns_a_ravine_into_a_bowl():
    rows = [[x, 2 * x + 1] for x in range(100, 110)]
    raw = Regression("linear", data_of(rows))
    scaled = Regression("linear", standardised(data_of(rows))[0])
    plan = planned(0.1, 1e-9, 5000)
    assert descend(raw.loss, (0.0, 0.0), plan).stop.reason is Reason.DIVERGED
    end = descend(scaled.loss, (0.0, 0.0), plan)
    assert (end.stop.reason, end.stop.step < 100) == (Reason.CONVERGED, True)


def test_newton_solves_linear_regression_in_one_step():
    regression = Regression("linear", generated("line", 5))
    plan = planned(None, 1e-9, 50, "newton", hessian=regression.loss.hessian)
    descent = descend(regression.loss, (4.0, -3.0), plan)
    assert descent.points[1] == pytest.approx(least_squares(regression.data).point, rel=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_batches_branch_and_replay_to_the_bit(model):
    regression = Regression(model, generated("clouds", 5, 50))
    plan = planned(0.05, 1e-300, 90, "adam", noise=0.1, seed=4, batch=16)
    whole = descend(regression.loss, (0.0, 0.0, 0.0), plan)
    run = Run(regression.loss, (0.0, 0.0, 0.0), plan)
    while run.advance(7):
        pass
    branch = run.branch(33, plan)
    branch.advance(57)
    np.testing.assert_array_equal(run.result().points, whole.points)
    np.testing.assert_array_equal(branch.result().points, whole.points[33:])
    np.testing.assert_array_equal(branch.result().gradients, whole.gradients[33:])


def test_a_batch_of_all_rows_is_plain_descent():
    regression = Regression("linear", generated("line", 5))
    plain_run = descend(regression.loss, (0.0, 0.0), planned(0.05, 1e-300, 30))
    batches = descend(regression.loss, (0.0, 0.0), planned(0.05, 1e-300, 30, batch=40))
    assert batches.points == pytest.approx(plain_run.points, rel=1e-12)


def test_xor_is_learnt_by_no_line():
    regression = Regression("logistic", generated("xor", 1, 400))
    end = descend(regression.loss, (1.0, -1.0, 0.5), planned(0.5, 1e-12, 5000))
    assert end.losses[-1] == pytest.approx(math.log(2), abs=0.01)
