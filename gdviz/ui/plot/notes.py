"""What the plot says of itself: words over the picture, where they cover least."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Kept, Words, room_of
from gdviz.ui.plot.placing import best_corner
from gdviz.ui.plot.room import WORDS, Room
from gdviz.ui.theme import Theme

WIDEST = 0.42
"""Of the picture's width a line of the note takes no more, so that it can stand beside Oy."""
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Of that, narrower lines that are tried for a paragraph."""
PADDING = 0.6
"""Of paper around the note, in sizes of a letter."""
OPACITY = 235
"""Of that paper, of 255."""
LEADING = 1.5
"""From one line to the next, in sizes of a letter."""
HEIGHTS = (0.85, 1.0, 0.7, 0.5, 0.3, 0.15, 0.0)
"""Where the note may stand, in parts of the height there is; the best ones first: sliders and the
reading hang from the upper edge."""
SIDES = (0.5, 0.04, 0.96)
"""The same across."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in lines, each in the middle."""

    lines: tuple[str, ...]
    size: float
    colour: str

    @property
    def extent(self) -> QSizeF:
        """That of all lines."""
        extents = [line.extent for line in self._words()]
        height = (len(extents) - 1) * LEADING * self.size + extents[-1].height()
        return QSizeF(max(extent.width() for extent in extents), height)

    def paint(self, painter: QPainter, corner: QPointF, paper: str) -> None:
        """Write it with its upper left corner there."""
        width = self.extent.width()
        for number, line in enumerate(self._words()):
            shift = (width - line.extent.width()) / 2
            line.paint(painter, corner + QPointF(shift, number * LEADING * self.size), paper)

    def _words(self) -> tuple[Words, ...]:
        return tuple(Words(line, self.size, self.colour) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph where it has found room."""

    label: Kept
    corner: QPointF

    @property
    def plate(self) -> QRectF:
        """What it takes, with paper around it."""
        more = PADDING * self.label.label.size
        return room_of(self.label, self.corner).adjusted(-more, -more, more, more)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """On a plate of paper: it may stand over a band of the curve, and over a tangent."""
        plate = QColor(theme.colours.paper)
        plate.setAlpha(OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(self.plate, theme.sizes.radius, theme.sizes.radius)
        self.label.paint(painter, self.corner, theme.colours.paper)


def placed_note(text: str, theme: Theme, frame: Frame, room: Room) -> Note:
    """Where the note has room, which is taken then."""
    size = theme.sizes.label
    lines = _balanced(text, WIDEST * frame.width, size)
    label = Kept(Paragraph(lines, size, theme.colours.ink))
    margin, extent = 1.2 * size, label.extent
    across, up = frame.width - extent.width(), frame.height - extent.height() - 2 * margin
    corners = [QPointF(s * across, margin + h * up) for h in HEIGHTS for s in SIDES]
    corner = best_corner(label, corners, room, PADDING * size) or QPointF(across / 2, margin)
    note = Note(label, corner)
    room.take_rect(note.plate, WORDS)
    return note


@lru_cache(maxsize=16)
def _balanced(text: str, widest: float, size: float) -> tuple[str, ...]:
    """In as few lines as can be, about as long as each other."""
    count = len(_wrapped(text, widest, size))
    widths = (share * widest for share in SHARES)
    tried = (_wrapped(text, width, size) for width in widths)
    return next(lines for lines in tried if len(lines) == count)


def _wrapped(text: str, widest: float, size: float) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and Words(longer, size, "").extent.width() > widest:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)
