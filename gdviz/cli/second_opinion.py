"""What computer algebra says of an answer that numbers alone cannot judge."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from gdviz.calculus.expression import Expression, number
from gdviz.compute.client import Client
from gdviz.compute.protocol import Mishap, NoAnswer, Reply
from gdviz.i18n import N_, Translator
from gdviz.practice import comparison
from gdviz.practice.marking import Mark
from gdviz.practice.rederiving import substituted
from gdviz.practice.telling import why_unsure
from gdviz.symbolic.questions import IsDerivative, Proof, Question, Verdict

PATIENCE = 2.0
"""Seconds that the question may take, from when the worker is ready."""
DECIDED = {
    Verdict.PROVED: comparison.Verdict.RIGHT,
    Verdict.REFUTED: comparison.Verdict.WRONG,
}
SAID: Mapping[Verdict | Mishap, str] = {
    Verdict.PROVED: N_("Computer algebra has proved it; {why}."),
    Verdict.REFUTED: N_("Computer algebra finds another derivative; {why}."),
    Verdict.UNKNOWN: N_("Computer algebra could not decide it either."),
    Mishap.LATE: N_("Computer algebra was asked too, and took too long."),
    Mishap.UNAVAILABLE: N_("Computer algebra is not available here."),
}
NO_ANSWER = N_("Computer algebra was asked too, and gave no answer.")

Ask = Callable[[Question], Reply]


def ask_algebra(question: Question, patience: float = PATIENCE) -> Reply:
    """The answer of a worker process, which is started for it and ended."""
    with Client() as client:
        return client.ask(question, patience)


def second_opinion(
    mark: Mark, question: IsDerivative, tr: Translator, ask: Ask | None = None
) -> tuple[Mark, str]:
    """The mark with computer algebra's verdict where the numbers have none, and what it said.

    Asked only there; empty where it was not asked: of a function that has no values anything can be
    proved. What it cannot decide stays undecided.
    """
    if mark.verdict is not comparison.Verdict.UNSURE or mark.diagnosis is not None:
        return mark, ""
    reply = (ask or ask_algebra)(question)
    if isinstance(reply, Proof):
        verdict = DECIDED.get(reply.verdict, mark.verdict)
        return replace(mark, verdict=verdict), tr(SAID[reply.verdict], why=why_unsure(mark, tr))
    why = reply.why if isinstance(reply, NoAnswer) else None
    return mark, tr(SAID.get(why, NO_ANSWER) if why else NO_ANSWER)


def is_derivative(
    body: Expression, answer: Expression, variable: str, values: Mapping[str, float]
) -> IsDerivative:
    """Whether the answer is the derivative, with the values of the letters put in."""
    for name, value in values.items():
        body, answer = (substituted(each, name, number(value)) for each in (body, answer))
    return IsDerivative(body, answer, variable)
