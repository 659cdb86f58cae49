"""What is said of an answer, in a person's language."""

from gdviz.calculus.typesetting.markup import Markup, Operator, Row
from gdviz.calculus.typesetting.notation import typeset
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.practice.comparison import Verdict
from gdviz.practice.false_algebra import FalseEquality
from gdviz.practice.marking import Mark
from gdviz.sentences import sentence


def verdict_sentence(mark: Mark, variable: str, tr: Translator) -> str:
    """Right, not yet, or undecided; with a point that shows it where no mistake is known.

    Of a function that has no values that is all there is to say.
    """
    if mark.verdict is Verdict.UNSURE and mark.diagnosis is not None:
        return sentence(tr, mark.diagnosis.mistake, mark.diagnosis.fields)
    if mark.example is not None:
        numbers = {
            "point": f"{variable} = {significant(mark.example.x)}",
            "right": significant(mark.example.right),
            "given": significant(mark.example.given),
        }
        return sentence(tr, "answer-wrong-at", numbers)
    return sentence(tr, ANSWERS[mark.verdict], {"why": why_unsure(mark, tr)})


def why_unsure(mark: Mark, tr: Translator) -> str:
    """What keeps numbers from judging it."""
    return sentence(tr, "too-near" if mark.is_near else "too-few-points")


ANSWERS = {
    Verdict.RIGHT: "answer-right",
    Verdict.WRONG: "answer-wrong",
    Verdict.UNSURE: "answer-unsure",
}


def mistake_sentences(mark: Mark, tr: Translator) -> list[str]:
    """What went wrong, a sentence for each mistake; none where it is not known."""
    found = mark.diagnosis
    if found is None or mark.verdict is Verdict.UNSURE:
        return []
    first = sentence(tr, found.mistake, found.fields)
    others = [sentence(tr, slip.mistake.id) for slip in found.further]
    return [first, *(f"{sentence(tr, 'another-mistake')} {other}" for other in others)]


def inequality(equality: FalseEquality, language: str) -> Markup:
    """(x³)² ≠ x⁵: what was taken for equal."""
    left, right = typeset(equality.left, language), typeset(equality.right, language)
    return Row((left, Operator("≠"), right))
