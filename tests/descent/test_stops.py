"""The other ways in which a run ends, and what makes one impossible."""

import math

import numpy as np
import pytest

from gdviz.descent.objective import Plain
from gdviz.descent.stopping import Cause, Reason
from gdviz.descent.trouble import DescentError
from tests.descent.running import descend, run_of

SQUARE = Plain(lambda w: w * w, lambda w: (2 * w,))
ROOT = Plain(np.sqrt, lambda w: (0.5 / np.sqrt(w),))


def power(n):
    return Plain(lambda w: w**n, lambda w: (n * w ** (n - 1),))


def test_leaving_the_domain_names_the_failed_update_and_keeps_the_point_out():
    descent = descend(ROOT, 1.0, 1.0, 1e-9)
    assert descent.stop.reason is Reason.LEFT_DOMAIN
    assert descent.stop.cause is Cause.NO_VALUE
    assert len(descent.points) == descent.stop.step
    assert np.all(descent.points > 0)
    assert descent.stop.rejected is not None
    assert descent.stop.rejected[0] < 0


def test_a_point_without_a_slope_is_left_domain_too():
    corner = Plain(np.abs, lambda w: (np.where(w == 0, np.nan, np.sign(w))[()],))
    stop = descend(corner, 1.0, 0.25, 1e-9).stop
    assert (stop.reason, stop.cause, stop.step) == (Reason.LEFT_DOMAIN, Cause.NO_SLOPE, 4)
    assert stop.rejected == (0.0,)


def test_overflow_is_divergence_not_the_edge_of_the_domain():
    class Growing(Plain):
        def beyond_float64(self, *columns):
            return True

    growing = Growing(lambda w: np.exp(w) - np.exp(2 * w), lambda w: (np.exp(w) - np.exp(w * w),))
    stop = descend(growing, 5.0, 1e-10, 1e-9).stop
    assert (stop.reason, stop.cause) == (Reason.DIVERGED, Cause.NOT_FINITE)


def test_divergence_names_the_step_and_keeps_the_last_point():
    descent = descend(SQUARE, 1.0, 1.5, 1e-9)
    assert (descent.stop.reason, descent.stop.cause) == (Reason.DIVERGED, Cause.FAR)
    assert descent.stop.step == 27  # 2²⁷ is the first power of two above 10⁸
    assert len(descent.points) == 28


def test_the_bound_grows_with_the_start():
    line = Plain(lambda w: w, lambda w: (np.float64(1.0),))
    assert descend(line, 1e9, 1e8, 1e-9, max_steps=5).stop.reason is Reason.STEP_LIMIT


def test_a_loss_that_explodes_first_is_named():
    assert descend(power(6), 60.0, 1e-7, 1e-9).stop.cause is Cause.HIGH


def test_infinite_loss_is_named():
    steep = Plain(lambda w: np.exp(w * w), lambda w: (2 * w * np.exp(w * w),))
    assert descend(steep, 3.0, 1.0, 1e-9).stop.cause is Cause.NOT_FINITE


def test_an_infinite_start_value_diverges_at_step_zero():
    steep = Plain(np.exp, lambda w: (np.exp(w),))
    descent = descend(steep, 1000.0, 1.0, 1e-9)
    assert (descent.stop.reason, descent.stop.step) == (Reason.DIVERGED, 0)
    assert descent.losses.tolist() == [math.inf]


@pytest.mark.parametrize(
    ("objective", "start", "cause"),
    [
        (power(2), 0.0, Cause.MINIMUM),
        (power(4), 0.0, Cause.MINIMUM),
        (power(8), 0.0, Cause.MINIMUM),
        (power(3), 0.0, Cause.INFLECTION),
        (power(5), 0.0, Cause.INFLECTION),
        (Plain(np.cos, lambda w: (-np.sin(w),)), 0.0, Cause.MAXIMUM),
        (Plain(lambda w: -np.cos(w), lambda w: (np.sin(w),)), 2 * math.pi, Cause.MINIMUM),
        (Plain(lambda w: w * 0 + 5, lambda w: (w * 0,)), 1.0, Cause.FLAT),
        (Plain(lambda w: w**1.5, lambda w: (1.5 * np.sqrt(w),)), 0.0, Cause.MINIMUM),
    ],
)
def test_a_stationary_start_says_what_it_is(objective, start, cause):
    descent = descend(objective, start, 0.1, 1e-6)
    assert descent.stop.reason is Reason.STATIONARY
    assert descent.stop.cause is cause
    assert (descent.stop.step, len(descent.points)) == (0, 1)


