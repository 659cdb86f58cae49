"""Colours of a map: from deep where the function is low to pale where it is high.

Their lightness grows evenly as the eye sees it (in OKLab, Björn Ottosson 2020), their hue goes from
blue over teal to sand, so that bands can be told apart without colour too. How dark they may be is
bounded by what is drawn over them.
"""

from functools import lru_cache
from math import cos, radians, sin

import numpy as np

from gdviz.ui.colours import contrast, hexadecimal, mixture
from gdviz.ui.theme import Theme

LIGHTNESS = {"light": (0.74, 0.965), "dark": (0.25, 0.42), "projector": (0.85, 0.98)}
"""Of the lowest band and the highest, OKLab's L."""
CHROMA = {"light": (0.095, 0.035), "dark": (0.075, 0.055), "projector": (0.075, 0.03)}
HUE = (268.0, 95.0)
"""Degrees."""
LINES = {"light": 2.0, "dark": 2.0, "projector": 2.6}
"""Contrast of a line to the bands beside it."""
TO_ROOTS = np.array(
    ((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728),
     (1.0, -0.0894841775, -1.2914855480))
)  # fmt: skip
TO_LIGHT = np.array(
    ((4.0767416621, -3.3077115913, 0.2309699292), (-1.2684380046, 2.6097574011, -0.3413193965),
     (-0.0041960863, -0.7034186147, 1.7076147010))
)  # fmt: skip
"""From OKLab to the cube roots of what cones see, and from that to amounts of red, green, blue."""


@lru_cache(maxsize=16)
def shades(look: str, count: int) -> tuple[str, ...]:
    """The colours of so many bands, from the lowest; `look` is the name of a theme."""
    places = [(index + 0.5) / count for index in range(count)]
    return tuple(_colour(look, place) for place in places)


@lru_cache(maxsize=256)
def line_colour(shade: str, ink: str, look: str) -> str:
    """A line over a band: the band's colour with so much ink that it is seen."""
    mixed = (mixture(shade, ink, share / 32) for share in range(33))
    return next((colour for colour in mixed if contrast(colour, shade) >= LINES[look]), ink)


def bands_of(theme: Theme, count: int) -> tuple[str, ...]:
    """The colours of bands in a theme."""
    return shades(theme.name, count)


def _colour(look: str, place: float) -> str:
    low, high = LIGHTNESS[look]
    dull, pale = CHROMA[look]
    lightness, chroma = low + place * (high - low), dull + place * (pale - dull)
    hue = radians(HUE[0] + place * (HUE[1] - HUE[0]))
    lab = np.array((lightness, chroma * cos(hue), chroma * sin(hue)))
    light = TO_LIGHT @ (TO_ROOTS @ lab) ** 3
    red, green, blue = (_written(float(part)) for part in np.clip(light, 0.0, 1.0))
    return hexadecimal(255 * red, 255 * green, 255 * blue)


def _written(light: float) -> float:
    """An amount of light as sRGB writes it (IEC 61966-2-1)."""
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
