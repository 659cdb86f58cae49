"""Completion of names while typing, never in the way of it.

Tab takes the first name or the chosen one, arrows choose, Enter takes only what was chosen, Esc
sends the list away until another word begins. Every other key goes to the line as always.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from gdviz.ui.editor.completion_list import CompletionList
from gdviz.ui.editor.completions import Offer, offer
from gdviz.ui.editor.expression_field import ExpressionField

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
NOTHING_ELSE = Qt.KeyboardModifier.NoModifier


class Completer(QObject):
    """Stands between the keys and the field while there is a list to choose from."""

    changed = Signal()
    """The list came, went, or has other rows."""

    def __init__(
        self, field: ExpressionField, shown: CompletionList, language: Callable[[], str]
    ) -> None:
        super().__init__(field)
        self._field, self._list, self._language = field, shown, language
        self._offer: Offer | None = None
        self._cursor = 0
        self._declined: int | None = None
        field.typed.connect(self._look)
        field.cursorPositionChanged.connect(self._leave_elsewhere)
        shown.chosen.connect(self._take)
        field.installEventFilter(self)

    @property
    def start(self) -> int:
        """Where the word begins that is being completed."""
        return 0 if self._offer is None else self._offer.start

    def _look(self, text: str) -> None:
        """After each change by the person."""
        self._cursor = self._field.cursorPosition()
        if self._declined is not None and not text[self._declined : self._cursor].isalpha():
            self._declined = None
        wanted = self._field.hasFocus() and self._declined is None
        self._show(offer(text, self._cursor, self._language()) if wanted else None)

    def _show(self, found: Offer | None) -> None:
        if found == self._offer:
            return
        self._offer = found
        self._list.show_completions(() if found is None else found.completions)
        self.changed.emit()

    def close(self) -> None:
        """Take the list away."""
        self._show(None)

    def _leave_elsewhere(self) -> None:
        if self._field.cursorPosition() != self._cursor:
            self.close()

    def _take(self, row: int) -> None:
        if self._offer is None:
            return
        start, completion = self._offer.start, self._offer.completions[row]
        self._field.setSelection(start, self._cursor - start)
        self._field.insert(completion.inserted)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._offer is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        key, row = Qt.Key(event.key()), self._list.current
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != NOTHING_ELSE:
            return False
        if key in ARROWS:
            self._list.go_on(ARROWS[key])
        elif key == Qt.Key.Key_Escape:
            self._declined = self.start
            self.close()
        elif key == Qt.Key.Key_Tab or (key in ENTER and row is not None):
            self._take(row or 0)
        else:
            return False
        return True
