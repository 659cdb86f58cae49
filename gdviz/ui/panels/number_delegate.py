"""Cells of numbers: text on paper, the current row on the accent's soft shade."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gdviz.ui.theme import Theme

MOST_KEPT = 2000
"""Numbers are kept as they were set last, up to so many."""
PADDING = 6
"""Right of a number, px."""

SELECTED = QStyle.StateFlag.State_Selected.value
"""As a number: Python's flags take longer than painting a cell."""
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class NumberDelegate(QStyledItemDelegate):
    """Paints without the style's help, which costs a style sheet's rules for every cell."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._ink, self._selected = QColor(), QColor()
        self._font = QFont()
        self._numbers: dict[str, QStaticText] = {}

    def show_theme(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self._ink = QColor(theme.colours.ink)
        self._selected = QColor(theme.colours.accent_soft)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if option.state.value & SELECTED:
            painter.fillRect(option.rect, self._selected)
        text = index.data() or ""
        painter.setFont(option.font)
        painter.setPen(self._ink)
        number = self._set(text, option.font)
        size, place = number.size(), QRectF(option.rect).adjusted(0, 0, -PADDING, 0)
        top = place.top() + (place.height() - size.height()) / 2
        if size.width() > place.width():
            _paint_condensed(painter, place, text, place.width() / size.width())
        else:
            painter.drawStaticText(QPointF(place.right() - size.width(), top), number)

    def _set(self, text: str, font: QFont) -> QStaticText:
        """A number as it is drawn; most stand where they are while the table is painted again."""
        if font != self._font:
            self._font = QFont(font)
            self._numbers.clear()
        found = self._numbers.get(text)
        if found is None:
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(QTransform(), font)
            if len(self._numbers) >= MOST_KEPT:
                self._numbers.clear()
            self._numbers[text] = found
        return found


def _paint_condensed(painter: QPainter, place: QRectF, text: str, share: float) -> None:
    """A number too long for its column, in narrower figures."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(share, 1.0)
    painter.drawText(QRectF(0, 0, place.width() / share, place.height()), RIGHT, text)
    painter.restore()
