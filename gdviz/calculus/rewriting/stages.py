"""From a raw derivative to its tidy form, in stages that one can follow.

The tidier itself does the work: it is let loose with more laws from stage to stage.
"""

from collections.abc import Callable, Iterator

from gdviz.calculus.building import divide, multiply, negative
from gdviz.calculus.expression import (
    Expression,
    Negate,
    Product,
    Quotient,
    Sum,
    walk,
)
from gdviz.calculus.normal import by_sines, settled, tidy
from gdviz.calculus.rewriting.line import Line
from gdviz.calculus.tidying.laws import CANCELLING_LAWS, EVERYTHING, Laws
from gdviz.calculus.tidying.tidier import Tidier, TooMuchWorkError

MOST_NODES = 400
"""Larger trees are shown before and after only."""
MOST_WORK = 2000
REST = "algebra"
"""The reason of a last line that follows from several laws at once."""

Stage = Callable[[Expression], Expression]


def simplification(expression: Expression) -> tuple[Line, ...]:
    """The chain of equalities from an expression to tidy(expression), one line if it is tidy."""
    final = tidy(expression)
    lines = [Line(expression, "")]
    if expression == final:
        return tuple(lines)
    for reason, form in _forms(expression):
        if form == final:
            break
        if form not in [line.expression for line in lines]:
            lines.append(Line(form, reason))
    else:
        reason = REST
    if lines[-1].expression != final:
        lines.append(Line(final, reason))
    return tuple(lines)


def _forms(expression: Expression) -> Iterator[tuple[str, Expression]]:
    """The form after each stage, with the reason of the stage."""
    for place, _ in enumerate(walk(expression)):
        if place > MOST_NODES:
            return
    for reason, stage in STAGES.items():
        try:
            expression = stage(expression)
        except TooMuchWorkError:
            return
        yield reason, expression


def _inner_parts(expression: Expression) -> Expression:
    """The parts of sums, products and quotients, each put in order where it stands."""
    match expression:
        case Sum(terms):
            return Sum(tuple(_inner_parts(term) for term in terms))
        case Product(factors):
            return multiply(*(_inner_parts(factor) for factor in factors))
        case Quotient(above, below):
            return divide(_inner_parts(above), _inner_parts(below))
        case Negate(operand):
            return negative(_inner_parts(operand))
    return settled(expression, Laws(0))


def _by(laws: Laws) -> Stage:
    return lambda expression: settled(expression, laws)


def _once(laws: Laws) -> Stage:
    return lambda expression: Tidier(expression, laws, MOST_WORK).tidied(expression)


_TOGETHER = Laws.LIKE_TERMS | Laws.NESTED_SUMS
_KNOWN = _TOGETHER | Laws.IDENTITIES
_FACTORED = _KNOWN | Laws.COMMON_FACTOR
_JOINED = _FACTORED | Laws.ONE_FRACTION
_OPENED = _JOINED | Laws.BRACKETS
_MERGED = _OPENED | Laws.MERGING
STAGES: dict[str, Stage] = {
    "parts": _inner_parts,
    "products": _by(Laws(0)),
    "like-terms": _by(_TOGETHER),
    "identities": _by(_KNOWN),
    "common-factor": _by(_FACTORED),
    "one-fraction": _by(_JOINED),
    "brackets": _once(_OPENED),
    "merging": _by(_MERGED),
    "cancelled": _by(_MERGED | Laws.CANCELLING),
    "names": _by(CANCELLING_LAWS),
    "by-sines": by_sines,
    "factors": _by(CANCELLING_LAWS | Laws.FACTORS),
    "double-angles": _by(EVERYTHING),
}
"""Reason → what is done."""
