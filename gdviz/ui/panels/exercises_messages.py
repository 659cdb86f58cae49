"""What is in the way of reading an answer, or how else it could be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import Message
from gdviz.ui.editor.message_card import MessageCard, alternative_at
from gdviz.ui.theme import Theme

MOST_MESSAGES = 2


class AnswerMessages(QWidget):
    """Cards like those under the line where the function is typed.

    The room that they once took is kept until the answer is begun anew: messages come and go with
    the letters, and nothing below them is to jump.
    """

    alternative_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_messages")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        names = ["answer_message", *(f"answer_message_{n}" for n in range(2, MOST_MESSAGES + 1))]
        self.cards = [MessageCard(name, self) for name in names]
        self._messages: tuple[Message, ...] = ()
        self._gap = self._kept = 0
        for card in self.cards:
            card.alternative_chosen.connect(self.alternative_chosen)
        self.setFixedHeight(0)
        self.hide()

    def show_messages(self, messages: Sequence[Message], tr: Translator) -> None:
        """Show these and no others."""
        self._messages = tuple(messages[:MOST_MESSAGES])
        for place, card in enumerate(self.cards):
            card.show_message(messages[place] if place < len(self._messages) else None, tr)
        self._arrange()

    def begin_anew(self) -> None:
        """Keep no room."""
        self._kept = 0
        self._arrange()

    def alternative_at(self, position: int) -> str | None:
        """What the message about a place offers, or the first one that offers anything."""
        return alternative_at(self._messages, position)

    def _arrange(self) -> None:
        height = 0
        for card in self.cards:
            if not card.isHidden():
                card.fit(max(self.width(), 1))
                card.move(0, height)
                height += card.height() + self._gap
        self._kept = max(self._kept, height)
        if self._kept != self.maximumHeight():
            self.setFixedHeight(self._kept)
        self.setVisible(self._kept > 0)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._gap = round(theme.sizes.space / 2)
        for card in self.cards:
            card.show_theme(theme)
        self.begin_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.begin_anew()
