"""A short piece of mathematics that names a number: λ, x₀, tg α = f′(x₀) =."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.calculus.typesetting.markup import Letter, Markup
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.box import EMPTY, Box
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.theme import Theme

RATE = Letter("λ")
EPSILON = Letter("ε")

LARGER = 1.15
"""The mathematical letters beside words: their small letters are smaller than the sans'."""


class Symbol(QWidget):
    """Stands on the line of the text beside it."""

    def __init__(self, markup: Markup | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markup = markup
        self._held: Markup | None = None
        self._theme: Theme | None = None
        self._size = self._line = 0.0
        self._box, self._hint = EMPTY, QSize(0, 0)

    def show_markup(self, markup: Markup | None) -> None:
        """Another name."""
        if markup != self._markup:
            self._markup = markup
            self._fit()

    def hold(self, widest: Markup) -> None:
        """Keep room for a name like this one."""
        self._held = widest
        self._fit()

    def show_theme(
        self, theme: Theme, size: float | None = None, line: float | None = None
    ) -> None:
        """Colours from the theme; `size` of its own text and of the `line` it stands on, px."""
        self._theme = theme
        self._size = size or theme.sizes.body
        self._line = line or self._size
        self._fit()

    def sizeHint(self) -> QSize:
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fit(self) -> None:
        """Lay it out anew; layouts of widgets ask for its size again and again."""
        if self._theme is None:
            return
        self._box, held = self._laid_out(self._markup), self._laid_out(self._held)
        line = QFontMetricsF(text_font(self._line)).height()
        height = max(self._theme.sizes.control, line, self._box.height)
        width = max(self._box.width, held.width)
        self._hint = QSize(0, 0) if self._markup is None else QSize(round(width + 1), round(height))
        self.setFixedSize(self._hint)
        self.update()

    def _laid_out(self, markup: Markup | None) -> Box:
        return EMPTY if markup is None else layout(markup, self._size * LARGER, display=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or self._markup is None:
            return
        metrics = QFontMetricsF(text_font(self._line))
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter = QPainter(self)
        paint(painter, self._box, 0, baseline, QColor(self._theme.colours.ink))
        painter.end()
