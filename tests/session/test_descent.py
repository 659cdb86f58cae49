"""Whence a session descends and how: typed, moved, drawn."""

import pytest

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
