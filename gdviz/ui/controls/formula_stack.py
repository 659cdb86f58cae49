"""Formulas one under the other, as many as there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.theme import Theme


class FormulaStack(QWidget):
    """Each formula is broken into lines by itself; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = ""
        self._theme: Theme | None = None
        self._rows: list[FormulaLines] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setHidden(True)

    def describe(self, name: str) -> None:
        """What the formulas are, for screen readers."""
        self._name = name
        for row in self._rows:
            row.describe(name)

    def show_markups(self, markups: Sequence[Markup]) -> None:
        """Show these formulas."""
        while len(self._rows) < len(markups):
            self._rows.append(self._made())
        for index, row in enumerate(self._rows):
            is_used = index < len(markups)
            row.show_markup(markups[index] if is_used else None)
            row.setVisible(is_used)
        self.setVisible(bool(markups))

    def _made(self) -> FormulaLines:
        row = FormulaLines(f"{self.objectName()}_{len(self._rows) + 1}", self)
        row.describe(self._name)
        self._layout.addWidget(row)
        if self._theme is not None:
            row.show_theme(self._theme)
        return row

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._layout.setSpacing(round(theme.sizes.space / 2))
        for row in self._rows:
            row.show_theme(theme)
