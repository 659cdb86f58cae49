"""Every optimiser against its formulas written out with exact or plain Python numbers."""

import math
from fractions import Fraction
from functools import partial

import numpy as np
import pytest

from gdviz.descent.objective import Plain
from gdviz.descent.optimisers import (
    AdaGrad,
    Adam,
    AdamW,
    GradientDescent,
    Momentum,
    Nesterov,
    Newton,
    RMSProp,
)
from gdviz.descent.stopping import Reason
from gdviz.descent.table import OPTIMISERS, optimiser
from gdviz.descent.trouble import DescentError
from tests.descent.running import descend

SQUARE = Plain(lambda w: w * w, lambda w: (2 * w,))
RAVINE = Plain(lambda x, y: x * x + 25 * y * y, lambda x, y: (2 * x, 50 * y))
ALL = [GradientDescent(), Momentum(), Nesterov(), AdaGrad(), RMSProp(), Adam(), AdamW()]


def points(rule, start=5.0, rate=0.1, steps=5):
    return descend(SQUARE, start, rate, 1e-300, steps, rule).points[:, 0]


def test_check_values():
    assert points(GradientDescent(), steps=10)[10] == pytest.approx(0.536870912, rel=1e-14)
    assert points(Momentum())[3] == pytest.approx(0.31, rel=1e-14)
    assert points(Adam())[2] == pytest.approx(4.80005776, abs=5e-9)


def test_momentum_and_nesterov_are_exact_recurrences():
    w, b, mu, rate = Fraction(5), Fraction(0), Fraction(9, 10), Fraction(1, 10)
    v, c = Fraction(5), Fraction(0)
    for heavy, ahead in zip(points(Momentum())[1:], points(Nesterov())[1:], strict=True):
        b = mu * b + 2 * w
        w -= rate * b
        gradient = 2 * v
        c = mu * c + gradient
        v -= rate * (gradient + mu * c)
        assert heavy == pytest.approx(float(w), rel=1e-13)
        assert ahead == pytest.approx(float(v), rel=1e-13)


def reference_adam(steps, decay=0.0, rate=0.1):
    w, m, v = 5.0, 0.0, 0.0
    for t in range(1, steps + 1):
        g = 2 * w
        w *= 1 - rate * decay
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w -= rate * (m / (1 - 0.9**t)) / (math.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


@pytest.mark.parametrize("steps", [1, 2, 10, 100])
def test_adam_and_adamw(steps):
    assert points(Adam(), steps=steps)[-1] == pytest.approx(reference_adam(steps), rel=1e-10)
    assert points(AdamW(), steps=steps)[-1] == pytest.approx(reference_adam(steps, 0.01), rel=1e-10)


def test_adagrad_and_rmsprop():
    w = v = 5.0
    s = r = 0.0
    for ada, rms in zip(points(AdaGrad())[1:], points(RMSProp())[1:], strict=True):
        s += 4 * w * w
        w -= 0.1 * 2 * w / (math.sqrt(s) + 1e-10)
        r = 0.99 * r + 0.01 * 4 * v * v
        v -= 0.1 * 2 * v / (math.sqrt(r) + 1e-8)
        assert ada == pytest.approx(w, rel=1e-13)
        assert rms == pytest.approx(v, rel=1e-13)


def test_newton_reaches_the_vertex_of_a_parabola_in_one_step():
    assert points(Newton(lambda w: np.array(2.0)), rate=1.0)[1] == 0
    rule = Newton(lambda point: np.array([[2.0, 0.0], [0.0, 50.0]]))
    np.testing.assert_allclose(
        descend(RAVINE, (3.0, -2.0), 1.0, 1e-9, optimiser=rule).points[1], 0, atol=1e-15
    )


@pytest.mark.parametrize("flat", [np.array(0.0), np.zeros((2, 2))])
def test_newton_without_curvature_diverges(flat):
    objective, start = (SQUARE, 1.0) if flat.ndim == 0 else (RAVINE, (1.0, 1.0))
    stop = descend(objective, start, 1.0, 1e-9, optimiser=Newton(lambda point: flat)).stop
    assert (stop.reason, stop.step) == (Reason.DIVERGED, 1)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: type(rule).__name__)
