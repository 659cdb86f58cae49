"""Exponents, indices, primes and limits, after appendix G of The TeXbook, rules 13a and 18."""

from gdviz.calculus.typesetting.markup import Markup, Scripts, Upright
from gdviz.ui.formula.box import Box, Placed, around
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

LIMIT_OPERATORS = frozenset({"lim", "∑", "∏"})
"""What stands over and under these is centred where there is room."""
PRIMES = frozenset("′″‴")
PRIME_FOOT = 0.70
"""Primes rise with a base that is higher than this, em: the height of f."""


def set_scripts(scripts: Scripts, style: Style, setting: Setting) -> Box:
    """A base with what stands at its right, or over and under it."""
    base = setting.inside(scripts.base, style)
    if style.is_display and _text(scripts.base) in LIMIT_OPERATORS:
        return _set_limits(base, scripts, style, setting)
    if scripts.upper is not None and _is_prime(scripts.upper):
        return _set_prime(base, scripts, style, setting)
    upper = setting.inside(scripts.upper, style.upper) if scripts.upper is not None else None
    lower = setting.inside(scripts.lower, style.lower) if scripts.lower is not None else None
    return attached(base, upper, lower, style, setting)


def _joined_primes(primes: str) -> str:
    """Two or three primes as the one character that is drawn for them."""
    return primes.replace("′′′", "‴").replace("′′", "″")


def _text(markup: Markup | None) -> str:
    return markup.text if isinstance(markup, Upright) else ""


def _is_prime(markup: Markup) -> bool:
    text = _text(markup)
    return bool(text) and PRIMES.issuperset(text)


def attached(
    base: Box, upper: Box | None, lower: Box | None, style: Style, setting: Setting
) -> Box:
    """Exponent and index at the right of a base, kerned into its shape."""
    rise = _rise(base, upper, style, setting) if upper else 0.0
    fall = _fall(base, lower, style, setting) if lower else 0.0
    if upper and lower:
        gap = (rise - upper.descent) - (lower.ascent - fall)
        fall += max(0.0, setting.length("sub_superscript_gap_min", style) - gap)
    placed = [Placed(0.0, 0.0, base)]
    if upper:
        placed.append(
            Placed(base.width + _kern_up(base, upper, rise, style, setting), -rise, upper)
        )
    if lower:
        kern = _kern_down(base, lower, fall, style, setting)
        placed.append(Placed(base.width - base.italic + kern, fall, lower))
    reach = max(p.x + p.box.width for p in placed)
    return around(placed, reach + setting.length("space_after_script", style))


def _rise(base: Box, upper: Box, style: Style, setting: Setting) -> float:
    normal = "superscript_shift_up_cramped" if style.cramped else "superscript_shift_up"
    drop = setting.length("superscript_baseline_drop_max", style)
    return max(
        0.0 if base.is_text else base.ascent - drop,
        setting.length(normal, style),
        setting.length("superscript_bottom_min", style) + upper.descent,
    )


def _fall(base: Box, lower: Box, style: Style, setting: Setting) -> float:
    drop = setting.length("subscript_baseline_drop_min", style)
    return max(
        0.0 if base.is_text else base.descent + drop,
        setting.length("subscript_shift_down", style),
        lower.ascent - setting.length("subscript_top_max", style),
    )


def _kern_up(base: Box, upper: Box, rise: float, style: Style, setting: Setting) -> float:
    if base.glyph is None:
        return 0.0
    size = style.size
    return size * setting.font.exponent_kern(
        base.glyph, upper.glyph, rise / size, upper.descent / size
    )


def _kern_down(base: Box, lower: Box, fall: float, style: Style, setting: Setting) -> float:
    if base.glyph is None:
        return 0.0
    size = style.size
    return size * setting.font.index_kern(base.glyph, lower.glyph, fall / size, lower.ascent / size)


def _set_prime(base: Box, scripts: Scripts, style: Style, setting: Setting) -> Box:
    """f′: the font draws primes raised already, for the height of f."""
    prime = setting.inside(Upright(_joined_primes(_text(scripts.upper))), style)
    rise = max(0.0, base.ascent - PRIME_FOOT * style.size)
    placed = [Placed(0.0, 0.0, base), Placed(base.width, -rise, prime)]
    if scripts.lower is not None:
        lower = setting.inside(scripts.lower, style.lower)
        fall = _fall(base, lower, style, setting)
        placed.append(Placed(base.width - base.italic, fall, lower))
    return around(placed, max(p.x + p.box.width for p in placed))


def _set_limits(base: Box, scripts: Scripts, style: Style, setting: Setting) -> Box:
    """Centred over and under: lim with x → x₀ under it."""
    placed = [(base, 0.0)]
    if scripts.upper is not None:
        upper = setting.inside(scripts.upper, style.upper)
        gap = setting.length("upper_limit_gap_min", style) + upper.descent
        rise = max(gap, setting.length("upper_limit_baseline_rise_min", style))
        placed.append((upper, -(base.ascent + rise)))
    if scripts.lower is not None:
        lower = setting.inside(scripts.lower, style.lower)
        gap = setting.length("lower_limit_gap_min", style) + lower.ascent
        fall = max(gap, setting.length("lower_limit_baseline_drop_min", style))
        placed.append((lower, base.descent + fall))
    width = max(box.width for box, _ in placed)
    return around((Placed((width - box.width) / 2, y, box) for box, y in placed), width)
