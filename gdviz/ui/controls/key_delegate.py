"""Rows of a list with a key, or another short word, at their right end."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gdviz.ui.theme import Theme

KEY = Qt.ItemDataRole.UserRole + 1
"""The role of that word."""


class KeyDelegate(QStyledItemDelegate):
    """The row's name to the left, its key to the right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ink = QColor()

    def show_theme(self, theme: Theme) -> None:
        """Take the key's colour from the theme: under a style sheet a palette does not know it."""
        self._ink = QColor(theme.colours.secondary_ink)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.setFont(option.font)
        painter.setPen(self._ink)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        inside = option.rect.adjusted(0, 0, -option.fontMetrics.height(), 0)
        painter.drawText(inside, int(flags), index.data(KEY))
