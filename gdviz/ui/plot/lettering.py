"""Words, numbers and letters in the picture, on a halo of paper."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from gdviz.calculus.markup import Markup
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint

HALO = 2.5
"""Width of the halo, px at text of 14 px."""
AROUND = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
"""Places around a word where it is written in paper, to make the halo."""


@lru_cache(maxsize=64)
def number_font(size: float, weight: QFont.Weight = QFont.Weight.Medium) -> QFont:
    """The text font with figures of one width, so that numbers keep still while they change."""
    font = text_font(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=64)
def _metrics(size: float) -> QFontMetricsF:
    return QFontMetricsF(number_font(size))


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in one size and colour."""

    text: str
    size: float
    colour: str

    @property
    def extent(self) -> QSizeF:
        """Width, and height from the top of capitals to the foot of g."""
        metrics = _metrics(self.size)
        return QSizeF(metrics.horizontalAdvance(self.text), metrics.capHeight() + metrics.descent())

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Write it with its upper left corner there."""
        metrics = _metrics(self.size)
        line = QStaticText(self.text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(QTransform(), number_font(self.size))
        painter.setFont(number_font(self.size))
        top_left = corner - QPointF(0.0, metrics.ascent() - metrics.capHeight())
        reach = HALO * max(self.size / 14, 1.0)
        painter.setPen(QColor(paper))
        for x, y in AROUND:
            painter.drawStaticText(top_left + QPointF(x, y) * reach, line)
        painter.setPen(QColor(self.colour))
        painter.drawStaticText(top_left, line)


@dataclass(frozen=True, slots=True)
class Mathematics:
    """A formula in one size and colour, painted from a picture that is kept."""

    markup: Markup
    size: float
    colour: str

    @property
    def extent(self) -> QSizeF:
        box = layout(self.markup, self.size, display=False)
        return QSizeF(box.width, box.height)

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Paint it with its upper left corner there."""
        ratio = painter.device().devicePixelRatio()
        picture, margin = _picture(self, paper, ratio)
        # Whole device pixels keep the letters as sharp as they were drawn.
        place = (corner - QPointF(margin, margin)) * ratio
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())) / ratio, picture)


Label = Words | Mathematics


@lru_cache(maxsize=128)
def _picture(label: Mathematics, paper: str, ratio: float) -> tuple[QPixmap, float]:
    """The formula on its halo, and how far it stands from the picture's edges."""
    box = layout(label.markup, label.size, display=False)
    reach = HALO * max(label.size / 18, 1.0)
    margin = ceil(reach) + 1.0
    size = QSizeF(box.width + 2 * margin, box.height + 2 * margin) * ratio
    picture = QPixmap(ceil(size.width()), ceil(size.height()))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    for x, y in AROUND:
        paint(painter, box, margin + x * reach, margin + box.ascent + y * reach, QColor(paper))
    paint(painter, box, margin, margin + box.ascent, QColor(label.colour))
    painter.end()
    return picture, margin


def rect_of(label: Label, corner: QPointF) -> QRectF:
    """The room a label takes."""
    return QRectF(corner, label.extent)
