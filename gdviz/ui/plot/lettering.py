"""Words, numbers and letters in the picture, on a halo of paper."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint

HALO = 2.5
"""Width of the halo, px at text of 14 px."""
AROUND = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
"""Places around a word where it is written in paper, to make the halo."""


class Label(Protocol):
    """Something that is written in the picture."""

    @property
    def extent(self) -> QSizeF:
        """Width and height, px."""

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Write it on a halo of paper with its upper left corner there."""


class Lettering(Label, Protocol):
    """A label whose letters are of one size."""

    @property
    def size(self) -> float:
        """Of its letters, px."""

    def __hash__(self) -> int:
        """Labels that look alike are kept once."""


def room_of(label: Label, corner: QPointF) -> QRectF:
    """What a label takes with its upper left corner there."""
    return QRectF(corner, label.extent)


@lru_cache(maxsize=64)
def number_font(size: float, weight: QFont.Weight = QFont.Weight.Medium) -> QFont:
    """The text font with figures of one width, so that numbers keep still while they change."""
    font = text_font(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=64)
def _metrics(size: float) -> QFontMetricsF:
    return QFontMetricsF(number_font(size))


@lru_cache(maxsize=512)
def _extent(text: str, size: float) -> tuple[float, float]:
    metrics = _metrics(size)
    return metrics.horizontalAdvance(text), metrics.capHeight() + metrics.descent()


@lru_cache(maxsize=512)
def _formula_extent(markup: Markup, size: float) -> tuple[float, float]:
    """Asked for at every place where a label may stand."""
    box = layout(markup, size, display=False)
    return box.width, box.height


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in one size and colour, for what changes from frame to frame."""

    text: str
    size: float
    colour: str

    @property
    def extent(self) -> QSizeF:
        """Width, and height from the top of capitals to the foot of g."""
        return QSizeF(*_extent(self.text, self.size))

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Write it with its upper left corner there."""
        metrics, font = _metrics(self.size), number_font(self.size)
        line = QStaticText(self.text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(QTransform(), font)
        painter.setFont(font)
        top_left = corner - QPointF(0.0, metrics.ascent() - metrics.capHeight())
        reach = HALO * max(self.size / 14, 1.0)
        painter.setPen(QColor(paper))
        for x, y in AROUND:
            painter.drawStaticText(top_left + QPointF(x, y) * reach, line)
        painter.setPen(QColor(self.colour))
        painter.drawStaticText(top_left, line)


@dataclass(frozen=True, slots=True)
class Mathematics:
    """A formula in one size and colour."""

    markup: Markup
    size: float
    colour: str

    @property
    def extent(self) -> QSizeF:
        """Width and height of the formula."""
        return QSizeF(*_formula_extent(self.markup, self.size))

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Set it with its upper left corner there."""
        box = layout(self.markup, self.size, display=False)
        reach = HALO * max(self.size / 18, 1.0)
        left, baseline = corner.x(), corner.y() + box.ascent
        for x, y in AROUND:
            paint(painter, box, left + x * reach, baseline + y * reach, QColor(paper))
        paint(painter, box, left, baseline, QColor(self.colour))


@dataclass(frozen=True, slots=True)
class Kept:
    """A label that is written again and again: painted once, then copied."""

    label: Lettering

    @property
    def extent(self) -> QSizeF:
        """That of the label."""
        return self.label.extent

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Copy it to whole device pixels, where it is as sharp as it was painted."""
        ratio = painter.device().devicePixelRatio()
        picture, margin = _picture(self.label, paper, ratio)
        place = (corner - QPointF(margin, margin)) * ratio
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())) / ratio, picture)


@lru_cache(maxsize=256)
def _picture(label: Lettering, paper: str, ratio: float) -> tuple[QPixmap, float]:
    """The label on its halo, and how far it stands from the picture's edges."""
    extent, margin = label.extent, ceil(HALO * max(label.size / 14, 1.0)) + 2.0
    width, height = extent.width() + 2 * margin, extent.height() + 2 * margin
    picture = QPixmap(ceil(width * ratio), ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        label.paint(painter, QPointF(margin, margin), paper)
    return picture, margin
