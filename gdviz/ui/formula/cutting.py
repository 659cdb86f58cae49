"""Where a line of mathematics may be cut that no relation or sum divides any more.

From the loosest place to the tightest: before plus and minus, before a sign of multiplication,
between factors, and then inside the widest brackets. What has a bar over or under it is not cut
but made narrower: what stands over or under a fraction bar, or in a root, takes several lines.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Fraction,
    Gap,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
)
from gdviz.ui.formula.fractions import BEARING, OVERHANG
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.stacking import Stacked

SUMS = "+−"
TIMES = "·×"
INDENT = Gap(1.0)
"""Before every line but the first."""
BAR = 2 * (OVERHANG + BEARING)
"""What a fraction bar is longer than what stands over it, em."""


def flattened(markup: Markup) -> Iterator[Markup]:
    """The pieces of a row, rows within it opened."""
    if isinstance(markup, Row):
        for piece in markup.pieces:
            yield from flattened(piece)
    else:
        yield markup


def segments(markup: Markup, signs: str) -> list[Markup]:
    """The row cut before each of the signs; a sign that only signs stand before does not count."""
    cuts: list[list[Markup]] = [[]]
    for piece in flattened(markup):
        has_operand = any(not isinstance(before, (Operator, Gap)) for before in cuts[-1])
        if isinstance(piece, Operator) and piece.text in signs and has_operand:
            cuts.append([])
        cuts[-1].append(piece)
    return [Row(tuple(cut)) for cut in cuts]


def factors(markup: Markup) -> list[Markup]:
    """The row cut between factors that no sign stands between; each but the first has a sign then.

    Only where nothing but a product can be meant: not in f(x), and not after lim.
    """
    cuts: list[list[Markup]] = [[]]
    for piece in flattened(markup):
        before = [other for other in cuts[-1] if not isinstance(other, Gap)]
        if before and _ends_factor(before[-1]) and not isinstance(piece, (Operator, Gap)):
            cuts.append([Operator(TIMES[0])])
        cuts[-1].append(piece)
    return [Row(tuple(cut)) for cut in cuts]


def _ends_factor(piece: Markup) -> bool:
    if isinstance(piece, Scripts):
        return _ends_factor(piece.base)
    if isinstance(piece, Upright):
        return piece.text[-1].isdigit()
    return isinstance(piece, (Fenced, Radical, Applied))


def loosest(markup: Markup) -> list[Markup]:
    """Cut at its loosest places; whole where there are none."""
    cutters = (partial(segments, signs=SUMS), partial(segments, signs=TIMES), factors, _opened)
    return next((found for cutter in cutters if len(found := cutter(markup)) > 1), [markup])


def cut(markup: Markup, size: float, width: float) -> list[Markup]:
    """Lines at most `width` px wide, if there is any way to it; all but the first are indented."""
    if measured(markup, size) <= width:
        return [markup]
    pieces = loosest(markup)
    if len(pieces) == 1:
        return [narrowed(markup, size, width)]
    lines: list[Markup] = []
    for piece in pieces:
        joined = Row((*flattened(lines[-1]), *flattened(piece))) if lines else piece
        if lines and measured(joined, size) <= width:
            lines[-1] = joined
        else:
            first, *others = cut(piece, size, width - INDENT.width * size if lines else width)
            lines += [indented(first) if lines else first, *map(indented, others)]
    return lines


def indented(line: Markup) -> Markup:
    """Further to the right, unless it is already."""
    pieces = tuple(flattened(line))
    return line if pieces[:1] == (INDENT,) else Row((INDENT, *pieces))


def measured(markup: Markup, size: float) -> float:
    """How wide it is on one line, px."""
    return layout(markup, size).width


def _opened(markup: Markup) -> list[Markup]:
    """Cut inside the longest pair of brackets."""
    if isinstance(markup, Row):
        pieces = tuple(flattened(markup))
        at = max(range(len(pieces)), key=lambda at: measured(pieces[at], 1.0))
        inner = _opened(pieces[at])
        if len(inner) < 2:
            return [markup]
        first = Row((*pieces[:at], inner[0]))
        last = Row((*flattened(inner[-1]), *pieces[at + 1 :]))
        return [first, *inner[1:-1], last]
    if isinstance(markup, Fenced):
        return _unfenced(markup)
    if isinstance(markup, Scripts):
        inner = _opened(markup.base)
        *signs, base = _sign_apart(inner[-1])
        return [*inner[:-1], Row((*signs, replace(markup, base=base)))]
    if isinstance(markup, Applied) and isinstance(markup.argument, Fenced):
        inner = _opened(markup.argument)
        return [replace(markup, argument=inner[0]), *inner[1:]]
    return [markup]


def _unfenced(fenced: Fenced) -> list[Markup]:
    """The brackets open on one line and close on another."""
    inner = loosest(fenced.content)
    if len(inner) == 1:
        return [fenced]
    *signs, rest = _sign_apart(inner[-1])
    last = replace(fenced, content=rest, opening="")
    return [replace(fenced, content=inner[0], closing=""), *inner[1:-1], Row((*signs, last))]


def _sign_apart(term: Markup) -> tuple[Markup, ...]:
    """The sign that a line begins with, and the rest; alone it keeps the space around it."""
    first, *others = flattened(term)
    return (first, Row(tuple(others))) if isinstance(first, Operator) and others else (term,)


def narrowed(markup: Markup, size: float, width: float) -> Markup:
    """What cannot be cut, with several lines in its widest fraction or root."""
    if isinstance(markup, Row):
        pieces = list(flattened(markup))
        at = max(range(len(pieces)), key=lambda at: measured(pieces[at], size))
        others = measured(markup, size) - measured(pieces[at], size)
        pieces[at] = narrowed(pieces[at], size, width - others)
        return Row(tuple(pieces))
    if isinstance(markup, Fraction):
        room = width - BAR * size
        upper, lower = (_stacked(p, size, room) for p in (markup.numerator, markup.denominator))
        return replace(markup, numerator=upper, denominator=lower)
    for name in ("radicand", "content", "base", "argument"):
        if (inner := getattr(markup, name, None)) is not None:
            room = width - measured(markup, size) + measured(inner, size)
            changed: dict[str, Any] = {name: _stacked(inner, size, room)}
            return replace(markup, **changed)
    return markup


def _stacked(markup: Markup, size: float, width: float) -> Markup:
    lines = cut(markup, size, width)
    return lines[0] if len(lines) == 1 else Stacked(tuple(lines))
