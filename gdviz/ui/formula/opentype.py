"""What a mathematical font says of itself: its tables MATH and GSUB (feature ssty), read by hand.

The tables are those of the OpenType specification 1.9, chapters MATH and GSUB; lengths are in font
units, y upwards. Qt hands out the bytes, so no library is needed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

CONSTANTS = {
    "axis_height": 1,
    "subscript_shift_down": 4,
    "subscript_top_max": 5,
    "subscript_baseline_drop_min": 6,
    "superscript_shift_up": 7,
    "superscript_shift_up_cramped": 8,
    "superscript_bottom_min": 9,
    "superscript_baseline_drop_max": 10,
    "sub_superscript_gap_min": 11,
    "space_after_script": 13,
    "upper_limit_gap_min": 14,
    "upper_limit_baseline_rise_min": 15,
    "lower_limit_gap_min": 16,
    "lower_limit_baseline_drop_min": 17,
    "fraction_numerator_shift_up": 28,
    "fraction_numerator_display_style_shift_up": 29,
    "fraction_denominator_shift_down": 30,
    "fraction_denominator_display_style_shift_down": 31,
    "fraction_numerator_gap_min": 32,
    "fraction_num_display_style_gap_min": 33,
    "fraction_rule_thickness": 34,
    "fraction_denominator_gap_min": 35,
    "fraction_denom_display_style_gap_min": 36,
    "radical_vertical_gap": 45,
    "radical_display_style_vertical_gap": 46,
    "radical_rule_thickness": 47,
    "radical_extra_ascender": 48,
    "radical_kern_before_degree": 49,
    "radical_kern_after_degree": 50,
}
"""Lengths that layout asks for → their places in the list of MathValueRecords."""

EXTENSION_LOOKUP = 7
EXTENDER = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sign that is put together: its glyph, and whether it may be drawn longer."""

    glyph: int
    extends: bool


@dataclass(frozen=True, slots=True)
class Growth:
    """How a sign grows: ready glyphs with their heights, and pieces, bottom first, beyond them."""

    variants: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Kern:
    """A staircase of kerns along one side of a glyph: below heights[0], up to heights[1], …"""

    heights: tuple[int, ...]
    kerns: tuple[int, ...]

    def at(self, height: float) -> int:
        """The kern at that height above the baseline."""
        return self.kerns[bisect_right(self.heights, height)]


@dataclass(frozen=True, slots=True)
class MathTable:
    """The table MATH: constants by name, then properties by glyph index.

    upper_right, lower_right: kerns of the sides where an exponent or an index is attached;
    lower_left, upper_left: of the exponent's and the index's own sides.
    """

    constants: dict[str, int]
    italics: dict[int, int]
    upper_right: dict[int, Kern]
    lower_right: dict[int, Kern]
    lower_left: dict[int, Kern]
    upper_left: dict[int, Kern]
    growth: dict[int, Growth]


def read_math(table: bytes) -> MathTable:
    """The table MATH of a font.

    Raises ValueError where the bytes are no such table.
    """
    if len(table) < 10 or table[:2] != b"\x00\x01":
        raise ValueError("the font has no table MATH")
    constants, glyphs, variants = unpack_from(">3H", table, 4)
    italics, _, _, kerns = unpack_from(">4H", table, glyphs)
    sides = _kerns(table, glyphs + kerns)
    return MathTable(
        constants=_constants(table, constants),
        italics=_italics(table, glyphs + italics),
        upper_right=sides[0],
        upper_left=sides[1],
        lower_right=sides[2],
        lower_left=sides[3],
        growth=_growth(table, variants),
    )


def _constants(table: bytes, at: int) -> dict[str, int]:
    records = at + 8
    return {name: unpack_from(">h", table, records + 4 * n)[0] for name, n in CONSTANTS.items()}


def _italics(table: bytes, at: int) -> dict[int, int]:
    coverage, count = unpack_from(">2H", table, at)
    values = unpack_from(f">{2 * count}h", table, at + 4)[::2]
    return dict(zip(_covered(table, at + coverage), values, strict=True))


