"""A formula on as many lines as it needs: broken before relations, then before plus and minus, or
after the commas of a list; where that is not enough, wherever a line can be cut."""

from collections.abc import Iterator

from gdviz.calculus.typesetting.markup import Gap, Markup, Operator, Row, Words
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.cutting import INDENT, SUMS, cut, flattened, indented, measured, segments
from gdviz.ui.formula.layout import layout

RELATIONS = "=≈<>≤≥≠→⇒"
COMMAS = ",;"
SPACE = Gap(0.25)
STUB = 0.35
"""A line shorter than this part of the width is not left alone."""

A_LITTLE_SMALLER = 0.8
"""Formulas are set so much smaller rather than cut inside brackets and fractions."""
SMALLEST_OF_ALL = 11.0
"""What cannot be cut at all is set so small rather than too wide, px."""


def listed(markup: Markup) -> list[Markup]:
    """The row cut after each comma."""
    cuts: list[list[Markup]] = [[]]
    for piece in flattened(markup):
        cuts[-1].append(piece)
        if isinstance(piece, Operator) and piece.text in COMMAS:
            cuts.append([])
    return [Row(tuple(cut)) for cut in cuts]


def spoken(markup: Markup) -> Iterator[Markup]:
    """The pieces of a row, words one by one."""
    for piece in flattened(markup):
        if isinstance(piece, Words):
            first, *others = piece.text.split()
            yield Words(first)
            for word in others:
                yield from (SPACE, Words(word))
        else:
            yield piece


def phrased(markup: Markup) -> list[Markup]:
    """The row cut after each of its words."""
    cuts: list[list[Markup]] = [[]]
    for piece in spoken(markup):
        if cuts[-1] and isinstance(cuts[-1][-1], Words):
            cuts.append([])
        cuts[-1].append(piece)
    return [Row(tuple(cut)) for cut in cuts]


def broken(markup: Markup, size: float, width: float, *, finely: bool = True) -> list[Box]:
    """Lines of at most `width` px where the formula can be broken so; later lines are indented.

    finely: lines that are too long still are cut inside their products, brackets and fractions.
    """
    if measured(markup, size) <= width:
        return [layout(markup, size)]
    lines = _sentences(markup, size, width)
    if finely:
        lines = [part for at, line in enumerate(lines) for part in _cut(line, at, size, width)]
    return [layout(line, size) for line in lines]


def _cut(line: Markup, at: int, size: float, width: float) -> list[Markup]:
    """A line that may be too long as lines that are not."""
    if at == 0:
        return cut(line, size, width)
    _, *pieces = flattened(line)
    found = cut(Row(tuple(pieces)), size, width - INDENT.width * size)
    return [indented(part) for part in found]


def _sentences(markup: Markup, size: float, width: float) -> list[Markup]:
    """Lines cut at relations, sums and words."""
    lines: list[Markup] = []
    for relation in segments(markup, RELATIONS):
        for piece in _pieces_for(lines, relation, size, width):
            joined = Row((*flattened(lines[-1]), *flattened(piece))) if lines else piece
            if lines and measured(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(indented(piece) if lines else piece)
    return lines


def _pieces_for(lines: list[Markup], relation: Markup, size: float, width: float) -> list[Markup]:
    """The relation whole, or its terms where it is too long, or would leave a short line alone.

    A list is taken apart where it is longer than a line, and so are the words before it.
    """
    if len(items := listed(relation)) > 1 and measured(relation, size) > width:
        return [part for item in items for part in _phrases(item, size, width)]
    before = measured(lines[-1], size) if lines else 0.0
    needed = measured(relation, size)
    leaves_a_stub = before < STUB * width and before + needed > width
    too_long = needed + INDENT.width * size > width
    return segments(relation, SUMS) if leaves_a_stub or too_long else [relation]


def _phrases(item: Markup, size: float, width: float) -> list[Markup]:
    """With words, only as far as they are longer than a line."""
    return phrased(item) if measured(item, size) > width else [item]


def fitted_between(formula: Markup, full: float, least: float, room: float) -> list[Box]:
    """Lines of a formula within `room` px, so that its end is always seen, one em between `least`
    and `full` px.

    First it is cut at relations and sums, then set a little smaller, then cut wherever it can be;
    what is one word without any place to cut is set as small as can be read.
    """
    for size in (full, least):
        boxes = broken(formula, size, room, finely=False)
        if _widest(boxes) <= room:
            return boxes
    boxes = broken(formula, size, room)
    while (widest := _widest(boxes)) > room and size > SMALLEST_OF_ALL:
        size = max(SMALLEST_OF_ALL, min(0.97, room / widest) * size)
        boxes = broken(formula, size, room)
    return boxes


def _widest(boxes: list[Box]) -> float:
    return max(box.width for box in boxes)
