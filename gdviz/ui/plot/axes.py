"""Graph paper: the grid in two weights, axes with arrows and marks."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.calculus.typesetting.markup import Fraction, Letter, Markup, Row, Upright
from gdviz.calculus.view.ticks import Array, Ticks, Unit, ticks
from gdviz.numerals import MINUS
from gdviz.ui.plot.figures import arrowhead
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Kept, Label, Mathematics, Words
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

BETWEEN_X, BETWEEN_Y = 5.5, 4.5
"""Room for a mark on each axis, in heights of its number; wider where numbers are long."""
NUMBER_GAP = 1.6
"""Blank between two numbers on Ox, in heights of a number."""
IN_FORMULAS, IN_FRACTIONS = 1.15, 1.4
"""Sizes of π and of fractions with it, in sizes of a number: italics look smaller than digits, and
in a fraction they are set smaller than itself."""
TICK, ARROW = 0.25, 0.8
"""Half a mark's length, and an arrow's, in heights of a number."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The marks of both axes, and where the axes stand: at 0, or at the edge nearest to it."""

    frame: Frame
    theme: Theme
    across: Ticks
    up: Ticks

    @property
    def has_ox(self) -> bool:
        """Whether Ox is in the picture."""
        return self.frame.viewport.y0 <= 0.0 <= self.frame.viewport.y1

    @property
    def has_oy(self) -> bool:
        """Whether Oy is in the picture."""
        return self.frame.viewport.x0 <= 0.0 <= self.frame.viewport.x1

    def number(self, text: str) -> Label:
        """A number at a mark."""
        return number_label(text, self.theme)

    def name(self, name: str) -> Label:
        """The letter at an axis' end."""
        size = 1.3 * self.theme.sizes.label
        return Kept(Mathematics(Letter(name), size, self.theme.colours.ink))


def number_label(text: str, theme: Theme) -> Label:
    """A number as it is written at a mark: parts of π as they are set on paper."""
    size, colour = theme.sizes.tick, theme.colours.secondary_ink
    if not text.endswith("π") and "π/" not in text:
        return Kept(Words(text, size, colour))
    sign = MINUS if text.startswith(MINUS) else ""
    above, _, below = text.removeprefix(MINUS).partition("/")
    part: Markup = Row((Upright(above.removesuffix("π")), Letter("π")))
    part, larger = (Fraction(part, Upright(below)), IN_FRACTIONS) if below else (part, IN_FORMULAS)
    return Kept(Mathematics(Row((Upright(sign), part)), larger * size, colour))


def paper_for(
    frame: Frame, theme: Theme, unit_x: Unit = Unit.DECIMAL, unit_y: Unit = Unit.DECIMAL
) -> Paper:
    """Marks as close as their numbers allow."""
    view, size = frame.viewport, theme.sizes.tick
    return Paper(
        frame,
        theme,
        _roomy_ticks(view.x0, view.x1, frame.width, unit_x, theme),
        ticks(view.y0, view.y1, frame.height, BETWEEN_Y * size, unit_y),
    )


def _roomy_ticks(low: float, high: float, pixels: float, unit: Unit, theme: Theme) -> Ticks:
    """Marks so far apart that the numbers under them do not touch."""
    spacing = BETWEEN_X * theme.sizes.tick
    while True:
        found = ticks(low, high, pixels, spacing, unit)
        widths = [number_label(text, theme).extent.width() for text in found.labels]
        wanted = max(widths, default=0.0) + NUMBER_GAP * theme.sizes.tick
        if len(found.major) < 2:
            return found
        apart = (found.major[1] - found.major[0]) * pixels / (high - low)
        if apart >= wanted:
            return found
        spacing = max(1.25 * apart, spacing * 1.01)


def paint_grid(painter: QPainter, paper: Paper) -> None:
    """In two weights."""
    colours = paper.theme.colours
    _paint_grid(painter, paper, paper.across.minor, paper.up.minor, colours.grid_minor)
    _paint_grid(painter, paper, paper.across.major, paper.up.major, colours.grid_major)


def _paint_grid(painter: QPainter, paper: Paper, across: Array, up: Array, colour: str) -> None:
    """Lines of whole device pixels, which need no smoothing; all at once, which takes half the
    time of one after another."""
    frame = paper.frame
    width = max(1.0, round(paper.theme.scale * frame.ratio)) / frame.ratio
    half = 0.5 / frame.ratio
    columns = [frame.crisp(frame.x(x)) - half for x in across.tolist()]
    rows = [frame.crisp(frame.y(y)) - half for y in up.tolist()]
    lines = [QRectF(left, 0.0, width, frame.height) for left in columns]
    lines += [QRectF(0.0, top, frame.width, width) for top in rows]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawRects(lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_axes(painter: QPainter, paper: Paper) -> None:
    """With their marks and arrows."""
    frame, width = paper.frame, axis_width(paper.theme)
    painter.setPen(pen(paper.theme.colours.axis, width, flat=True))
    marks = _marks(paper)
    if paper.has_ox:
        y = frame.crisp(frame.ox)
        marks.append(QLineF(0.0, y, frame.width, y))
    if paper.has_oy:
        x = frame.crisp(frame.oy)
        marks.append(QLineF(x, 0.0, x, frame.height))
    painter.drawLines(marks)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(paper.theme.colours.axis))
    for tip, way in _arrows(paper):
        painter.drawPolygon(arrowhead(np.array(tip), np.array(way), ARROW * paper.theme.sizes.tick))


def axis_width(theme: Theme) -> float:
    """The width of an axis."""
    return max(1.25 * theme.scale, 0.4 * theme.thinnest)


def _marks(paper: Paper) -> list[QLineF]:
    frame, half = paper.frame, TICK * paper.theme.sizes.tick
    y, x = frame.crisp(frame.ox), frame.crisp(frame.oy)
    columns = [frame.crisp(frame.x(tick)) for tick in paper.across.major]
    rows = [frame.crisp(frame.y(tick)) for tick in paper.up.major]
    return [QLineF(at, y - half, at, y + half) for at in columns] + [
        QLineF(x - half, at, x + half, at) for at in rows
    ]


def _arrows(paper: Paper) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Tips of the arrows with the way they point."""
    frame = paper.frame
    if paper.has_ox:
        yield (frame.width, frame.crisp(frame.ox)), (1.0, 0.0)
    if paper.has_oy:
        yield (frame.crisp(frame.oy), 0.0), (0.0, -1.0)
