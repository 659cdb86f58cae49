"""The chain x → u → y at x₀ as a picture: two stretches, one after the other, that multiply."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.notation import plain
from gdviz.numerals import significant
from gdviz.session.derivation_scene import ChainPicture, Link
from gdviz.session.phrases import PRIME, product_written_out
from gdviz.session.scene import Role
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

HEAD = 5.0
"""Length of an arrow's head at body size 14, px."""
NAME_SIZE = 0.8
"""Of g′ and f′ under their arrows, in sizes of a formula."""
SHORTEST_BAR = 2.0
DIFFERENTIAL = "Δ"
BOLD = QFont.Weight.DemiBold
YES, NO, NONE = "✓", "✗", "—"


@dataclass(frozen=True, slots=True)
class Heights:
    """The rows of the picture, px: factors, names with the arrows, values, bars, the product, and
    a line of a condition, of which there are two."""

    factors: float
    names: float
    values: float
    bars: float
    product: float
    condition: float

    @property
    def total(self) -> float:
        """Of all of it."""
        above = self.factors + self.names + self.values
        return above + self.bars + self.product + 2 * self.condition


def heights(theme: Theme) -> Heights:
    """How high the rows are in a theme."""
    body = QFontMetricsF(text_font(theme.sizes.body)).height()
    small = QFontMetricsF(text_font(theme.sizes.secondary)).height()
    formula = theme.sizes.formula
    return Heights(body, 1.3 * formula, body, body + small, 1.7 * formula, small * 1.15)


def chain_height(theme: Theme) -> float:
    """The height that the picture takes in a theme, px."""
    return heights(theme).total


def inner_colour(theme: Theme) -> QColor:
    """Of g, and of u = g(x)."""
    return QColor(theme.text_colour(Role.TANGENT))


def outer_colour(theme: Theme) -> QColor:
    """Of f."""
    return QColor(theme.colours.accent)


def paint_chain(painter: QPainter, place: QRectF, picture: ChainPicture, theme: Theme) -> None:
    """Paint it into a place of `chain_height`."""
    ChainPainter(painter, place, picture, theme).paint()


