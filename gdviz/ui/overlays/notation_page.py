"""What can be typed: each line as it is typed, how it is read, and what is to be known of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import typeset, typeset_formula
from gdviz.i18n import Translator
from gdviz.ui.overlays.notation_table import (
    BESIDE_THE_PLOT,
    LETTERS,
    NOTATION,
    Row,
    in_language,
)
from gdviz.ui.overlays.set_formula import SetFormula
from gdviz.ui.overlays.sheet import LINE, Sheet
from gdviz.ui.theme import Theme

ABOVE = 0.4
"""Over a heading, in parts of the rhythm."""
WIDEST = {1: 41}
WIDEST_LINE = 14
"""Of the page, and of a line that is not folded, in heights of a line of text."""


class NotationPage(Sheet):
    """One short page."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("notation_page", window, WIDEST, between=3)

    def retranslate(self, tr: Translator) -> None:
        """Write it in another language, when it is next seen."""
        super().retranslate(tr)
        self.setAccessibleName(tr("What can be typed"))

    def write(self, columns: int, theme: Theme) -> None:
        """Every section under its heading."""
        above = 0
        for section in NOTATION:
            self._write_heading(section.heading, above)
            above = round(theme.sizes.space * ABOVE)
            for row in section.rows:
                self._write_row(row, theme)
        self._write_heading(BESIDE_THE_PLOT, above)
        for letter, about in LETTERS:
            self._write_letter(letter, about, theme)
        self._grid.setColumnStretch(2, 1)

    def _write_heading(self, text: str, above: int) -> None:
        heading = self.words(self._tr(text), "", QFont.Weight.DemiBold)
        heading.setContentsMargins(0, above, 0, 0)
        self.place(heading, self._grid.rowCount(), 0, 3)

    def _write_letter(self, letter: Markup, about: str, theme: Theme) -> None:
        """A letter that the program writes, and what it is."""
        symbol = SetFormula(letter, self._page)
        symbol.show_theme(theme)
        place = self._grid.rowCount()
        self.place(symbol, place, 0)
        self.place(self.words(self._tr(about), "secondary"), place, 1, 2)
        self._grid.setAlignment(symbol, Qt.AlignmentFlag.AlignVCenter)

    def _write_row(self, row: Row, theme: Theme) -> None:
        lines = [in_language(typed, self._tr.language) for typed in row.typed]
        typed = self.words("   ".join(lines), "")
        widest = round(WIDEST_LINE * LINE * theme.sizes.body)
        typed.setMinimumWidth(min(typed.fontMetrics().horizontalAdvance(typed.text()), widest))
        reading = SetFormula(reading_of(lines[0], self._tr.language), self._page)
        reading.show_theme(theme)
        about = self.words(self._tr(row.about), "secondary")
        place = self._grid.rowCount()
        for column, part in enumerate((typed, reading, about)):
            self.place(part, place, column)
        for part in (typed, reading):
            self._grid.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)


def reading_of(line: str, language: str) -> Markup:
    """How a line is set: with its left side if it has one."""
    formula = parse(line)
    return typeset_formula(formula, language) if formula.name else typeset(formula.body, language)
