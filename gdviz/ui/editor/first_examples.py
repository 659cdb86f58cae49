"""Three functions to click, under a line in which nothing is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import WordButton
from gdviz.ui.controls.view import Themed
from gdviz.ui.controls.words import Words
from gdviz.ui.editor.examples import FIRST_THREE
from gdviz.ui.theme import Theme


class FirstExamples(QFrame):
    """`chosen` is the line that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._layout = QHBoxLayout(self)
        self._invitation = Words("", "", self)
        self._layout.addWidget(self._invitation)
        self._buttons = [WordButton(f"first_example_{i}", self) for i in range(len(FIRST_THREE))]
        for button, example in zip(self._buttons, FIRST_THREE, strict=True):
            button.setText(example.line)
            button.setAccessibleName(example.line)
            button.clicked.connect(self._choose)
            self._layout.addWidget(button)
        self.hide()

    def fit(self, widest: int) -> None:
        """As wide as its buttons; without the invitation where that is too wide."""
        self._invitation.show()
        self._invitation.setVisible(self._layout.sizeHint().width() <= widest)
        self.adjustSize()

    def _choose(self) -> None:
        button = self.sender()
        assert isinstance(button, WordButton)
        self.chosen.emit(button.text())

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._invitation.setText(tr("Type a function, or try:"))
        for button, example in zip(self._buttons, FIRST_THREE, strict=True):
            button.setToolTip(tr(example.about))

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space // 2, space, space // 2)
        self._layout.setSpacing(space)
        controls: list[Themed] = [self._invitation, *self._buttons]
        for control in controls:
            control.show_theme(theme)
