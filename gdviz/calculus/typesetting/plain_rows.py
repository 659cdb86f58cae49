"""Rows as one line of text: terms with their signs, factors side by side."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from gdviz.calculus.functions import BY_SPELLING, CONSTANTS
from gdviz.calculus.reading.alphabet import GREEK, GREEK_NAMES, LATIN
from gdviz.calculus.typesetting.markup import Gap, Markup, Operator, Row, Scripts, Upright

LETTERS = frozenset(LATIN + GREEK)
INDICES = frozenset("₀₁₂₃₄₅₆₇₈₉")
KNOWN = frozenset({*GREEK_NAMES, *BY_SPELLING, *CONSTANTS})
BINDING = frozenset("·×/")
"""Signs between factors."""
PUNCTUATION = frozenset(",;:")
PREFIXES = frozenset("+−±")
FACTORIAL = Upright("!")
DIFFERENTIALS = frozenset("d∂Δ")
"""Before a letter they make one name with it: dx, ∂L, Δx."""
WORD = re.compile(f"[{LATIN}{GREEK}]{{2,}}")


class Rank(IntEnum):
    """How firmly a text holds together."""

    SUM = 0
    """Several terms, or the sides of an equation."""
    SIGNED = 1
    """One term with a minus before it."""
    QUOTIENT = 2
    PRODUCT = 3
    APPLICATION = 4
    """A function with an argument without brackets."""
    FACTOR = 5
    """x², √x, f(x)."""
    ATOM = 6
    """A letter, a number, a bracket."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text, and how it may be joined. is_open: it ends in an exponent after ^, unbracketed."""

    text: str
    rank: Rank
    is_open: bool = False

    def at_least(self, rank: Rank) -> str:
        """The text, in brackets where it does not hold together so firmly."""
        return self.text if self.rank >= rank else f"({self.text})"


ToLine = Callable[[Markup], Line]


def line_of_row(row: Row, to_line: ToLine) -> Line:
    """The row as one line; its pieces become lines by `to_line`."""
    terms = list(_terms(row.pieces))
    if not terms:
        return Line("", Rank.ATOM)
    if len(terms) == 1 and not isinstance(terms[0], Operator):
        return _product(terms[0], to_line)
    text = "".join(_with_signs(terms, to_line))
    is_signed = len(terms) == 2 and isinstance(terms[0], Operator) and "/" not in text
    return Line(text, Rank.SIGNED if is_signed else Rank.SUM)


def _terms(pieces: Sequence[Markup]) -> Iterator[Operator | list[Markup]]:
    """Signs, and between them the pieces of products."""
    product: list[Markup] = []
    for piece in pieces:
        if isinstance(piece, Operator) and piece.text not in BINDING:
            if product:
                yield product
            yield piece
            product = []
        else:
            product.append(piece)
    if product:
        yield product


def _with_signs(terms: Sequence[Operator | list[Markup]], to_line: ToLine) -> Iterator[str]:
    """A sign without a left operand belongs to what follows."""
    has_operand = False
    for term in terms:
        if not isinstance(term, Operator):
            yield _product(term, to_line).text
            has_operand = True
            continue
        if term.text in PUNCTUATION:
            yield f"{term.text} "
        elif term.text in PREFIXES and not has_operand:
            yield term.text
        else:
            yield f" {term.text} "
        has_operand = False


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor and what was set before it: nothing, a sign or a blank."""

    before: str
    line: Line


def _product(pieces: Sequence[Markup], to_line: ToLine) -> Line:
    if len(pieces) == 2 and _differential(pieces[0]) in DIFFERENTIALS:
        return Line("".join(to_line(piece).text for piece in pieces), Rank.ATOM)
    factors = _factors(pieces, to_line)
    if not factors:
        return Line(" ", Rank.ATOM)
    if len(factors) == 1:
        return factors[0].line
    is_quotient = any(factor.before == "/" for factor in factors)
    rank = Rank.QUOTIENT if is_quotient else Rank.PRODUCT
    return Line("".join(_with_joints(factors)), rank, factors[-1].line.is_open)


def _differential(piece: Markup) -> str:
    base = piece.base if isinstance(piece, Scripts) else piece
    return base.text if isinstance(base, Upright) else ""


def _factors(pieces: Sequence[Markup], to_line: ToLine) -> list[Factor]:
    found: list[Factor] = []
    before = ""
    for piece in pieces:
        if isinstance(piece, Gap):
            before = before or " "
        elif isinstance(piece, Operator):
            before = piece.text
        elif piece == FACTORIAL and found:
            last = found.pop()
            operand = last.line.at_least(Rank.ATOM)
            found.append(Factor(last.before, Line(f"{operand}!", Rank.FACTOR)))
        else:
            found.append(Factor(before, to_line(piece)))
            before = ""
    return found


def _with_joints(factors: Sequence[Factor]) -> Iterator[str]:
    """Two letters stand close, ax; of three the editor would make a word, so they do not."""
    texts = [factor.line.at_least(Rank.PRODUCT) for factor in factors]
    touch = [_touch(left, right) for left, right in pairwise(factors)]
    yield texts[0]
    for at, (left, right) in enumerate(pairwise(factors)):
        is_pair = touch[at] and not any(touch[max(0, at - 1) : at] + touch[at + 1 : at + 2])
        joint = right.before or _joint(left, texts[at + 1], touch[at], is_pair)
        is_wide = joint in BINDING and " " in texts[at] + texts[at + 1]
        yield (f" {joint} " if is_wide else joint) + texts[at + 1]


def _touch(left: Factor, right: Factor) -> bool:
    """Whether two letters, with an index or without, meet without anything between."""
    end, beginning = left.line.text[-1:], right.line.text[:1]
    return not right.before and end in LETTERS | INDICES and beginning in LETTERS


def _joint(left: Factor, right: str, touch: bool, is_pair: bool) -> str:
    if left.line.is_open or WORD.match(right):
        return " "
    is_name = left.line.text[-1:] + right[:1] in KNOWN
    return " " if touch and (is_name or not is_pair) else ""
