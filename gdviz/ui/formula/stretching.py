"""Signs that grow: the font's nearest variant, stretched a little, or pieces put together.

Stretching upwards keeps the weight of strokes that stand upright, and the variants lie so close
that it is never more than a few per cent: brackets grow smoothly.
"""

from math import inf, log

from gdviz.ui.formula.box import Box, GlyphInk, PiecesInk, Placed, around
from gdviz.ui.formula.opentype import Growth
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

LONGEST_STRETCH = 1.15
"""A largest variant that would have to be stretched more is put together of pieces instead."""
LONGEST_STRETCH_OF = {"√": 1.6, "|": inf, "‖": inf}
"""Signs that keep their shape longer. A bar is a bar at any height."""


def natural_height(character: str, style: Style, setting: Setting) -> float:
    """Of the sign as it is in a line of text, px."""
    glyph = setting.font.glyph(setting.font.index(character))
    return (glyph.ascent + glyph.descent) * style.size


def stretched(character: str, height: float, style: Style, setting: Setting) -> Box:
    """The sign so high, px, standing on the baseline."""
    growth = setting.font.growth(character)
    largest = _glyph_height(growth.variants[-1][0], style, setting)
    longest = LONGEST_STRETCH_OF.get(character, LONGEST_STRETCH) * largest
    if growth.pieces and height > longest:
        return _assembled(growth, height, style, setting)
    return _standing(_nearest(growth, height, style, setting), height, style, setting)


def _nearest(growth: Growth, height: float, style: Style, setting: Setting) -> int:
    """The variant that has to be stretched least."""
    glyphs = [glyph for glyph, _ in growth.variants]
    return min(glyphs, key=lambda glyph: abs(log(_glyph_height(glyph, style, setting) / height)))


def _glyph_height(index: int, style: Style, setting: Setting) -> float:
    glyph = setting.font.glyph(index)
    return (glyph.ascent + glyph.descent) * style.size


def _standing(index: int, height: float, style: Style, setting: Setting) -> Box:
    """A glyph stretched to that height, its lowest point on the baseline."""
    glyph = setting.font.glyph(index)
    stretch = height / _glyph_height(index, style, setting)
    lift = glyph.descent * style.size * stretch
    ink = Box(
        glyph.advance * style.size,
        glyph.ascent * style.size * stretch,
        lift,
        ink=GlyphInk(index, style.size, stretch),
    )
    return Box(ink.width, height, 0.0, children=(Placed(0.0, -lift, ink),))


def _assembled(growth: Growth, height: float, style: Style, setting: Setting) -> Box:
    """The pieces from the bottom up; those that may extend share what is left.

    They meet edge to edge: where outlines overlap, their soft edges would show darker.
    """
    ends = [_glyph_height(p.glyph, style, setting) for p in growth.pieces if not p.extends]
    extenders = len(growth.pieces) - len(ends)
    rest = height - sum(ends)
    placed = []
    y = 0.0
    for piece in growth.pieces:
        own = _glyph_height(piece.glyph, style, setting)
        length = rest / extenders if piece.extends else own
        placed.append(Placed(0.0, -y, _standing(piece.glyph, length, style, setting)))
        y += length
    width = max(p.box.width for p in placed)
    return Box(width, height, 0.0, ink=PiecesInk(around(placed, width)))
