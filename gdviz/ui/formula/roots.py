"""Roots, after appendix G of The TeXbook, rule 11."""

from dataclasses import replace

from gdviz.calculus.typesetting.markup import Radical
from gdviz.ui.formula.box import Box, Placed, RootInk, around
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.stretching import natural_height, stretched
from gdviz.ui.formula.style import Style

SIGN = "√"
FLATTEST = 0.86
"""The least height of the sign, in parts of the font's smallest."""
BEARING = 0.04
"""Blank at both ends under the bar, em."""
DEGREE_RAISE = 0.55
"""Where the degree stands, in parts of the sign's height from its foot."""


def set_radical(radical: Radical, style: Style, setting: Setting) -> Box:
    """The root sign with its bar over the radicand, and the degree in its hook."""
    root = _set_root(setting.inside(radical.radicand, style.cramp), style, setting)
    if radical.degree is None:
        return root
    degree = setting.inside(radical.degree, style.degree)
    before = setting.length("radical_kern_before_degree", style)
    after = setting.length("radical_kern_after_degree", style)
    at = max(0.0, before + degree.width + after)
    rise = DEGREE_RAISE * root.height - root.descent
    placed = (Placed(at - after - degree.width, -rise, degree), Placed(at, 0.0, root))
    return around(placed, at + root.width)


def _set_root(radicand: Box, style: Style, setting: Setting) -> Box:
    thickness = setting.length("radical_rule_thickness", style)
    gap = setting.length(
        "radical_display_style_vertical_gap" if style.is_display else "radical_vertical_gap", style
    )
    needed = radicand.height + gap + thickness
    height = max(needed, FLATTEST * natural_height(SIGN, style, setting))
    gap += (height - needed) / 2
    sign = stretched(SIGN, height, style, setting)
    bearing = BEARING * style.size
    width = sign.width + radicand.width + 2 * bearing
    top = radicand.ascent + gap + thickness
    bottom = height - top
    drawn = Box(width, top, bottom, ink=RootInk(sign, width, top, bottom, thickness))
    placed = (Placed(0.0, 0.0, drawn), Placed(sign.width + bearing, 0.0, radicand))
    root = around(placed, width + bearing)
    return replace(root, ascent=root.ascent + setting.length("radical_extra_ascender", style))
