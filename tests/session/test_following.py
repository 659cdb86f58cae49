"""A view that was moved, and what is shown next in it."""

import pytest

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.session.following import is_replaced
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.session import Session
from tests.session.conftest import finish

ASIDE = Viewport(20.0, 30.0, 380.0, 920.0)
HERE = Viewport(-1.0, 2.0, -1.0, 2.0)


def moved(text: str, view: Viewport) -> Session:
    session = Session(Document(text=text))
    session.views.show(view)
    session.views.rest()
    session.finish_gesture()
    return session


def typed(session: Session, text: str) -> None:
    """Over the whole line, key by key."""
    for end in range(len(text) + 1):
        session.type_text(text[:end])


def note(session: Session) -> str:
    finish(session)
    return plot_scene(session.document, session.results, (), session.local, Translator()).note


@pytest.mark.parametrize("text", ["sin x", "x^3", "y = ln x", "1/x"])
def test_another_function_is_never_out_of_sight(text: str) -> None:
    session = moved("x^2", ASIDE)
    typed(session, text)
    assert session.document.viewport is None
    assert note(session) == ""
    session.undo()
    assert session.document == moved("x^2", ASIDE).document


def test_a_function_written_anew_has_a_view_of_its_own() -> None:
    session = moved("x^2", HERE)
    typed(session, "cos x")
    assert session.document.viewport is None
    assert not session.views.can_go_back


def test_a_function_that_is_altered_stays_where_it_is_looked_at() -> None:
    session = moved("x^2", HERE)
    for text in ("x^", "x^3", "x^3 -", "x^3 - x", "sin(x^3 - x)"):
        session.type_text(text)
        assert session.document.viewport == HERE


@pytest.mark.parametrize(
    ("before", "after", "replaced"),
    [
        ("x^2", "sin t", True),
        ("y = x^2", "y = cos x", True),
        ("y = x^2", "x^2", False),
        ("x^2", "x^2 + 1", False),
        ("x", "sin x", False),
        ("x^2", "sin(x^2)", False),
        ("", "x", False),
    ],
)
def test_what_is_another_function(before: str, after: str, *, replaced: bool) -> None:
    assert is_replaced(before, after) is replaced


@pytest.mark.parametrize(
    ("text", "view"),
    [("x^2", Viewport(-3, 3, -20, -10)), ("x^2", ASIDE), ("sqrt x", Viewport(-30, -20, -5, 5))],
)
def test_an_empty_view_says_how_to_come_back(text: str, view: Viewport) -> None:
    session = moved("x^2" if text != "x^2" else "sqrt x", HERE)
    session.choose_text(text)
    session.views.show(Viewport(view.x0, view.x1, view.y0 - 1e4, view.y1 - 1e4))
    assert note(session).endswith("double click, or Ctrl+Home")
    session.automatic_view()
    assert note(session) == ""


@pytest.mark.parametrize("x", [-7.0, 1.5, 40.0])
def test_a_typed_point_comes_into_a_view_that_was_moved(x: float) -> None:
    session = moved("x^2", HERE)
    session.type_x0(x)
    view = session.results.viewport
    assert view.contains(x, x**2)
    assert (view.width, view.height) == pytest.approx((HERE.width, HERE.height))
    session.descent.type_start(-x)
    assert session.results.viewport.contains(-x, x**2)


def test_a_typed_point_without_a_value_is_seen_on_the_axis() -> None:
    session = moved("sqrt x", HERE)
    session.type_x0(-9.0)
    view = session.results.viewport
    assert view.x0 < -9.0 < view.x1
    assert (view.y0, view.y1) == (HERE.y0, HERE.y1)
