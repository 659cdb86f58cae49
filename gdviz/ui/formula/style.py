"""Styles of mathematics as The TeXbook has them (ch. 17): display, text, script; cramped or not."""

from dataclasses import dataclass, replace
from enum import IntEnum

SMALLEST_SCRIPT = 11.0
"""Exponents never get smaller than this, px, unless the formula itself is smaller."""


class Level(IntEnum):
    """How deep a piece stands."""

    DISPLAY = 0
    """The outermost level of a formula on a line of its own."""
    TEXT = 1
    """In a line of text, or in a fraction on a line of its own."""
    NESTED = 2
    """In a fraction inside these."""
    SCRIPT = 3
    """In an exponent or an index."""
    SCRIPT_SCRIPT = 4


SIZES = {
    Level.DISPLAY: 1.0,
    Level.TEXT: 1.0,
    Level.NESTED: 0.8,
    Level.SCRIPT: 0.7,
    Level.SCRIPT_SCRIPT: 0.55,
}
"""Sizes relative to the formula's. For the last two the font draws its letters anew. TeX sets
nested fractions as small as exponents, which is too small to be read from the back of a room."""
FRACTION_IN = {
    Level.DISPLAY: Level.TEXT,
    Level.TEXT: Level.NESTED,
    Level.NESTED: Level.SCRIPT,
}
"""The level of a fraction's parts; deeper ones are SCRIPT_SCRIPT, as they are for exponents."""
EXPONENT_IN = {Level.DISPLAY: Level.SCRIPT, Level.TEXT: Level.SCRIPT}
FORMS = {Level.SCRIPT: 1, Level.SCRIPT_SCRIPT: 2}
"""Which of the font's forms for exponents is used."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece is set. full_size: of the whole formula, px; smallest: of any exponent, px.

    cramped: exponents stand lower, because a bar is above; tight: signs have no space around
    them, because the piece is in an exponent.
    """

    full_size: float
    level: Level = Level.DISPLAY
    cramped: bool = False
    tight: bool = False
    smallest: float = SMALLEST_SCRIPT

    @property
    def size(self) -> float:
        """One em, px."""
        floor = min(self.smallest, self.full_size)
        return max(SIZES[self.level] * self.full_size, floor)

    @property
    def is_display(self) -> bool:
        """Whether there is room to spread: the formula's outermost level."""
        return self.level is Level.DISPLAY

    @property
    def form(self) -> int:
        """Which form of a letter is used: 0 on the line, 1 in exponents, 2 in exponents of them."""
        return FORMS.get(self.level, 0)

    @property
    def cramp(self) -> "Style":
        """The same under a bar."""
        return replace(self, cramped=True)

    @property
    def upper(self) -> "Style":
        """For an exponent."""
        level = EXPONENT_IN.get(self.level, Level.SCRIPT_SCRIPT)
        return replace(self, level=level, tight=True)

    @property
    def lower(self) -> "Style":
        """For an index."""
        return self.upper.cramp

    @property
    def numerator(self) -> "Style":
        """For what stands over a fraction bar."""
        return replace(self, level=FRACTION_IN.get(self.level, Level.SCRIPT_SCRIPT))

    @property
    def denominator(self) -> "Style":
        """For what stands under a fraction bar."""
        return self.numerator.cramp

    @property
    def degree(self) -> "Style":
        """For the degree of a root."""
        return replace(self, level=Level.SCRIPT_SCRIPT, cramped=True, tight=True)
