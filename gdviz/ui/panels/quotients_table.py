"""The table of difference quotients: Δx, Δf, Δf/Δx and its error; where rounding wins is marked."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import N_, Translator
from gdviz.session.naming import Names
from gdviz.session.scene import USUAL_NAMES, QuotientRow, SecantScene
from gdviz.ui.formula.letters import slanted
from gdviz.ui.panels.number_delegate import PADDING
from gdviz.ui.panels.quotients_delegate import QuotientsDelegate
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

STEP, RISE, QUOTIENT, ERROR = range(4)
COLUMNS = (
    ("step", "Δ{x}", N_("Increment of the argument")),
    ("rise", "Δ{f}", N_("Increment of the function: Δ{name} = {name}({second}) − {name}({point})")),
    ("quotient", "Δ{f}/Δ{x}", N_("Slope of the secant")),
    ("error", "", N_("Error: how far Δ{name}/{delta} is from {name}′({point})")),
)
"""Field of QuotientRow, heading with the letters of the formula, the heading in words."""
ERROR_HEADING = N_("error")
WIDEST = ("−0.000·10⁻¹⁶", "−0.000·10⁻¹⁶", "−0.00000000", "0.0·10⁻¹⁶")
BETWEEN = 4
"""Least blank left of a number, px."""
LOST = N_("rounding wins")
HEIGHT = 1.75
"""Of a row, in sizes of its text."""


class QuotientsModel(QAbstractTableModel):
    """Δx as it stands in the first row, then the rows of the scene."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[QuotientRow, ...] = ()
        self.heading_font = QFont()
        self._function, self._names = "f", USUAL_NAMES
        self._tr = Translator()

    def show_rows(self, rows: tuple[QuotientRow, ...], function: str, names: Names) -> None:
        """Other numbers; the table stays as it is if there are as many as before."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            last = self.index(len(rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if (function, names) != (self._function, self._names):
            self._function, self._names = function, names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def retranslate(self, tr: Translator) -> None:
        """Tell what the columns are in another language."""
        self._tr = tr
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def heading(self, column: int) -> str:
        """What stands over a column."""
        letters = {"x": slanted(plain(self._names.letter)), "f": slanted(self._function)}
        return COLUMNS[column][1].format(**letters) or self._tr(ERROR_HEADING)

    def _letters(self) -> dict[str, str]:
        names = self._names
        written = {"point": names.point, "delta": names.step, "second": names.second}
        return {"name": self._function, **{key: plain(name) for key, name in written.items()}}

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        text = getattr(row, COLUMNS[index.column()][0])
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_marked = row.rounding_wins and index.column() == ERROR
            return f"{text}, {self._tr(LOST)}" if is_marked else text
        if role == Qt.ItemDataRole.ToolTipRole and row.rounding_wins:
            return self._tr(LOST)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tr(COLUMNS[section][2], **self._letters())
        if role == Qt.ItemDataRole.FontRole:
            return self.heading_font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class QuotientsTable(QTableView):
    """`delta_x_chosen` comes with a click on a row and with the arrow keys.

    It is as high as its rows: the panel scrolls, not the table.
    """

    delta_x_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotients")
        self._model = QuotientsModel(self)
        self.setModel(self._model)
        self._following = False
        self._delegate = QuotientsDelegate(self, QUOTIENT)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, scene: SecantScene) -> None:
        """The table, and Δx as it stands: above it where it is none of its rows."""
        self._following = True
        is_apart = scene.present is not None and scene.current is None
        above = (scene.present,) if is_apart and scene.present is not None else ()
        self._model.show_rows((*above, *scene.rows), scene.function, scene.names)
        self.selectRow(scene.current or 0)
        self._following = False
        self._fit()
        self._share_width()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._model.retranslate(tr)
        self.setAccessibleName(tr("Difference quotients"))
        self._share_width()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._delegate.show_theme(theme)
        self.setFont(figures_font(theme.sizes.secondary))
        # A style sheet keeps a heading from taking the font of its view.
        self._model.heading_font = figures_font(theme.sizes.secondary)
        self.verticalHeader().setDefaultSectionSize(round(theme.sizes.secondary * HEIGHT))
        self.horizontalHeader().setFixedHeight(round(theme.sizes.body * 2))
        self._fit()
        self._share_width()

    def _fit(self) -> None:
        rows = self._model.rowCount() * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().height() + rows
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.delta_x_chosen.emit(self._model.rows[current.row()].delta_x)

    def _share_width(self) -> None:
        """Each column what its widest number needs, Δf/Δx the rest; too narrow, Δf is left out."""
        measure = self.fontMetrics().horizontalAdvance
        headings = [self._model.heading(column) for column in range(len(COLUMNS))]
        widths = [
            max(measure(widest), measure(heading)) + PADDING + BETWEEN
            for widest, heading in zip(WIDEST, headings, strict=True)
        ]
        room = self.viewport().width()
        is_narrow = room < sum(widths)
        self.setColumnHidden(RISE, is_narrow)
        others = widths[STEP] + widths[ERROR] + (0 if is_narrow else widths[RISE])
        widths[QUOTIENT] = max(room - others, 1)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
