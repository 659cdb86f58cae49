"""Schedules, noise and branches: what depends on the number of an update depends on that alone."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.descent.noise import NOISE, Batches, Noise, normal_numbers, raw_numbers
from gdviz.descent.objective import Plain
from gdviz.descent.plan import Plan
from gdviz.descent.planning import planned
from gdviz.descent.run import Run, descend
from gdviz.descent.schedules import (
    SCHEDULES,
    Cosine,
    Inverse,
    Steps,
    WarmUp,
    read_schedule,
    schedule,
    schedule_text,
)
from gdviz.descent.stopping import Cause, Caveat, Reason
from gdviz.descent.table import OPTIMISERS, optimiser
from gdviz.descent.trouble import DescentError

SQUARE = Plain(lambda w: w * w, lambda w: (2 * w,))
RAVINE = Plain(lambda x, y: x * x + 25 * y * y, lambda x, y: (2 * x, 50 * y))
SADDLE = Plain(lambda x, y: x * x - y * y, lambda x, y: (2 * x, -2 * y))
NEVER = 1e-300
NAMES = [name for name in OPTIMISERS if name != "newton"]


def test_the_values_of_schedules():
    rates = {
        "constant": [0.8, 0.8, 0.8, 0.8, 0.8],
        "step:every=2,factor=0.5": [0.8, 0.8, 0.4, 0.4, 0.2],
        "1/t:decay=1": [0.8, 0.4, 0.8 / 3, 0.2, 0.16],
        "cosine:steps=4": [0.8, 0.4 + 0.4 * math.sqrt(0.5), 0.4, 0.4 - 0.4 * math.sqrt(0.5), 0],
        "cosine:steps=2,last=0.5": [0.8, 0.6, 0.4, 0.4, 0.4],
        "warm-up:steps=4": [0.2, 0.4, 0.6, 0.8, 0.8],
    }
    for text, expected in rates.items():
        found = [read_schedule(text).rate(0.8, update) for update in range(5)]
        assert found == pytest.approx(expected, rel=1e-14, abs=1e-16), text


@pytest.mark.parametrize("name", SCHEDULES)
@given(data=st.data())
def test_a_schedule_reads_back_from_its_text(name, data):
    settings = {}
    for key, setting in SCHEDULES[name].settings.items():
        low, high = int(setting.low), int(setting.high)
        numbers = st.integers(low, high) if setting.whole else st.floats(low, high)
        settings[key] = float(data.draw(numbers))
    wanted = schedule(name, settings)
    assert read_schedule(schedule_text(wanted)) == wanted
    assert read_schedule(name) == schedule(name)
    assert schedule_text(read_schedule(name)) == name


@pytest.mark.parametrize("wanted", [Steps(), Inverse(), Cosine(), WarmUp()])
def test_no_schedule_is_ever_above_what_was_set(wanted):
    rates = [wanted.rate(0.3, update) for update in range(500)]
    assert max(rates) <= 0.3
    assert min(rates) >= 0
    ordered = rates if isinstance(wanted, WarmUp) else rates[::-1]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("linear", "unknown-schedule"),
        ("step:often=2", "unknown-schedule-setting"),
        ("step:every=2.5", "setting-not-whole"),
        ("step:every=0", "setting-not-whole"),
        ("step:factor=1.5", "setting-out-of-closed-range"),
        ("cosine:steps", "schedule-malformed"),
        ("cosine:steps=ten", "schedule-malformed"),
        ("cosine:last=nan", "setting-out-of-closed-range"),
        ("1/t:decay=-1", "setting-out-of-closed-range"),
    ],
)
def test_schedules_that_are_refused(text, code):
    with pytest.raises(DescentError) as caught:
        read_schedule(text)
    assert caught.value.code == code


def test_a_scheduled_descent_is_the_hand_written_loop():
    wanted = Inverse(0.5)
    points = descend(SQUARE, 5.0, Plan(0.3, NEVER, 50, schedule=wanted)).points[:, 0]
    w = 5.0
    for update, point in enumerate(points):
        assert point == pytest.approx(w, rel=1e-12)
        w -= 0.3 / (1 + 0.5 * update) * 2 * w


def test_a_rate_that_fell_is_blamed_on_the_schedule():
    plan = Plan(0.01, 1e-3, 1000, schedule=Cosine(20))
    stop = descend(SQUARE, 5.0, plan).stop
    assert (stop.reason, stop.warning, stop.cause) == (
        Reason.CONVERGED,
        Caveat.NOT_A_MINIMUM,
        Cause.RATE_FELL,
    )


def test_noise_has_the_spread_that_was_asked_for():
    rows = np.array([Noise(0.5, 7).at(update, 3) for update in range(4000)])
    assert rows.mean() == pytest.approx(0, abs=0.02)
    assert rows.std() == pytest.approx(0.5, rel=0.02)
    assert np.corrcoef(rows.T)[np.triu_indices(3, 1)] == pytest.approx(0, abs=0.06)
    assert np.corrcoef(rows[:-1, 0], rows[1:, 0])[0, 1] == pytest.approx(0, abs=0.06)


@given(st.integers(-(2**70), 2**70), st.integers(0, 10**7), st.integers(1, 5))
def test_noise_depends_on_seed_and_update_alone(seed, update, size):
    noise = Noise(1.0, seed)
    first = noise.at(update, size).copy()
    noise.at(update + 1000, size)
    assert noise.at(update, size).tolist() == first.tolist()
    assert Noise(2.0, seed).at(update, size).tolist() == (2 * first).tolist()


def test_the_noise_of_a_seed_never_changes():
    """The raw numbers are Philox 4x64-10's (Salmon et al., 2011), which no version may change."""
    assert raw_numbers(1, NOISE, 0, 2).tolist() == raw_numbers(1, NOISE, 0, 3).tolist()[:2]
    normal = normal_numbers(np.array([2**63, 2**63, 0, 2**63], dtype=np.uint64))
    assert normal == pytest.approx([math.sqrt(2 * math.log(2)), -math.sqrt(2 * math.log(2))])


