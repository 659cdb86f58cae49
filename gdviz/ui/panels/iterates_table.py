"""The table of iterates: i, w, L, L′, ΔL. Rows are asked for as they come into sight."""

from collections.abc import Callable
from functools import lru_cache
from math import ceil
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gdviz.i18n import N_, Translator
from gdviz.session.scene import IterateRow
from gdviz.ui.formula.letters import italic, slanted
from gdviz.ui.panels.number_delegate import PADDING, NumberDelegate
from gdviz.ui.panels.number_table import NO_PARENT, Index, NumbersModel, NumbersTable
from gdviz.ui.theme import Theme

RowOf = Callable[[int], IterateRow | None]

COLUMNS = (
    ("{i}", "step", N_("Step")),
    ("{w}", "point", N_("Point")),
    ("{L}", "loss", N_("Loss")),
    ("{L}′", "gradient", N_("Slope")),
    ("Δ{L}", "change", N_("Change of the loss")),
)
"""Heading with the letters of the formula, field of IterateRow, the heading in words."""
IN_PLANE = (
    COLUMNS[0],
    COLUMNS[1],
    ("{v}", "second", N_("Point")),
    COLUMNS[2],
    ("|∇{L}|", "gradient", N_("Length of the gradient")),
    COLUMNS[4],
)
"""The same of two parameters."""
KEPT_ROWS = 512
WIDEST_NUMBER = "−0.00000"
NARROWEST = 0.65
"""Figures get no narrower than this, in parts of their usual width."""


class IteratesModel(NumbersModel):
    """`row_of` makes a row; those in sight are kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(len(COLUMNS), parent)
        self._count = 0
        self._row_of: RowOf = _no_row
        self._tr = Translator()
        self._letters: dict[str, str] = {}
        self.columns: tuple[tuple[str, str, str], ...] = COLUMNS
        self.show_letters("w", "L")

    def show_letters(self, point: str, loss: str, second: str = "") -> bool:
        """What an iterate, of two parameters the second as well, and its loss are called in the
        headings; whether there are other columns."""
        columns = IN_PLANE if second else COLUMNS
        letters = {"i": italic("i"), "w": slanted(point), "L": slanted(loss), "v": slanted(second)}
        is_other = columns is not self.columns
        if is_other:
            self.beginResetModel()
        self._letters, self.columns = letters, columns
        self._name_columns()
        if is_other:
            self.endResetModel()
        return is_other

    def show_rows(self, count: int, row_of: RowOf) -> None:
        """Other iterates."""
        self.beginResetModel()
        self._count = count
        self._row_of = lru_cache(maxsize=KEPT_ROWS)(row_of)
        self.endResetModel()

    def retranslate(self, tr: Translator) -> None:
        """Tell what the columns are in another language."""
        self._tr = tr
        self._name_columns()

    def _name_columns(self) -> None:
        self.show_headings(
            (heading.format(**self._letters), self._tr(words)) for heading, _, words in self.columns
        )

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row_of(index.row())
        return None if row is None else str(getattr(row, self.columns[index.column()][1]))


class IteratesTable(NumbersTable):
    """`iterate_chosen` comes with a click on a row and with the arrow keys."""

    iterate_chosen = Signal(int)
    copy_wanted = Signal(int, int)
    """Indices of the first and the last row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("iterates")
        self._model = IteratesModel(self)
        self.set_up(self._model, NumberDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.row_chosen.connect(self.iterate_chosen)

    def show_letters(self, point: str, loss: str, second: str = "") -> None:
        """What an iterate, of two parameters the second as well, and its loss are called."""
        self.following = True
        if self._model.show_letters(point, loss, second):
            self._share_width()
        self.following = False

    def show_rows(self, count: int, row_of: RowOf) -> None:
        """Other iterates."""
        self.following = True
        self._model.show_rows(count, row_of)
        self.following = False
        self._share_width()

    def show_step(self, step: int) -> None:
        """Mark the row of the current iterate, and bring it into sight."""
        if step == self.currentIndex().row() or step >= self._model.rowCount():
            return
        self.following = True
        self.selectRow(step)
        self._bring_current()
        self.following = False

    def _bring_current(self) -> None:
        """The current row stays in sight, wherever the table was moved sideways."""
        sideways = self.horizontalScrollBar().value()
        self.scrollTo(self.currentIndex())
        self.horizontalScrollBar().setValue(sideways)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._model.retranslate(tr)
        self.setAccessibleName(tr("Iterates"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self.dress(theme, heading=theme.sizes.body, row=theme.sizes.secondary * 2)
        self._share_width()
        self._bring_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._bring_current()

    def sizeHint(self) -> QSize:
        """Its heading and five rows; the panel's layout gives it what room there is more."""
        rows = 5 * self.verticalHeader().defaultSectionSize()
        return QSize(80, self.horizontalHeader().height() + rows)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Ask for the selected rows, or for all where no more than the current one is."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if len(rows) > 1:
            self.copy_wanted.emit(min(rows), max(rows))
        elif self._model.rowCount():
            self.copy_wanted.emit(0, self._model.rowCount() - 1)

    def _share_width(self) -> None:
        """The step takes what it needs, numbers share the rest: in narrower figures where that is
        little, and where even those have no room the table is moved sideways by its bar."""
        measure = self.fontMetrics().horizontalAdvance
        first = measure("0" * max(2, len(str(self._model.rowCount())))) + 2 * PADDING
        room = self.width() - self.verticalScrollBar().sizeHint().width() - first
        numbers = len(self._model.columns) - 1
        least = ceil(NARROWEST * measure(WIDEST_NUMBER)) + PADDING
        self.setColumnWidth(0, first)
        for column in range(1, numbers + 1):
            self.setColumnWidth(column, max(least, room // numbers))


def _no_row(_: int) -> None:
    return None
