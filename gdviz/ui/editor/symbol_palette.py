"""Signs and functions to click, for those who do not know how to type them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import QuietButton, WordButton
from gdviz.ui.editor.formula_button import FormulaButton
from gdviz.ui.editor.symbols import SYMBOLS
from gdviz.ui.theme import Theme

Key = Qt.Key


class SymbolPalette(QFrame):
    """Hangs under the field while it is wanted; the keyboard stays where it was.

    `chosen` is a template (see symbols.py); `left` comes with Esc, `help_wanted` with the button
    at the end.
    """

    chosen = Signal(str)
    left = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("symbols")
        self.setProperty("kind", "card")
        self._tr = Translator()
        self._columns = 1
        self._buttons: list[QuietButton] = []
        for symbol in SYMBOLS:
            button = FormulaButton(f"symbol_{symbol.id}", symbol.shown("en"), self)
            button.clicked.connect(self._choose)
            self._buttons.append(button)
        self._help = WordButton("symbols_help", self)
        self._help.clicked.connect(self.help_wanted)
        self._layout = QGridLayout(self)
        self.hide()

    def fit(self, widest: int) -> None:
        """In as many rows as it takes, all buttons of one width."""
        margins = self._layout.contentsMargins()
        room = widest - margins.left() - margins.right()
        formulas = [b for b in self._buttons if isinstance(b, FormulaButton)]
        cell = max(button.natural_width for button in formulas)
        words = -(-self._help.sizeHint().width() // max(cell, 1))
        count = len(formulas) + words
        self._columns = max(words, min(count, room // max(cell, 1)))
        rows = -(-count // self._columns)
        self._columns = max(words, -(-count // rows))
        for index, button in enumerate(formulas):
            button.setFixedWidth(cell)
            self._layout.addWidget(button, index // self._columns, index % self._columns)
        self._place_help(len(formulas), words)
        self.adjustSize()

    def _place_help(self, count: int, words: int) -> None:
        """In the last row if there is room, else in one of its own."""
        row, column = divmod(count, self._columns)
        if column + words > self._columns:
            row, column = row + 1, 0
        self._layout.addWidget(self._help, row, column, 1, words)

    def begin(self) -> None:
        """Take the keyboard."""
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        index = self._buttons.index(self.sender())  # type: ignore[arg-type]
        self.chosen.emit(SYMBOLS[index].template(self._tr.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from button to button; up from the first row, and Esc, back to the line."""
        buttons = [*self._buttons, self._help]
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), None)
        steps = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -self._columns}
        steps[Key.Key_Down] = self._columns
        step = steps.get(Key(event.key()))
        if event.key() == Key.Key_Escape or (here is not None and step and here + step < 0):
            self.left.emit()
        elif here is None or step is None:
            super().keyPressEvent(event)
        else:
            there = min(here + step, len(buttons) - 1)
            buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self, tr: Translator) -> None:
        """Names of functions, and what they mean, in another language."""
        self._tr = tr
        self.setAccessibleName(tr("Signs and functions"))
        for button, symbol in zip(self._buttons, SYMBOLS, strict=True):
            assert isinstance(button, FormulaButton)
            button.show_markup(symbol.shown(tr.language))
            button.setToolTip(tr(symbol.about))
            button.setAccessibleName(tr(symbol.about))
        self._help.setText(tr("What can be typed"))
        self._help.setAccessibleName(self._help.text())

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        small = round(theme.sizes.space / 2)
        self._layout.setContentsMargins(small, small, small, small)
        self._layout.setSpacing(0)
        for button in (*self._buttons, self._help):
            button.show_theme(theme)  # type: ignore[attr-defined]
