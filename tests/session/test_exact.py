"""What computer algebra is asked about a function, and what is shown of its answers."""

import math
from dataclasses import replace

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain
from gdviz.calculus.view.viewport import Viewport
from gdviz.compute.protocol import Mishap, NoAnswer
from gdviz.document.attempt import Attempt
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.session.exact import ANSWER, CORNERS, DERIVATIVE, ZEROS
from gdviz.session.exact_scene import ExactScene
from gdviz.session.resolve.exact import exact_scene, minimum_line
from gdviz.session.resolve.exercises import exercises_scene
from gdviz.session.session import Session
from gdviz.symbolic.questions import IsDerivative, Name, Names, NameZeros, Proof, Verdict
from gdviz.symbolic.zeros import name_zeros

PROVED = Proof(Verdict.PROVED)
VIEW = Viewport(-3.0, 3.0, -5.0, 5.0)


def opened(line: str, **fields: object) -> Session:
    """A session with all numbers computed."""
    document = Document(**{"text": line, "viewport": VIEW, **fields})  # type: ignore[arg-type]
    session = Session(document)
    finish(session)
    return session


def finish(session: Session) -> None:
    while not session.advance(0.1):
        pass


def named(session: Session, *names: tuple[str, str | None] | None) -> None:
    """Answer the question for names."""
    question = session.questions[ZEROS]
    told = [
        name and Name(parse(name[0]).body, parse(name[1]).body if name[1] else None)
        for name in names
    ]
    session.take(question, Names(tuple(told)))


def scene(session: Session, language: str = "en") -> ExactScene:
    analysis = session.results.analysis
    assert analysis is not None
    return exact_scene(analysis, session.results.findings, Translator(language))


def zeros(session: Session) -> str:
    markup = scene(session).zeros
    return plain(markup) if markup else ""


def extrema(session: Session) -> list[str]:
    return [plain(line) for line in scene(session).extrema]


def test_numbers_are_there_without_any_answer():
    session = opened("x^2 - x")
    assert zeros(session) == "f′(x) = 0: x ≈ 0.5"
    assert extrema(session) == ["local minimum: f(0.5) ≈ −0.25"]
    assert scene(session).remark == ""


def test_the_questions_are_about_the_function_in_view():
    session = opened("L(w) = w^2 + 12")
    questions = session.questions
    assert set(questions) == {DERIVATIVE, ZEROS}
    asked = questions[ZEROS]
    assert isinstance(asked, NameZeros)
    assert (asked.near, asked.variable) == ((0.0,), "w")
    assert isinstance(questions[DERIVATIVE], IsDerivative)


def test_names_take_the_place_of_numbers():
    session = opened("sin x^2", viewport=Viewport(-2.5, 2.5, -2.0, 2.0))
    first, second = ("√(π/2)", "1"), ("√(3π/2)", "-1")
    mirrored = [(f"-{place}", value) for place, value in (second, first)]
    assert zeros(session) == "f′(x) = 0: x ≈ 0, ±1.253, ±2.171"
    named(session, *mirrored, ("0", "0"), first, second)
    assert zeros(session) == "f′(x) = 0: x = 0, ±√(π/2), ±√(3π/2)"
    assert extrema(session) == [
        "local minima: f(±√(3π/2)) = −1, f(0) = 0",
        "local maxima: f(±√(π/2)) = 1",
    ]


def test_numbers_without_a_name_stay_numbers_among_names():
    session = opened("x sin x", viewport=Viewport(-1.0, 3.0, -2.0, 2.0))
    named(session, ("0", "0"), None)
    assert zeros(session) == "f′(x) = 0: x = 0, ≈2.029"
    assert extrema(session) == ["local minimum: f(0) = 0", "local maximum: f(2.029) ≈ 1.82"]


def test_an_answered_question_is_not_asked_again_even_after_coming_back():
    session = opened("x^2 - x")
    proof = session.questions[DERIVATIVE]
    named(session, ("1/2", "-1/4"))
    session.take(proof, PROVED)
    assert session.questions == {}
    session.type_text("x^3")
    finish(session)
    assert set(session.questions) == {DERIVATIVE, ZEROS}
    session.type_text("x^2 - x")
    finish(session)
    assert DERIVATIVE not in session.questions


