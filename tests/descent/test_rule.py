"""The lecture's rule on losses whose descent is known exactly."""

import math

import numpy as np
import pytest

from gdviz.descent.objective import Plain
from gdviz.descent.stopping import Cause, Caveat, Reason
from tests.descent.running import descend

SQUARE = Plain(lambda w: w * w, lambda w: (2 * w,))
COSINE = Plain(lambda w: 1 - np.cos(w), lambda w: (np.sin(w),))
FOURTH = Plain(lambda w: w * w * w * w, lambda w: (4 * w * w * w,))
DOUBLE_WELL = Plain(lambda w: (w * w - 1) ** 2 / 4, lambda w: (w * (w * w - 1),))


def updates_needed(rate, epsilon=1e-6, start=10.0):
    """N(λ) = ⌊1 + ln(ε/(L₀|1 − q²|))/(2 ln|q|)⌋ + 1, q = 1 − 2λ, for L = w²; never less than 1."""
    if rate in (0.5, 1.0):
        return 2 if rate == 0.5 else 1
    q = 1 - 2 * rate
    exact = 1 + math.log(epsilon / (start**2 * abs(1 - q * q))) / (2 * math.log(abs(q)))
    return max(1, math.floor(exact) + 1)


@pytest.mark.parametrize("rate", [*np.geomspace(1e-4, 0.9999, 300).tolist(), 0.1, 0.5, 1.0])
def test_number_of_updates_on_a_parabola_follows_the_formula(rate):
    descent = descend(SQUARE, 10.0, rate, 1e-6, max_steps=1_000_000)
    assert descent.stop.reason is Reason.CONVERGED
    assert descent.stop.step == updates_needed(rate)


@pytest.mark.parametrize(("rate", "updates"), [(0.1, 40), (0.01, 377), (0.5, 2), (1.0, 1)])
def test_numbers_of_updates_named_in_the_lecture(rate, updates):
    assert descend(SQUARE, 10.0, rate, 1e-6).stop.step == updates


@pytest.mark.parametrize("rate", [1.001, 1.1, 1.5, 10.0, 1e300])
def test_a_parabola_with_too_large_a_rate_diverges(rate):
    stop = descend(SQUARE, 10.0, rate, 1e-6, max_steps=100_000).stop
    assert stop.reason is Reason.DIVERGED
    assert stop.cause is not None


@pytest.mark.parametrize("rate", [0.3, 0.7, 1.0, 1.4, 1.9])
def test_iterates_on_a_parabola_are_a_geometric_sequence(rate):
    a, c, start = 0.8, 2.0, 7.0
    loss = Plain(lambda w: a * (w - c) ** 2 / 2, lambda w: (a * (w - c),))
    points = descend(loss, start, rate, 1e-12).points[:, 0]
    expected = c + (1 - rate * a) ** np.arange(len(points)) * (start - c)
    np.testing.assert_allclose(points, expected, rtol=1e-12)


@pytest.mark.parametrize("curvature", [0.5, 1.0, 4.0])
def test_one_step_at_the_inverse_of_the_curvature(curvature):
    loss = Plain(lambda w: curvature * w * w / 2, lambda w: (curvature * w,))
    assert descend(loss, 3.0, 1 / curvature, 1e-9).points[1, 0] == 0


def test_step_zero_is_the_start_and_every_update_adds_an_iterate():
    descent = descend(SQUARE, 5.0, 0.1, 0.01)
    assert descent.steps.tolist() == list(range(descent.stop.step + 1))
    assert descent.points.shape == (descent.stop.step + 1, 1)
    assert descent.points[0, 0] == 5
    assert descent.losses[0] == 25
    assert descent.gradients[0, 0] == 10
    assert descent.points[10, 0] == pytest.approx(0.536870912, rel=1e-15)


def test_the_rule_holds_at_the_last_update_and_at_no_other():
    losses = descend(SQUARE, 5.0, 0.1, 0.01).losses
    changes = np.abs(np.diff(losses))
    assert changes[-1] < 0.01
    assert np.all(changes[:-1] >= 0.01)


def test_a_parabola_at_the_double_rate_jumps_between_points_of_equal_loss():
    descent = descend(SQUARE, 5.0, 1.0, 0.01)
    assert descent.points[:, 0].tolist() == [5, -5]
    assert descent.stop.reason is Reason.CONVERGED
    assert descent.stop.warning is Caveat.EQUAL_LOSS


