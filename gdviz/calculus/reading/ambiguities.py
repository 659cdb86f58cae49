"""The ambiguous ways of writing, one function each, its docstring showing both readings.

Quiet on purpose: a place counts only where another program, or the person who typed the line, may
well have meant the other reading. Never `tg x^2`, `sin x cos x` or `x^2/2`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gdviz.calculus.expression import (
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Symbol,
    symbols,
)
from gdviz.calculus.reading.observations import LooseEnd, Observations, Piece

LETTERS = frozenset({"symbol", "constant"})
BRACKETS = frozenset({"(", "[", "{", "|("})
E = Constant("e")


class Edit(NamedTuple):
    """Put `text` in place of the characters from `start` to `stop`."""

    start: int
    stop: int
    text: str


class Ambiguity(NamedTuple):
    """The characters from `start` to `stop` can be read two ways.

    `reading` are the edits that make the reading taken plain, `other` those that change it.
    """

    code: str
    start: int
    stop: int
    reading: tuple[Edit, ...]
    other: tuple[Edit, ...]


class Line(NamedTuple):
    """A line that has been read: as typed, what was seen in it, and its variables."""

    text: str
    observed: Observations
    variables: frozenset[str]

    def is_fixed(self, node: Expression) -> bool:
        """Whether no variable stands in it."""
        return not self.variables & symbols(node)


Rule = Callable[[Line, Sequence[Piece]], Iterator[Ambiguity]]


def _insert(place: int, text: str) -> Edit:
    return Edit(place, place, text)


def _loose_end(ends: dict[int, LooseEnd], piece: Piece) -> LooseEnd | None:
    """What at the end of the piece could have gone on."""
    end = ends.get(piece.stop)
    return end if end is not None and end.start >= piece.start else None


def _run(product: Sequence[Piece], place: int) -> int:
    """End of the letters that follow without a blank from the piece at `place` on."""
    stop = product[place].stop
    for piece in product[place + 1 :]:
        if piece.sign != " " or not piece.touches or piece.kind not in LETTERS:
            break
        stop = piece.stop
    return stop


def _times(left: Piece, right: Piece) -> Edit:
    return Edit(left.stop, right.start, "·")


def product_after_division(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """1/2x: (1/2)·x or 1/(2x)."""
    for place, (below, first) in enumerate(pairwise(product)):
        if below.sign != "/" or first.sign != " ":
            continue
        if below.kind == "number" and first.kind == "function" and not first.touches:
            continue
        last = first
        for piece in product[place + 2 :]:
            if piece.sign != " ":
                break
            last = piece
        start = product[0].start
        reading = (_insert(start, "("), Edit(below.stop, first.start, ")·"))
        other = (_insert(below.start, "("), _insert(last.stop, ")"))
        yield Ambiguity("notice-product-after-division", start, last.stop, reading, other)


def _divided(product: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Numerator and denominator where no product goes on below, which is a case of its own."""
    for place, (above, below) in enumerate(pairwise(product)):
        goes_on = place + 2 < len(product) and product[place + 2].sign == " "
        if below.sign == "/" and below.kind != "function" and not goes_on:
            yield above, below


