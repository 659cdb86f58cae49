"""A card with a page of rows that scrolls where the window is too low for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.overlays.overlay import Overlay
from gdviz.ui.theme import Theme

LINE = 1.2
"""Height of a line of text in parts of its size."""
AROUND = 32
"""Left free of the window on either side together, px."""


class Sheet(Overlay):
    """Written when it is seen, and again for another language, look, or number of columns.

    widest: the card's width for each number of columns, in lines of text.
    between: blank between columns, in parts of the rhythm.
    """

    def __init__(self, name: str, window: QWidget, widest: dict[int, int], between: int) -> None:
        super().__init__(name, window)
        self._widest, self._between = widest, between
        self._tr = Translator()
        self._theme: Theme | None = None
        self._parts: list[QWidget] = []
        self._columns = 0
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._page)
        QVBoxLayout(self).addWidget(self._area)

    def columns(self, lines: float) -> int:
        """How many columns a window so many lines of text wide has room for."""
        return 1

    def write(self, columns: int, theme: Theme) -> None:
        """Put all rows into the grid; a sheet as such has none."""

    def first_focus(self) -> QWidget:
        return self._area

    def fit(self) -> None:
        """As high as the page is, or scrolling."""
        if self._theme is None:
            return
        room, line = home(self).size(), round(LINE * self._theme.sizes.body)
        columns = self.columns(room.width() / line)
        if columns != self._columns:
            self._clear()
            self.write(columns, self._theme)
            self._columns = columns
        width = min(room.width() - AROUND, self._widest[columns] * line)
        needed = self._grid.heightForWidth(width - 4 * line) + 2 * line
        height = min(room.height() - AROUND, needed)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def place(self, part: QWidget, row: int, column: int, span: int = 1) -> None:
        """Put a part of the page into its cell; it goes when the page is written anew."""
        self._parts.append(part)
        self._grid.addWidget(part, row, column, 1, span)

    def words(self, text: str, tone: str, weight: QFont.Weight = QFont.Weight.Normal) -> Words:
        """Words for the page that wrap where they must."""
        words = Words("", tone, self._page)
        words.setText(text)
        words.setWordWrap(True)
        if self._theme is not None:
            words.show_theme(self._theme, weight)
        return words

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []

    def retranslate(self, tr: Translator) -> None:
        """Write it in another language, when it is next seen."""
        self._tr = tr
        self._write_anew()

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._theme = theme
        space = round(theme.sizes.space)
        self._grid.setContentsMargins(2 * space, space, 2 * space, space)
        self._grid.setHorizontalSpacing(self._between * space)
        self._grid.setVerticalSpacing(space // 2)
        self._write_anew()

    def _write_anew(self) -> None:
        self._columns = 0
        if not self.isHidden():
            self.fit()
