"""What is told of a marked place when the pointer rests near it: a card beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdviz.session.marked_places import MarkedLine, MarkedPlace
from gdviz.ui.colours import mixture
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.plot.asymptotes import nearest_on
from gdviz.ui.plot.figures import paint_circle
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.marks import dot_places
from gdviz.ui.plot.strokes import pen
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
    def x(self) -> float:
        """Of the first of them."""
        return self.places[0].x

    @property
    def title(self) -> str:
        """What they are."""
        return " · ".join(dict.fromkeys(place.title for place in self.places))

    @property
    def facts(self) -> str:
        """What is to be known of them, each fact once."""
        return "\n".join(dict.fromkeys(chain.from_iterable(place.facts for place in self.places)))


def marks_near(
    marks: Iterable[MarkedPlace],
    pointer: QPointF,
    frame: Frame,
    reach: float,
    lines: Iterable[MarkedLine] = (),
) -> Found | None:
    """The marks at the place nearest to the pointer; a line only where no dot is near."""
    dots = [(at, place) for place in marks for at, _ in dot_places(place, frame)]
    beside = [(QPointF(x, pointer.y()), place) for place, x in _lines(marks, frame)]
    beside += [
        (at, point_of(line, at, frame))
        for line in lines
        if (at := nearest_on(line, pointer, frame)) is not None
    ]
    for candidates in (dots, beside):
        near = [(_distance(at, pointer), at) for at, _ in candidates]
        distance, nearest = min(near, key=lambda pair: pair[0], default=(reach + 1, pointer))
        if distance <= reach:
            here = (place for at, place in candidates if _distance(at, nearest) <= SAME)
            return Found(tuple(reversed(list(here))), nearest)
    return None


def point_of(line: MarkedLine, at: QPointF, frame: Frame) -> MarkedPlace:
    """A point of an asymptote as a place."""
    return MarkedPlace(frame.x_at(at.x()), (), line.title, line.facts)


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
    """Watches the pointer over one plot, and shows the card where it comes near a mark; or where a
    key has gone to one."""

    def __init__(self, plot: "PlotWidget") -> None:
        super().__init__(plot)
        self._plot = plot
        self._card: MarkCard | None = None
        self._pointer: QPointF | None = None
        self._walked: float | None = None
        self._ring: QPointF | None = None
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the pointer is; a button that goes down sends the card away."""
        if event.type() in (*ENDS, QEvent.Type.FocusOut):
            self._pointer, self._walked = None, None
            self.look()
        elif event.type() in MOVES and isinstance(event, QMouseEvent):
            self._pointer = event.position() if not event.buttons() else None
            self._walked = None
            self.look()
        return False

    def look(self) -> None:
        """Show what is told of where the keyboard is, or of what is under the pointer now, if there
        is anything."""
        plot, found = self._plot, self._found()
        ring = found.at if found is not None and self._walked is not None else None
        if ring != self._ring:
            self._ring = ring
            plot.update()
        if found is None:
            if self._card is not None:
                self._card.hide()
            return
        dots = [at for place in found.places for at, _ in dot_places(place, plot.frame)]
        self._dressed().tell(found, dots, 0.5 * plot.theme.sizes.point)

    def _found(self) -> Found | None:
        from gdviz.ui.plot.mark_walk import stop_at, stops

        plot, marks, lines = self._plot, self._plot.scene.marks, self._plot.scene.lines
        if (marks or lines) and self._walked is not None:
            found = stop_at(stops(marks, plot.frame, lines), self._walked, plot.frame)
            self._walked = self._walked if found is not None else None
            return found
        self._walked = None
        if (marks or lines) and self._pointer is not None:
            reach = plot.theme.sizes.hit / 2
            return marks_near(marks, self._pointer, plot.frame, reach, lines)
        return None

    def walk(self, *, forward: bool) -> bool:
        """Go to the next mark or the one before, and tell a screen reader of it; whether there is
        one."""
        from gdviz.ui.plot.mark_walk import next_stop, stops

        scene = self._plot.scene
        found = stops(scene.marks, self._plot.frame, scene.lines)
        stop = next_stop(found, self._walked, forward=forward)
        if stop is None:
            return False
        self._walked = stop.x
        self.look()
        said = QAccessibleAnnouncementEvent(self._plot, f"{stop.title}. {stop.facts}")
        QAccessible.updateAccessibility(said)
        return True

    def leave(self) -> bool:
        """The keyboard goes from its mark; whether it was at one."""
        was_there, self._walked = self._walked is not None, None
        self.look()
        return was_there

    def paint(self, painter: QPainter) -> None:
        """A ring around the mark that the keyboard is at, as points have it."""
        if self._ring is not None:
            theme = self._plot.theme
            halo = mixture(theme.colours.accent, theme.colours.paper, 0.25)
            line = pen(halo, 2.0 * theme.scale)
            paint_circle(painter, self._ring, 2.3 * theme.sizes.point, line, "#00000000")

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
