"""Labels: words, and numbers whose place keeps its width while they change."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from gdviz.ui.fonts import text_font
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme


class Words(QLabel):
    """A few words; `tone` is "", "secondary", "notice" or "error".

    Words with a name can be reached by Tab and copied by Ctrl+C.
    """

    def __init__(self, name: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._name = ""
        if name:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def describe(self, name: str) -> None:
        """What the words are about, told by screen readers before them."""
        self._name = name
        self._tell()

    def show_text(self, text: str) -> None:
        """Other words."""
        self.setText(text)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.text()}" if self._name else self.text())

    def show_theme(self, theme: Theme, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """Take the size from the theme."""
        secondary = self.property("tone") == "secondary"
        size = theme.sizes.secondary if secondary else theme.sizes.body
        self.setFont(text_font(size, weight))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)


class Figures(Words):
    """Numbers in figures of one width.

    Its place is as wide as the widest text it was told to hold, and never gets narrower by
    itself: a number that was once long keeps its room, so that what stands beside it does not
    jump, and nothing is laid out anew while numbers change.
    """

    def __init__(self, name: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, tone, parent)
        self._widest = ""
        self._longest = 0

    def hold(self, widest: str) -> None:
        """Keep room for a text like this, whatever its digits."""
        if widest != self._widest:
            self._widest = widest
            self.remeasure()

    def show_number(self, text: str) -> bool:
        """Show a number; says whether the place had to grow for it."""
        self.show_text(text)
        if len(text) <= self._longest:
            return False
        return self._grow(text)

    def show_theme(
        self, theme: Theme, weight: QFont.Weight = QFont.Weight.Normal, size: float | None = None
    ) -> None:
        """Take the size from the theme; `size` in px if it is not that of body text."""
        self.setFont(figures_font(size or theme.sizes.body, weight))
        self.remeasure()

    def measure(self, text: str) -> int:
        """The room that a text takes, px."""
        return self.fontMetrics().horizontalAdvance(text) + 1

    def remeasure(self) -> None:
        """Forget how wide it once was."""
        self._longest = 0
        self.setFixedSize(0, self.fontMetrics().height())
        for text in (self._widest, self.text()):
            self._grow(text)

    def _grow(self, text: str) -> bool:
        self._longest = max(self._longest, len(text))
        room = self.measure(text)
        if room <= self.width():
            return False
        self.setFixedWidth(room)
        return True
