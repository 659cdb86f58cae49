"""The names that the letters at the cursor may become, in a small list below them."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.formula_rows import FORMULA, FormulaRows, formula_row
from gdviz.ui.editor.completions import Completion
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

FORMULAS = 6.0
"""Room for how a name is set, in heights of a line of text."""


class CompletionList(QFrame):
    """Never has the keyboard. Nothing is chosen in it until an arrow key or the mouse does."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completions")
        self.setProperty("kind", "card")
        self._tr = Translator()
        self._view = QListView(self)
        self._view.setObjectName("completion_list")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = FormulaRows(self._view, FORMULAS)
        self._view.setItemDelegate(self._rows)
        self._model = QStandardItemModel(self)
        self._view.setModel(self._model)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._view)
        self._view.clicked.connect(self._click)
        self._completions: tuple[Completion, ...] = ()
        self._set = 0
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._set_next)
        self.hide()

    def show_completions(self, completions: tuple[Completion, ...]) -> None:
        """Other names; none is chosen. The first says which key takes it."""
        self._model.clear()
        for completion in completions:
            key = "" if self._model.rowCount() else "Tab"
            about = self._tr(completion.about)
            self._model.appendRow(formula_row(completion.shown, None, about, key))
        self._completions, self._set = completions, 0
        self._clock.start()
        self.setVisible(bool(completions))

    def _set_next(self) -> None:
        """One formula a turn of the event loop: no key waits for them."""
        if self._set >= len(self._completions):
            self._clock.stop()
            return
        formula = self._completions[self._set].formula(self._tr.language)
        self._model.item(self._set).setData(formula, FORMULA)
        self._set += 1

    @property
    def current(self) -> int | None:
        """The row that was chosen, if one was."""
        index = self._view.currentIndex()
        return index.row() if index.isValid() else None

    def go_on(self, rows: int) -> None:
        """Choose the next name, or the one before."""
        count = self._model.rowCount()
        start = -1 if rows > 0 else count
        here = start if self.current is None else self.current
        self._view.setCurrentIndex(self._model.index((here + rows) % count, 0))

    def fit(self, widest: int) -> None:
        """As large as its rows."""
        height = sum(self._view.sizeHintForRow(row) for row in range(self._model.rowCount()))
        margins = self._layout.contentsMargins()
        around = 2 * self.frameWidth() + margins.left() + margins.right()
        width = min(self._rows.measure() + around, widest)
        self.resize(width, height + 2 * self.frameWidth() + margins.top() + margins.bottom())

    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self._view.setAccessibleName(tr("Names that fit"))

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        small = round(theme.sizes.space / 2)
        self._layout.setContentsMargins(small, small, small, small)
        self._view.setFont(text_font(theme.sizes.body))
        self._rows.show_theme(theme)
