"""What tables of numbers have in common: headings, looks, keys that they leave to the window."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gdviz.ui.panels.number_delegate import NumberDelegate
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

PAGES = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""What a presenter's remote sends."""
NOT_OURS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, *PAGES)
"""Keys that step, play and tell, whatever has the focus."""


class NumbersModel(QAbstractTableModel):
    """Columns with a heading in letters of the formula, and the same in words."""

    def __init__(self, columns: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = [("", "")] * columns
        self.heading_font = QFont()

    def show_headings(self, headings: Iterable[tuple[str, str]]) -> None:
        """What stands over each column, and what it is in words."""
        self._headings = list(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def heading(self, column: int) -> str:
        """What stands over a column."""
        return self._headings[column][0]

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading, words = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.FontRole:
            return self.heading_font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class NumbersTable(QTableView):
    """`row_chosen` comes with a click on a row and with the arrow keys.

    While `following` is true the program itself marks rows, and nobody is told.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.following = False
        self._be_plain()

    def set_up(self, model: NumbersModel, delegate: NumberDelegate) -> None:
        """What numbers it shows, and who paints them; once."""
        self._numbers, self._cells = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _be_plain(self) -> None:
        """Whole rows are chosen; no grid, no numbers of rows, nothing that can be pulled."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def dress(self, theme: Theme, *, heading: float, row: float) -> None:
        """Take colours and sizes from the theme.

        heading: the size of its text, row: the height, both px.
        """
        self._cells.show_theme(theme)
        self.setFont(figures_font(theme.sizes.secondary))
        # A style sheet keeps a heading from taking the font of its view.
        self._numbers.heading_font = figures_font(heading)
        self.verticalHeader().setDefaultSectionSize(round(row))
        self.horizontalHeader().setFixedHeight(round(theme.sizes.body * 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in NOT_OURS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self.following:
            self.row_chosen.emit(current.row())
