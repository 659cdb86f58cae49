"""Makes resources/fonts from the fonts' own releases: `subset_fonts.py INTER STIX`.

INTER is the folder of Inter's single styles (npm: inter-ui 4.1.1, `web`), STIX the file
STIXTwoMath-Regular.ttf (PyPI: ziamath 0.13, version 2.11 of the font). Both come under the
SIL Open Font License without a reserved name, so a subset may keep its name. Needs fonttools
and brotli; run by hand when a font or the set of characters changes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
INTER_STYLES = ("Regular", "Italic", "Medium", "SemiBold", "Bold")

TEXT = (
    (0x0020, 0x017F, "Latin"),
    (0x02B0, 0x036F, "modifiers and combining accents"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x045F, "Cyrillic"),
    (0x0490, 0x0491, "Ukrainian ge"),
    (0x2000, 0x206F, "punctuation"),
    (0x2070, 0x20D7, "superscripts, subscripts, currency, accents"),
    (0x2100, 0x218F, "letterlike signs and fractions"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematical operators"),
    (0x2300, 0x23FF, "brackets and key signs"),
    (0x25A0, 0x26FF, "shapes"),
    (0x2713, 0x2717, "ticks"),
    (0x27C0, 0x27FF, "more operators and long arrows"),
)
MATHEMATICS = (
    *TEXT,
    (0x2A00, 0x2AFF, "large operators"),
    (0x1D400, 0x1D467, "bold and italic Latin"),
    (0x1D49C, 0x1D4CF, "script capitals"),
    (0x1D538, 0x1D56B, "double-struck Latin"),
    (0x1D6A4, 0x1D755, "dotless i and j, bold and italic Greek"),
    (0x1D7CE, 0x1D7D7, "bold digits"),
)


def main(inter: Path, stix: Path) -> None:
    """Write every font of the program anew."""
    for style in INTER_STYLES:
        write(inter / f"Inter-{style}.woff2", TEXT)
    write(stix, MATHEMATICS)


def write(original: Path, ranges: tuple[tuple[int, int, str], ...]) -> None:
    """Keep the characters of the ranges with all their features, drop hints."""
    options = subset.Options(
        layout_features=["*"], hinting=False, legacy_kern=False, name_IDs=["*"], notdef_outline=True
    )
    font = TTFont(original, recalcTimestamp=False)
    font.flavor = None
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high, _ in ranges for c in range(low, high + 1)])
    subsetter.subset(font)
    font.save(FONTS / f"{original.stem}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
