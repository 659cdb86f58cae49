"""The names that the letters at the cursor may become, in a small list below them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.key_delegate import KEY, KeyDelegate
from gdviz.ui.editor.completions import Completion
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme


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
        self._rows = KeyDelegate(self._view)
        self._view.setItemDelegate(self._rows)
        self._model = QStandardItemModel(self)
        self._view.setModel(self._model)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._view)
        self._view.clicked.connect(self._click)
        self.hide()

    def show_completions(self, completions: tuple[Completion, ...]) -> None:
        """Other names; none is chosen. The first says which key takes it."""
        self._model.clear()
        for completion in completions:
            about = self._tr(completion.about)
            item = QStandardItem(completion.shown)
            told = about if self._model.rowCount() else f"{about}   Tab"
            item.setData(told, KEY)
            item.setData(f"{completion.shown}: {about}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.setVisible(bool(completions))

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
        metrics, rows = self._view.fontMetrics(), range(self._model.rowCount())
        items = [self._model.item(row) for row in rows]
        words = [f"{item.text()}      {item.data(KEY)}" for item in items]
        width = max((metrics.horizontalAdvance(line) for line in words), default=0)
        height = sum(self._view.sizeHintForRow(row) for row in rows)
        margins = self._layout.contentsMargins()
        around = 2 * self.frameWidth() + margins.left() + margins.right()
        width = min(width + 3 * metrics.height() + around, widest)
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
