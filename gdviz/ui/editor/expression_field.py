"""The field where f is typed.

It underlines what is in trouble or could be read otherwise, and marks the bracket at the cursor
with its partner. A bracket typed over a selection goes round it; nothing is closed unasked.
"""

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from gdviz.calculus.reading.partners import partners
from gdviz.session.scene import Message
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

LONGEST = 5000
"""A pasted page is kept, so that nothing is lost; the parser says that it is too long."""
LARGER = 1.15
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""Then all of the line is selected, to be typed over."""
BREAKS = re.compile(r"\s*[\n\r\t\v\f\u2028\u2029]\s*")
ROUND = {"(": "()", "[": "[]", "{": "{}", "|": "||", "√": "√()", "∛": "∛()"}
"""Typed over a selection, a sign puts its last character behind it and the others before."""
NOT_HERE = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ExpressionField(QLineEdit):
    """`typed` comes with every change that is the person's: typing, pasting, dropping."""

    typed = Signal(str)
    focus_changed = Signal()
    moved = Signal()
    """It stands elsewhere: what hangs from its characters goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression")
        self.setMaxLength(LONGEST)
        self._messages: tuple[Message, ...] = ()
        self._theme: Theme | None = None
        self._offered = False
        self._partners: Mapping[int, int | None] = {}
        self._partners_of = ""
        self._measured = "", self.font()
        self._widths: dict[int, float] = {}
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

    def offer_whole(self) -> None:
        """Select all, so that whatever is typed next, a bracket too, takes its place."""
        self.selectAll()
        self._offered = True

    def put(self, before: str, behind: str = "") -> None:
        """Write at the cursor, or round what is selected, which stays so; one change."""
        selected, start = self.selectedText(), self.cursorPosition()
        if selected:
            start = self.selectionStart()
        self.insert(before + selected + behind)
        if selected and behind:
            self.setSelection(start + len(before), len(selected))
        else:
            self.setCursorPosition(start + len(before) + len(selected))

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
        cursor, here = self._width(self.cursorPosition()), self._width(position)
        return self.cursorRect().center().x() + here - cursor

    def _width(self, position: int) -> float:
        """Of the text before a character; kept, for a pasted page takes long to measure."""
        measured = self.text(), self.font()
        if self._measured != measured:
            self._measured = measured
            self._widths.clear()
        if position not in self._widths:
            metrics = QFontMetricsF(self.font())
            self._widths[position] = metrics.horizontalAdvance(self.text()[:position])
        return self._widths[position]

    def _tell(self, text: str) -> None:
        if BREAKS.search(text):
            position = len(BREAKS.sub(" ", text[: self.cursorPosition()]))
            text = BREAKS.sub(" ", text)
            self.show_text(text)
            self.setCursorPosition(position)
        self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        brackets = ROUND.get(event.text())
        is_whole = self.selectedText() == self.text()
        if brackets and self.hasSelectedText() and not is_whole and not self._offered:
            self.put(brackets[:-1], brackets[-1])
        else:
            super().keyPressEvent(event)
        if event.text():
            self._offered = False

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._offered = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offered = event.reason() in BY_KEY
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
        marks = self._marks() if self.hasFocus() else ()
        if self._theme is None or not (self._messages or marks):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(4, 0, -4, 0))
        for message in self._messages:
            self._underline(painter, message, self._theme)
        for position, is_paired in marks:
            self._mark(painter, position, self._theme, is_paired=is_paired)
        painter.end()

    def _marks(self) -> tuple[tuple[int, bool], ...]:
        """The bracket before the cursor, or behind it, and its partner; whether they are two."""
        if self._partners_of != self.text():
            self._partners_of, self._partners = self.text(), partners(self.text())
        cursor = self.cursorPosition()
        here = next((at for at in (cursor - 1, cursor) if at in self._partners), None)
        if here is None or self.hasSelectedText():
            return ()
        partner = self._partners[here]
        return ((here, False),) if partner is None else ((here, True), (partner, True))

    def _mark(self, painter: QPainter, position: int, theme: Theme, *, is_paired: bool) -> None:
        """A soft box round a bracket; one without a partner has a broken outline."""
        left, right = self.x_of(position), self.x_of(position + 1)
        height = self.fontMetrics().height()
        box = QRectF(left - 1, (self.height() - height) / 2 + 1, right - left + 2, height - 2)
        colour = QColor(theme.colours.accent if is_paired else theme.colours.notice)
        pen = QPen(colour, 1.2 * theme.scale)
        pen.setStyle(Qt.PenStyle.SolidLine if is_paired else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 3, 3)

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
