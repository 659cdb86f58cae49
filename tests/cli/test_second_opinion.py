"""gdviz check where numbers cannot judge: computer algebra is asked, there and only there."""

from functools import partial

import pytest

from gdviz.calculus.parser import parse
from gdviz.cli import second_opinion
from gdviz.cli.second_opinion import ask_algebra, is_derivative
from gdviz.compute.protocol import Mishap, NoAnswer, Reply
from gdviz.i18n import Translator
from gdviz.practice import comparison
from gdviz.practice.diagnosis import Diagnosis
from gdviz.practice.marking import Mark
from gdviz.symbolic.questions import IsDerivative, Limit, Proof, Question, Verdict

UNSURE = Mark(comparison.Verdict.UNSURE)
NOWHERE = Mark(comparison.Verdict.UNSURE, Diagnosis("nowhere-defined"))
FAR = ("sqrt(x - 10^7)", "1/(2 sqrt(x - 10^7))")
"""Defined where no number is tried."""
LONG = 600.0
"""Seconds, for what ends soon on any machine."""
EN = Translator("en")


def body(text: str):
    return parse(text).body


@pytest.fixture
def algebra(monkeypatch):
    """algebra(reply) → the questions that are then asked."""

    def answering(reply: Reply) -> list[Question]:
        asked: list[Question] = []

        def ask(question: Question) -> Reply:
            asked.append(question)
            return reply

        monkeypatch.setattr(second_opinion, "ask_algebra", ask)
        return asked

    return answering


@pytest.mark.parametrize(
    ("reply", "verdict", "said"),
    [
        (Proof(Verdict.PROVED), "right", "Right! Computer algebra has proved it;"),
        (Proof(Verdict.REFUTED), "wrong", "Not yet. Computer algebra finds another derivative;"),
        (Proof(Verdict.UNKNOWN), "unsure", "Computer algebra could not decide it either."),
        (NoAnswer(Mishap.LATE), "unsure", "Computer algebra was asked too, and took too long."),
        (NoAnswer(Mishap.DIED), "unsure", "Computer algebra was asked too, and gave no answer."),
        (NoAnswer(Mishap.UNAVAILABLE), "unsure", "Computer algebra is not available here."),
    ],
)
def test_what_comes_of_its_answer(gdviz, algebra, reply, verdict, said):
    asked = algebra(reply)
    marked = gdviz("check", *FAR, "--json").json
    assert marked["verdict"] == verdict
    assert said in marked["message"]
    assert asked == [IsDerivative(body(FAR[0]), body(FAR[1]), "x")]


def test_what_stays_undecided_is_said_first(gdviz, algebra):
    algebra(NoAnswer(Mishap.LATE))
    lines = gdviz("check", *FAR).out.splitlines()
    assert lines[0].startswith("It could not be decided")
    assert lines[1] == "Computer algebra was asked too, and took too long."


@pytest.mark.parametrize("answer", ["2x", "x^2", "3x"])
def test_it_is_not_asked_where_numbers_decide(gdviz, algebra, answer):
    asked = algebra(Proof(Verdict.UNKNOWN))
    assert "omputer algebra" not in gdviz("check", "x^2", answer).out
    assert asked == []


def test_letters_with_values_are_numbers_in_the_question():
    values = {"a": 2.0, "b": -0.1}
    asked = is_derivative(body("a x + b y"), body("a x"), "x", values)
    assert asked == IsDerivative(body("2x + (-0.1) y"), body("2x"), "x")


def test_an_answer_of_another_kind_decides_nothing():
    mark, said = second_opinion.second_opinion(
        UNSURE, is_derivative(body("x"), body("1"), "x", {}), EN, lambda question: Limit(None)
    )
    assert mark is UNSURE
    assert said == "Computer algebra was asked too, and gave no answer."


def test_of_a_function_without_values_algebra_is_not_asked(algebra):
    asked = algebra(Proof(Verdict.PROVED))
    question = is_derivative(body("ln(-x^2)"), body("2/x"), "x", {})
    assert second_opinion.second_opinion(NOWHERE, question, EN) == (NOWHERE, "")
    assert asked == []


def test_a_real_worker():
    asked = is_derivative(body(FAR[0]), body(FAR[1]), "x", {})
    ask = partial(ask_algebra, patience=LONG)
    mark, said = second_opinion.second_opinion(UNSURE, asked, EN, ask)
    assert mark.verdict is comparison.Verdict.RIGHT
    assert said.startswith("Computer algebra has proved it")
