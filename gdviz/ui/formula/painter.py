"""Boxes → QPainter: outlines filled in a colour, bars set on the pixels of the screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QTransform

from gdviz.calculus.expression import Expression
from gdviz.ui.formula.box import Box, GlyphInk, Ink, PiecesInk, RootInk, RuleInk, WordsInk
from gdviz.ui.formula.math_font import math_font

KEPT = 256
"""So many formulas keep their outlines."""


@dataclass(slots=True)
class Drawing:
    """All ink of one colour, relative to the formula's reference point.

    Every letter is a path of its own: filling them one by one takes a third of the time that
    filling them together takes.
    """

    letters: list[QPainterPath] = field(default_factory=list)
    rules: list[tuple[float, float, RuleInk]] = field(default_factory=list)
    roots: list[tuple[float, float, RootInk, QPainterPath]] = field(default_factory=list)


def paint(
    painter: QPainter,
    box: Box,
    x: float,
    baseline_y: float,
    colour: QColor,
    highlight: Mapping[Expression, QColor] | None = None,
) -> None:
    """Paint a formula with its reference point at (x, baseline_y).

    highlight: parts that light up, with their colours; an inner part wins over an outer one.
    """
    painter.save()
    painter.translate(x, baseline_y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawings = _coloured(box, colour, highlight) if highlight else [(colour, _drawing(box))]
    for ink_colour, drawing in drawings:
        _paint_drawing(painter, drawing, ink_colour)
    painter.restore()


@lru_cache(maxsize=KEPT)
def _drawing(box: Box) -> Drawing:
    drawing = Drawing()
    for x, y, ink, _ in _inks(box, 0.0, 0.0, ()):
        _add(drawing, x, y, ink)
    return drawing


def _coloured(
    box: Box, colour: QColor, highlight: Mapping[Expression, QColor]
) -> list[tuple[QColor, Drawing]]:
    """One drawing for each colour."""
    drawings: dict[int, tuple[QColor, Drawing]] = {}
    for x, y, ink, parts in _inks(box, 0.0, 0.0, ()):
        own = next((highlight[part] for part in reversed(parts) if part in highlight), colour)
        _, drawing = drawings.setdefault(own.rgba(), (own, Drawing()))
        _add(drawing, x, y, ink)
    return list(drawings.values())


def _inks(
    box: Box, x: float, y: float, parts: tuple[Expression, ...]
) -> Iterator[tuple[float, float, Ink, tuple[Expression, ...]]]:
    """Every ink with its place and the parts it belongs to, outer first."""
    within = (*parts, box.part) if box.part is not None else parts
    if box.ink is not None:
        yield x, y, box.ink, within
    for placed in box.children:
        yield from _inks(placed.box, x + placed.x, y + placed.y, within)


def _add(drawing: Drawing, x: float, y: float, ink: Ink) -> None:
    match ink:
        case RuleInk():
            drawing.rules.append((x, y, ink))
        case RootInk():
            drawing.roots.append((x, y, ink, _joined_outline(ink.sign, 0.0, 0.0)))
        case _:
            drawing.letters.append(_outline(x, y, ink))


def _outline(x: float, y: float, ink: GlyphInk | PiecesInk | WordsInk) -> QPainterPath:
    match ink:
        case GlyphInk():
            place = QTransform(ink.size, 0, 0, ink.size * ink.stretch, x, y)
            return place.map(math_font().outline(ink.glyph))
        case PiecesInk():
            return _joined_outline(ink.pieces, x, y)
        case WordsInk():
            outline = math_font().words_outline(ink.text)
            return QTransform(ink.size, 0, 0, ink.size, x, y).map(outline)


def _joined_outline(box: Box, x: float, y: float) -> QPainterPath:
    """All glyphs of a box as one outline."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for at_x, at_y, ink, _ in _inks(box, x, y, ()):
        if not isinstance(ink, RuleInk | RootInk):
            path.addPath(_outline(at_x, at_y, ink))
    return path


def _paint_drawing(painter: QPainter, drawing: Drawing, colour: QColor) -> None:
    grid = PixelGrid.of(painter)
    for letter in drawing.letters:
        painter.fillPath(letter, colour)
    for x, y, rule in drawing.rules:
        top, thickness = grid.bar(y - rule.thickness / 2, rule.thickness)
        painter.fillRect(QRectF(x, top, rule.width, thickness), colour)
    for x, y, root, sign in drawing.roots:
        painter.fillPath(_root_outline(grid, x, y, root, sign), colour)


def _root_outline(
    grid: "PixelGrid", x: float, y: float, root: RootInk, sign: QPainterPath
) -> QPainterPath:
    """Sign and bar as one outline: the font's signs end in the beginning of a bar.

    The corners of that end are moved to where the bar ends on the pixels; so nothing overlaps,
    and the bar joins the sign without a step.
    """
    path = sign.translated(x, y + root.bottom)
    top, thickness = grid.bar(y - root.top, root.thickness)
    corners = [path.elementAt(at) for at in range(path.elementCount())]
    end = max(corner.x for corner in corners)
    over, *_, under = sorted(corner.y for corner in corners if corner.x == end)
    moved = {over: top, under: top + thickness}
    for at, corner in enumerate(corners):
        if corner.y in moved:
            new_x = x + root.width if corner.x == end else corner.x
            path.setElementPositionAt(at, new_x, moved[corner.y])
    return path


@dataclass(frozen=True, slots=True)
class PixelGrid:
    """Rows of pixels in the painter's coordinates: `height` is that of one, 0 for none."""

    height: float
    offset: float

    @classmethod
    def of(cls, painter: QPainter) -> "PixelGrid":
        """The grid of a screen or an image; none for vector graphics or turned coordinates."""
        transform = painter.deviceTransform()
        kind = painter.paintEngine().type()
        if kind != QPaintEngine.Type.Raster or transform.m12() or transform.m21():
            return cls(0.0, 0.0)
        return cls(1 / abs(transform.m22()), -transform.dy() / transform.m22())

    def bar(self, top: float, thickness: float) -> tuple[float, float]:
        """The nearest top and thickness of whole pixels, at least one."""
        if not self.height:
            return top, thickness
        rows = max(1, round(thickness / self.height))
        middle = (top + thickness / 2 - self.offset) / self.height
        return self.offset + round(middle - rows / 2) * self.height, rows * self.height


def part_at(box: Box, x: float, y: float) -> Expression | None:
    """The innermost part under (x, y), relative to the formula's reference point."""
    for placed in reversed(box.children):
        found = part_at(placed.box, x - placed.x, y - placed.y)
        if found is not None:
            return found
    inside = 0 <= x <= box.width and -box.ascent <= y <= box.descent
    return box.part if inside else None
