"""The program's fonts: loaded once from resources/fonts, and asked for by their family."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from gdviz import assets
from gdviz.ui.theme import MATHS_FONT, TEXT_FONT

FAMILIES = [TEXT_FONT, MATHS_FONT]
"""The second one fills in for ∛, ∜, ∈ and ∉, which the first one lacks."""


@cache
def register_fonts() -> tuple[str, ...]:
    """Load all of resources/fonts, once, and return the names of their families.

    Needs a QGuiApplication. Raises RuntimeError for a file that is no font.
    """
    families: dict[str, None] = {}
    for file in sorted(assets.path("fonts").glob("*.ttf")):
        identity = QFontDatabase.addApplicationFont(str(file))
        if identity < 0:
            raise RuntimeError(f"{file.name} cannot be read as a font")
        families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(identity))
    return tuple(families)


def text_font(size_px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's sans in `size_px` pixels, outlines as drawn (unhinted), so that it scales."""
    register_fonts()
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(size_px)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
