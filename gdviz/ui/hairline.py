"""The one line between parts of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.ui.theme import Theme


class Hairline(QWidget):
    """One pixel of the theme's hairline colour."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)

    def show_theme(self, theme: Theme) -> None:
        """Take the colour from the theme."""
        self._colour = QColor(theme.colours.hairline)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()
