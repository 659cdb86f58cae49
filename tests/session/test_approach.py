"""Δx on its way to 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import SecantSettings, Side
from gdviz.session.approach import (
    LAST,
    MOVING,
    NEAR,
    Approach,
    Way,
    roomy_size,
    way_into_rounding,
    way_to_tangent,
)

TENS = SecantSettings(1.0, tens=True)


def at_beats(way: Way) -> list[float]:
    return [way.delta_x(float(beat)) for beat in range(way.beats + 1)]


def test_by_tens_the_numbers_stay_round() -> None:
    way = way_to_tangent(TENS, 1.0)
    assert at_beats(way) == [1.0, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6]


def test_by_halves() -> None:
    way = way_to_tangent(SecantSettings(-0.5, Side.LEFT), 1.0)
    assert at_beats(way)[:4] == [-0.5, -0.25, -0.125, -0.0625]
    assert abs(at_beats(way)[-1]) <= NEAR < abs(at_beats(way)[-2])


def test_from_the_other_side_than_it_stands() -> None:
    assert at_beats(way_to_tangent(SecantSettings(-1.0, Side.RIGHT, tens=True), 1.0))[1] == 0.1


def test_in_turn_both_sides_are_seen_at_the_same_distance() -> None:
    way = way_to_tangent(SecantSettings(1.0, Side.BOTH, tens=True), 1.0)
    assert at_beats(way)[:4] == [1.0, 0.1, -0.01, 0.001]
    assert way.delta_x(1.0) == 0.1
    assert way.delta_x(1.0 + 1e-9) == pytest.approx(-0.1)


@given(st.floats(0.0, 60.0), st.floats(0.0, 60.0), st.sampled_from(Side))
def test_it_only_ever_gets_smaller_and_never_0(one: float, other: float, side: Side) -> None:
    way = Way(1.0, LAST, side, 2.0)
    early, late = sorted((one, other))
    assert abs(way.delta_x(early)) >= abs(way.delta_x(late)) * (1 - 1e-12) > 0.0


def test_without_motion_it_jumps_at_once_and_waits_for_the_beat() -> None:
    way = way_to_tangent(TENS, 1.0)
    assert [way.delta_x(beat, smooth=False) for beat in (0.01, 0.99, 1.01)] == [0.1, 0.1, 0.01]


def test_having_arrived_it_begins_anew() -> None:
    assert way_to_tangent(SecantSettings(NEAR), 2.0).start == 2.0
    assert way_to_tangent(SecantSettings(1e-12), 2.0).start == 2.0
    assert way_to_tangent(SecantSettings(0.01), 2.0).start == 0.01


def test_on_into_rounding() -> None:
    way = way_into_rounding(SecantSettings(1e-6, tens=True))
    assert at_beats(way)[-1] == pytest.approx(LAST, rel=1e-12)
    assert way_into_rounding(SecantSettings(1e-300)).beats == 0


def play(approach: Approach, way: Way, frame: float, speed: float) -> list[float]:
    """Δx in each frame until it has arrived."""
    seen: list[float] = []
    now = 0.0
    approach.play(way, now)
    while (delta_x := approach.delta_x(now, speed, smooth=True)) is not None:
        seen.append(delta_x)
        now += frame
    return seen


def test_played_by_a_clock() -> None:
    approach = Approach()
    seen = play(approach, way_to_tangent(TENS, 1.0), 1 / 60, 2.0)
    assert (seen[0], seen[-1]) == (1.0, 1e-6)
    assert len(seen) == pytest.approx((5 + MOVING) / 2 * 60, abs=3)
    assert not approach.playing


def test_a_hitch_is_not_caught_up() -> None:
    approach = Approach()
    approach.play(way_to_tangent(TENS, 1.0), 0.0)
    assert approach.delta_x(100.0, 2.0, smooth=True) == approach_after(0.25)


def approach_after(seconds: float) -> float:
    return way_to_tangent(TENS, 1.0).delta_x(2.0 * seconds)


def test_paused_it_says_nothing() -> None:
    approach = Approach()
    approach.play(way_to_tangent(TENS, 1.0), 0.0)
    approach.pause()
    assert approach.delta_x(1.0, 2.0, smooth=True) is None


@pytest.mark.parametrize(("width", "size"), [(12.0, 2.0), (4.0, 1.0), (1e-6, 2e-7), (30.0, 5.0)])
def test_a_size_that_is_seen_well(width: float, size: float) -> None:
    assert roomy_size(Viewport(0.0, width, 0.0, 1.0)) == pytest.approx(size)
