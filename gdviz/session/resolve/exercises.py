"""The question, how the answer is read, what is said of it, and the hints so far."""

from collections.abc import Mapping

from gdviz.calculus.differentiation import rules
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.normal import tidy
from gdviz.calculus.typesetting.markup import Letter, Markup, Operator, Row
from gdviz.calculus.typesetting.notation import (
    derivative_name,
    plain,
    primed,
    typeset,
    typeset_formula,
)
from gdviz.calculus.unevaluated import Derivative
from gdviz.document.document import Document
from gdviz.i18n import N_, Translator
from gdviz.practice.comparison import Verdict
from gdviz.practice.hints import Hint, Level, hints
from gdviz.practice.marking import Mark, is_solved, read_answer, remedy_of_answer
from gdviz.practice.rederiving import WAYS
from gdviz.practice.slips import Slip
from gdviz.practice.telling import inequality, mistake_sentences, verdict_sentence
from gdviz.sentences import sentence
from gdviz.session.exercises_scene import ExercisesScene, Remark
from gdviz.session.phrases import chain
from gdviz.session.resolve.laws import law, rule_name
from gdviz.session.results import Results
from gdviz.session.scene import Message
from gdviz.symbolic import questions
from gdviz.symbolic.questions import Proof

ALGEBRA: Mapping[tuple[Verdict, questions.Verdict], str] = {
    (Verdict.RIGHT, questions.Verdict.PROVED): N_("Computer algebra agrees."),
    (Verdict.RIGHT, questions.Verdict.REFUTED): N_("Computer algebra disagrees: look closely."),
    (Verdict.UNSURE, questions.Verdict.PROVED): N_("Computer algebra says: it is right."),
    (Verdict.UNSURE, questions.Verdict.REFUTED): N_("Computer algebra says: it is wrong."),
}
"""What computer algebra adds to the verdict of the numbers."""
NOTHING = N_("There is no function: type one above, or take the next exercise.")
UNFINISHED = N_("The line above gives no function yet: complete it, or take the next exercise.")
UNMARKED = "x"
"""A derivative by x is written without it: (x²)′."""


def exercises_scene(document: Document, results: Results, tr: Translator) -> ExercisesScene:
    """What the panel shows for the line as it stands."""
    analysis, attempt = results.analysis, document.attempt.at(document.text)
    if analysis is None or results.error is not None:
        task = tr(UNFINISHED if document.text.strip() else NOTHING)
        return ExercisesScene(attempt.kind, attempt.difficulty, task)
    formula, language = analysis.formula, tr.language
    answer, messages = _read(attempt.answer, formula, tr)
    mark = results.mark if attempt.checked and answer else None
    every = () if is_solved(mark) else hints(analysis.derivation)
    return ExercisesScene(
        kind=attempt.kind,
        difficulty=attempt.difficulty,
        task=tr("Find the derivative of"),
        question=typeset_formula(formula, language),
        caption=Row((derivative_name(formula), Operator("="))),
        answer=attempt.answer,
        preview=typeset(answer.body, language) if answer else None,
        # Of a right answer no other reading is offered: it was read as it was meant.
        messages=() if is_solved(mark) else messages,
        can_check=answer is not None,
        verdict=_verdict(mark, analysis.variable, results, tr),
        tone=str(mark.verdict) if mark else "",
        mistakes=_mistakes(mark, tr) if mark else (),
        hints=tuple(_hint(hint, tr) for hint in every[: attempt.hints]),
        more_hints=attempt.hints < len(every),
    )


