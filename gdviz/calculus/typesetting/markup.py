"""Formulas as they are set on paper: rows, fractions, exponents, roots, brackets.

notation.py turns an Expression into Markup; from Markup come the LaTeX text (here) and the picture
(gdviz.ui.formula), so that both always agree. `part` names the expression a piece was made from,
so that a view can light it up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of typeset mathematics."""

    part: Expression | None = field(default=None, kw_only=True, repr=False, compare=False)

    def children(self) -> tuple["Markup", ...]:
        """The pieces it is set from, in reading order."""
        return ()


@dataclass(frozen=True, slots=True)
class Letter(Markup):
    """A variable, set in italics: x, w, α. Also e. More than one letter is one name (lr)."""

    text: str


@dataclass(frozen=True, slots=True)
class Upright(Markup):
    """Digits, names of functions (tg, sin), d of dx, units: set upright."""

    text: str


@dataclass(frozen=True, slots=True)
class Words(Markup):
    """Words of prose inside a formula, in the text font."""

    text: str


@dataclass(frozen=True, slots=True)
class Operator(Markup):
    """A binary sign or relation with the space that belongs to it: + − · = ≈ → ⇒ ,"""

    text: str


@dataclass(frozen=True, slots=True)
class Gap(Markup):
    """Blank of `width` em: 1/6 before the name of a function in a product, 1 between formulas."""

    width: float


@dataclass(frozen=True, slots=True)
class Row(Markup):
    """Pieces side by side on the baseline."""

    pieces: tuple[Markup, ...]

    def children(self) -> tuple[Markup, ...]:
        return self.pieces


@dataclass(frozen=True, slots=True)
class Applied(Markup):
    """A function and its argument, with a little blank between: sin x; none before brackets."""

    function: Markup
    argument: Markup

    def children(self) -> tuple[Markup, ...]:
        return (self.function, self.argument)


@dataclass(frozen=True, slots=True)
class Fraction(Markup):
    """Numerator over denominator with a bar."""

    numerator: Markup
    denominator: Markup

    def children(self) -> tuple[Markup, ...]:
        return (self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Scripts(Markup):
    """A base with an exponent, an index, or both."""

    base: Markup
    upper: Markup | None = None
    lower: Markup | None = None

    def children(self) -> tuple[Markup, ...]:
        return tuple(p for p in (self.base, self.lower, self.upper) if p is not None)


@dataclass(frozen=True, slots=True)
class Radical(Markup):
    """√ over the radicand, with a degree for ∛ and other roots."""

    radicand: Markup
    degree: Markup | None = None

    def children(self) -> tuple[Markup, ...]:
        return (self.radicand,) if self.degree is None else (self.degree, self.radicand)


@dataclass(frozen=True, slots=True)
class Fenced(Markup):
    """Brackets or bars as high as their content: opening and closing are of ( ) [ ] { } | ⌊ ⌋ ⌈ ⌉
    or empty."""

    content: Markup
    opening: str = "("
    closing: str = ")"

    def children(self) -> tuple[Markup, ...]:
        return (self.content,)


def walk(markup: Markup) -> Iterator[Markup]:
    """Every piece, the whole before its parts."""
    stack = [markup]
    while stack:
        piece = stack.pop()
        yield piece
        stack.extend(reversed(piece.children()))


def is_bracketed(markup: Markup) -> bool:
    """Whether it stands in brackets, bars not counted."""
    if isinstance(markup, Row) and len(markup.pieces) == 1:
        return is_bracketed(markup.pieces[0])
    return isinstance(markup, Fenced) and markup.opening in "([{"