def _kerns(table: bytes, at: int) -> tuple[dict[int, Kern], ...]:
    """Kerns of the upper right, upper left, lower right and lower left sides."""
    coverage, count = unpack_from(">2H", table, at)
    sides: tuple[dict[int, Kern], ...] = ({}, {}, {}, {})
    for index, glyph in enumerate(_covered(table, at + coverage)[:count]):
        offsets = unpack_from(">4H", table, at + 4 + 8 * index)
        for side, offset in zip(sides, offsets, strict=True):
            if offset:
                side[glyph] = _kern(table, at + offset)
    return sides


def _kern(table: bytes, at: int) -> Kern:
    (count,) = unpack_from(">H", table, at)
    values = unpack_from(f">{2 * (2 * count + 1)}h", table, at + 2)[::2]
    return Kern(values[:count], values[count:])


def _growth(table: bytes, at: int) -> dict[int, Growth]:
    """How signs grow upwards."""
    coverage, _, count = unpack_from(">3H", table, at + 2)
    offsets = unpack_from(f">{count}H", table, at + 10)
    glyphs = _covered(table, at + coverage)
    return {g: _construction(table, at + o) for g, o in zip(glyphs, offsets, strict=True)}


def _construction(table: bytes, at: int) -> Growth:
    assembly, count = unpack_from(">2H", table, at)
    flat = unpack_from(f">{2 * count}H", table, at + 4)
    pieces = tuple(_pieces(table, at + assembly)) if assembly else ()
    return Growth(tuple(zip(flat[::2], flat[1::2], strict=True)), pieces)


def _pieces(table: bytes, at: int) -> Iterator[Piece]:
    (count,) = unpack_from(">H", table, at + 4)
    for index in range(count):
        glyph, _, _, _, flags = unpack_from(">5H", table, at + 6 + 10 * index)
        yield Piece(glyph, bool(flags & EXTENDER))


def read_script_forms(table: bytes) -> dict[int, tuple[int, ...]]:
    """Glyph → its forms drawn for exponents and for exponents of exponents (GSUB, ssty).

    Empty where the font has none.
    """
    if len(table) < 10:
        return {}
    features, lookups = unpack_from(">2H", table, 6)
    forms: dict[int, tuple[int, ...]] = {}
    for index in _lookups_of(table, features, b"ssty"):
        (offset,) = unpack_from(">H", table, lookups + 2 + 2 * index)
        forms.update(_alternates(table, lookups + offset))
    return forms


def _lookups_of(table: bytes, at: int, tag: bytes) -> list[int]:
    (count,) = unpack_from(">H", table, at)
    found: dict[int, None] = {}
    for index in range(count):
        name, offset = unpack_from(">4sH", table, at + 2 + 6 * index)
        if name == tag:
            (size,) = unpack_from(">H", table, at + offset + 2)
            found |= dict.fromkeys(unpack_from(f">{size}H", table, at + offset + 4))
    return list(found)


def _alternates(table: bytes, at: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    kind, _, count = unpack_from(">3H", table, at)
    for offset in unpack_from(f">{count}H", table, at + 6):
        subtable = at + offset
        if kind == EXTENSION_LOOKUP:
            subtable += unpack_from(">I", table, subtable + 4)[0]
        coverage, sets = unpack_from(">2H", table, subtable + 2)
        offsets = unpack_from(f">{sets}H", table, subtable + 6)
        glyphs = _covered(table, subtable + coverage)
        for glyph, start in zip(glyphs, offsets, strict=True):
            (size,) = unpack_from(">H", table, subtable + start)
            yield glyph, unpack_from(f">{size}H", table, subtable + start + 2)


def _covered(table: bytes, at: int) -> list[int]:
    """The glyphs of a coverage table, in its order."""
    form, count = unpack_from(">2H", table, at)
    if form == 1:
        return list(unpack_from(f">{count}H", table, at + 4))
    ranges = unpack_from(f">{3 * count}H", table, at + 4)
    pairs = zip(ranges[::3], ranges[1::3], strict=True)
    return [glyph for first, last in pairs for glyph in range(first, last + 1)]
