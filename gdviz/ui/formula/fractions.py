"""Fractions, after appendix G of The TeXbook, rule 15, with the lengths of the font's table."""

from gdviz.calculus.typesetting.markup import Fraction
from gdviz.ui.formula.box import Box, Placed, RuleInk, around
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

OVERHANG = 0.06
"""How far the bar reaches beyond what stands over and under it, em."""
BEARING = 0.1
"""Blank left and right of the bar, em."""

LEAST_GAP = 0.1
"""Blank over and under the bar, em, at least: the font's own is too little on a coarse screen."""

LENGTHS = {
    True: (
        "fraction_numerator_display_style_shift_up",
        "fraction_num_display_style_gap_min",
        "fraction_denominator_display_style_shift_down",
        "fraction_denom_display_style_gap_min",
    ),
    False: (
        "fraction_numerator_shift_up",
        "fraction_numerator_gap_min",
        "fraction_denominator_shift_down",
        "fraction_denominator_gap_min",
    ),
}
"""Display style or not → rise of the numerator, its gap to the bar, and the denominator's."""


def set_fraction(fraction: Fraction, style: Style, setting: Setting) -> Box:
    """Numerator over denominator, the bar on the axis."""
    numerator = setting.inside(fraction.numerator, style.numerator)
    denominator = setting.inside(fraction.denominator, style.denominator)
    axis = setting.length("axis_height", style)
    thickness = setting.length("fraction_rule_thickness", style)
    rise, gap_above, fall, gap_below = (
        setting.length(name, style) for name in LENGTHS[style.is_display]
    )
    least = LEAST_GAP * style.size
    rise = max(rise, axis + thickness / 2 + max(gap_above, least) + numerator.descent)
    fall = max(fall, thickness / 2 + max(gap_below, least) + denominator.ascent - axis)
    bar = max(numerator.width, denominator.width) + 2 * OVERHANG * style.size
    width = bar + 2 * BEARING * style.size
    rule = Box(bar, thickness / 2, thickness / 2, ink=RuleInk(bar, thickness))
    pieces = ((numerator, -rise), (rule, -axis), (denominator, fall))
    return around((Placed((width - box.width) / 2, y, box) for box, y in pieces), width)
