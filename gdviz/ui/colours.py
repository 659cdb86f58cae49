"""Arithmetic of colours: contrast as WCAG 2.2 defines it, mixtures, legible shades of a hue.

Colours are texts `#RRGGBB`. Mixtures are opaque on purpose: strokes made of many short ones show
no blobs where they join, and cost less to paint than translucent ones.
"""

from functools import cache


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexadecimal(red: float, green: float, blue: float) -> str:
    """`#RRGGBB` of three channels, 0 to 255, rounded."""
    return f"#{round(red):02X}{round(green):02X}{round(blue):02X}"


def linear(colour: str) -> tuple[float, float, float]:
    """The channels as amounts of light, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (_light(channel / 255) for channel in channels(colour))
    return red, green, blue


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, glare: float = 0.0) -> float:
    """Contrast ratio, 1 to 21. `glare` is light added to both, about 0.2 on a washed-out wall."""
    dark, bright = sorted((luminance(one) + glare, luminance(other) + glare))
    return (bright + 0.05) / (dark + 0.05)


@cache
def mixture(one: str, other: str, share: float) -> str:
    """`share` of `other` (0 to 1) in `one`."""
    pairs = zip(channels(one), channels(other), strict=True)
    red, green, blue = ((1 - share) * a + share * b for a, b in pairs)
    return hexadecimal(red, green, blue)


@cache
def legible(colour: str, paper: str, ratio: float = 7.0) -> str:
    """The shade of `colour` nearest to it that keeps `ratio` to `paper`.

    Darker on bright paper, brighter on dark paper; the colour itself where it keeps it already,
    black or white where nothing less does.
    """
    extreme = "#000000" if luminance(paper) > 0.18 else "#FFFFFF"
    shades = (mixture(colour, extreme, share / 64) for share in range(64))
    return next((shade for shade in shades if contrast(shade, paper) >= ratio), extreme)