def test_only_what_is_new_in_view_is_asked_for():
    session = opened("cos x")
    named(session, ("0", "1"))
    session.views.show(Viewport(-4.0, 4.0, -5.0, 5.0))
    assert session.results.findings.points is None
    finish(session)
    asked = session.questions[ZEROS]
    assert isinstance(asked, NameZeros)
    assert asked.near == pytest.approx((-math.pi, math.pi))
    assert zeros(session) == "f′(x) = 0: x = 0, ≈±3.142"


def test_letters_come_with_their_values():
    session = opened("x^2 - a x", parameters=(("a", 0.7),))
    asked = session.questions[ZEROS]
    assert isinstance(asked, NameZeros)
    assert asked.values == (("a", 0.7),)
    before = session.questions[DERIVATIVE]
    session.parameters.move("a", 2.0)
    finish(session)
    assert session.questions[DERIVATIVE] == before
    assert session.questions[ZEROS] != asked


def test_an_answer_to_what_is_no_question_any_more_changes_nothing():
    session = opened("x^2 - x")
    stale = session.questions[DERIVATIVE]
    session.type_text("x^3")
    finish(session)
    findings = session.results.findings
    session.take(stale, PROVED)
    assert session.results.findings is findings


def test_a_change_is_told_when_something_new_is_known():
    session = opened("x^2 - x")
    told: list[bool] = []
    session.on_change = lambda: told.append(True)
    session.take(session.questions[DERIVATIVE], PROVED)
    assert told == [True]


def test_no_answer_leaves_the_numbers():
    session = opened("x^2 - x")
    session.take(session.questions[ZEROS], NoAnswer(Mishap.LATE))
    assert ZEROS not in session.questions
    assert zeros(session) == "f′(x) = 0: x ≈ 0.5"


@pytest.mark.parametrize(
    ("reply", "remark", "confirmed"),
    [
        (PROVED, "f′ checked by computer algebra", True),
        (Proof(Verdict.UNKNOWN), "Computer algebra could not confirm f′", False),
        (Proof(Verdict.REFUTED), "Computer algebra finds another f′", False),
        (NoAnswer(Mishap.LATE), "Computer algebra took too long", False),
        (NoAnswer(Mishap.DIED), "Computer algebra gave no answer", False),
        (NoAnswer(Mishap.UNAVAILABLE), "Computer algebra is not available here", False),
    ],
)
def test_what_algebra_says_of_the_derivative(reply: Proof | NoAnswer, remark: str, confirmed: bool):
    session = opened("x^2 - x")
    session.take(session.questions[DERIVATIVE], reply)
    assert scene(session).remark.startswith(remark)
    assert scene(session).confirmed is confirmed
    assert scene(session, "ru").remark != scene(session).remark


def test_a_function_without_such_points():
    session = opened("e^x")
    assert scene(session).zeros is None
    assert scene(session).nothing == "There is no f′(x) = 0 in view."
    assert scene(session, "ru").nothing.startswith("В видимой части")
    assert ZEROS not in session.questions


def test_many_zeros_end_in_an_ellipsis():
    session = opened("sin 5x")
    assert zeros(session) == "f′(x) = 0: x ≈ ±0.3142, ±0.9425, ±1.571, ±2.199, ±2.827"
    many = opened("sin 10x")
    assert zeros(many).endswith(", …")
    assert extrema(many)[0] == "local minima: f(−0.1571) = f(0.4712) = … ≈ −1"


def test_the_lowest_minimum_beside_a_descent():
    session = opened("L(w) = w^2 + 12")
    analysis = session.results.analysis
    assert analysis is not None

    def told() -> str:
        line = minimum_line(analysis, session.results.findings, Translator("en"))
        return plain(line) if line else ""

    assert told() == "local minimum: w ≈ 0, L ≈ 12"
    named(session, ("0", "12"))
    assert told() == "local minimum: w = 0, L = 12"
    assert minimum_line(analysis, opened("e^x").results.findings, Translator("en")) is None