def _read(
    text: str, question: Formula, tr: Translator
) -> tuple[Formula | None, tuple[Message, ...]]:
    """The answer, and what is to be said about how it was read."""
    if not text.strip():
        return None, ()
    try:
        formula = read_answer(text, question)
    except ParseError as error:
        hint = sentence(tr, error.hint, error.fields) if error.hint else ""
        said = sentence(tr, error.code, error.fields)
        mended = remedy_of_answer(text, error, question)
        return None, (Message(error.position, error.length, said, hint, mended, is_error=True),)
    notices = (
        Message(
            notice.position,
            notice.length,
            sentence(tr, notice.code, notice.fields),
            alternative=notice.alternative,
        )
        for notice in formula.notices
    )
    return formula, tuple(notices)


def _verdict(mark: Mark | None, variable: str, results: Results, tr: Translator) -> str:
    """What the numbers say, and then what computer algebra says, where it knows."""
    if mark is None:
        return tr("The answer is being checked…") if results.marking_takes_long else ""
    told, said = verdict_sentence(mark, variable, tr), results.findings.answer
    proof = said.verdict if isinstance(said, Proof) else None
    opinion = ALGEBRA.get((mark.verdict, proof)) if proof else None
    return f"{told} {tr(opinion)}" if opinion else told


def _mistakes(mark: Mark, tr: Translator) -> tuple[Remark, ...]:
    """Each mistake with the law of the step where it happened."""
    found = mark.diagnosis
    formulas: list[tuple[Markup, ...]] = []
    if found and found.equality:
        formulas.append((inequality(found.equality, tr.language),))
    formulas += [_where(slip, tr.language) for slip in (found.slips if found else ())]
    told = mistake_sentences(mark, tr)
    formulas += [()] * (len(told) - len(formulas))
    return tuple(Remark(text, lines) for text, lines in zip(told, formulas, strict=True))


def _where(slip: Slip, language: str) -> tuple[Markup, ...]:
    """The step with its parts put in; of a line of the table the law, and what u is."""
    step = slip.step
    if step.substeps:
        return _with_parts(step, language)
    named = (law(step, language),)
    return named if slip.inner is None else (*named, _is(step.variable, slip.inner, language))


def _is(letter: str, expression: Expression, language: str) -> Markup:
    """u = g(x)"""
    return chain([Letter(letter), typeset(expression, language)])


def _with_parts(step: Step, language: str) -> tuple[Markup, ...]:
    """(x² sin x)′ = (x²)′·sin x + x²·(sin x)′; of a chain also what u is."""
    asked = primed(typeset(step.before, language))
    if step.rule != "chain":
        slopes = [Derivative(part.before, UNMARKED) for part in step.substeps]
        return (chain([asked, typeset(WAYS[step.rule](step, slopes), language)]),)
    outer, inner = step.substeps
    slopes = [Derivative(outer.before, outer.variable), Derivative(inner.before, UNMARKED)]
    product = chain([asked, typeset(rules.chain(*slopes), language)])
    return product, _is(outer.variable, inner.before, language)


def _hint(hint: Hint, tr: Translator) -> Remark:
    step, language = hint.step, tr.language
    if hint.level is Level.TOGETHER:
        return Remark(sentence(tr, "hint-together"))
    if hint.level is Level.RULE:
        function = plain(typeset(step.before, language))
        fields = {"function": function, "rule": rule_name(step, tr)}
        return Remark(sentence(tr, "hint-rule", fields))
    if hint.level is Level.LAW:
        return Remark(sentence(tr, "hint-law"), (law(step, language),))
    if hint.level is Level.PARTS:
        return Remark(sentence(tr, "hint-parts"), _with_parts(step, language))
    return _entry(hint, tr)


def _entry(hint: Hint, tr: Translator) -> Remark:
    """A line of the table, for the part that it is needed for."""
    step, language = hint.step, tr.language
    code = "hint-constant" if step.rule == "constant" else "hint-entry"
    result = chain([primed(typeset(step.before, language)), typeset(tidy(step.after), language)])
    if hint.owner is not None and hint.owner.inner is not None:
        inner = _is(step.variable, hint.owner.inner, language)
        return Remark(sentence(tr, code), (result, inner))
    return Remark(sentence(tr, code), (result,))
