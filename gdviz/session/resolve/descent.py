"""The descent panel: the update rule, the same with numbers, the test, and why it stopped."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gdviz.calculus.typesetting.markup import Fenced, Letter, Markup, Operator, Upright
from gdviz.calculus.typesetting.notation import plain
from gdviz.descent.optimisers import GradientDescent
from gdviz.descent.plan import Plan
from gdviz.descent.run import Descent
from gdviz.descent.telling import (
    OF_CHANGE,
    digits_unlike,
    loss_digits,
    stop_sentence,
    warning_sentence,
)
from gdviz.document.document import DescentSettings, Document
from gdviz.i18n import Translator
from gdviz.numerals import MINUS, as_written, relation, significant
from gdviz.sentences import sentence
from gdviz.session.naming import LECTURE_NAMES, Names
from gdviz.session.phrases import apply, chain, equals, factor, is_rounded, numeral, row
from gdviz.session.resolve.plot import current_index, start_letter
from gdviz.session.results import Results
from gdviz.session.scene import DescentScene, IterateRow

if TYPE_CHECKING:
    from gdviz.session.plane import Plane


def descent_scene(document: Document, results: Results, tr: Translator) -> DescentScene:
    """The step written out is the one that led to the current iterate; at the start, the first."""
    if results.plane is not None:
        return _in_plane(document, results, results.plane, tr)
    settings, descent = document.descent, results.descent
    loss = results.analysis.name if results.analysis else "L"
    names = results.analysis.names if results.analysis else LECTURE_NAMES
    if descent is None:
        return _nothing(settings, loss, trouble(results, tr), names)
    index = current_index(document, descent)
    last = len(descent.losses) - 1
    shown = min(max(index, 1), last)
    own = is_lectures_own(descent.plan)
    reason, warning = ending(document, results, (start_letter(results),), tr)
    return DescentScene(
        rule=_rule(names, loss) if own else None,
        numbers=update(descent, shown, settings.rate, names) if last and own else None,
        test=_test(descent, shown, settings.epsilon, names, loss) if last else None,
        losses=descent.losses,
        step=index,
        total=last,
        stop_reason=reason,
        warning=warning,
        trouble="",
        start=settings.start,
        rate=settings.rate,
        epsilon=settings.epsilon,
        letter=start_letter(results),
        loss=loss,
        names=names,
    )


def is_lectures_own(plan: Plan) -> bool:
    """Whether an update is the line of the lecture and nothing else."""
    return isinstance(plan.optimiser, GradientDescent) and plan.is_steady


def _nothing(settings: DescentSettings, loss: str, trouble: str, names: Names) -> DescentScene:
    rule, numbers = _rule(names, loss), (settings.start, settings.rate, settings.epsilon)
    scene = DescentScene(rule, None, None, np.empty(0), 0, 0, "", "", trouble, *numbers)
    return replace(scene, letter=plain(names.letter), loss=loss, names=names)


def _in_plane(document: Document, results: Results, plane: "Plane", tr: Translator) -> DescentScene:
    """Loaded when there is one: the start waits for none."""
    from gdviz.session.resolve.plane_descent import plane_descent_scene

    return plane_descent_scene(document, results, plane, tr)


def trouble(results: Results, tr: Translator) -> str:
    """Why there is no descent."""
    if results.trouble is not None:
        return sentence(tr, results.trouble.code, results.trouble.fields)
    return tr("Type a function to descend on.")


def iterate_row(descent: Descent, index: int) -> IterateRow:
    """Row `index` of the table: i, w, L, L′, ΔL."""
    losses = descent.losses
    loss, before = (float(losses[at]) for at in (index, max(index - 1, 0)))
    return IterateRow(
        step=int(descent.steps[index]),
        point=significant(float(descent.points[index, 0])),
        loss=significant(loss, loss_digits(losses, index)),
        gradient=significant(float(descent.gradients[index, 0])),
        change=significant(loss - before, OF_CHANGE) if index else "",
    )


def _rule(names: Names, loss: str) -> Markup:
    now, then = names.iterate(Letter("i")), names.iterate(row(Letter("i"), Upright("+1")))
    step = row(now, Operator(MINUS), Letter("λ"), Operator("·"), apply(loss, now, primes=1))
    return chain([then, step])


def update(descent: Descent, index: int, rate: float, names: Names, column: int = 0) -> Markup:
    """w₁ = w₀ − λ·L′(w₀) with its numbers: w₁ = 5 − 0.1·10 = 4, w₂ ≈ 1 − 0.3333·2 ≈ 0.3333.

    column: which of the parameters it is.
    """
    before, after = (float(descent.points[k, column]) for k in (index - 1, index))
    slope = float(descent.gradients[index - 1, column])
    step = row(numeral(before), Operator(MINUS), numeral(rate), Operator("·"), factor(slope))
    filled_in = "≈" if any(map(is_rounded, (before, rate, slope))) else "="
    reckoned = as_written(before) - as_written(rate) * as_written(slope)
    comes_to = equals(as_written(after), reckoned, size=abs(as_written(before)))
    left = (_iterate(descent, index, names), Operator(filled_in))
    return row(*left, step, comes_to, numeral(after))


def _iterate(descent: Descent, index: int, names: Names) -> Markup:
    """w₁, by the number of its step."""
    return names.iterate(Upright(str(int(descent.steps[index]))))


def _test(descent: Descent, index: int, epsilon: float, names: Names, loss: str) -> Markup:
    """|L(w₁) − L(w₀)| = 9 ≥ ε: go on; < ε: stop."""
    now, then = (_iterate(descent, k, names) for k in (index - 1, index))
    return compared(
        descent, index, epsilon, row(apply(loss, then), Operator(MINUS), apply(loss, now))
    )


def compared(descent: Descent, index: int, epsilon: float, gap: Markup) -> Markup:
    """|gap| = 9 ≥ ε; gap: how the difference of the last two losses is written."""
    change = abs(float(descent.losses[index]) - float(descent.losses[index - 1]))
    digits = OF_CHANGE if change == epsilon else digits_unlike(change, epsilon, OF_CHANGE)
    is_met = Operator("<" if change < epsilon else "≥")
    written = (Operator(relation(change, digits)), numeral(change, digits))
    return row(Fenced(gap, "|", "|"), *written, is_met, numeral(epsilon))


def ending(
    document: Document, results: Results, names: tuple[str, ...], tr: Translator
) -> tuple[str, str]:
    """Why it stopped, and what is wrong with that; nothing before the last iterate is reached."""
    descent, line = results.descent, results.line
    if descent is None or line is None:
        return "", ""
    if not results.complete:
        return tr("computing…"), ""
    if current_index(document, descent) < len(descent.losses) - 1:
        return "", ""
    stop = stop_sentence(tr, descent, names, line.name)
    return stop, warning_sentence(tr, descent, names, line.name)
