"""The error of Δf/Δx against Δx, both by their powers of ten: it falls, and rounding lifts it."""

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.i18n import Translator
from gdviz.numerals import SUPERSCRIPTS
from gdviz.session.scene import NO_ERRORS, Points, Role
from gdviz.ui.plot.strokes import pen
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

LINES = 7.5
"""Its height, in lines of text."""
MARKED_POWERS = range(-16, 1, 4)
"""Powers of ten that Δx is marked with."""
MOST_MARKS = 3
"""Powers of ten that the error is marked with, at most."""
GAP = 6.0


def power(exponent: int) -> str:
    """10⁻⁴; 1 and 10 as they are."""
    if exponent in (0, 1):
        return "10" if exponent else "1"
    return "10" + str(exponent).translate(SUPERSCRIPTS)


class ErrorPicture(QWidget):
    """From Δx = 1 on the left to 10⁻¹⁶ on the right; hollow marks where rounding wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme: Theme | None = None
        self._errors: Points = NO_ERRORS
        self._powers = np.empty((0, 2))

    def show_errors(self, errors: Points, description: str) -> None:
        """`errors`: |Δx|, error, 1 where rounding wins, shape (n, 3)."""
        if np.array_equal(errors, self._errors):
            return
        self._errors = errors
        self._powers = np.log10(errors[:, :2])
        self.setAccessibleDescription(description)
        self.update()

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        name = tr("Error against the distance of the points, by powers of ten")
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(figures_font(theme.sizes.secondary))
        self.setFixedHeight(round(LINES * self.fontMetrics().height()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or len(self._powers) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = floor(self._powers[:, 1].min()), ceil(self._powers[:, 1].max())
        metrics = QFontMetricsF(self.font())
        left = metrics.horizontalAdvance(power(-16)) + GAP
        inside = QRectF(self.rect()).adjusted(left, GAP, -3 * GAP, -1.5 * metrics.height())
        self._paint_axes(painter, self._theme, inside, low, max(high, low + 1))
        places = self._places(inside, low, max(high, low + 1))
        self._paint_errors(painter, self._theme, places)
        painter.end()

    def _places(self, inside: QRectF, low: int, high: int) -> Points:
        x = inside.left() - self._powers[:, 0] / 16 * inside.width()
        y = inside.bottom() - (self._powers[:, 1] - low) / (high - low) * inside.height()
        return np.column_stack((x, y))

    def _paint_axes(
        self, painter: QPainter, theme: Theme, inside: QRectF, low: int, high: int
    ) -> None:
        metrics, colours = QFontMetricsF(self.font()), theme.colours
        painter.setFont(self.font())
        ink, grid = QColor(colours.secondary_ink), QPen(QColor(colours.grid_major), 1)
        apart = max(ceil((high - low) / MOST_MARKS), 1)
        for exponent in range(high, low - 1, -apart):
            y = inside.bottom() - (exponent - low) / (high - low) * inside.height()
            painter.setPen(grid)
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
            painter.setPen(ink)
            text = power(exponent)
            x = inside.left() - GAP - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(max(x, 0.0), y + metrics.capHeight() / 2), text)
        foot = inside.bottom() + 1.3 * metrics.height()
        for exponent in MARKED_POWERS:
            text = power(exponent)
            middle = inside.left() - exponent / 16 * inside.width()
            x = middle - metrics.horizontalAdvance(text) / 2
            x = min(x, self.width() - metrics.horizontalAdvance(text))
            painter.drawText(QPointF(x, foot), text)
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.drawLine(inside.bottomLeft(), inside.bottomRight())

    def _paint_errors(self, painter: QPainter, theme: Theme, places: Points) -> None:
        colour, mark = theme.colour(Role.SECANT), theme.colours.notice
        painter.setPen(pen(colour, 0.75 * theme.width(Role.SECANT)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [QPointF(x, y) for x, y in places.tolist()]
        painter.drawPolyline(points)
        radius = 0.45 * theme.sizes.iterate
        for point, is_rounding in zip(points, self._errors[:, 2].tolist(), strict=True):
            painter.setPen(pen(mark if is_rounding else colour, max(1.2, 1.2 * theme.line)))
            painter.setBrush(QColor(theme.colours.paper if is_rounding else colour))
            painter.drawEllipse(point, radius, radius)
