"""Time in, steps out."""

import pytest

from gdviz.session.player import FASTEST, SLOWEST, Player


def test_nothing_is_due_unless_it_plays() -> None:
    assert Player().steps_due(100.0, 2.0) == 0


def test_the_first_step_is_due_at_once() -> None:
    player = Player()
    player.play(10.0)
    assert player.steps_due(10.0, SLOWEST) == 1
    assert player.steps_due(10.1, SLOWEST) == 0


@pytest.mark.parametrize("speed", [SLOWEST, 1.0, 2.0, 7.3, FASTEST])
def test_so_many_steps_a_second(speed: float) -> None:
    player = Player()
    player.play(0.0)
    frames = 3 * 60
    steps = sum(player.steps_due(frame / 60, speed) for frame in range(1, frames + 1))
    assert steps == pytest.approx(1 + 3 * speed, abs=1)


def test_a_hitch_is_not_caught_up_with() -> None:
    player = Player()
    player.play(0.0)
    player.steps_due(0.0, 10.0)
    assert player.steps_due(60.0, 10.0) <= 3


def test_pausing_stops() -> None:
    player = Player()
    player.play(0.0)
    player.pause()
    assert player.steps_due(5.0, 10.0) == 0