class ChainPainter:
    """One painting of one picture."""

    def __init__(
        self, painter: QPainter, place: QRectF, picture: ChainPicture, theme: Theme
    ) -> None:
        self._painter, self._place = painter, place
        self._picture, self._theme = picture, theme
        self._rows = heights(theme)
        self._column = place.width() / 3
        self._ink = QColor(theme.colours.ink)

    def paint(self) -> None:
        """The chain; under it bars and product, or why the theorem does not apply."""
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self._paint_chain()
        if self._picture.holds:
            self._paint_bars(y)
            self._paint_product(y + self._rows.bars)
            self._paint_conditions(y + self._rows.bars + self._rows.product)
        else:
            self._paint_trouble(y)
        self._painter.restore()

    def _paint_chain(self) -> float:
        """x₀ → u₀ → y₀, their values; where it ends, px from the top of everything."""
        theme, rows, top = self._theme, self._rows, self._place.top()
        colours = (self._ink, inner_colour(theme), self._ink)
        middle = top + rows.factors + rows.names / 2
        values = self._common_size(self._picture.values, self._column)
        for at, name in enumerate(self._picture.names):
            box = layout(name, theme.sizes.formula)
            x = self._centre(at) - box.width / 2
            paint(self._painter, box, x, middle + (box.ascent - box.descent) / 2, colours[at])
            below = QRectF(self._centre(at) - self._column / 2, top, self._column, rows.values)
            below.moveTop(top + rows.factors + rows.names)
            self._write(below, self._picture.values[at], colours[at], size=values)
        self._paint_link(0, self._picture.inner, inner_colour(theme))
        self._paint_link(1, self._picture.outer, outer_colour(theme))
        return top + rows.factors + rows.names + rows.values

    def _centre(self, at: int) -> float:
        return self._place.left() + (at + 0.5) * self._column

    def _paint_link(self, at: int, link: Link, colour: QColor) -> None:
        """An arrow with the factor above it, and below what it is: g′, f′."""
        rows, theme = self._rows, self._theme
        holds = link.factor is not None
        colour = colour if holds else QColor(theme.colours.error)
        middle = self._place.top() + rows.factors + rows.names / 2
        gap = 0.95 * theme.sizes.formula
        start = QPointF(self._centre(at) + gap, middle)
        end = QPointF(self._centre(at + 1) - gap, middle)
        self._arrow(start, end, colour, dashed=not holds)
        box = layout(set_name(link.name + PRIME), NAME_SIZE * theme.sizes.formula)
        x = (start.x() + end.x() - box.width) / 2
        paint(self._painter, box, x, middle + theme.sizes.space / 2 + box.ascent, colour)
        above = QRectF(self._centre(at), self._place.top(), self._column, rows.factors)
        words = [_factor(one) for one in (self._picture.inner, self._picture.outer)]
        size = self._common_size(words, self._column, BOLD)
        self._write(above, words[at], colour, BOLD, size=size)

    def _arrow(self, start: QPointF, end: QPointF, colour: QColor, *, dashed: bool = False) -> None:
        """From start to end, pointing at the end."""
        line = max(1.5, self._theme.sizes.body / 9)
        pen = QPen(colour, line)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        head = min(HEAD * self._theme.sizes.body / 14, abs(end.x() - start.x()))
        way = 1.0 if end.x() >= start.x() else -1.0
        foot = QPointF(end.x() - way * head, end.y())
        self._painter.drawLine(start, foot)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        wing = QPointF(0.0, 0.6 * head)
        self._painter.drawPolygon(QPolygonF([end, foot + wing, foot - wing]))

    def _paint_bars(self, top: float) -> None:
        """Δx, Δu and Δy in true proportion, the longest as long as there is room."""
        inner, outer = self._picture.inner.factor or 0.0, self._picture.outer.factor or 0.0
        lengths = (1.0, inner, inner * outer)
        longest = max(map(abs, lengths))
        room = self._column - 2 * self._theme.sizes.space
        body = QFontMetricsF(text_font(self._theme.sizes.body)).height()
        colours = (self._ink, inner_colour(self._theme), outer_colour(self._theme))
        for at, length in enumerate(lengths):
            half = length / longest * room / 2 if longest < float("inf") else 0.0
            centre = QPointF(self._centre(at), top + body / 2)
            if 2 * abs(half) < SHORTEST_BAR:
                self._dot(centre, colours[at])
            else:
                offset = QPointF(half, 0.0)
                self._arrow(centre - offset, centre + offset, colours[at])
            below = QRectF(self._centre(at) - self._column / 2, top + body, self._column, 0)
            below.setHeight(self._rows.bars - body)
            name = plain(set_name(self._picture.letters[at]))
            size = self._theme.sizes.secondary
            self._write(below, f"{DIFFERENTIAL}{name}", colours[at], size=size)

    def _dot(self, centre: QPointF, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawEllipse(centre, SHORTEST_BAR, SHORTEST_BAR)

    def _paint_product(self, top: float) -> None:
        """y′ = f′(u₀)·g′(x₀) with its numbers."""
        inner, outer = self._picture.inner.factor, self._picture.outer.factor
        slope = self._picture.slope
        if inner is None or outer is None or slope is None:
            return
        product = product_written_out(self._picture.letters[2] + PRIME, outer, inner, slope)
        box = layout(product, self._theme.sizes.formula)
        shrink = min(1.0, self._place.width() / max(box.width, 1.0))
        middle = top + self._rows.product / 2
        self._painter.save()
        self._painter.translate(self._place.center().x(), middle)
        self._painter.scale(shrink, shrink)
        paint(self._painter, box, -box.width / 2, (box.ascent - box.descent) / 2, self._ink)
        self._painter.restore()

    def _paint_conditions(self, top: float) -> None:
        """g is differentiable at x₀, f at u₀: that the theorem may be used."""
        words = [f"{YES} {link.told}" for link in (self._picture.inner, self._picture.outer)]
        size = self._common_size(words, self._place.width(), full=self._theme.sizes.secondary)
        colour = QColor(self._theme.colours.secondary_ink)
        for at, line in enumerate(words):
            place = QRectF(self._place.left(), top, self._place.width(), self._rows.condition)
            place.translate(0, at * self._rows.condition)
            self._write(place, line, colour, size=size, left=True)

    def _paint_trouble(self, top: float) -> None:
        """Which condition fails and why, and what follows."""
        below = QRectF(self._place)
        below.setTop(top + self._theme.sizes.space / 2)
        links = (self._picture.inner, self._picture.outer)
        told = [
            f"{YES if link.factor is not None else NO} {link.told}" for link in links if link.told
        ]
        told += [self._picture.told]
        self._painter.setFont(text_font(self._theme.sizes.secondary))
        self._painter.setPen(QColor(self._theme.colours.error))
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        self._painter.drawText(below, flags, "\n".join(told))

    def _common_size(
        self,
        texts: Iterable[str],
        room: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        full: float | None = None,
    ) -> float:
        """The size in which each of these fits into the room: they stand side by side, px."""
        full = full or self._theme.sizes.body
        measure = QFontMetricsF(figures_font(full, weight)).horizontalAdvance
        widest = max(map(measure, texts), default=0.0)
        return full if widest <= room else max(floor(full * room / widest), 8.0)

    def _write(
        self,
        place: QRectF,
        text: str,
        colour: QColor,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        size: float,
        left: bool = False,
    ) -> None:
        """Words or a number, in the middle unless they begin at the left."""
        self._painter.setFont(figures_font(size, weight))
        self._painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
        self._painter.drawText(place, flags, text)


def _factor(link: Link) -> str:
    return NONE if link.factor is None else f"×\u2009{significant(link.factor)}"
