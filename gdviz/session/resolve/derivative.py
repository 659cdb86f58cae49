"""The derivative as a formula, and the rules that led to it."""

from collections.abc import Iterator

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.normal import tidy
from gdviz.calculus.typesetting.markup import Letter, Markup
from gdviz.calculus.typesetting.notation import derivative_name, primed, typeset, typeset_formula
from gdviz.i18n import Translator
from gdviz.session.analysis import Analysis
from gdviz.session.phrases import chain
from gdviz.session.resolve.laws import law, rule_name
from gdviz.session.scene import DerivativeScene, StepRow

MOST_ROWS = 300
"""Steps of a derivation that are written out; nobody reads further."""


def derivative_scene(analysis: Analysis, tr: Translator) -> DerivativeScene:
    """f, f′ in its tidy form, and every step on the way."""
    formula, language = analysis.formula, tr.language
    tidied = typeset(analysis.tidy_derivative, language)
    return DerivativeScene(
        function=typeset_formula(formula, language),
        derivative=chain([derivative_name(formula), tidied]),
        rows=tuple(_rows(analysis.derivation, tr)),
    )


def _rows(whole: Step, tr: Translator) -> Iterator[StepRow]:
    """Steps depth first, down to x′ = 1 and c′ = 0."""
    stack = [(whole, 0)]
    count = 0
    while stack and count < MOST_ROWS:
        step, depth = stack.pop()
        yield _row(step, depth, tr)
        count += 1
        stack.extend((part, depth + 1) for part in reversed(step.substeps))


def _row(step: Step, depth: int, tr: Translator) -> StepRow:
    language = tr.language
    result = chain([primed(typeset(step.before, language)), typeset(tidy(step.after), language)])
    return StepRow(depth, rule_name(step, tr), law(step, language), result, _inner(step, language))


def _inner(step: Step, language: str) -> Markup | None:
    """u = g(x) of a chain step."""
    if step.inner is None or step.letter is None:
        return None
    return chain([Letter(step.letter), typeset(step.inner, language)])
