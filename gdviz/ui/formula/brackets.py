"""Brackets and bars as high as what they hold (The TeXbook, ch. 17: \\left and \\right)."""

from dataclasses import replace

from gdviz.calculus.markup import Fenced
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
    height = natural if wanted <= TOLERANCE * natural else wanted
    signs = (fenced.opening, fenced.closing)
    opening, closing = (
        centred(stretched(sign, height, style, setting), axis) if sign else EMPTY for sign in signs
    )
    return replace(beside((opening, content, closing)), is_text=height == natural)