def test_single_runs_and_batches_agree_to_the_bit(rule):
    starts = np.array([[3.0, -1.0, 0.3, 1e-9], [2.0, 0.7, -5.0, 1e9]])
    batch, states = starts, rule.begin(starts)
    singles = [(starts[:, run], rule.begin(starts[:, run])) for run in range(4)]
    scalars = [(starts[0, run], rule.begin(starts[0, run])) for run in range(4)]
    for _ in range(20):
        batch, states = rule.update(batch, batch * 2.0, 0.1, states)
        singles = [rule.update(point, point * 2.0, 0.1, state) for point, state in singles]
        scalars = [rule.update(point, point * 2.0, 0.1, state) for point, state in scalars]
    np.testing.assert_array_equal(batch, np.stack([point for point, _ in singles], axis=1))
    np.testing.assert_array_equal(batch[0], [point for point, _ in scalars])


def _constant(hessian, point):
    return hessian


def test_newton_on_a_batch_is_newton_on_each():
    hessians = np.array([[[2.0, 3.0], [0.5, 0.0]], [[0.5, 0.0], [4.0, 1.0]]])
    starts = np.array([[1.0, 2.0], [3.0, 4.0]])
    batch, _ = Newton(lambda point: hessians).update(starts, starts * 2, 1.0, ())
    for run in range(2):
        rule = Newton(partial(_constant, hessians[..., run]))
        single, _ = rule.update(starts[:, run], starts[:, run] * 2, 1.0, ())
        np.testing.assert_array_equal(batch[:, run], single)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: type(rule).__name__)
def test_states_are_not_changed_in_place(rule):
    point = np.array([1.0, 2.0])
    state = rule.begin(point)
    kept = [np.copy(part) for part in state]
    rule.update(point, point * 2, 0.1, state)
    assert point.tolist() == [1.0, 2.0]
    for part, before in zip(state, kept, strict=True):
        np.testing.assert_array_equal(part, before)


def test_adam_like_states_are_never_called_a_cycle():
    stop = descend(SQUARE, 5.0, 1.0, 1e-300, 3000, Momentum(0.0)).stop
    assert stop.reason is Reason.CONVERGED
    assert not Adam.repeats
    assert not AdaGrad.repeats
    assert not RMSProp.repeats


@pytest.mark.parametrize("name", OPTIMISERS)
def test_the_table_makes_every_optimiser_with_its_defaults(name):
    defaults = {key: setting.default for key, setting in OPTIMISERS[name].settings.items()}
    assert optimiser(name, {}, np.ones_like) == optimiser(name, defaults, np.ones_like)


@pytest.mark.parametrize(
    ("name", "settings", "code"),
    [
        ("sgd", {}, "unknown-optimiser"),
        ("gd", {"momentum": 0.9}, "unknown-setting"),
        ("momentum", {"momentum": 1.0}, "setting-out-of-range"),
        ("momentum", {"momentum": math.nan}, "setting-out-of-range"),
        ("adam", {"beta1": -0.1}, "setting-out-of-range"),
    ],
)
def test_the_table_refuses(name, settings, code):
    with pytest.raises(DescentError) as caught:
        optimiser(name, settings)
    assert caught.value.code == code


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: type(rule).__name__)
def test_two_parameters_without_coupling_are_two_runs_of_one(rule):
    both = descend(RAVINE, (3.0, 2.0), 0.01, 1e-300, 50, rule).points
    wide = Plain(lambda y: 25 * y * y, lambda y: (50 * y,))
    np.testing.assert_array_equal(
        both[:, 0], descend(SQUARE, 3.0, 0.01, 1e-300, 50, rule).points[:, 0]
    )
    np.testing.assert_array_equal(
        both[:, 1], descend(wide, 2.0, 0.01, 1e-300, 50, rule).points[:, 0]
    )
