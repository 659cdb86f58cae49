"""The field where f is typed. It underlines what is in trouble or could be read otherwise."""

import re

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from gdviz.session.scene import Message
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

LONGEST = 5000
"""A pasted page is kept, so that nothing is lost; the parser says that it is too long."""
LARGER = 1.15
BREAKS = re.compile(r"\s*[\n\r\t\v\f\u2028\u2029]\s*")
NOT_HERE = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ExpressionField(QLineEdit):
    """`typed` comes with every change that is the person's: typing, pasting, dropping."""

    typed = Signal(str)
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression")
        self.setMaxLength(LONGEST)
        self._messages: tuple[Message, ...] = ()
        self._theme: Theme | None = None
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a line; the cursor stays where it is if only something else changed."""
        if text == self.text():
            return
        blocked = self.blockSignals(True)
        position = min(self.cursorPosition(), len(text))
        self.setText(text)
        self.setCursorPosition(position if self.hasFocus() else 0)
        self.blockSignals(blocked)

    def show_messages(self, messages: tuple[Message, ...]) -> None:
        """Underline the places that are spoken of."""
        self._messages = messages
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(text_font(theme.sizes.body * LARGER))
        self.setFixedHeight(round(theme.sizes.control))

    def x_of(self, position: int) -> float:
        """Where a character begins, px from the left edge of the field, scrolled or not."""
        metrics = QFontMetricsF(self.font())
        text = self.text()
        cursor = metrics.horizontalAdvance(text[: self.cursorPosition()])
        here = metrics.horizontalAdvance(text[:position])
        return self.cursorRect().center().x() + here - cursor

    def _tell(self, text: str) -> None:
        if BREAKS.search(text):
            position = len(BREAKS.sub(" ", text[: self.cursorPosition()]))
            text = BREAKS.sub(" ", text)
            self.show_text(text)
            self.setCursorPosition(position)
        self.typed.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's: a keystroke here is a change like any other."""
        if isinstance(event, QKeyEvent) and _is_claim_on(event, NOT_HERE):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None or not self._messages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(4, 0, -4, 0))
        for message in self._messages:
            self._underline(painter, message, self._theme)
        painter.end()

    def _underline(self, painter: QPainter, message: Message, theme: Theme) -> None:
        colours = theme.colours
        pen = QPen(QColor(colours.error if message.is_error else colours.notice))
        pen.setWidthF(2 * theme.scale)
        painter.setPen(pen)
        start = self.x_of(message.position)
        end = self.x_of(min(message.position + message.length, len(self.text())))
        end = max(end, start + theme.sizes.space)
        y = self.height() / 2 + self.fontMetrics().height() / 2
        painter.drawLine(QPointF(start, y), QPointF(end, y))


def _is_claim_on(event: QKeyEvent, keys: tuple[QKeySequence.StandardKey, ...]) -> bool:
    """Whether Qt asks if a key shall be this widget's rather than a shortcut."""
    is_claim = event.type() == QEvent.Type.ShortcutOverride
    return is_claim and any(event.matches(key) for key in keys)
