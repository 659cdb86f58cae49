"""A descent over two parameters in numbers: the rule and the step of each, the test, the table."""

import numpy as np

from gdviz.calculus.typesetting.markup import (
    Fenced,
    Gap,
    Letter,
    Markup,
    Operator,
    Upright,
    Words,
)
from gdviz.calculus.typesetting.notation import derivative_name, function_letter, listed, plain
from gdviz.calculus.view.hollows import Hollow
from gdviz.descent.run import Descent
from gdviz.descent.telling import OF_CHANGE, loss_digits
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.numerals import MINUS, significant
from gdviz.session.naming import Names
from gdviz.session.phrases import chain, numeral, row
from gdviz.session.plane import Plane
from gdviz.session.resolve.descent import compared, ending, is_lectures_own, trouble, update
from gdviz.session.resolve.plot import current_index
from gdviz.session.results import Results
from gdviz.session.scene import DescentScene, IterateRow, SecondParameter

ACROSS, UP = 0, 1
SPACE = 0.5
"""em after words."""


def plane_descent_scene(
    document: Document, results: Results, plane: Plane, tr: Translator
) -> DescentScene:
    """The step written out is the one that led to the current iterate; at the start, the first."""
    settings, descent = document.descent, results.descent
    first, second = plane.both_names
    index = 0 if descent is None else current_index(document, descent)
    last = 0 if descent is None else len(descent.losses) - 1
    shown = min(max(index, 1), last)
    numbers: list[Markup | None] = [None, None]
    own, test = descent is None or is_lectures_own(descent.plan), None
    if descent is not None and last:
        if own:
            pairs = enumerate(plane.both_names)
            numbers = [update(descent, shown, settings.rate, names, k) for k, names in pairs]
        gap = row(Upright("Δ"), function_letter(plane.formula))
        test = compared(descent, shown, settings.epsilon, gap)
    start = plane.start_of(settings)
    letters = plain(first.letter), plain(second.letter)
    reason, warning = ending(document, results, letters, tr)
    return DescentScene(
        rule=_rule(plane, ACROSS) if own else None,
        numbers=numbers[ACROSS],
        test=test,
        losses=np.empty(0) if descent is None else descent.losses,
        step=index,
        total=last,
        stop_reason=reason,
        warning=warning,
        trouble=trouble(results, tr) if descent is None else "",
        start=start[ACROSS],
        rate=settings.rate,
        epsilon=settings.epsilon,
        letter=letters[ACROSS],
        loss=plain(function_letter(plane.formula)),
        names=first,
        second=SecondParameter(
            _rule(plane, UP) if own else None, numbers[UP], start[UP], letters[UP], second
        ),
    )


def plane_iterate_row(descent: Descent, index: int) -> IterateRow:
    """Row `index` of the table: i, x, y, L, |∇L|, ΔL."""
    losses = descent.losses
    loss, before = (float(losses[at]) for at in (index, max(index - 1, 0)))
    with np.errstate(all="ignore"):
        steepness = float(np.linalg.norm(descent.gradients[index]))
    x, y = descent.points[index].tolist()
    return IterateRow(
        step=int(descent.steps[index]),
        point=significant(x),
        loss=significant(loss, loss_digits(losses, index)),
        gradient=significant(steepness),
        change=significant(loss - before, OF_CHANGE) if index else "",
        second=significant(y),
    )


def minima_line(plane: Plane, found: tuple[Hollow, ...], tr: Translator) -> Markup | None:
    """The lowest minimum in view: local minimum: L(1, 1) = 0."""
    if not found:
        return None
    lowest = found[0]
    called = tr("local minimum:") if len(found) == 1 else tr("lowest local minimum in view:")
    at = Fenced(listed([numeral(lowest.x), numeral(lowest.y)]))
    value = Operator("="), numeral(lowest.value)
    return row(Words(called), Gap(SPACE), function_letter(plane.formula), at, *value)


def _names(plane: Plane, place: int) -> Names:
    return plane.both_names[place]


def _rule(plane: Plane, place: int) -> Markup:
    """x⁽ⁱ⁺¹⁾ = x⁽ⁱ⁾ − λ·∂L/∂x"""
    names = _names(plane, place)
    now, then = names.iterate(Letter("i")), names.iterate(row(Letter("i"), Upright("+1")))
    slope = derivative_name(plane.formula, plane.variables[place])
    return chain([then, row(now, Operator(MINUS), Letter("λ"), Operator("·"), slope)])
