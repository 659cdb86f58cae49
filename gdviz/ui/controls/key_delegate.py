"""Rows of a list with a key, or another short word, at their right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

KEY = Qt.ItemDataRole.UserRole + 1
"""The role of that word."""


class KeyDelegate(QStyledItemDelegate):
    """The row's name to the left, its key to the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.setFont(option.font)
        painter.setPen(option.widget.window().palette().placeholderText().color())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        inside = option.rect.adjusted(0, 0, -option.fontMetrics.height(), 0)
        painter.drawText(inside, int(flags), index.data(KEY))
