"""Lines one under another inside a formula: a numerator too long for one line."""

from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.formula.box import Box, Placed, around
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

LEADING = 0.2
"""Space between lines, em."""


@dataclass(frozen=True, slots=True)
class Stacked(Markup):
    """Lines, each beginning at the left."""

    lines: tuple[Markup, ...]

    def children(self) -> tuple[Markup, ...]:
        return self.lines


def set_stacked(stacked: Stacked, style: Style, setting: Setting) -> Box:
    """The first line on the baseline, the others under it."""
    return piled([setting.inside(line, style) for line in stacked.lines], LEADING * style.size)


def piled(boxes: list[Box], leading: float) -> Box:
    """Boxes one under another, so many px apart."""
    placed: list[Placed] = []
    y = 0.0
    for box in boxes:
        if placed:
            y += placed[-1].box.descent + leading + box.ascent
        placed.append(Placed(0.0, y, box))
    return around(placed, max((box.width for box in boxes), default=0.0))
