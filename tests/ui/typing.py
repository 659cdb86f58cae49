"""Typing as people do it, signs that are on no keyboard of QTest's included."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Send each character as a key that was pressed and released."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, NONE, character)
            QApplication.sendEvent(widget, event)


def retype(field: QLineEdit, text: str) -> None:
    """Give it the keyboard and type over what stands in it."""
    field.setFocus()
    field.selectAll()
    type_text(field, text)