@pytest.mark.parametrize(
    ("value", "gradient", "cause"),
    [
        (lambda x, y: x**2 + y**2, lambda x, y: (2 * x, 2 * y), Cause.MINIMUM),
        (lambda x, y: x**2 - y**2, lambda x, y: (2 * x, -2 * y), Cause.SADDLE),
        (lambda x, y: x * y, lambda x, y: (y, x), Cause.SADDLE),
        (lambda x, y: -(x**2) - y**4, lambda x, y: (-2 * x, -4 * y**3), Cause.MAXIMUM),
        (lambda x, y: x**2 - y**4, lambda x, y: (2 * x, -4 * y**3), Cause.SADDLE),
        (lambda x, y: x**3 - 3 * x * y**2, lambda x, y: (3 * x**2 - 3 * y**2, -6 * x * y),
         Cause.SADDLE),
        (lambda x, y: (x + y) ** 2, lambda x, y: (2 * (x + y), 2 * (x + y)), Cause.MINIMUM),
    ],
)  # fmt: skip
def test_a_stationary_start_with_two_parameters(value, gradient, cause):
    stop = descend(Plain(value, gradient), (0.0, 0.0), 0.1, 1e-6).stop
    assert (stop.reason, stop.cause) == (Reason.STATIONARY, cause)


def test_a_saddle_with_five_parameters():
    weights = np.array([1.0, 2.0, -1.0, 3.0, 4.0])
    bowl = Plain(
        lambda *w: sum(c * v * v for c, v in zip(weights, w, strict=True)),
        lambda *w: [2 * c * v for c, v in zip(weights, w, strict=True)],
    )
    assert descend(bowl, [0.0] * 5, 0.1, 1e-6).stop.cause is Cause.SADDLE


def test_the_slope_counts_as_zero_in_proportion_to_the_loss():
    lifted = Plain(lambda w: w * w + 1e6, lambda w: (2 * w,))
    assert descend(lifted, 4e-7, 0.1, 1e-6).stop.reason is Reason.STATIONARY
    assert descend(SQUARE, 4e-7, 0.1, 1e-6).stop.reason is Reason.CONVERGED


def test_step_limit():
    descent = descend(SQUARE, 5.0, 0.001, 1e-9, max_steps=10)
    assert (descent.stop.reason, descent.stop.step) == (Reason.STEP_LIMIT, 10)
    assert len(descent.points) == 11


def test_the_rule_comes_before_the_limit():
    assert descend(SQUARE, 10.0, 0.1, 1e-6, max_steps=40).stop.reason is Reason.CONVERGED


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rate": 0.0}, "rate-not-positive"),
        ({"rate": -1.0}, "rate-not-positive"),
        ({"rate": math.nan}, "rate-not-positive"),
        ({"rate": math.inf}, "rate-not-positive"),
        ({"epsilon": 0.0}, "epsilon-not-positive"),
        ({"epsilon": math.nan}, "epsilon-not-positive"),
        ({"max_steps": 0}, "steps-out-of-range"),
        ({"max_steps": 10**9}, "steps-out-of-range"),
        ({"start": math.inf}, "start-not-finite"),
        ({"start": -1.0}, "start-no-value"),
        ({"start": 0.0}, "start-no-slope"),
    ],
)
def test_what_cannot_begin(changes, code):
    sound = {"start": 1.0, "rate": 0.1, "epsilon": 0.01}
    objective = Plain(np.sqrt, lambda w: (np.where(w == 0, np.nan, 0.5 / np.sqrt(w))[()],))
    with pytest.raises(DescentError) as caught:
        descend(objective, **{**sound, **changes})
    assert caught.value.code == code


@pytest.mark.parametrize("last", [450_001, 300_000])
def test_long_runs_are_thinned_and_keep_both_ends(last):
    run = run_of(SQUARE, 5.0, 1e-7, 1e-300, max_steps=last)
    while run.advance(50_000):
        pass
    descent = run.result()
    assert descent.stop.step == last
    assert len(descent.points) <= 100_003
    assert descent.steps[0] == 0
    assert descent.steps[-2:].tolist() == [last - 1, last]
    assert np.all(np.diff(descent.steps) > 0)
    exact = 5 * (1 - 2e-7) ** descent.steps.astype(float)
    np.testing.assert_allclose(descent.points[:, 0], exact, rtol=1e-9)


def test_a_run_advances_in_slices_and_can_be_looked_at_on_the_way():
    run = run_of(SQUARE, 10.0, 0.1, 1e-6)
    assert run.advance(15)
    under_way = run.result()
    assert under_way.stop.reason is Reason.UNFINISHED
    assert len(under_way.points) == 16
    assert not run.advance(1000)
    whole = descend(SQUARE, 10.0, 0.1, 1e-6)
    np.testing.assert_array_equal(run.result().points, whole.points)
    assert run.result().stop == whole.stop


def test_a_descent_can_be_given_up():
    answers = iter([False, False, True])
    descent = descend(SQUARE, 5.0, 1e-9, 1e-300, 10_000_000, should_stop=lambda: next(answers))
    assert descent.stop.reason is Reason.UNFINISHED
    assert list(answers) == []
