"""Styles of mathematics as The TeXbook has them (ch. 17): display, text, script; cramped or not."""

from dataclasses import dataclass, replace
from enum import IntEnum

SMALLEST_SCRIPT = 11.0
"""Exponents never get smaller than this, px, unless the formula itself is smaller."""


class Level(IntEnum):
    """How deep a piece stands: on its own, in a line, in an exponent, in an exponent's."""

    DISPLAY = 0
    TEXT = 1
    SCRIPT = 2
    SCRIPT_SCRIPT = 3


SIZES = {Level.DISPLAY: 1.0, Level.TEXT: 1.0, Level.SCRIPT: 0.7, Level.SCRIPT_SCRIPT: 0.55}
"""Sizes relative to the formula's: for these sizes the font draws its letters for exponents."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece is set. full_size: of the whole formula, px; smallest: of any exponent, px.

    cramped: exponents stand lower, because a bar is above.
    """

    full_size: float
    level: Level = Level.DISPLAY
    cramped: bool = False
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
    def is_script(self) -> bool:
        """Whether it is an exponent or deeper, where signs have no space around them."""
        return self.level >= Level.SCRIPT

    @property
    def cramp(self) -> "Style":
        """The same under a bar."""
        return replace(self, cramped=True)

    @property
    def upper(self) -> "Style":
        """For an exponent."""
        return self._at(max(self.level, Level.TEXT) + 1)

    @property
    def lower(self) -> "Style":
        """For an index."""
        return self.upper.cramp

    @property
    def numerator(self) -> "Style":
        """For what stands over a fraction bar."""
        return self._at(self.level + 1)

    @property
    def denominator(self) -> "Style":
        """For what stands under a fraction bar."""
        return self.numerator.cramp

    @property
    def degree(self) -> "Style":
        """For the degree of a root."""
        return replace(self, level=Level.SCRIPT_SCRIPT, cramped=True)

    def _at(self, level: int) -> "Style":
        return replace(self, level=Level(min(level, Level.SCRIPT_SCRIPT)))
