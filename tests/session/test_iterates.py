"""A session stands at one of the iterates, and goes along them."""

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.session import Session
from tests.session.conftest import finish, opened, undone


def test_steps_are_undone_one_by_one_but_scrubbing_as_one(session: Session) -> None:
    for step in (1, 2):
        session.iterates.go_to(step)
    for step in (3, 4, 5):
        session.iterates.scrub_to(step)
    assert undone(session, lambda document: document.step) == [2, 1, 0]


def test_the_end_is_the_end_also_of_a_descent_that_is_still_computed() -> None:
    session = opened("x")
    session.descent.edit(max_steps=20_000)
    assert not session.work_done
    session.iterates.go_to_end()
    finish(session)
    assert session.iterates.at_end
    assert session.iterates.current == session.iterates.last == 20_000


def test_steps_stay_within_the_run(session: Session) -> None:
    session.iterates.go_to(10**6)
    assert session.iterates.current == session.iterates.last
    assert session.iterates.at_end
    session.iterates.go_to(-5)
    assert session.iterates.current == 0


def test_the_step_shown_survives_a_shorter_run(session: Session) -> None:
    session.iterates.go_to(session.iterates.last)
    session.descent.type_rate(0.5)
    finish(session)
    assert session.iterates.last < 10
    assert session.iterates.current == session.iterates.last


def test_the_automatic_view_goes_with_a_descent_that_leaves_it(session: Session) -> None:
    home = session.results.viewport
    session.descent.type_rate(1.1)
    finish(session)
    for step in (1, 2, 3, 8, 20):
        session.iterates.go_to(step)
        assert session.results.descent is not None
        point, loss = session.results.descent.track[step]
        assert session.results.viewport.contains(float(point), float(loss))
    session.iterates.go_to(0)
    assert session.results.viewport == home


def test_a_view_of_ones_own_stays(session: Session) -> None:
    mine = Viewport(-1.0, 1.0, 10.0, 20.0)
    session.views.show(mine)
    session.descent.type_rate(1.1)
    finish(session)
    session.iterates.go_to(10)
    assert session.results.viewport == mine
