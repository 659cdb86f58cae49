"""A sentence about a place in a typed line, with the other reading one click away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import Message
from gdviz.ui.controls.icon_button import WordButton
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme

LONGEST_SHOWN, SHORTEST_SHOWN = 48, 2
"""Of a line on a button; all of it is told by the tool tip."""


def alternative_at(messages: Sequence[Message], position: int) -> str | None:
    """The line that the message about a place offers, else the first that is offered."""
    offers = [one for one in messages if one.alternative]
    here = [one for one in offers if one.position <= position <= one.position + one.length]
    return next((one.alternative for one in [*here, *offers]), None)


class MessageCard(QFrame):
    """Shows one Message; hidden while there is none."""

    alternative_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._message: Message | None = None
        self._tr = Translator()
        self._theme: Theme | None = None
        self.label = Words(name, "error", self)
        self.label.setWordWrap(True)
        self.button = WordButton(name.replace("message", "alternative"), self)
        self.button.clicked.connect(self._choose)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(self.button)
        self.hide()

    def show_message(self, message: Message | None, tr: Translator) -> None:
        """The sentence and what to do about it."""
        self.setVisible(message is not None)
        self.label.show_text("" if message is None else f"{message.text} {message.hint}".strip())
        self._message, self._tr = message, tr
        if message is None:
            return
        self._set_tone("error" if message.is_error else "notice")
        self.button.setVisible(bool(message.alternative))
        self.button.setToolTip(f"{message.alternative} (F3)" if message.alternative else "")
        self._write_button(message, LONGEST_SHOWN)
        self.setAccessibleName(self.label.text())

    def _write_button(self, message: Message, longest: int) -> None:
        line = _shortened(message.alternative or "", message.position, longest)
        read, write = self._tr("Read as {line}", line=line), self._tr("Write {line}", line=line)
        self.button.setText(write if message.is_error else read)
        self.button.setAccessibleName(self.button.text())

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._theme = theme
        space = round(theme.sizes.space)
        self.label.show_theme(theme)
        self.button.show_theme(theme)
        self.button.setFixedHeight(round(theme.sizes.control * 0.75))
        self._layout.setContentsMargins(space, space // 2, space, space // 2)
        self._layout.setSpacing(space)

    def fit(self, widest: int) -> None:
        """As wide as its text asks for, at most `widest` px; long sentences take more lines."""
        margins = self._layout.contentsMargins() + self.contentsMargins()
        around = margins.left() + margins.right()
        self._shorten_button(widest - around)
        words = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 4
        button = self.button.sizeHint().width() + self._layout.spacing()
        button = 0 if self.button.isHidden() else button
        beside = words + button + around <= widest
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        room = widest - around - (button if beside else 0)
        self.label.setFixedWidth(max(1, min(words, room)))
        self.adjustSize()

    def _shorten_button(self, room: int) -> None:
        """So much of the line as there is room for."""
        if self._message is None:
            return
        longest = LONGEST_SHOWN
        self._write_button(self._message, longest)
        while self.button.sizeHint().width() > room and longest > SHORTEST_SHOWN:
            longest -= 1
            self._write_button(self._message, longest)

    def _set_tone(self, tone: str) -> None:
        if self.property("tone") == tone:
            return
        for widget in (self, self.label):
            widget.setProperty("tone", tone)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if self._theme is not None:
            # A style sheet that is applied anew takes the fonts away.
            self.show_theme(self._theme)

    def _choose(self) -> None:
        if self._message is not None and self._message.alternative:
            self.alternative_chosen.emit(self._message.alternative)


def _shortened(line: str, position: int, longest: int) -> str:
    """A long line round the place that is spoken of."""
    if len(line) <= longest:
        return line
    start = max(0, min(position - longest // 3, len(line) - longest))
    stop = start + longest
    return "…" * (start > 0) + line[start:stop] + "…" * (stop < len(line))
