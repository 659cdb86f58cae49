"""A formula that stands still: no larger than it is, on paper, in ink."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import plain
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.theme import Theme

LARGER = 1.15
MARGIN = 2
"""Over and under it, px."""


class SetFormula(QWidget):
    """One formula among words."""

    def __init__(self, markup: Markup, parent: QWidget) -> None:
        super().__init__(parent)
        self._markup = markup
        self._theme: Theme | None = None
        self.setAccessibleName(plain(markup))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._box = layout(self._markup, theme.sizes.body * LARGER, display=False)
        self.setFixedSize(QSize(round(self._box.width) + 1, round(self._box.height) + 2 * MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        ink = QColor(self._theme.colours.ink)
        paint(painter, self._box, 0, MARGIN + self._box.ascent, ink)
        painter.end()
