"""Marks in words, as a hand that rests on them reads them."""

from collections.abc import Mapping

from gdviz.calculus.marks.mark import Crowd, Kind, Mark, Side
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence

DIGITS = 6
"""A mark is exact, and may say so."""
Fields = Mapping[str, object]


def mark_sentence(tr: Translator, mark: Mark, digits: int = DIGITS) -> str:
    """What the mark is, with its numbers."""
    return sentence(tr, _code(mark), _fields(mark, digits))


def crowd_sentence(tr: Translator, crowd: Crowd) -> str:
    """That there are too many of something to be marked."""
    return sentence(tr, f"crowded-{crowd}")


def _code(mark: Mark) -> str:
    if mark.turn is not None:
        return f"mark-{mark.turn}"
    if mark.kind is Kind.JUMP and mark.value is None:
        return "mark-jump-without-value"
    if mark.kind is Kind.HOLE and mark.value is not None:
        return "mark-hole-with-value"
    if mark.kind is Kind.EDGE:
        return f"mark-edge-{_end(mark)}"
    return f"mark-{mark.kind}"


def _end(mark: Mark) -> str:
    if not mark.left.defined and not mark.right.defined:
        return "lone"
    return "closed" if mark.left.closed or mark.right.closed else "open"


def _fields(mark: Mark, digits: int) -> Fields:
    told = {"x": mark.x, "y": mark.y, "limit": mark.y, "value": mark.value}
    fields: dict[str, object] = {name: _number(y, digits) for name, y in told.items()}
    if mark.kind in (Kind.CORNER, Kind.CUSP):
        slopes = {"left": mark.left.slope, "right": mark.right.slope}
        return fields | {name: _number(slope, digits) for name, slope in slopes.items()}
    fields["slope"] = _number(mark.left.slope, digits)
    sides = {"left": mark.left, "right": mark.right}
    return fields | {name: _side(name, side, digits) for name, side in sides.items()}


def _side(name: str, side: Side, digits: int) -> tuple[str, Fields]:
    if not side.defined:
        return f"mark-{name}-undefined", {}
    if side.limit is None:
        return f"mark-{name}-none", {}
    return f"mark-{name}-limit", {"limit": _number(side.limit, digits)}


def _number(value: float | None, digits: int) -> str:
    return "?" if value is None else significant(value, digits)
