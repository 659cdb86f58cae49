"""The mathematical font as layout sees it: measures in em, y upwards, and outlines to paint."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QRawFont, QTransform

from gdviz import assets
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.opentype import Growth, Kern, read_math, read_script_forms

MATHS_FILE = "STIXTwoMath-Regular.ttf"
WORDS_SIZE = 100
"""Words are measured and outlined at this size, px, and scaled: widths that grow evenly."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph's measures, em. italic: how far its top leans over its advance."""

    index: int
    advance: float
    ascent: float
    descent: float
    italic: float


class MathFont:
    """STIX Two Math; needs a QGuiApplication. Everything asked twice is kept."""

    def __init__(self) -> None:
        path = assets.path("fonts", MATHS_FILE)
        # One pixel is one font unit, so that nothing is rounded to a grid.
        self._raw = QRawFont(str(path), 1000.0, QFont.HintingPreference.PreferNoHinting)
        self._em = self._raw.unitsPerEm()
        self._raw.setPixelSize(self._em)
        self._table = read_math(bytes(self._raw.fontTable("MATH").data()))
        self._forms = read_script_forms(bytes(self._raw.fontTable("GSUB").data()))
        self._indices: dict[str, int] = {}
        self._glyphs: dict[int, Glyph] = {}
        self._outlines: dict[int, QPainterPath] = {}
        self._words_font = text_font(WORDS_SIZE)
        self._words_metrics = QFontMetricsF(self._words_font)
        self.constants = MappingProxyType(
            {name: value / self._em for name, value in self._table.constants.items()}
        )

    def index(self, character: str, script: int = 0) -> int:
        """Index of a character's glyph, 0 where there is none; `script` as in `script_form`."""
        if character not in self._indices:
            indices = self._raw.glyphIndexesForString(character)
            self._indices[character] = indices[0] if indices else 0
        return self.script_form(self._indices[character], script)

    def script_form(self, index: int, script: int) -> int:
        """The glyph drawn for exponents (1) or for exponents of exponents (2); itself for 0."""
        forms = self._forms.get(index, ())
        return forms[min(script, len(forms)) - 1] if script and forms else index

    def glyph(self, index: int) -> Glyph:
        """The measures of a glyph."""
        if index not in self._glyphs:
            advance = self._raw.advancesForGlyphIndexes([index])[0].x()
            ink = self._raw.boundingRect(index)
            self._glyphs[index] = Glyph(
                index,
                advance / self._em,
                ascent=-ink.top() / self._em,
                descent=ink.bottom() / self._em,
                italic=self._table.italics.get(index, 0) / self._em,
            )
        return self._glyphs[index]

    def growth(self, character: str) -> Growth:
        """How a bracket, bar or root sign grows: heights of its variants in font units."""
        index = self.index(character)
        return self._table.growth.get(index, Growth(((index, 0),), ()))

    def exponent_kern(self, base: int, exponent: int | None, shift: float, depth: float) -> float:
        """Kern, em, between a letter and an exponent raised by `shift`, `depth` below its line."""
        left = self._kern(self._table.lower_left, exponent, -depth)
        return self._kern(self._table.upper_right, base, shift - depth) + left

    def index_kern(self, base: int, index: int | None, shift: float, height: float) -> float:
        """Kern, em, between a letter and an index lowered by `shift`, `height` above its line."""
        left = self._kern(self._table.upper_left, index, height)
        return self._kern(self._table.lower_right, base, height - shift) + left

    def _kern(self, side: dict[int, Kern], glyph: int | None, height: float) -> float:
        kern = side.get(glyph) if glyph is not None else None
        return kern.at(height * self._em) / self._em if kern else 0.0

    def outline(self, index: int) -> QPainterPath:
        """A glyph's outline at one em = 1, y downwards."""
        if index not in self._outlines:
            path = self._raw.pathForGlyph(index)
            self._outlines[index] = scaled(path, 1 / self._em)
        return self._outlines[index]

    def words(self, text: str) -> tuple[float, float, float]:
        """Advance, ascent and descent of words, em."""
        advance = self._words_metrics.horizontalAdvance(text)
        ink = self._words_metrics.tightBoundingRect(text)
        return advance / WORDS_SIZE, -ink.top() / WORDS_SIZE, ink.bottom() / WORDS_SIZE

    def words_outline(self, text: str) -> QPainterPath:
        """The outline of words at one em = 1, y downwards."""
        path = QPainterPath()
        path.addText(0.0, 0.0, self._words_font, text)
        return scaled(path, 1 / WORDS_SIZE)


def scaled(path: QPainterPath, factor: float) -> QPainterPath:
    """A path, so many times as large."""
    return QTransform.fromScale(factor, factor).map(path)


@cache
def math_font() -> MathFont:
    """The program's mathematical font, read once."""
    return MathFont()