def divided_argument(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """sin x/2: (sin x)/2 or sin(x/2). Not sin x/x: nobody means sin(x/x)."""
    for above, below in _divided(product):
        end = _loose_end(line.observed.arguments, above)
        if end is None or symbols(end.node) & symbols(below.node) & line.variables:
            continue
        reading = (_insert(above.start, "("), _insert(above.stop, ")"))
        other = (Edit(end.blank, end.start, "("), _insert(below.stop, ")"))
        yield Ambiguity("notice-divided-argument", above.start, below.stop, reading, other)


def divided_exponent(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """x^1/3: (x^1)/3 or x^(1/3); e^-x/2 likewise. Not x^2/2: that is as common as it is clear."""
    for above, below in _divided(product):
        end = _loose_end(line.observed.exponents, above)
        if end is None or not isinstance(end.node, Power) or not line.is_fixed(below.node):
            continue
        exponent = end.node.exponent
        if exponent == Number(1.0) or isinstance(exponent, Negate):
            start = end.node.span[0]
            reading = (_insert(start, "("), _insert(above.stop, ")"))
            other = (_insert(end.start, "("), _insert(below.stop, ")"))
            yield Ambiguity("notice-divided-exponent", start, below.stop, reading, other)


def product_after_exponent(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """e^2x: e²·x or e^(2x); x^2x and e^ax likewise. Not x^2y, 2x^3y or e^x(x + 1)."""
    for place, (power, piece) in enumerate(pairwise(product)):
        end = _loose_end(line.observed.exponents, power)
        if end is None or piece.sign != " " or not piece.touches:
            continue
        if isinstance(end.node, Power) and _may_belong_to_exponent(line, end.node, piece):
            stop = _run(product, place + 1)
            other = (_insert(end.start, "("), _insert(stop, ")"))
            reading = (_times(power, piece),)
            start = end.node.span[0]
            yield Ambiguity("notice-product-after-exponent", start, stop, reading, other)


def _may_belong_to_exponent(line: Line, power: Power, piece: Piece) -> bool:
    is_negative = isinstance(power.exponent, Negate)
    exponent = power.exponent.operand if isinstance(power.exponent, Negate) else power.exponent
    if not isinstance(exponent, Number | Symbol | Constant):
        return False
    if piece.kind in BRACKETS:
        return power.base == E and line.is_fixed(exponent)
    if piece.kind not in LETTERS | {"radical"}:
        return False
    if isinstance(power.base, Symbol):
        return piece.node == power.base
    is_power_of_ten = power.base == Number(10.0) and is_negative
    return (power.base == E or isinstance(power.base, Number)) and not is_power_of_ten


def product_after_root(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """√2x: √2·x or √(2x). Not √x(x + 1)."""
    for place, (root, piece) in enumerate(pairwise(product)):
        end = _loose_end(line.observed.radicands, root)
        if end is None or piece.sign != " " or not piece.touches or piece.kind not in LETTERS:
            continue
        stop = _run(product, place + 1)
        other = (Edit(end.blank, end.start, "("), _insert(stop, ")"))
        start = end.blank - 1
        yield Ambiguity("notice-product-after-root", start, stop, (_times(root, piece),), other)


def bracket_after_argument(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """sin x(x + 1): sin(x)·(x + 1) or sin(x(x + 1))."""
    for call, piece in pairwise(product):
        end = _loose_end(line.observed.arguments, call)
        if end is None or piece.sign != " " or not piece.touches or piece.kind not in BRACKETS:
            continue
        reading = (Edit(end.blank, end.start, "("), Edit(call.stop, piece.start, ")·"))
        other = (Edit(end.blank, end.start, "("), _insert(piece.stop, ")"))
        yield Ambiguity("notice-bracket-after-argument", call.start, piece.stop, reading, other)


def scientific_number(line: Line, product: Sequence[Piece]) -> Iterator[Ambiguity]:
    """1e-3x: 0.001·x or 1·e − 3x."""
    for number, piece in pairwise(product):
        typed = line.text[number.start : number.stop].lower()
        if number.kind != "number" or "e" not in typed.replace("е", "e"):
            continue
        if piece.sign != " " or not piece.touches or not isinstance(number.node, Number):
            continue
        after_e = number.start + typed.replace("е", "e").index("e") + 1
        is_signed = not line.text[after_e].isdigit()
        sign = "-" if "e-" in number.node.text else "+"
        edit = Edit(after_e, after_e + 1, f" {sign} ") if is_signed else _insert(after_e, "·")
        reading = (_times(number, piece),)
        yield Ambiguity("notice-scientific", number.start, piece.stop, reading, (edit,))


RULES_FOR_PRODUCTS: tuple[Rule, ...] = (
    product_after_division,
    divided_argument,
    divided_exponent,
    product_after_exponent,
    product_after_root,
    bracket_after_argument,
    scientific_number,
)