def test_one_of_several_minima_is_not_called_the_minimum():
    results = opened("f(x) = x sin x", viewport=None).results
    assert results.analysis is not None
    line = minimum_line(results.analysis, results.findings, Translator("ru"))
    assert line is not None
    assert plain(line).startswith(
        "наименьшие из видимых локальных минимумов, одинаково низкие: x ≈ ±"
    )


@pytest.mark.parametrize(("line", "place"), [("√(x^2)", "0"), ("|x - 1|", "1")])
def test_a_minimum_at_a_corner(line: str, place: str):
    session = opened(line)
    analysis = session.results.analysis
    assert analysis is not None
    assert extrema(session) == [f"local minimum: f({place}) ≈ 0"]
    asked = session.questions[CORNERS]
    assert isinstance(asked, NameZeros)
    session.take(asked, name_zeros(asked))
    assert CORNERS not in session.questions
    told = scene(session)
    assert extrema(session) == [f"local minimum: f({place}) = 0"]
    assert told.corners is not None
    assert plain(told.corners) == f"f′(x) does not exist: x = {place}"
    assert (told.zeros, told.nothing) == (None, "There is no f′(x) = 0 in view.")
    line_of_descent = minimum_line(analysis, session.results.findings, Translator("en"))
    assert line_of_descent is not None
    assert plain(line_of_descent) == f"local minimum: x = {place}, f = 0"


def test_corners_stand_among_the_other_extrema():
    session = opened("|x^2 - 2|")
    asked = session.questions[CORNERS]
    assert isinstance(asked, NameZeros)
    session.take(asked, name_zeros(asked))
    assert extrema(session) == ["local minima: f(±√2) = 0", "local maximum: f(0) ≈ 2"]
    assert zeros(session) == "f′(x) = 0: x ≈ 0"


def test_one_side_of_a_corner_is_no_zero_of_the_derivative():
    assert zeros(opened("max(x^2, x)")) == ""


def test_while_the_line_makes_no_sense_nothing_is_lost():
    session = opened("x^2 - x")
    session.type_text("x^2 - ")
    finish(session)
    assert zeros(session) == "f′(x) = 0: x ≈ 0.5"
    assert Session(Document(text="")).questions == {}


def test_an_answer_that_was_checked_is_shown_to_algebra():
    attempt = Attempt(about="x^2", answer="x + x")
    session = opened("x^2", attempt=attempt)
    assert ANSWER not in session.questions
    session.edit(attempt=replace(attempt, checked=True))
    finish(session)
    question = session.questions[ANSWER]
    assert question == IsDerivative(parse("x^2").body, parse("x + x").body, "x")
    verdict = exercises_scene(session.document, session.results, Translator("en")).verdict
    session.take(question, PROVED)
    assert ANSWER not in session.questions
    told = exercises_scene(session.document, session.results, Translator("en")).verdict
    assert told == f"{verdict} Computer algebra agrees."
    session.edit(attempt=replace(attempt, answer="x +", checked=True))
    assert ANSWER not in session.questions
    assert session.results.findings.answer is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("L(w) = (w^2-1)^2/4", "local minima in view, equally low: w ≈ ±1, L ≈ 0"),
        ("|x^2-1|", "local minima in view, equally low: x ≈ ±1, f ≈ 0"),
        ("cos x", "local minima in view, equally low: x ≈ ±3.142, f ≈ −1"),
        ("x^2 (x - 1)^2 (x + 2)^2 + x^2", "lowest local minimum in view: x ≈ 0, f ≈ 0"),
        ("(x^2-1)^2 + x/10", "lowest local minimum in view: x ≈ −1.012, f ≈ −0.1006"),
        (
            "cos(3x) + cos(x)^4/1e9",
            "lowest local minima in view, equally low: x ≈ ±1.047, f ≈ −1",
        ),
    ],
)
def test_minima_that_are_equally_low_are_all_named(line: str, said: str):
    results = opened(line, viewport=Viewport(-3.5, 3.5, -5.0, 5.0)).results
    assert results.analysis is not None
    found = minimum_line(results.analysis, results.findings, Translator("en"))
    assert found is not None
    assert plain(found).startswith(said)
