"""A sentence with a button, at the lower edge of the plot, until it is taken, waved away or old."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import IconButton, WordButton
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme

STAYS_MS = 20_000
"""So long what is offered stands over the plot; it is in the menu as well."""


class Offer(QFrame):
    """`taken` is the id of the action that was offered.

    It goes by itself, but not while the mouse or the keyboard is in it.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setProperty("kind", "card")
        self._deed = ""
        self._words = Words("offer_words", "", self)
        self._button = WordButton("offer_take", self)
        self._leave = IconButton("offer_leave", "close", self)
        self._layout = QHBoxLayout(self)
        for part in (self._words, self._button, self._leave):
            self._layout.addWidget(part)
        self._button.clicked.connect(self._take)
        self._leave.clicked.connect(self.hide)
        self._clock = QTimer(self)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self._leave_unless_held)
        self.hide()
        parent.installEventFilter(self)

    def make(self, text: str, button: str, deed: str) -> None:
        """Offer the action `deed`."""
        self._deed = deed
        self._words.setText(text)
        self._button.setText(button)
        self._button.setAccessibleName(f"{text} {button}")
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def _leave_unless_held(self) -> None:
        is_held = self.underMouse() or any(part.hasFocus() for part in (self._button, self._leave))
        if not is_held or not self.isVisible():
            self._clock.stop()
            self.hide()

    def _take(self) -> None:
        self.hide()
        self.taken.emit(self._deed)

    def _place(self) -> None:
        self.adjustSize()
        room = home(self).size()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 16)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._leave.describe(tr("Dismiss"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space // 2, space // 2, space // 2)
        self._layout.setSpacing(space)
        for part in (self._words, self._button, self._leave):
            part.show_theme(theme)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
