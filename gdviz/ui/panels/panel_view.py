"""What every panel is; and the place it scrolls in where a window is too small for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gdviz.i18n import Translator
from gdviz.ui.theme import Theme

SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PanelView(QWidget):
    """A panel beside the plot."""

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""


class PanelScroll(QScrollArea):
    """Scrolls by wheel, ↑ and ↓; all other keys are the window's."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLING:
            super().keyPressEvent(event)
        else:
            event.ignore()
