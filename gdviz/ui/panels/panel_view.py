"""What every panel is; and the place it scrolls in where a window is too small for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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
    """Scrolls by wheel, ↑ and ↓; all other keys are the window's.

    The bar has its place whether there is anything to scroll or not. If it came and went, so would
    its width, at which formulas break into other lines: a panel that is higher when it is wider
    would never come to rest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda first, last: bar.setEnabled(last > first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLING:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Page(QWidget):
    """The place of a panel that scrolls what is in it by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def setWidget(self, panel: QWidget) -> None:
        """Put the panel into its place."""
        self._layout.addWidget(panel)
        panel.show()