@pytest.mark.parametrize("epsilon", [0.1, 0.01, 1e-6])
@pytest.mark.parametrize("start", [1.0, 1.4, 2.0])
def test_cosine_at_rate_three_ends_in_its_two_cycle_of_equal_loss(epsilon, start):
    descent = descend(COSINE, start, 3.0, epsilon)
    assert descent.stop.reason is Reason.CONVERGED
    assert descent.stop.warning is Caveat.EQUAL_LOSS


def test_the_two_cycle_of_the_cosine_is_where_theory_says():
    points = np.abs(descend(COSINE, 1.0, 3.0, 1e-15).points[-2:, 0])
    np.testing.assert_allclose(points, 1.4957815682, atol=1e-7)


def test_tiny_steps_are_no_minimum():
    stop = descend(SQUARE, 5.0, 1e-5, 0.01).stop
    assert (stop.reason, stop.step) == (Reason.CONVERGED, 1)
    assert (stop.warning, stop.cause) == (Caveat.NOT_A_MINIMUM, Cause.SHORT_STEPS)


def test_a_slow_zigzag_is_no_minimum_and_no_jump_for_ever():
    stop = descend(SQUARE, 5.0, 0.98, 0.9).stop
    assert (stop.warning, stop.cause) == (Caveat.NOT_A_MINIMUM, Cause.LEAPS)


def test_leaps_that_grow_are_no_jump_between_equal_losses():
    stop = descend(SQUARE, 0.01, 1.1, 0.01).stop
    assert (stop.warning, stop.cause) == (Caveat.NOT_A_MINIMUM, Cause.LEAPS)


def test_a_ravine_crossed_for_ever_is_recognised():
    ravine = Plain(lambda x, y: x * x + 25 * y * y, lambda x, y: (2 * x, 50 * y))
    stop = descend(ravine, (4.0, 1.0), 0.04, 1e-6).stop
    assert (stop.reason, stop.warning) == (Reason.CONVERGED, Caveat.EQUAL_LOSS)


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.5, 0.7, 0.9])
def test_a_good_end_has_no_warning(rate):
    assert descend(SQUARE, 5.0, rate, 1e-6).stop.warning is None


@pytest.mark.parametrize(
    ("rate", "period"),
    [(1.05, 2), (1.1, 2), (1.2, 2), (5**0.5 - 1 + 0.005, 4), (1.25, 4), (1.29, 8)],
)
def test_double_well_doubles_its_period(rate, period):
    stop = descend(DOUBLE_WELL, 0.9, rate, 1e-12, max_steps=100_000).stop
    assert (stop.reason, stop.period) == (Reason.CYCLE, period)


@pytest.mark.parametrize("rate", [0.1, 0.4, 0.6, 0.95])
def test_double_well_converges_below_rate_one(rate):
    descent = descend(DOUBLE_WELL, 0.9, rate, 1e-14)
    assert (descent.stop.reason, descent.stop.warning) == (Reason.CONVERGED, None)
    assert descent.points[-1, 0] == pytest.approx(1, abs=1e-4)
    sides = np.sign(descent.points[:10, 0] - 1)
    assert (len(set(sides)) == 1) == (rate < 0.5)


@pytest.mark.parametrize("rate", [1.4, 1.45, 1.49])
def test_chaos_is_never_called_a_cycle(rate):
    stop = descend(DOUBLE_WELL, 0.9, rate, 1e-300, max_steps=20_000).stop
    assert stop.reason is Reason.STEP_LIMIT


@pytest.mark.parametrize("rate", [0.1, 0.5, 1.0, 1.5])
def test_double_well_diverges_beyond_its_bound(rate):
    bound = math.sqrt(1 + 2 / rate)
    assert descend(DOUBLE_WELL, bound * 1.001, rate, 1e-9).stop.reason is Reason.DIVERGED
    assert descend(DOUBLE_WELL, bound * 0.999, rate, 1e-9).stop.reason is not Reason.DIVERGED


@pytest.mark.parametrize("rate", [0.02, 0.5, 2.0])
def test_fourth_power_converges_below_its_bound_only(rate):
    bound = 1 / math.sqrt(2 * rate)
    inside, outside = (descend(FOURTH, bound * c, rate, 1e-8, 10_000) for c in (0.999, 1.001))
    assert inside.stop.reason is Reason.CONVERGED
    assert abs(inside.points[-1, 0]) < bound / 2
    assert outside.stop.reason is Reason.DIVERGED
