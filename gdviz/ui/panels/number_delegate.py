"""Cells of numbers: text on paper, the current row on the accent's soft shade."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gdviz.ui.theme import Theme

USUAL_LENGTH = 7
"""Columns have room for so many figures; only what is longer is measured."""
PADDING = 6
"""Right of a number, px."""

RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class NumberDelegate(QStyledItemDelegate):
    """Paints without the style's help, which costs a style sheet's rules for every cell."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._ink, self._selected = QColor(), QColor()

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
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._selected)
        painter.setFont(option.font)
        painter.setPen(self._ink)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        place = QRectF(option.rect).adjusted(0, 0, -PADDING, 0)
        width = option.fontMetrics.horizontalAdvance(text) if len(text) > USUAL_LENGTH else 0
        if width > place.width():
            _paint_condensed(painter, place, text, place.width() / width)
        else:
            painter.drawText(place, RIGHT, text)


def _paint_condensed(painter: QPainter, place: QRectF, text: str, share: float) -> None:
    """A number too long for its column, in narrower figures."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(share, 1.0)
    painter.drawText(QRectF(0, 0, place.width() / share, place.height()), RIGHT, text)
    painter.restore()
