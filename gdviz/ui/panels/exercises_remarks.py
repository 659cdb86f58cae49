"""What is said to the one who practises: words, and under them formulas; on a card or without."""

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdviz.session.exercises_scene import Remark
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme


class RemarkView(QWidget):
    """Shows one Remark."""

    def __init__(self, name: str, weight: QFont.Weight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._weight = name, weight
        self._theme: Theme | None = None
        self.words = Words(name, "", self)
        self.words.setWordWrap(True)
        self._formulas: list[FormulaLines] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.words)

    def show_remark(self, remark: Remark | None) -> None:
        """Show it, or nothing."""
        self.setVisible(remark is not None)
        formulas = remark.formulas if remark else ()
        self.words.show_text(remark.text if remark else "")
        while len(self._formulas) < len(formulas):
            self._add_formula()
        for place, view in enumerate(self._formulas):
            view.setVisible(place < len(formulas))
            view.show_markup(formulas[place] if place < len(formulas) else None)

    def _add_formula(self) -> None:
        view = FormulaLines(f"{self._name}_formula_{len(self._formulas) + 1}", self)
        view.describe(self.words.text())
        if self._theme is not None:
            view.show_theme(self._theme)
        self._formulas.append(view)
        self._layout.addWidget(view)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._layout.setSpacing(round(theme.sizes.space / 2))
        self.words.show_theme(theme, self._weight)
        for view in self._formulas:
            view.show_theme(theme)


class Remarks(QFrame):
    """One remark under another; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._theme: Theme | None = None
        self._views: list[RemarkView] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these and no others."""
        while len(self._views) < len(remarks):
            self._add_view()
        for place, view in enumerate(self._views):
            view.show_remark(remarks[place] if place < len(remarks) else None)
        self.setVisible(bool(remarks))

    def _add_view(self) -> None:
        count = len(self._views) + 1
        view = RemarkView(f"{self._name}_{count}", self._weight(count), self)
        if self._theme is not None:
            view.show_theme(self._theme)
        self._views.append(view)
        self._layout.addWidget(view)

    def _weight(self, count: int) -> QFont.Weight:
        """Of the words of the first remark, of the second …"""
        return QFont.Weight.Normal

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._layout.setSpacing(round(theme.sizes.space))
        for view in self._views:
            view.show_theme(theme)


class Judgement(Remarks):
    """The verdict, and what went wrong, on a card in the tone of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("exercise_verdict", parent)
        self.setProperty("kind", "card")

    def _weight(self, count: int) -> QFont.Weight:
        return QFont.Weight.DemiBold if count == 1 else QFont.Weight.Normal

    def show_tone(self, tone: str) -> None:
        """A wrong answer is told as quietly as a notice."""
        wanted = "" if tone == "right" else "notice"
        if self.property("tone") == wanted:
            return
        self.setProperty("tone", wanted)
        self.style().unpolish(self)
        self.style().polish(self)
        if self._theme is not None:
            # A style sheet that is applied anew takes the fonts away.
            self.show_theme(self._theme)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        super().show_theme(theme)
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space, space, space)
