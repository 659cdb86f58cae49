"""Under f′: where it is 0, the extrema there, and what computer algebra says of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.i18n import Translator
from gdviz.session.exact_scene import ExactScene
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.words import Words
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme

MOST_LINES = 2
"""Lines of extrema: minima and maxima."""
CHECK_MARK = "✓"


class ExactSection(PanelView):
    """Shows an ExactScene; formulas that are not there take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exact")
        self.zeros = FormulaLines("stationary_points", self)
        self.extrema = [FormulaLines(f"extrema_{place}", self) for place in range(MOST_LINES)]
        self.corners = FormulaLines("corners", self)
        self.nothing = Words("no_stationary_points", "secondary", self)
        self.remark = Words("algebra_remark", "secondary", self)
        self._layout = QVBoxLayout(self)
        for part in (self.zeros, *self.extrema, self.corners, self.nothing, self.remark):
            self._layout.addWidget(part)
        for words in (self.nothing, self.remark):
            words.setWordWrap(True)
        self.show_scene(None)

    def show_scene(self, scene: ExactScene | None) -> None:
        """Show what is known by now."""
        shown = scene or ExactScene()
        _show(self.zeros, shown.zeros)
        for place, line in enumerate(self.extrema):
            _show(line, shown.extrema[place] if place < len(shown.extrema) else None)
        _show(self.corners, shown.corners)
        remark = f"{CHECK_MARK} {shown.remark}" if shown.confirmed else shown.remark
        for words, text in ((self.nothing, shown.nothing), (self.remark, remark)):
            words.show_text(text)
            words.setVisible(bool(text))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.zeros.describe(tr("Where the derivative is zero"))
        self.corners.describe(tr("Extrema where there is no derivative"))
        for line in self.extrema:
            line.describe(tr("Extrema"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(theme.sizes.space) // 2)
        for line in (self.zeros, *self.extrema, self.corners):
            line.show_theme(theme)
        for words in (self.nothing, self.remark):
            words.show_theme(theme)


def _show(line: FormulaLines, markup: Markup | None) -> None:
    """Another formula, as high as it is: what was there before may have been of another function"""
    line.show_markup(None)
    line.show_markup(markup)
    line.setVisible(markup is not None)
