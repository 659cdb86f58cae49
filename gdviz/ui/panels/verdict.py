"""Why the descent stopped, what that means, and what is in the way of one."""

import re

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import DescentScene
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme


class Verdict(QWidget):
    """A sentence; under it, on a card, a warning where the sentence alone would mislead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Words("stop_reason", "", self)
        self.warning = Words("stop_warning", "notice")
        self.trouble = Words("descent_trouble", "error")
        self._cards = [_card("notice", self.warning, self), _card("error", self.trouble, self)]
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.reason)
        for card in self._cards:
            self._layout.addWidget(card)
        for words in (self.reason, self.warning, self.trouble):
            words.setWordWrap(True)

    def show_scene(self, scene: DescentScene) -> None:
        """Show how the descent ended."""
        self.reason.show_text(_with_whole_bars(scene.stop_reason))
        self.warning.show_text(_with_whole_bars(scene.warning))
        self.trouble.show_text(scene.trouble)
        for card, text in zip(self._cards, (scene.warning, scene.trouble), strict=True):
            card.setVisible(bool(text))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.reason.describe(tr("Why it stopped"))

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(0, space // 2, 0, space // 2)
        self._layout.setSpacing(space // 2)
        for words in (self.reason, self.warning, self.trouble):
            words.show_theme(theme)
        for card in self._cards:
            card.setContentsMargins(space, space // 2, space, space // 2)


def _with_whole_bars(text: str) -> str:
    """No line ends behind the first bar of |ΔL|."""
    return re.sub(r"\|(?=\w)", "|\N{WORD JOINER}", text)


def _card(tone: str, words: Words, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("kind", "card")
    card.setProperty("tone", tone)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(words)
    return card
