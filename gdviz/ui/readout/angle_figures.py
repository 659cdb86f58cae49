"""An angle, and smaller after it what is added in brackets: −45° (135° to Ox)."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.ui.controls.words import Figures
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme


class AngleFigures(Figures):
    """The number stands out; the addition is body text on the same line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self._small = self.font()
        self._in_full = True

    def show_in_full(self, in_full: bool) -> None:
        """Whether there is room for the addition."""
        if in_full != self._in_full:
            self._in_full = in_full
            self.remeasure()

    @property
    def addition(self) -> str:
        """What is added to the number, as it is told apart from it; "" for nothing."""
        inside = _parts(self.text())[1].strip().removeprefix("(").removesuffix(")")
        return f"α: {inside}" if inside else ""

    def show_theme(
        self, theme: Theme, weight: QFont.Weight = QFont.Weight.Normal, size: float | None = None
    ) -> None:
        """Take the sizes from the theme."""
        self._small = figures_font(theme.sizes.body)
        super().show_theme(theme, weight, size)

    def measure(self, text: str) -> int:
        number, addition = _parts(text)
        if not self._in_full:
            return super().measure(number)
        small = QFontMetricsF(self._small).horizontalAdvance(addition)
        return round(super().measure(number) + small)

    def paintEvent(self, event: QPaintEvent) -> None:
        number, addition = _parts(self.text())
        metrics = QFontMetricsF(self.font())
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(QPointF(0, baseline), number)
        if self._in_full:
            painter.setFont(self._small)
            painter.drawText(QPointF(metrics.horizontalAdvance(number), baseline), addition)
        painter.end()


def _parts(text: str) -> tuple[str, str]:
    number, bracket, addition = text.partition(" (")
    return number, f" {bracket.strip()}{addition}" if bracket else ""
