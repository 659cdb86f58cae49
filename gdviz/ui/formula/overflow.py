"""A formula wider than its place: moved sideways, fading where it goes on, with a bar under it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

FADE = 24.0
"""Width of the fading edge, px."""
BAR = 2.0
"""Height of the bar that says how much is seen, px."""


class Overflow:
    """How far a content is moved to the left in a room that may be too narrow for it, px."""

    def __init__(self) -> None:
        self.offset = 0.0
        self._content = 0.0
        self._room = 0.0

    def resize(self, content: float, room: float) -> None:
        """Other widths; what was seen at the left stays there if it can."""
        self._content, self._room = content, room
        self.move(0.0)

    @property
    def furthest(self) -> float:
        """The largest offset; 0 where everything is seen."""
        return max(0.0, self._content - self._room)

    def move(self, distance: float) -> bool:
        """Show what is further right, or left where negative; whether anything moved."""
        before = self.offset
        self.offset = min(max(self.offset + distance, 0.0), self.furthest)
        return self.offset != before

    def paint(self, painter: QPainter, place: QRectF, paper: QColor, ink: QColor) -> None:
        """Fading edges where the content goes on, and the bar."""
        if not self.furthest:
            return
        clear = QColor(paper)
        clear.setAlpha(0)
        fade = min(FADE, place.width() / 4)
        if self.offset > 0:
            self._fade(
                painter, QRectF(place.left(), place.top(), fade, place.height()), paper, clear
            )
        if self.offset < self.furthest:
            right = QRectF(place.right() - fade, place.top(), fade, place.height())
            self._fade(painter, right, clear, paper)
        share = self._room / self._content
        start = place.left() + self.offset / self._content * place.width()
        bar = QRectF(start, place.bottom() - BAR, share * place.width(), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)

    @staticmethod
    def _fade(painter: QPainter, place: QRectF, left: QColor, right: QColor) -> None:
        gradient = QLinearGradient(place.topLeft(), QPointF(place.right(), place.top()))
        gradient.setColorAt(0.0, left)
        gradient.setColorAt(1.0, right)
        painter.fillRect(place, gradient)
