"""A small formula that can be pressed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.ui.controls.icon_button import QuietButton
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.theme import Theme

LARGER = 1.15
BESIDE = 5
"""Blank on either side, px where a control is 32 px high."""
SHRINK = 0.9
"""What is too high is set smaller by so much, until it fits."""


class FormulaButton(QuietButton):
    """As wide as its formula, at least as one letter; in the accent colour."""

    def __init__(self, name: str, markup: Markup, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._markup = markup
        self._theme: Theme | None = None

    def show_markup(self, markup: Markup) -> None:
        """Another formula."""
        self._markup = markup
        if self._theme is not None:
            self.show_theme(self._theme)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        size = theme.sizes.body * LARGER
        self._box = layout(self._markup, size, display=False)
        while self._box.height > theme.sizes.control - 6:
            size *= SHRINK
            self._box = layout(self._markup, size, display=False)
        self.setFixedSize(QSize(self.natural_width, round(theme.sizes.control)))
        self.update()

    @property
    def natural_width(self) -> int:
        """What its formula asks for, px."""
        if self._theme is None:
            return 0
        blank = 2 * BESIDE * self._theme.sizes.control / 32
        return round(max(self._box.width, self._theme.sizes.body) + blank)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None:
            return
        painter = QPainter(self)
        x, baseline = (self.width() - self._box.width) / 2, self._baseline(self._theme)
        paint(painter, self._box, x, baseline, QColor(self._theme.colours.accent))
        painter.end()

    def _baseline(self, theme: Theme) -> float:
        """That of text beside it; a high formula stands in the middle."""
        metrics = QFontMetricsF(text_font(theme.sizes.body))
        line = (self.height() - metrics.height()) / 2 + metrics.ascent()
        above, below = self._box.ascent, self._box.descent
        return min(max(line, above + 2), self.height() - below - 2)
