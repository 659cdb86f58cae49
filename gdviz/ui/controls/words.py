"""Labels: words, and numbers whose place keeps its width while they change."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

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
    """Numbers in figures of one width.

    It is as wide as the widest text it was told to hold, and never gets narrower by itself: a
    number that was once long keeps its room, so that what stands beside it does not jump.
    """

    def __init__(self, name: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._widest = ""
        self._room = 0

    def hold(self, widest: str) -> None:
        """Keep room for a text like this, whatever its digits."""
        if widest != self._widest:
            self._widest = widest
            self.remeasure()

    def show_number(self, text: str) -> None:
        """Show a number; the place grows if it must."""
        if text == self.text():
            return
        self.setText(text)
        self._grow(self.measure(text))

    def show_theme(self, theme: Theme, size: float | None = None) -> None:
        """Take the size from the theme."""
        self.setFont(figures_font(size or theme.sizes.body))
        self.remeasure()

    def measure(self, text: str) -> int:
        """The room that a text takes, px."""
        return self.fontMetrics().horizontalAdvance(text) + 1

    def remeasure(self) -> None:
        """Forget how wide it once was."""
        self._room = 0
        self._grow(max(self.measure(self._widest), self.measure(self.text())))

    def _grow(self, room: int) -> None:
        if room > self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
