"""A card over the window that goes when it is done with: Esc, a click beside it, another focus."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QWidget

from gdviz.ui.controls.view import home
from gdviz.ui.theme import Theme


class Overlay(QFrame):
    """Belongs to the window whose child it is; gives the keyboard back when it goes."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self._before: QWidget | None = None
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Come up and take the keyboard."""
        self._before = self.window().focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Go, and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def toggle(self) -> None:
        """Come if it is away, go if it is there."""
        if self.isHidden():
            self.open()
        else:
            self.close_up()

    def first_focus(self) -> QWidget:
        """What takes the keyboard."""
        return self

    def fit(self) -> None:
        """Take a size and a place within the window."""
        room = home(self).size()
        hint = self.sizeHint()
        width = min(hint.width(), room.width() - 32)
        height = min(hint.height(), room.height() - 32)
        self.resize(width, height)
        self.move(QPoint((room.width() - width) // 2, min(64, (room.height() - height) // 2)))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.Resize:
            self.fit()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.close_up()
        return False
