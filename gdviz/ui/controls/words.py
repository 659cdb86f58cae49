"""Labels: words, and numbers whose place keeps its width while they change."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from gdviz.ui.fonts import text_font
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme


class Words(QLabel):
    """A few words; `tone` is "", "secondary", "notice" or "error"."""

    def __init__(self, name: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_theme(self, theme: Theme, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """Take the size from the theme."""
        secondary = self.property("tone") == "secondary"
        size = theme.sizes.secondary if secondary else theme.sizes.body
        self.setFont(text_font(size, weight))


class Figures(QLabel):
    """Numbers in figures of one width. It is as wide as the widest text it was told to hold."""

    def __init__(self, name: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._widest = ""

    def hold(self, widest: str) -> None:
        """Keep room for a text like this, whatever its digits."""
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()

    def show_theme(self, theme: Theme, size: float | None = None) -> None:
        """Take the size from the theme."""
        self.setFont(figures_font(size or theme.sizes.body))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        room = self.fontMetrics().horizontalAdvance(self._widest) + 1
        return QSize(max(room, 0 if self._widest else hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
