"""The tangent's equation, which changes in every frame of a drag: one line of text, no layout."""

from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.calculus.typesetting.markup import Letter, Markup, Operator, Upright
from gdviz.calculus.typesetting.notation import plain
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.cutting import flattened
from gdviz.ui.formula.letters import slanted
from gdviz.ui.style import TABULAR
from gdviz.ui.theme import MATHS_FONT, TEXT_FONT, Theme

WIDEST = "𝑦 = −0.000𝑥 − 00.00"


def in_one_line(markup: Markup) -> str:
    """Letters in italics, signs with their blanks; what is no plain line as it would be typed."""
    pieces = list(flattened(markup))
    if not all(isinstance(piece, Letter | Upright | Operator) for piece in pieces):
        return plain(markup)
    return "".join(_text(piece) for piece in pieces)


def _text(piece: Markup) -> str:
    match piece:
        case Letter():
            return slanted(piece.text)
        case Operator():
            return f" {piece.text} "
        case Upright():
            return piece.text
    return ""


class EquationText(QWidget):
    """Its room never shrinks while numbers change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equation")
        self._text = ""
        self._longest = 0
        self._ink = QColor()

    def show_markup(self, markup: Markup | None) -> bool:
        """Show an equation, or nothing; says whether the place had to grow for it."""
        self._text = "" if markup is None else in_one_line(markup)
        self.setAccessibleName(self._text)
        self.update()
        if len(self._text) <= self._longest:
            return False
        return self._grow(self._text)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        font = text_font(theme.sizes.formula)
        font.setFamilies([MATHS_FONT, TEXT_FONT])
        font.setFeature(TABULAR, 1)
        self.setFont(font)
        self._ink = QColor(theme.colours.ink)
        self.setFixedHeight(round(theme.sizes.control))
        self.remeasure()

    def remeasure(self) -> None:
        """Forget how wide it once was."""
        self._longest = 0
        self.setFixedWidth(0)
        for text in (WIDEST, self._text):
            self._grow(text)

    def _grow(self, text: str) -> bool:
        self._longest = max(self._longest, len(text))
        room = self.fontMetrics().horizontalAdvance(text) + 2
        if room <= self.width():
            return False
        self.setFixedWidth(room)
        return True

    def text_width(self) -> int:
        """The width of what is written now, px; its room may be wider."""
        return self.fontMetrics().horizontalAdvance(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetricsF(self.font())
        painter = QPainter(self)
        painter.setPen(self._ink)
        painter.setFont(self.font())
        painter.drawText(0, round((self.height() + metrics.capHeight()) / 2), self._text)
        painter.end()
