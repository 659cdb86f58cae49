"""gdviz check: whether an answer is the derivative, and what went wrong."""

from collections.abc import Sequence
from typing import Any

from gdviz.calculus.canonical import canonical
from gdviz.calculus.formula import Formula, Notice, ParseError
from gdviz.calculus.normal import tidy
from gdviz.calculus.typesetting.notation import plain, primed, typeset
from gdviz.cli import numbers
from gdviz.cli.options import Words, readable
from gdviz.cli.output import write_json, write_lines
from gdviz.cli.reading import notice_lines, notices_as_json, read_of_one_variable, unreadable
from gdviz.cli.second_opinion import is_derivative, second_opinion
from gdviz.cli.trouble import CommandError
from gdviz.i18n import N_, Translator
from gdviz.practice.false_algebra import FalseEquality
from gdviz.practice.marking import Mark, is_solved, mark, read_answer
from gdviz.practice.slips import Slip
from gdviz.practice.telling import inequality, mistake_sentences, verdict_sentence
from gdviz.session.resolve.laws import law, rule_name

SEVERAL_VARIABLES = N_("Answers are checked for functions of one variable, not of {names}.")


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command. Raises CommandError."""
    values = numbers.assignments(words.get("--values"), "--values", tr)
    question = read_of_one_variable(expression, values, SEVERAL_VARIABLES, tr)
    answer = _answer(readable(words.arguments[1]), question, tr)
    variable = question.variables[0]
    marked = mark(question.body, variable, answer.body, values)
    asked = is_derivative(question.body, answer.body, variable, values)
    marked, opinion = second_opinion(marked, asked, tr)
    told = [verdict_sentence(marked, variable, tr), *filter(None, [opinion])]
    told += mistake_sentences(marked, tr)
    # Of a right answer no other reading is offered: it was read as it was meant.
    notices = () if is_solved(marked) else answer.notices
    if words.has("--json"):
        write_json(as_json(marked, notices, " ".join(told), tr))
    else:
        write_lines([*told, *_slips(marked, tr), *notice_lines(notices, tr)])


def _answer(text: str, question: Formula, tr: Translator) -> Formula:
    try:
        return read_answer(text, question)
    except ParseError as error:
        trouble = no_answer(tr) if error.code == "empty" else unreadable(error, tr)
        trouble.input = text
        raise trouble from error


def no_answer(tr: Translator) -> CommandError:
    """What is said of an answer in which there is nothing."""
    example = 'gdviz check "x^2" "2x"'
    return CommandError(
        tr("The answer is empty: write the derivative, as in {example}.", example=example)
    )


def as_json(
    marked: Mark, notices: Sequence[Notice], message: str, tr: Translator
) -> dict[str, Any]:
    """The object that --json writes."""
    found = marked.diagnosis
    slips = found.slips if found and not found.equality else ()
    further = found.further if found else ()
    return {
        "verdict": str(marked.verdict),
        "mistake": found.mistake if found else None,
        "step": _step(slips[0]) if slips else None,
        "algebra": _equality(found.equality) if found and found.equality else None,
        "others": [{"mistake": slip.mistake.id, "step": _step(slip)} for slip in further],
        "notices": notices_as_json(notices, tr),
        "message": message,
    }


def _step(slip: Slip) -> dict[str, Any]:
    step = slip.step
    return {
        "rule": step.rule,
        "variable": step.variable,
        "inner": None if slip.inner is None else canonical(slip.inner),
        "before": canonical(step.before),
        "after": canonical(tidy(step.after)),
        "instead": canonical(tidy(slip.instead)),
    }


def _equality(equality: FalseEquality) -> dict[str, str]:
    return {"part": canonical(equality.left), "instead": canonical(equality.right)}


def _slips(marked: Mark, tr: Translator) -> list[str]:
    """Each mistake with the law of its step, or with what was taken for equal, for a person."""
    found = marked.diagnosis
    if found is None:
        return []
    told = [plain(inequality(found.equality, tr.language))] if found.equality else []
    told += [_where(slip, tr) for slip in found.slips]
    return ["  " + line for line in told]


def _where(slip: Slip, tr: Translator) -> str:
    """(tan x²)′, chain rule: (f(u))′ = f′(u)·u′"""
    step, language = slip.step, tr.language
    named = f"{rule_name(step, tr)}: {plain(law(step, language))}"
    if slip.inner is not None:
        return f"{named}, {step.variable} = {plain(typeset(slip.inner, language))}"
    return f"{plain(primed(typeset(step.before, language)))}, {named}"
