"""Back and forward through views, and how that goes together with undo."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document
from gdviz.session.session import Session

NEAR, NEARER, ASIDE = (
    Viewport(-2.0, 2.0, -1.0, 1.0),
    Viewport(-1.0, 1.0, -0.5, 0.5),
    Viewport(5.0, 7.0, 0.0, 1.0),
)


@pytest.fixture
def session() -> Session:
    return Session(Document(text="sin x"))


def look(session: Session, *views: Viewport) -> None:
    """One view after another, with a rest after each."""
    for view in views:
        session.views.show(view)
        session.views.rest()


def seen(session: Session) -> Viewport:
    return session.results.viewport


def ways(session: Session) -> tuple[bool, bool]:
    return session.views.can_go_back, session.views.can_go_forward


def test_at_first_there_is_nowhere_to_go(session: Session):
    before = session.document
    assert ways(session) == (False, False)
    session.views.back()
    session.views.forward()
    assert session.document is before


def test_back_to_the_automatic_view_and_forward_again(session: Session):
    automatic = seen(session)
    look(session, NEAR, NEARER)
    session.views.back()
    assert seen(session) == NEAR
    assert ways(session) == (True, True)
    session.views.back()
    assert seen(session) == automatic
    assert session.document.viewport is None
    assert ways(session) == (False, True)
    session.views.forward()
    session.views.forward()
    assert seen(session) == NEARER
    assert ways(session) == (True, False)


def test_a_run_of_the_wheel_is_one_view_and_one_change(session: Session):
    automatic = seen(session)
    for view in (ASIDE, NEAR, NEARER):
        session.views.show(view)
    session.views.rest()
    session.views.back()
    assert seen(session) == automatic
    session.views.forward()
    session.undo()
    session.undo()
    assert seen(session) == NEARER
    session.undo()
    assert seen(session) == automatic


def test_another_view_after_going_back_forgets_what_was_ahead(session: Session):
    look(session, NEAR, NEARER)
    session.views.back()
    look(session, ASIDE)
    assert ways(session) == (True, False)
    session.views.back()
    assert seen(session) == NEAR


def test_going_back_changes_nothing_else(session: Session):
    look(session, NEAR)
    session.move_tangent(0.25)
    session.descent.move_rate(0.5)
    before = session.document
    session.views.back()
    assert replace(session.document, viewport=NEAR) == before


def test_an_undone_zoom_is_a_step_back(session: Session):
    look(session, NEAR, NEARER)
    session.undo()
    assert seen(session) == NEAR
    assert ways(session) == (True, True)
    session.redo()
    assert seen(session) == NEARER
    assert ways(session) == (True, False)


def test_going_back_can_be_undone(session: Session):
    look(session, NEAR, NEARER)
    session.views.back()
    session.undo()
    assert seen(session) == NEARER
    assert ways(session) == (True, False)


def test_undo_of_something_else_leaves_the_trail_alone(session: Session):
    look(session, NEAR)
    session.move_tangent(0.25)
    session.undo()
    assert seen(session) == NEAR
    assert ways(session) == (True, False)


@pytest.mark.parametrize("text", ["cos x", "sin x + 1"])
def test_another_function_has_views_of_its_own(session: Session, text: str):
    look(session, NEAR, NEARER)
    session.type_text(text)
    assert ways(session) == (False, False)
    look(session, ASIDE)
    assert ways(session) == (True, False)
    session.open(Document(text=text))
    assert ways(session) == (False, False)


def test_equal_axes_belong_to_a_view(session: Session):
    unequal = seen(session)
    session.switch("equal_axes", on=True)
    look(session, NEAR)
    assert session.results.equal_scales
    session.views.back()
    session.views.back()
    assert seen(session) == unequal
    session.views.forward()
    assert session.document.equal_axes


def test_equal_axes_stay_equal_when_the_plot_below_is_zoomed(session: Session):
    session.switch("equal_axes", on=True)
    before = seen(session)
    session.views.show_sides(replace(before, x0=-1.0, x1=1.0))
    assert session.results.equal_scales
    assert (seen(session).x0, seen(session).x1) == pytest.approx((-1.0, 1.0))


def test_the_automatic_view_is_a_view_even_after_another(session: Session):
    first = seen(session)
    session.descent.move_start(60.0)
    session.finish_gesture()
    session.automatic_view()
    assert seen(session).x1 > 60
    session.views.back()
    assert seen(session) == first
    session.automatic_view()
    session.automatic_view()
    session.views.back()
    assert ways(session)[1]


def test_a_view_that_follows_a_descent_is_still_the_same_one():
    session = Session(Document(text="w^2"))
    session.descent.type_rate(1.1)
    while not session.advance(1.0):
        pass
    home = seen(session)
    for step in range(1, 8):
        session.iterates.go_to(step)
    assert seen(session) != home
    assert ways(session) == (False, False)


def test_a_resized_plot_makes_no_views(session: Session):
    session.switch("equal_axes", on=True)
    session.resize_plot(700, 500)
    session.resize_plot(900, 500)
    session.views.back()
    assert ways(session) == (False, True)


def test_only_so_many_views_are_kept(session: Session):
    look(session, *(Viewport(-k, k, -1.0, 1.0) for k in range(1, 150)))
    count = 0
    while session.views.can_go_back:
        session.views.back()
        count += 1
    assert count == 100


STEPS = ("near", "nearer", "aside", "home", "equal", "back", "forward", "undo", "redo")


@given(st.lists(st.sampled_from(STEPS), max_size=25))
def test_forward_undoes_back_wherever_one_is(steps: list[str]):
    session = Session(Document(text="sin x"))
    moves = {
        "near": lambda: look(session, NEAR),
        "nearer": lambda: look(session, NEARER),
        "aside": lambda: look(session, ASIDE),
        "home": session.automatic_view,
        "equal": lambda: session.switch("equal_axes", on=not session.document.equal_axes),
        "back": session.views.back,
        "forward": session.views.forward,
        "undo": session.undo,
        "redo": session.redo,
    }
    for step in steps:
        moves[step]()
    here = seen(session)
    if session.views.can_go_back:
        session.views.back()
        session.views.forward()
        assert seen(session) == here
