"""A sentence about a place in the typed line, with the other reading one click away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import Message
from gdviz.ui.controls.icon_button import WordButton
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme

LONGEST_SHOWN = 48
"""Of a line on a button; all of it is told by the tool tip."""


class MessageCard(QFrame):
    """Shows one Message; hidden while there is none."""

    alternative_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._alternative = ""
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
        if message is None:
            return
        tone = "error" if message.is_error else "notice"
        self._set_tone(tone)
        self._alternative = message.alternative or ""
        self.button.setVisible(bool(self._alternative))
        line = _shortened(self._alternative, message.position)
        read, write = tr("Read as {line}", line=line), tr("Write {line}", line=line)
        self.button.setText(write if message.is_error else read)
        self.button.setAccessibleName(self.button.text())
        self.button.setToolTip(f"{self._alternative} (F3)")
        self.setAccessibleName(self.label.text())

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
        margins = self._layout.contentsMargins()
        around = margins.left() + margins.right()
        words = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 4
        button = self.button.sizeHint().width() + self._layout.spacing()
        button = 0 if self.button.isHidden() else button
        beside = words + button + around <= widest
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        room = widest - around - (button if beside else 0)
        self.label.setFixedWidth(max(1, min(words, room)))
        self.adjustSize()

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
        self.alternative_chosen.emit(self._alternative)


def _shortened(line: str, position: int) -> str:
    """A long line round the place that is spoken of."""
    if len(line) <= LONGEST_SHOWN:
        return line
    start = max(0, min(position - LONGEST_SHOWN // 3, len(line) - LONGEST_SHOWN))
    stop = start + LONGEST_SHOWN
    return "…" * (start > 0) + line[start:stop] + "…" * (stop < len(line))