@pytest.mark.parametrize("start", [5.0, (3.0, 1.0)])
@pytest.mark.parametrize("name", NAMES)
def test_slices_and_branches_agree_with_the_whole_to_the_bit(name, start):
    loss = SQUARE if isinstance(start, float) else RAVINE
    plan = planned(0.01, NEVER, 300, optimiser=name, schedule="1/t", noise=0.3, seed=5)
    whole = descend(loss, start, plan)
    run = Run(loss, start, plan)
    for length in range(1, 40):
        run.advance(length)
    np.testing.assert_array_equal(run.result().points, whole.points)
    np.testing.assert_array_equal(run.result().gradients, whole.gradients)
    for step in (0, 1, 77, 200, 300, 130):
        assert np.all(run.iterate(step).point == whole.points[step])
        branch = run.branch(step, plan)
        branch.advance(300 - step)
        rest = branch.result()
        np.testing.assert_array_equal(rest.points, whole.points[step:])
        np.testing.assert_array_equal(rest.gradients, whole.gradients[step:])
        assert rest.steps.tolist() == list(range(step, 301))


def test_a_branch_goes_on_with_the_state_it_finds():
    run = Run(SQUARE, 5.0, Plan(0.1, NEVER, 20, optimiser("momentum")))
    run.advance(20)
    branch = run.branch(2, Plan(0.5, NEVER, 3, optimiser("momentum")))
    branch.advance(100)
    result = branch.result()
    w, b = run.result().points[2, 0], 0.9 * 10 + 8
    b = 0.9 * b + 2 * w
    assert result.points[1, 0] == pytest.approx(w - 0.5 * b, rel=1e-14)
    assert (result.steps[0], result.stop.reason, result.stop.step) == (2, Reason.STEP_LIMIT, 5)


def test_another_optimiser_begins_a_branch_with_a_state_of_its_own():
    run = Run(SQUARE, 5.0, Plan(0.1, NEVER, 20, optimiser("momentum")))
    run.advance(20)
    branch = run.branch(4, Plan(0.1, NEVER, 10, optimiser("adam")))
    assert branch.iterate(4).state == (0.0, 0.0, 0.0)
    with pytest.raises(IndexError):
        run.branch(21, Plan())


