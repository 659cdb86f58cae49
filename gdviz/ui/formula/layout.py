"""Markup → boxes."""

import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from gdviz.calculus.expression import Expression
from gdviz.calculus.typesetting.abridgement import abridged
from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Fraction,
    Gap,
    Letter,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
    Words,
    walk,
)
from gdviz.ui.formula.box import Box, Placed
from gdviz.ui.formula.brackets import set_fenced
from gdviz.ui.formula.fractions import set_fraction
from gdviz.ui.formula.letters import set_letter, set_upright, set_words
from gdviz.ui.formula.math_font import math_font
from gdviz.ui.formula.roots import set_radical
from gdviz.ui.formula.rows import set_applied, set_gap, set_operator, set_row
from gdviz.ui.formula.scripts import set_scripts
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.stacking import Stacked, set_stacked
from gdviz.ui.formula.style import SMALLEST_SCRIPT, Level, Style

SETTERS: dict[type[Markup], Callable[[Any, Style, Setting], Box]] = {
    Letter: set_letter,
    Upright: set_upright,
    Words: set_words,
    Operator: set_operator,
    Gap: set_gap,
    Row: set_row,
    Applied: set_applied,
    Fraction: set_fraction,
    Scripts: set_scripts,
    Radical: set_radical,
    Fenced: set_fenced,
    Stacked: set_stacked,
}

KEPT = 256
"""So many formulas stay laid out: more than any window shows, few enough for memory."""


def layout(
    markup: Markup, size_px: float, display: bool = True, smallest: float = SMALLEST_SCRIPT
) -> Box:
    """The formula laid out, one em being `size_px`.

    display: on a line of its own, where fractions and limits have room. smallest: no exponent is
    set smaller, px. A formula that nobody could read ends in an ellipsis.
    """
    markup = abridged(markup)
    # Markup compares without its parts, which the boxes carry on.
    parts = SameParts(tuple(piece.part for piece in walk(markup)))
    return _layout(markup, parts, size_px, display, smallest)


@dataclass(frozen=True, slots=True, eq=False)
class SameParts:
    """Equal to the very same parts only: to compare equal ones piece by piece would take longer
    than to lay a deep formula out anew."""

    parts: tuple[Expression | None, ...]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SameParts) or len(self.parts) != len(other.parts):
            return False
        return all(map(operator.is_, self.parts, other.parts))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))


@lru_cache(maxsize=KEPT)
def _layout(
    markup: Markup,
    _: SameParts,
    size_px: float,
    display: bool,
    smallest: float,
) -> Box:
    style = Style(size_px, Level.DISPLAY if display else Level.TEXT, smallest=smallest)
    return set_markup(markup, style)


def set_markup(markup: Markup, style: Style) -> Box:
    """A piece of any kind; its box knows what expression it was made from."""
    box = SETTERS[type(markup)](markup, style, _setting())
    if markup.part is None:
        return box
    if box.part is None:
        return box.of(markup.part)
    return replace(box, children=(Placed(0.0, 0.0, box),), ink=None, part=markup.part)


@cache
def _setting() -> Setting:
    return Setting(math_font(), set_markup)
