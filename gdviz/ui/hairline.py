"""The one line between parts of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.ui.theme import Theme


class Hairline(QWidget):
    """One pixel of the theme's hairline colour; `firm`: of that of outlines, between two plots,
    where it would pass for a line of their grids."""

    def __init__(
        self, orientation: Qt.Orientation, parent: QWidget | None = None, *, firm: bool = False
    ) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self._firm = firm
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)

    def show_theme(self, theme: Theme) -> None:
        """Take the colour from the theme."""
        colours = theme.colours
        self._colour = QColor(colours.outline if self._firm else colours.hairline)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()
