"""Brackets and bars as high as what they hold (The TeXbook, ch. 17: \\left and \\right)."""

from dataclasses import replace

from gdviz.calculus.typesetting.markup import Fenced
from gdviz.ui.formula.box import EMPTY, Box, beside
from gdviz.ui.formula.letters import centred
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.stretching import natural_height, stretched
from gdviz.ui.formula.style import Style

COVERED = 0.901
"""The share of the content that a bracket must cover, and
SHORTFALL: what it may leave uncovered, em; the stricter of both counts."""
SHORTFALL = 0.5
LINE_BRACKET = "("
"""All brackets are as high as this one where nothing makes them higher."""
LONGEST = 1.25
"""Brackets stand on the axis, but are never longer than their content by more than this factor:
around a lopsided content they leave the axis instead."""
TOLERANCE = 1.2
"""A content that sticks out less keeps the bracket of the line, so that (x² + 1)(x − 1) is even."""


def set_fenced(fenced: Fenced, style: Style, setting: Setting) -> Box:
    """The content between its brackets, which are centred on the axis.

    Brackets of the line are like letters to an exponent, higher ones carry it at their tips.
    """
    content = setting.inside(fenced.content, style)
    axis = setting.length("axis_height", style)
    natural = natural_height(LINE_BRACKET, style, setting)
    reach = 2 * max(content.ascent - axis, content.descent + axis)
    wanted = max(COVERED * reach, reach - SHORTFALL * style.size)
    height = min(wanted, LONGEST * content.height)
    if height <= TOLERANCE * natural:
        height, middle = natural, axis
    else:
        middle = _middle(content, height, axis)
    signs = (fenced.opening, fenced.closing)
    opening, closing = (
        centred(stretched(sign, height, style, setting), middle) if sign else EMPTY
        for sign in signs
    )
    return replace(beside((opening, content, closing)), is_text=height == natural)


def _middle(content: Box, height: float, axis: float) -> float:
    """The axis, or as near to it as a bracket can be that covers a lopsided content."""
    left_out = max(0.0, content.height - height) / 2
    lowest = content.ascent - left_out - height / 2
    highest = height / 2 + left_out - content.descent
    return min(max(axis, lowest), highest)
