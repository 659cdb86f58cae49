"""Cells of the table of difference quotients: digits that are right are bold, rows that rounding
spoilt have a bar beside them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from gdviz.session.scene import QuotientRow
from gdviz.ui.panels.number_delegate import PADDING, NumberDelegate
from gdviz.ui.theme import Theme

BAR = 0.3
"""Width of the bar, in sizes of the text."""
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class QuotientsDelegate(NumberDelegate):
    """`quotient` is the column whose right digits stand out."""

    def __init__(self, table: QTableView, quotient: int) -> None:
        super().__init__(table)
        self._quotient = quotient
        self._faint, self._mark, self._soft = QColor(), QColor(), QColor()

    def show_theme(self, theme: Theme) -> None:
        """Take colours from the theme."""
        super().show_theme(theme)
        self._faint = QColor(theme.colours.secondary_ink)
        self._mark = QColor(theme.colours.notice)
        self._soft = QColor(theme.colours.notice_soft)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: QuotientRow = index.model().rows[index.row()]  # type: ignore[attr-defined]
        if row.rounding_wins:
            painter.fillRect(option.rect, self._soft)
        if index.column() == self._quotient and row.right:
            self._paint_quotient(painter, option, row)
        else:
            super().paint(painter, option, index)
        if row.rounding_wins and index.column() == 0:
            bar = QRectF(option.rect)
            bar.setWidth(round(BAR * option.font.pixelSize()))
            painter.fillRect(bar, self._mark)

    def _paint_quotient(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QuotientRow
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._selected)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Bold)
        right, wrong = row.quotient[: row.right], row.quotient[row.right :]
        widths = (
            QFontMetricsF(bold).horizontalAdvance(right),
            QFontMetricsF(option.font).horizontalAdvance(wrong),
        )
        place = QRectF(option.rect).adjusted(0, 0, -PADDING, 0)
        share = min(1.0, place.width() / max(sum(widths), 1.0))
        painter.save()
        painter.translate(place.right() - share * sum(widths), place.top())
        painter.scale(share, 1.0)
        for text, font, colour, left, width in (
            (right, bold, self._ink, 0.0, widths[0]),
            (wrong, option.font, self._faint, widths[0], widths[1]),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QRectF(left, 0.0, width + 2.0, place.height()), LEFT, text)
        painter.restore()
