"""Boxes: what layout makes of a formula and painting shows.

A box has a reference point at the left end of its baseline. Lengths are in px; y grows downwards,
as on the screen; ascent and descent are both counted away from the baseline.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True)
class GlyphInk:
    """A glyph of the mathematical font, by index: one em is `size` px, stretched upwards."""

    glyph: int
    size: float
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class RuleInk:
    """A filled rectangle from the reference point to the right, centred on the baseline."""

    width: float
    thickness: float


@dataclass(frozen=True, slots=True)
class PiecesInk:
    """A sign put together of glyphs that meet edge to edge, to be painted as one outline."""

    pieces: "Box"


@dataclass(frozen=True, slots=True)
class RootInk:
    """A root sign whose upper end is drawn out to a bar: `top` above the baseline, so wide."""

    sign: "Box"
    width: float
    top: float
    bottom: float
    thickness: float


@dataclass(frozen=True, slots=True)
class WordsInk:
    """Words in the window's text font, one em being `size` px."""

    text: str
    size: float


Ink = GlyphInk | PiecesInk | RuleInk | RootInk | WordsInk


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A piece of formula with the room it takes.

    part: the expression it was made from; italic: how far its last letter leans over, included in
    `width`; glyph: index of the glyph it consists of, where it is a single one; is_text: whether
    it is letters or digits on the baseline, on which all exponents stand equally high.
    """

    width: float
    ascent: float
    descent: float
    children: tuple["Placed", ...] = ()
    ink: Ink | None = None
    part: Expression | None = None
    italic: float = 0.0
    glyph: int | None = None
    is_text: bool = False

    @property
    def height(self) -> float:
        """From the lowest to the highest point."""
        return self.ascent + self.descent

    def of(self, part: Expression) -> "Box":
        """The box as that of an expression. Every letter goes this way, so no `replace`."""
        return Box(
            self.width,
            self.ascent,
            self.descent,
            self.children,
            self.ink,
            part,
            self.italic,
            self.glyph,
            self.is_text,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A box at (x, y) from its parent's reference point."""

    x: float
    y: float
    box: Box


EMPTY = Box(0.0, 0.0, 0.0)


def blank(width: float) -> Box:
    """Nothing, so wide."""
    return Box(width, 0.0, 0.0)


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes one after another on a baseline."""
    placed = []
    x = 0.0
    for box in boxes:
        placed.append(Placed(x, 0.0, box))
        x += box.width
    return around(placed, x)


def around(placed: Iterable[Placed], width: float) -> Box:
    """The box, so wide, that holds these."""
    children = tuple(placed)
    return Box(
        width,
        ascent=max((p.box.ascent - p.y for p in children), default=0.0),
        descent=max((p.box.descent + p.y for p in children), default=0.0),
        children=children,
    )
