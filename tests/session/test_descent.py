"""Whence a session descends and how: typed, moved, drawn."""

import pytest

from gdviz.descent.stopping import Reason
from gdviz.session.session import Session
from tests.session.conftest import finish, opened, undone


def test_the_lecture_example_descends(session: Session) -> None:
    descent = session.results.descent
    assert descent is not None
    assert descent.points[1, 0] == pytest.approx(4.0)
    assert descent.losses[0] == 37


def test_typed_numbers_are_undone_one_by_one(session: Session) -> None:
    for rate in (0.2, 0.3):
        session.descent.type_rate(rate)
    assert undone(session, lambda document: document.descent.rate) == [0.2, 0.1]


def test_a_dragged_number_is_undone_as_one(session: Session) -> None:
    for rate in (0.2, 0.3):
        session.descent.move_rate(rate)
    assert undone(session, lambda document: document.descent.rate) == [0.1]


def test_a_random_start_lies_in_the_domain_in_view_and_says_its_seed() -> None:
    session = opened("ln x")
    for _ in range(20):
        session.descent.draw_start()
        assert 0 < session.document.descent.start <= session.results.viewport.x1
    assert session.document.descent.seed == 20
    session.descent.move_start(2.0)
    assert session.document.descent.seed is None


def test_a_start_outside_the_domain_is_said_and_can_be_mended() -> None:
    session = opened("ln x")
    session.descent.type_start(-3.0)
    finish(session)
    assert session.results.descent is None
    assert session.results.trouble is not None
    session.descent.type_start(3.0)
    finish(session)
    assert session.results.descent is not None


def points(session: Session, count: int) -> list[float]:
    finish(session)
    descent = session.results.descent
    assert descent is not None
    found: list[float] = descent.points[:count, 0].tolist()
    return found


def test_another_optimiser_goes_another_way(session: Session) -> None:
    session.descent.choose_optimiser("momentum")
    assert points(session, 4) == pytest.approx([5.0, 4.0, 2.3, 0.31])
    session.descent.set_optimiser("momentum", 0.5)
    assert points(session, 3) == pytest.approx([5.0, 4.0, 2.7])
    session.undo()
    assert points(session, 3) == pytest.approx([5.0, 4.0, 2.3])


def test_settings_that_both_have_are_kept_and_those_out_of_range_not_taken(
    session: Session,
) -> None:
    session.descent.choose_optimiser("momentum")
    session.descent.set_optimiser("momentum", 0.5)
    session.descent.choose_optimiser("nesterov")
    assert session.descent.settings.settings == (("momentum", 0.5),)
    session.descent.set_optimiser("momentum", 1.0)
    session.descent.set_optimiser("beta1", 0.5)
    assert session.descent.settings.settings == (("momentum", 0.5),)
    session.descent.choose_optimiser("adam")
    assert dict(session.descent.settings.settings) == {}


def test_a_setting_that_is_the_usual_one_is_not_kept(session: Session) -> None:
    session.descent.choose_optimiser("momentum")
    for value in (0.5, 0.9):
        session.descent.set_optimiser("momentum", value)
    assert session.descent.settings.settings == ()


def test_newtons_method_takes_the_curvature_from_the_formula(session: Session) -> None:
    session.descent.choose_optimiser("newton")
    assert points(session, 2) == [5.0, 0.0]


def test_another_optimiser_takes_its_usual_rate_unless_one_was_chosen(session: Session) -> None:
    for name, rate in (("newton", 1.0), ("adam", 0.1)):
        session.descent.choose_optimiser(name)
        assert session.descent.settings.rate == rate
    session.descent.type_rate(0.3)
    session.descent.choose_optimiser("newton")
    assert session.descent.settings.rate == 0.3


def test_a_schedule_is_chosen_and_set(session: Session) -> None:
    session.descent.choose_schedule("step")
    session.descent.set_schedule("every", 1.0)
    assert session.descent.settings.schedule == "step:every=1"
    assert points(session, 3) == pytest.approx([5.0, 4.0, 4.0 - 0.05 * 8.0])
    session.descent.set_schedule("every", 0.5)
    session.descent.set_schedule("factor", 2.0)
    assert session.descent.settings.schedule == "step:every=1"


def test_noise_is_the_same_for_the_same_seed(session: Session) -> None:
    session.descent.set_noise(1.0)
    first = points(session, 5)
    session.descent.draw_noise()
    assert points(session, 5) != first
    session.undo()
    assert points(session, 5) == first
    session.descent.set_noise(-1.0)
    session.descent.set_noise(float("nan"))
    assert session.descent.settings.noise == 1.0


def test_the_run_tells_the_state_at_every_iterate(session: Session) -> None:
    session.descent.choose_optimiser("momentum")
    finish(session)
    results = session.results
    assert results.run is not None
    assert results.descent is not None
    assert results.descent.stop.reason is Reason.CONVERGED
    assert results.run.iterate(2).state[0] == pytest.approx(17.0)
