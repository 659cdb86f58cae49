"""How large a formula is set in the room there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.style import SMALLEST_SCRIPT
from gdviz.ui.theme import Theme

SMALLEST = 18.0
"""Formulas that people read are never smaller, px."""
SMALLEST_OF_SECONDARY = 0.9
"""Exponents may be a little smaller than the smallest text."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """One em where there is room, at least, and of exponents at least, px."""

    full: float = SMALLEST
    smallest: float = SMALLEST
    smallest_exponent: float = SMALLEST_SCRIPT

    @classmethod
    def of(cls, theme: Theme) -> "Sizes":
        """For a desk, or for the back of a room, where no text may be small."""
        text = theme.sizes.secondary
        return cls(
            full=max(theme.sizes.formula, SMALLEST),
            smallest=max(text, SMALLEST),
            smallest_exponent=max(SMALLEST_OF_SECONDARY * text, SMALLEST_SCRIPT),
        )

    def laid_out(self, markup: Markup, size: float, display: bool) -> Box:
        """The formula at a size."""
        return layout(markup, size, display, self.smallest_exponent)


HOPELESS = 1.25
"""A formula that is wider by so much, than what would fit at the smallest size, fits at none."""


def fit(markup: Markup, sizes: Sizes, width: float, height: float) -> Box:
    """The formula at full size if it fits into width × height, else as large as fits.

    First it shrinks, down to the smallest size; then fractions are set as in a line of text. Where
    it is too wide even so, the box is wider than the room. It is never higher: whoever gives too
    little height gets a smaller formula.
    """
    low_enough: Box | None = None
    for display in (True, False):
        for box in _boxes(markup, sizes, display, width, height):
            if box.height <= height and box.width <= width:
                return box
        if box.height <= height:
            low_enough = low_enough or box
    return low_enough or _shrunk(markup, sizes, height)


def _boxes(
    markup: Markup, sizes: Sizes, display: bool, width: float, height: float
) -> Iterator[Box]:
    """At full size, at what should fit, a little smaller (exponents shrink less), at smallest."""
    size = sizes.full
    box = sizes.laid_out(markup, size, display)
    yield box
    if box.width > HOPELESS * width * sizes.full / sizes.smallest:
        yield sizes.laid_out(markup, sizes.smallest, display)
        return
    for reserve in (1.0, 0.97):
        share = min(width / max(box.width, 1.0), height / max(box.height, 1.0))
        size = max(sizes.smallest, reserve * size * min(1.0, share))
        box = sizes.laid_out(markup, size, display)
        yield box
    yield sizes.laid_out(markup, sizes.smallest, display)


def _shrunk(markup: Markup, sizes: Sizes, height: float) -> Box:
    """So small that it is not higher; exponents, which have a floor, make this a search."""
    size = sizes.smallest
    box = sizes.laid_out(markup, size, display=False)
    while box.height > height and size > 1.0:
        size *= min(0.9, height / box.height)
        box = sizes.laid_out(markup, size, display=False)
    return box
