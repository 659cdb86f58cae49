"""What is told of a marked place when the pointer rests near it: a card beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdviz.session.marked_places import MarkedPlace
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.marks import dot_places
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.ui.plot.widget import PlotWidget

MOVES = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
ENDS = (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Hide)
SAME = 1.5
"""Pixels within which two marks are at one place."""
BESIDE = 14.0
"""Pixels from the mark to the card, half a dot not counted."""


@dataclass(frozen=True, slots=True)
class Found:
    """Marks at one place, and where they are in the picture."""

    places: tuple[MarkedPlace, ...]
    at: QPointF

    @property
    def title(self) -> str:
        """What they are."""
        return " · ".join(dict.fromkeys(place.title for place in self.places))

    @property
    def facts(self) -> str:
        """What is to be known of them, each fact once."""
        return "\n".join(dict.fromkeys(chain.from_iterable(place.facts for place in self.places)))


def marks_near(
    marks: Iterable[MarkedPlace], pointer: QPointF, frame: Frame, reach: float
) -> Found | None:
    """The marks at the place nearest to the pointer; a line only where no dot is near."""
    dots = [(at, place) for place in marks for at, _ in dot_places(place, frame)]
    lines = [(QPointF(x, pointer.y()), place) for place, x in _lines(marks, frame)]
    for candidates in (dots, lines):
        near = [(_distance(at, pointer), at) for at, _ in candidates]
        distance, nearest = min(near, key=lambda pair: pair[0], default=(reach + 1, pointer))
        if distance <= reach:
            here = (place for at, place in candidates if _distance(at, nearest) <= SAME)
            return Found(tuple(reversed(list(here))), nearest)
    return None


def _lines(marks: Iterable[MarkedPlace], frame: Frame) -> Iterator[tuple[MarkedPlace, float]]:
    return ((place, frame.x(place.x)) for place in marks if place.asymptote)


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


class MarkCard(QFrame):
    """The card; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark_card")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title, self.facts = Words("", "", self), Words("", "", self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.facts)
        self.hide()

    def tell(self, found: Found, dots: Sequence[QPointF], reach: float) -> None:
        """Stand beside the place, over none of the dots."""
        self.title.setText(found.title)
        self.facts.setText(found.facts)
        self.setAccessibleName(f"{found.title}\n{found.facts}")
        self.adjustSize()
        corner = _free_corner(found.at, dots, self.rect().size().toSizeF(), self._room(), reach)
        self.move(corner.toPoint())
        self.show()
        self.raise_()

    def _room(self) -> QRectF:
        return QRectF(home(self).rect()).adjusted(4.0, 4.0, -4.0, -4.0)

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space, 2 * space, space)
        self._layout.setSpacing(space // 2)
        self.title.show_theme(theme, QFont.Weight.DemiBold)
        self.facts.show_theme(theme)


class Pointing(QObject):
    """Watches the pointer over one plot, and shows the card where it comes near a mark."""

    def __init__(self, plot: "PlotWidget") -> None:
        super().__init__(plot)
        self._plot = plot
        self._card: MarkCard | None = None
        self._pointer: QPointF | None = None
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the pointer is; a button that goes down sends the card away."""
        if event.type() in ENDS:
            self._pointer = None
            self.look()
        elif event.type() in MOVES and isinstance(event, QMouseEvent):
            self._pointer = event.position() if not event.buttons() else None
            self.look()
        return False

    def look(self) -> None:
        """Show what is told of what is under the pointer now, if there is anything."""
        plot, pointer = self._plot, self._pointer
        reach = plot.theme.sizes.hit / 2
        marks, found = plot.scene.marks, None
        if marks and pointer is not None:
            found = marks_near(marks, pointer, plot.frame, reach)
        if found is None:
            if self._card is not None:
                self._card.hide()
            return
        dots = [at for place in found.places for at, _ in dot_places(place, plot.frame)]
        self._dressed().tell(found, dots, 0.5 * plot.theme.sizes.point)

    def _dressed(self) -> MarkCard:
        """The card, made when it is first wanted."""
        if self._card is None:
            self._card = MarkCard(self._plot)
            self._card.show_theme(self._plot.theme)
        return self._card

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        if self._card is not None:
            self._card.show_theme(theme)
            self.look()


def _free_corner(
    at: QPointF, dots: Sequence[QPointF], size: QSizeF, room: QRectF, reach: float
) -> QPointF:
    """Where a card of this size covers neither the place nor the dots: above it on the right, if
    it can. reach: half of a dot, px."""
    away = BESIDE + reach
    right, left = at.x() + away, at.x() - away - size.width()
    above, below = at.y() - away - size.height(), at.y() + away
    middle = at.y() - size.height() / 2
    places = [QPointF(x, y) for y in (above, below, middle) for x in (right, left)]
    held = [_held(place, size, room) for place in places]
    return min(held, key=lambda corner: _covered(QRectF(corner, size), (at, *dots), reach))


def _held(corner: QPointF, size: QSizeF, room: QRectF) -> QPointF:
    """Moved into the room."""
    x = max(min(corner.x(), room.right() - size.width()), room.left())
    y = max(min(corner.y(), room.bottom() - size.height()), room.top())
    return QPointF(x, y)


def _covered(card: QRectF, dots: Iterable[QPointF], reach: float) -> int:
    """How many dots it would cover."""
    around = QPointF(reach, reach)
    return sum(card.intersects(QRectF(dot - around, dot + around)) for dot in dots)
