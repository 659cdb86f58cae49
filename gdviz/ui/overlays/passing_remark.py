"""A few words that pass by themselves: "saved", "copied"."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme

STAYS_MS = 4000


class PassingRemark(QFrame):
    """Over the lower edge of what it is a child of; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("passing_remark")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Words("", "", self)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._words)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text` for a while."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        room = home(self).size()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 16)
        self.show()
        self.raise_()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space, 2 * space, space)
        self._words.show_theme(theme)