def test_iterates_of_a_long_run_are_found_again():
    run = Run(SQUARE, 5.0, Plan(1e-6, NEVER, 60_000, optimiser("momentum")))
    while run.advance(7):
        pass
    whole = run.result()
    for step in (59_999, 3, 31_234, 31_235, 60_000):
        assert run.iterate(step).point == whole.points[step, 0]


def test_a_thinned_branch_numbers_its_iterates_on():
    run = Run(SQUARE, 5.0, Plan(1e-7, NEVER, 5))
    run.advance(5)
    branch = run.branch(3, Plan(1e-7, NEVER, 250_000))
    while branch.advance(50_000):
        pass
    result = branch.result()
    assert result.steps[[0, -2, -1]].tolist() == [3, 250_002, 250_003]
    exact = 5 * (1 - 2e-7) ** result.steps.astype(float)
    np.testing.assert_allclose(result.points[:, 0], exact, rtol=1e-9)


def test_cycles_are_never_claimed_by_chance_or_on_a_schedule():
    well = Plain(lambda w: (w * w - 1) ** 2 / 4, lambda w: (w * (w * w - 1),))
    plain = Plan(1.1, 1e-12, 2000)
    assert descend(well, 0.9, plain).stop.reason is Reason.CYCLE
    scheduled = Plan(1.1, 1e-12, 2000, schedule=Steps(1e7, 1.0))
    assert descend(well, 0.9, scheduled).stop.reason is Reason.STEP_LIMIT
    noisy = Plan(1.1, 1e-12, 2000, noise=Noise(1e-3))
    assert descend(well, 0.9, noisy).stop.reason is not Reason.CYCLE


def test_equal_loss_is_never_promised_for_ever_where_chance_or_time_decide():
    assert descend(SQUARE, 5.0, Plan(1.0, 0.01)).stop.warning is Caveat.EQUAL_LOSS
    scheduled = descend(SQUARE, 5.0, Plan(1.0, 0.01, schedule=Inverse(1e-4))).stop
    assert (scheduled.warning, scheduled.cause) == (Caveat.NOT_A_MINIMUM, Cause.LEAPS)
    noisy = descend(SQUARE, 5.0, Plan(1.0, 1.0, noise=Noise(1e-3))).stop
    assert (noisy.warning, noisy.cause) == (Caveat.NOT_A_MINIMUM, Cause.CHANCE)


def test_noise_leaves_a_saddle_where_plain_descent_stays():
    assert descend(SADDLE, (0.0, 0.0), Plan(0.1, 1e-6)).stop.reason is Reason.STATIONARY
    noisy = descend(SADDLE, (0.0, 0.0), Plan(0.1, NEVER, 1000, noise=Noise(0.01)))
    assert noisy.stop.reason is Reason.DIVERGED


def test_the_gradient_that_is_recorded_is_the_one_the_step_used():
    descent = descend(RAVINE, (3.0, 1.0), Plan(0.01, NEVER, 50, noise=Noise(2.0, 3)))
    moves = descent.points[:-1] - 0.01 * descent.gradients[:-1]
    np.testing.assert_array_equal(moves, descent.points[1:])
    exact = np.array(RAVINE.gradient(*descent.points.T)).T
    added = [Noise(2.0, 3).at(step, 2) for step in descent.steps]
    np.testing.assert_allclose(descent.gradients - exact, added, atol=1e-13)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 1000))
def test_a_pass_takes_every_row_once(rows, size, seed):
    batches = Batches(min(size, rows), seed)
    a_pass = -(-rows // batches.size)
    for turn in (0, 1, 5):
        taken = [batches.at(turn * a_pass + place, rows) for place in range(a_pass)]
        assert sorted(np.concatenate(taken).tolist()) == list(range(rows))
        assert {len(part) for part in taken[:-1]} <= {batches.size}


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"noise": -1.0}, "noise-negative"),
        ({"noise": math.nan}, "noise-negative"),
        ({"optimiser": "newton"}, "no-hessian"),
        ({"optimiser": "sgd"}, "unknown-optimiser"),
    ],
)
def test_plans_that_are_refused(settings, code):
    with pytest.raises(DescentError) as caught:
        planned(**settings)
    assert caught.value.code == code


def test_a_function_has_no_batches():
    with pytest.raises(DescentError) as caught:
        descend(SQUARE, 1.0, planned(batch=3))
    assert caught.value.code == "batches-without-data"
