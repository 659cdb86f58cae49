"""Limits beside a point where f has no value: what is asked, and what is said of them."""

import pytest

from gdviz.calculus.parser import parse
from gdviz.compute.protocol import Mishap, NoAnswer
from gdviz.i18n import Translator
from gdviz.session.limits import NO_LIMITS, SIDES
from gdviz.session.resolve.readout import readout_scene
from gdviz.session.session import Session
from gdviz.symbolic.answering import answer
from gdviz.symbolic.questions import FindLimit, Limit
from tests.session.conftest import opened

LEFT, RIGHT = SIDES


def asked(session: Session) -> dict[str, FindLimit]:
    """Questions about limits alone."""
    found = session.questions
    return {topic: q for topic, q in found.items() if isinstance(q, FindLimit)}


def reason(session: Session, language: str = "en") -> str:
    scene = readout_scene(session.document, session.local, session.results, Translator(language))
    return scene.reason


def told(session: Session, left: str | None = None, right: str | None = None) -> None:
    """Answer what is asked."""
    questions = asked(session)
    for topic, text in ((LEFT, left), (RIGHT, right)):
        if text is not None:
            session.take(questions[topic], Limit(parse(text).body))


def test_both_sides_of_a_hole_are_asked_about():
    session = opened("sin a x/x", x0=0.0, parameters=(("a", 2.0),))
    body = parse("sin a x/x").body
    values = (("a", 2.0),)
    assert asked(session) == {
        LEFT: FindLimit(body, "x", 0.0, -1, values),
        RIGHT: FindLimit(body, "x", 0.0, 1, values),
    }


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("x^2", set()),
        ("|x|", set()),
        ("1/x", set()),
        ("ln(-1 - x^2)", set()),
        ("x ln x", {RIGHT}),
        ("e^(1/x)", {LEFT}),
        ("x floor(1/x)", {LEFT, RIGHT}),
        ("e^(1/x)/(1 + e^(1/x))", {LEFT, RIGHT}),
    ],
)
def test_only_where_there_may_be_a_finite_limit(line, topics):
    assert asked(opened(line, x0=0.0)).keys() == topics


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1/x", "The limit is −∞ from the left and ∞ from the right."),
        ("1/x^2", "The limit is ∞ from both sides."),
        ("arctg(1/x)", "The limit is −1.571 from the left and 1.571 from the right."),
        ("x/|x|", "The limit is −1 from the left and 1 from the right."),
        ("√(x^2)/x", "The limit is −1 from the left and 1 from the right."),
        ("ln x", "The limit from the right is −∞."),
        ("√(-x) ln(-x)", "The limit from the left is 0."),
    ],
)
def test_one_sided_limits_are_told_at_once(line, said):
    assert reason(opened(line, x0=0.0)).endswith(f". {said}")


@pytest.mark.parametrize("line", ["sin(1/x)", "ln(-1 - x^2)", "√(x - 2)"])
def test_nothing_is_said_where_there_is_no_limit(line):
    assert "limit" not in reason(opened(line, x0=0.0))


@pytest.mark.parametrize(
    ("line", "answers", "said"),
    [
        ("sin x/x", ("1", "1"), "the limit is 1. Computer algebra agrees."),
        ("(1+x)^(1/x)", ("e", "e"), "2.718. Computer algebra: the limit is exactly e."),
        (
            "x floor(1/x)",
            ("1", "1"),
            ": division by zero. Computer algebra: the limit is exactly 1.",
        ),
        (
            "arctg(1/x)",
            ("-pi/2", "pi/2"),
            "Computer algebra: the limit is exactly −π/2 from the left and π/2 from the right.",
        ),
        (
            "e^(1/x)/(1 + e^(1/x))",
            ("0", "1"),
            "The limit from the left is 0. "
            "Computer algebra: the limit is exactly 0 from the left and 1 from the right.",
        ),
        ("x ln x", (None, "0"), "The limit from the right is 0. Computer algebra agrees."),
        (
            "x ln ln(1/x)",
            (None, "0"),
            "Computer algebra: the limit from the right is exactly 0.",
        ),
        (
            "arctg ln(-x)",
            ("-pi/2", None),
            "Computer algebra: the limit from the left is exactly −π/2.",
        ),
    ],
)
def test_what_algebra_adds(line, answers, said):
    session = opened(line, x0=0.0)
    told(session, *answers)
    assert reason(session).endswith(said)
    assert asked(session) == {}


def test_one_side_of_a_hole_says_nothing_yet():
    session = opened("sin x/x", x0=0.0)
    before = reason(session)
    told(session, right="1")
    assert reason(session) == before
    assert asked(session).keys() == {LEFT}


def test_what_was_said_belongs_to_its_point():
    session = opened("sin x/x", x0=0.0)
    told(session, "1", "1")
    session.move_tangent(1.0)
    assert session.results.findings.limits == NO_LIMITS
    assert asked(session) == {}
    session.move_tangent(0.0)
    assert asked(session) == {}
    assert reason(session).endswith("Computer algebra agrees.")


def test_no_answer_is_not_asked_for_again():
    session = opened("sin x/x", x0=0.0)
    before = reason(session)
    for question in asked(session).values():
        session.take(question, NoAnswer(Mishap.LATE))
    assert reason(session) == before
    assert asked(session) == {}


def test_an_answer_about_another_point_changes_nothing():
    session = opened("sin x/x", x0=0.0)
    stale = asked(session)[LEFT]
    session.move_tangent(1.0)
    findings = session.results.findings
    session.take(stale, Limit(parse("1").body))
    assert session.results.findings is findings


def test_in_russian_as_algebra_answers_it():
    session = opened("(2^x - 1)/x", x0=0.0)
    for question in list(asked(session).values()):
        session.take(question, answer(question))
    expected = "предел равен 0.6931. Компьютерная алгебра: предел в точности равен ln 2."
    assert reason(session, "ru").endswith(expected)
