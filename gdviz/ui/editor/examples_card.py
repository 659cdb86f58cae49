"""The lecture's functions to choose from, as they are typed and as they are set."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import typeset_formula
from gdviz.i18n import Translator
from gdviz.ui.controls.formula_rows import FormulaRows, formula_row
from gdviz.ui.controls.view import home
from gdviz.ui.editor.examples import EXAMPLES
from gdviz.ui.fonts import text_font
from gdviz.ui.overlays.overlay import Overlay
from gdviz.ui.theme import Theme

SPARE = 2
"""So that no scroll bar comes for a pixel."""
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ExamplesCard(Overlay):
    """Hangs from its button. `chosen` is the line that was chosen, by a click or by Enter."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, button: QWidget) -> None:
        super().__init__("examples_card", window)
        self._button = button
        self._list = QListView(self)
        self._list.setObjectName("examples_list")
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = FormulaRows(self._list)
        self._list.setItemDelegate(self._rows)
        self._model = QStandardItemModel(self)
        self._list.setModel(self._model)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._list)
        self._list.clicked.connect(self._choose)
        self._list.installEventFilter(self)

    def first_focus(self) -> QWidget:
        return self._list

    def open(self) -> None:
        self._list.setCurrentIndex(self._model.index(0, 0))
        super().open()

    def fit(self) -> None:
        """As large as its rows, under the button, within the window."""
        room, margins = home(self).rect(), self._layout.contentsMargins()
        beside = 2 * self.frameWidth() + margins.left() + margins.right()
        around = 2 * self.frameWidth() + margins.top() + margins.bottom() + SPARE
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        corner = self._button.mapTo(home(self), QPoint(self._button.width(), self._button.height()))
        width = min(self._rows.measure() + beside, room.width() - 16)
        height = min(rows + around, room.height() - corner.y() - 8)
        left = min(max(corner.x() - width, 8), room.width() - width - 8)
        self.setGeometry(left, corner.y(), width, height)

    def _choose(self, index: QModelIndex) -> None:
        self.close_up()
        self.chosen.emit(EXAMPLES[index.row()].line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events of the window come before there is a list, and when it is gone.
        if watched is not getattr(self, "_list", None):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.close_up()
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in TAKES:
            self._choose(self._list.currentIndex())
            return True
        return False

    def retranslate(self, tr: Translator) -> None:
        """Functions and what they show in another language."""
        self._list.setAccessibleName(tr("Examples"))
        self._model.clear()
        for example in EXAMPLES:
            reading = typeset_formula(parse(example.line), tr.language)
            self._model.appendRow(formula_row(example.line, reading, tr(example.about)))
        if not self.isHidden():
            self.fit()

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        small = round(theme.sizes.space / 2)
        self._layout.setContentsMargins(small, small, small, small)
        self._list.setFont(text_font(theme.sizes.body))
        self._rows.show_theme(theme)
        if not self.isHidden():
            self.fit()
