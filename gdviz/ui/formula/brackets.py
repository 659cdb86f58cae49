"""Brackets and bars as high as what they hold (The TeXbook, ch. 17: \\left and \\right)."""

from gdviz.calculus.markup import Fenced
from gdviz.ui.formula.box import Box, beside
from gdviz.ui.formula.letters import centred
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.stretching import natural_height, stretched
from gdviz.ui.formula.style import Style

COVERED = 0.901
"""The share of the content that a bracket must cover, and
SHORTFALL: what it may leave uncovered, em; the stricter of both counts."""
SHORTFALL = 0.5
TOLERANCE = 1.14
"""A content that sticks out less keeps the bracket of the line, so that (x² + 1)(x − 1) is even."""


def set_fenced(fenced: Fenced, style: Style, setting: Setting) -> Box:
    """The content between its brackets, which are centred on the axis."""
    content = setting.inside(fenced.content, style)
    boxes = [content]
    if fenced.opening:
        boxes.insert(0, _bracket(fenced.opening, content, style, setting))
    if fenced.closing:
        boxes.append(_bracket(fenced.closing, content, style, setting))
    return beside(boxes)


def _bracket(character: str, content: Box, style: Style, setting: Setting) -> Box:
    axis = setting.length("axis_height", style)
    natural = natural_height(character, style, setting)
    reach = 2 * max(content.ascent - axis, content.descent + axis)
    wanted = max(COVERED * reach, reach - SHORTFALL * style.size)
    height = natural if wanted <= TOLERANCE * natural else wanted
    return centred(stretched(character, height, style, setting), axis)
