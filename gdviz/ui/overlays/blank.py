"""Nothing at all, so that the room looks at the lecturer."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.ui.colours import luminance
from gdviz.ui.controls.view import home
from gdviz.ui.theme import Theme


class Blank(QWidget):
    """Covers the whole window in the darkest colour there is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("blank")
        self._colour = QColor()
        self.hide()
        window.installEventFilter(self)

    def show_theme(self, theme: Theme) -> None:
        """Take the colour from the theme."""
        self._colour = QColor(min(theme.colours.ink, theme.colours.paper, key=luminance))

    def show_blank(self, blank: bool) -> None:
        """Cover everything, or go."""
        self.setGeometry(home(self).rect())
        self.setVisible(blank)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(home(self).rect())
        return False
