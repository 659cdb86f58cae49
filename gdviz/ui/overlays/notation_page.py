"""What can be typed: each line as it is typed, how it is read, and what is to be known of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import typeset, typeset_formula
from gdviz.i18n import Translator
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.overlays.notation_table import NOTATION, Row, in_language
from gdviz.ui.overlays.overlay import Overlay
from gdviz.ui.overlays.set_formula import SetFormula
from gdviz.ui.theme import Theme

LINE = 1.2
"""Height of a line of text in parts of its size."""
WIDEST = 46
WIDEST_LINE = 14
"""Of the page, and of a line that is not folded, in heights of a line of text."""


class NotationPage(Overlay):
    """One short page that scrolls where the window is low."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("notation_page", window)
        self._tr = Translator()
        self._theme: Theme | None = None
        self._written = False
        self._parts: list[QWidget] = []
        self._sheet = QWidget(self)
        self._grid = QGridLayout(self._sheet)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sheet)
        QVBoxLayout(self).addWidget(self._area)

    def first_focus(self) -> QWidget:
        return self._area

    def fit(self) -> None:
        """As high as it is, or scrolling; written when it is first seen."""
        if self._theme is None:
            return
        if not self._written:
            self._write(self._theme)
        room, line = home(self).size(), round(LINE * self._theme.sizes.body)
        width = min(room.width() - 32, WIDEST * line)
        needed = self._grid.heightForWidth(width - 4 * line) + 2 * line
        height = min(room.height() - 32, needed)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _write(self, theme: Theme) -> None:
        self._clear()
        self._written = True
        for section in NOTATION:
            heading = self._words(self._tr(section.heading), "")
            heading.show_theme(theme, QFont.Weight.DemiBold)
            self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)
            for row in section.rows:
                self._write_row(row, theme)
        self._grid.setColumnStretch(2, 1)

    def _write_row(self, row: Row, theme: Theme) -> None:
        lines = [in_language(typed, self._tr.language) for typed in row.typed]
        typed = self._words("   ".join(lines), "")
        about = self._words(self._tr(row.about), "secondary")
        reading = SetFormula(reading_of(lines[0], self._tr.language), self._sheet)
        self._parts.append(reading)
        place = self._grid.rowCount()
        for part in (typed, reading, about):
            part.show_theme(theme)
        widest = round(WIDEST_LINE * LINE * theme.sizes.body)
        typed.setMinimumWidth(min(typed.fontMetrics().horizontalAdvance(typed.text()), widest))
        self._grid.addWidget(typed, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(reading, place, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(about, place, 2)

    def _words(self, text: str, tone: str) -> Words:
        words = Words("", tone, self._sheet)
        words.setText(text)
        words.setWordWrap(True)
        self._parts.append(words)
        return words

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []

    def retranslate(self, tr: Translator) -> None:
        """Write it in another language, when it is next opened."""
        self._tr, self._written = tr, False
        self.setAccessibleName(tr("What can be typed"))
        if not self.isHidden():
            self.fit()

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._theme, self._written = theme, False
        space = round(theme.sizes.space)
        self._grid.setContentsMargins(2 * space, space, 2 * space, space)
        self._grid.setHorizontalSpacing(3 * space)
        self._grid.setVerticalSpacing(space // 2)
        if not self.isHidden():
            self.fit()


def reading_of(line: str, language: str) -> Markup:
    """How a line is set: with its left side if it has one."""
    formula = parse(line)
    return typeset_formula(formula, language) if formula.name else typeset(formula.body, language)
