"""A sentence on a small card beside what it speaks of, above everything else in the window."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gdviz.ui.controls.view import home
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

WIDEST = 30
"""Longest line of a remark, in heights of a line of text."""


class Remark(QFrame):
    """Belongs to `anchor` and stays within its window. The mouse goes through it."""

    def __init__(self, anchor: QWidget, tone: str = "error") -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self.setProperty("kind", "card")
        self.setProperty("tone", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label = QLabel(self)
        self._label.setProperty("tone", tone)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._label)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        """Take the size of text from the theme."""
        self._label.setFont(text_font(theme.sizes.body))

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show the sentence under the anchor, or above it where there is no room below."""
        self._label.setText(text)
        self.setAccessibleName(text)
        metrics = self._label.fontMetrics()
        widest = min(WIDEST * metrics.height(), home(self).width() - 48)
        self._label.setFixedWidth(min(metrics.horizontalAdvance(text) + 4, widest))
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QPoint:
        window = home(self).rect()
        corner = self._anchor.mapTo(home(self), QPoint(0, 0))
        anchor = QRect(corner, self._anchor.size())
        below = anchor.bottom() + 6
        fits_below = below + self.height() <= window.bottom() - 4
        top = below if fits_below else anchor.top() - 6 - self.height()
        left = min(anchor.left(), window.right() - 8 - self.width())
        return QPoint(max(8, left), top)
