"""How large a formula is set in the room there is."""

from collections.abc import Iterator

from gdviz.calculus.markup import Markup
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.layout import layout

SMALLEST = 18.0
"""Formulas that people read are never smaller, px."""


def fit(markup: Markup, size: float, smallest: float, width: float, height: float) -> Box:
    """The formula at `size` if it fits into width × height, else as large as fits.

    First it shrinks, down to `smallest`; then fractions are set as in a line of text. Where it is
    too wide even so, the box is wider than the room. It is never higher: whoever gives too little
    height gets a smaller formula.
    """
    tall_enough: Box | None = None
    for display in (True, False):
        for box in _boxes(markup, size, smallest, display, width, height):
            if box.height <= height and box.width <= width:
                return box
        if box.height <= height:
            tall_enough = tall_enough or box
    if tall_enough is not None:
        return tall_enough
    return _shrunk(markup, smallest, height)


def _shrunk(markup: Markup, size: float, height: float) -> Box:
    """So small that it is not higher; exponents, which have a floor, make this a search."""
    box = layout(markup, size, display=False)
    while box.height > height and size > 1.0:
        size *= min(0.9, height / box.height)
        box = layout(markup, size, display=False)
    return box


def _boxes(
    markup: Markup, size: float, smallest: float, display: bool, width: float, height: float
) -> Iterator[Box]:
    """At full size, at what should fit, a little smaller (exponents shrink less), at smallest."""
    box = layout(markup, size, display)
    yield box
    for reserve in (1.0, 0.97):
        share = min(width / max(box.width, 1.0), height / max(box.height, 1.0))
        size = max(smallest, reserve * size * min(1.0, share))
        box = layout(markup, size, display)
        yield box
    yield layout(markup, smallest, display)
