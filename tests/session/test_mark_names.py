"""Exact names of marked places: what is asked, when, and what is shown of the answers."""

import pytest

from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.calculus.view.viewport import Viewport
from gdviz.compute.protocol import Mishap, NoAnswer
from gdviz.document.document import Shown
from gdviz.i18n import Translator
from gdviz.session.mark_names import MOST_ASKED, MOST_NAMED, Topic
from gdviz.session.marked_places import MarkedPlace
from gdviz.session.resolve.plot import curve_marks
from gdviz.session.session import Session
from gdviz.symbolic.answering import answer
from gdviz.symbolic.questions import NameZeros
from tests.session.conftest import finish, opened

VIEW = Viewport(-7.0, 7.0, -4.0, 4.0)
ALL = Shown(notable=True)


def asked(session: Session) -> dict[str, NameZeros]:
    questions = session.questions.items()
    return {name: q for name, q in questions if isinstance(q, NameZeros) and name in set(Topic)}


def named(text: str, view: Viewport = VIEW) -> tuple[MarkedPlace, ...]:
    """What is shown once every question for names is answered."""
    session = opened(text, viewport=view, shown=ALL)
    while questions := [q for q in session.questions.values() if isinstance(q, NameZeros)]:
        for question in questions:
            session.take(question, answer(question))
    return curve_marks(session.document, session.results, Translator("en")).places


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("tg x", "Zero of the function", ["−2π", "−π", "0", "π", "2π"]),
        ("tg x", "Vertical asymptote", ["−3π/2", "−π/2", "π/2", "3π/2"]),
        ("x^3 - 3x", "Zero of the function", ["−√3", "0", "√3"]),
        ("1/(x^2 - 2)", "Vertical asymptote", ["−√2", "√2"]),
        ("e^(-x^2)", "Point of inflection", ["−√2/2", "√2/2"]),
        ("|sin x|", "Local minimum", ["−2π", "−π", "0", "π", "2π"]),
        ("sin(x - pi)/(x - pi)", "Hole", ["π"]),
        ("floor(x^2/4)", "Jump", ["−2√5", "−4", "−2√3", "−2√2", "−2"]),
        ("sqrt(x^2 - 3)", "End of the domain", ["−√3", "√3"]),
        ("|x - sqrt(2)| + 3", "Corner", ["√2"]),
    ],
)
def test_places_have_the_names_that_algebra_proves(text: str, title: str, names: list[str]) -> None:
    told = [place.facts[0] for place in named(text) if place.title == title]
    shown = [fact.removeprefix("x = ").split(" ≈ ")[0] for fact in told]
    assert shown[: len(names)] == names


def test_a_name_stands_with_its_digits_and_in_the_label_alone() -> None:
    zero = next(place for place in named("tg x") if place.x > 3.0 and place.label)
    assert zero.label == "inflection (π; 0)"
    assert zero.facts[0] == "x = π ≈ 3.14159"
    corner = next(place for place in named("|x - sqrt(2)| + 3") if place.title == "Corner")
    assert corner.facts[:2] == ("x = √2 ≈ 1.41421", "f = 3")
    minimum = next(place for place in named("x^2 - x") if place.title == "Local minimum")
    assert minimum.facts[:2] == ("x = 1/2 = 0.5", "f = −1/4 = −0.25")


def test_what_has_no_name_keeps_its_digits() -> None:
    (zero,) = (place for place in named("cos x - x") if place.title == "Zero of the function")
    assert zero.label == "x = 0.7391"


def test_only_what_is_shown_is_asked_about_and_round_numbers_are_not() -> None:
    session = opened("tg x", viewport=VIEW)
    assert set(asked(session)) == {Topic.BREAKS}
    session.show("notable", True)
    finish(session)
    assert set(asked(session)) == set(Topic)
    session.show("breaks", False)
    session.show("asymptotes", False)
    session.show("notable", False)
    assert asked(session) == {}
    assert asked(opened("1/(x - 2) + 1/x", viewport=VIEW)) == {}


def test_nothing_is_asked_twice_and_names_stay_when_the_view_moves() -> None:
    session = opened("tg x", viewport=VIEW)
    (question,) = asked(session).values()
    session.take(question, answer(question))
    assert asked(session) == {}
    names = session.results.mark_names
    assert len(names) == 4
    session.views.show(Viewport(-6.0, 8.0, -4.0, 4.0))
    finish(session)
    assert session.results.mark_names is names
    (question,) = asked(session).values()
    assert question.near == pytest.approx([7.853981633974483])
    session.take(question, NoAnswer(Mishap.LATE))
    assert asked(session) == {}


def test_names_go_with_their_function() -> None:
    session = opened("tg(a x)", viewport=VIEW)
    (question,) = asked(session).values()
    session.take(question, answer(question))
    session.parameters.move("a", 1.5)
    finish(session)
    assert session.results.mark_names == {}
    (later,) = asked(session).values()
    session.take(question, answer(question))
    assert session.results.mark_names == {}
    session.take(later, answer(later))
    shown = {
        plain(typeset(name.place, "en")) for name in session.results.mark_names.values() if name
    }
    assert {"π/3", "−π/3", "π", "−π"} <= shown


def test_of_many_places_some_are_named() -> None:
    session = opened("tg x", viewport=Viewport(-300.0, 300.0, -4.0, 4.0))
    known = 0
    while questions := asked(session):
        (question,) = questions.values()
        assert len(question.near) <= MOST_ASKED
        session.take(question, NoAnswer(Mishap.LATE))
        known += len(question.near)
    assert known == MOST_NAMED
