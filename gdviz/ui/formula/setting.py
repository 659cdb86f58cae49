"""What the setters of every kind of markup are given: the font, and a way to set what is inside."""

from collections.abc import Callable
from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.formula.box import Box, GlyphInk
from gdviz.ui.formula.math_font import MathFont
from gdviz.ui.formula.style import Style


@dataclass(frozen=True, slots=True)
class Setting:
    """`inside(markup, style)` sets a piece of any kind."""

    font: MathFont
    inside: Callable[[Markup, Style], Box]

    def length(self, name: str, style: Style) -> float:
        """A length of the font's table MATH, px."""
        return self.font.constants[name] * style.size

    def glyph(self, index: int, style: Style) -> Box:
        """A glyph as a box that is a letter on the baseline."""
        glyph = self.font.glyph(index)
        size = style.size
        return Box(
            (glyph.advance + glyph.italic) * size,
            glyph.ascent * size,
            glyph.descent * size,
            ink=GlyphInk(index, size),
            italic=glyph.italic * size,
            glyph=index,
            is_text=True,
        )

    def character(self, character: str, style: Style) -> Box:
        """A character as a box, in the form drawn for exponents where it is one."""
        return self.glyph(self.font.index(character, style.form), style)
