"""Rows of a list in three columns: a line as it is typed, how it is set, a few words about it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QStandardItem
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.controls.key_delegate import KEY
from gdviz.ui.formula.box import EMPTY, Box
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.theme import Theme

FORMULA = KEY + 1
"""The role of the formula; the words have the role KEY."""
LARGER = 1.15
"""Formulas beside words."""
BETWEEN = 1.5
"""Blank between columns, in heights of a line of text."""
Index = QModelIndex | QPersistentModelIndex


def formula_row(line: str, formula: Markup | None, about: str, key: str = "") -> QStandardItem:
    """A row; a screen reader tells the line and what it is about.

    formula: None if it comes later. key: what takes the row, told behind the words.
    """
    item = QStandardItem(line)
    item.setData(formula, FORMULA)
    item.setData(f"{about}   {key}".rstrip(), KEY)
    item.setData(f"{line}: {about}", Qt.ItemDataRole.AccessibleTextRole)
    return item


class FormulaRows(QStyledItemDelegate):
    """Columns are as wide as their widest rows: `measure` after the rows have changed.

    reserved: room for formulas that are given to their rows later, in heights of a line of text;
    they fit into rows of words.
    """

    def __init__(self, view: QListView, reserved: float = 0.0) -> None:
        super().__init__(view)
        self._view = view
        self._reserved = reserved
        self._ink, self._secondary = QColor(), QColor()
        self._formulas_at = self._words_at = 0.0

    def show_theme(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self._ink = QColor(theme.colours.ink)
        self._secondary = QColor(theme.colours.secondary_ink)

    def measure(self) -> int:
        """Set the columns; the width that all rows need, px."""
        rows = [self._view.model().index(row, 0) for row in range(self._view.model().rowCount())]
        metrics = self._view.fontMetrics()
        gap = BETWEEN * metrics.height()

        def widest(role: int) -> int:
            return max((metrics.horizontalAdvance(index.data(role)) for index in rows), default=0)

        natural = max((self._box(index).width for index in rows), default=0.0)
        formulas = self._reserved * metrics.height() or natural
        self._formulas_at = widest(Qt.ItemDataRole.DisplayRole) + gap
        self._words_at = self._formulas_at + formulas + gap
        return round(self._words_at + widest(KEY) + gap)

    def _box(self, index: Index) -> Box:
        markup = index.data(FORMULA)
        if markup is None:
            return EMPTY
        return layout(markup, self._view.fontInfo().pixelSize() * LARGER, display=False)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        if self._reserved:
            return hint
        return hint.expandedTo(QSize(0, round(self._box(index).height) + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        metrics, place = option.fontMetrics, QRectF(option.rect)
        left = place.left() + metrics.height() / 2
        box = self._box(index)
        line = place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent()
        baseline = max(line, place.top() + box.ascent + 2)
        baseline = min(baseline, place.bottom() - box.descent - 2)
        paint(painter, box, left + self._formulas_at, baseline, self._ink)
        painter.setFont(option.font)
        painter.setPen(self._secondary)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        words = place.adjusted(left - place.left() + self._words_at, 0, 0, 0)
        painter.drawText(words, flags, index.data(KEY))
