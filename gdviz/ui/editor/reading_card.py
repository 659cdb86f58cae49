"""Where the typeset reading hangs when it is too high for the editor row: at its full size."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gdviz.ui.theme import Theme


class ReadingCard(QFrame):
    """Holds the preview for as long as it is high, and is hidden otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.on_the_left = False
        self._layout = QHBoxLayout(self)
        self.hide()

    def take(self, preview: QWidget) -> None:
        """Let the preview hang here."""
        self._layout.addWidget(preview)
        preview.show()
        self.show()

    def fit(self, widest: int) -> None:
        """As large as what hangs here, at most `widest` px wide."""
        self.adjustSize()
        border = 2 * self.frameWidth() + 2
        self.resize(min(self.width() + border, widest), self.height() + border)

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space // 2, space, space // 2)
