"""The table of difference quotients: Δx, Δf, Δf/Δx and its error; where rounding wins is marked."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import N_, Translator
from gdviz.session.naming import USUAL_NAMES, Names
from gdviz.session.scene import QuotientRow, SecantScene
from gdviz.ui.formula.letters import slanted
from gdviz.ui.panels.number_delegate import PADDING
from gdviz.ui.panels.number_table import NO_PARENT, Index, NumbersModel, NumbersTable
from gdviz.ui.panels.quotients_delegate import QuotientsDelegate
from gdviz.ui.theme import Theme

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


class QuotientsModel(NumbersModel):
    """Δx as it stands in the first row, then the rows of the scene."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(len(COLUMNS), parent)
        self.rows: tuple[QuotientRow, ...] = ()
        self._function, self._names = "f", USUAL_NAMES
        self._tr = Translator()
        self._name_columns()

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
            self._name_columns()

    def retranslate(self, tr: Translator) -> None:
        """Tell what the columns are in another language."""
        self._tr = tr
        self._name_columns()

    def _name_columns(self) -> None:
        names = self._names
        letters = {"x": slanted(plain(names.letter)), "f": slanted(self._function)}
        written = {"point": names.point, "delta": names.step, "second": names.second}
        points = {key: plain(name) for key, name in written.items()}
        self.show_headings(
            (
                heading.format(**letters) or self._tr(ERROR_HEADING),
                self._tr(words, name=self._function, **points),
            )
            for _, heading, words in COLUMNS
        )

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

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


class QuotientsTable(NumbersTable):
    """`delta_x_chosen` comes with a click on a row and with the arrow keys.

    It is as high as its rows: the panel scrolls, not the table.
    """

    delta_x_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotients")
        self._model = QuotientsModel(self)
        self.set_up(self._model, QuotientsDelegate(self, QUOTIENT))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row_chosen.connect(self._choose)

    def show_rows(self, scene: SecantScene) -> None:
        """The table, and Δx as it stands: above it where it is none of its rows."""
        self.following = True
        is_apart = scene.present is not None and scene.current is None
        above = (scene.present,) if is_apart and scene.present is not None else ()
        self._model.show_rows((*above, *scene.rows), scene.function, scene.names)
        self.selectRow(scene.current or 0)
        self.following = False
        self._fit()
        self._share_width()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._model.retranslate(tr)
        self.setAccessibleName(tr("Difference quotients"))
        self._share_width()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        size = theme.sizes.secondary
        self.dress(theme, heading=size, row=size * HEIGHT)
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

    def _choose(self, row: int) -> None:
        self.delta_x_chosen.emit(self._model.rows[row].delta_x)

    def _share_width(self) -> None:
        """Each column what its widest number needs, Δf/Δx the rest; where there is too little for
        all, all of them are in narrower figures."""
        measure = self.fontMetrics().horizontalAdvance
        headings = [self._model.heading(column) for column in range(len(COLUMNS))]
        widths = [
            max(measure(widest), measure(heading)) + PADDING + BETWEEN
            for widest, heading in zip(WIDEST, headings, strict=True)
        ]
        room = self.viewport().width()
        share = min(1.0, room / sum(widths))
        widths = [int(share * width) for width in widths]
        widths[QUOTIENT] += max(room - sum(widths), 0)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
