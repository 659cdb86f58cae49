"""A point of the curve that follows the pointer, with its coordinates."""

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter

from gdviz.numerals import significant
from gdviz.session.scene import TracePicture
from gdviz.ui.plot.figures import paint_circle, paint_dot
from gdviz.ui.plot.foreground import Foreground, Habits, rings_around, settle, write_at
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.handles import paint_dots_upright
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.snapping import constrained
from gdviz.ui.plot.strokes import pen

if TYPE_CHECKING:
    from gdviz.ui.plot.widget import PlotWidget

DIAMETER, RING = 0.8, 0.22
"""Of the point, in points that can be dragged; of its ring of paper, in its diameter."""
REACHES = (1.0, 2.5)
"""How far from the point its coordinates may stand, in diameters of a point."""
FURTHER = 2.0
"""What the further one costs, in cells that a label covers."""
EVENTS = QEvent.Type


class Tracer:
    """Follows the pointer over one plot, for as long as its scene says so and no button is down."""

    def __init__(self, plot: "PlotWidget") -> None:
        self._plot = plot
        self._x: float | None = None
        self._habits: Habits = {}

    @property
    def x(self) -> float | None:
        """Where it is: at the pointer, or at what is worth stopping at beside it."""
        return self._x if self._plot.scene.trace is not None else None

    def hear(self, event: QEvent) -> None:
        """The pointer moved, or is gone."""
        if event.type() == EVENTS.MouseMove and isinstance(event, QMouseEvent):
            is_free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._move(None if event.buttons() else self._place(event.position(), free=is_free))
        elif event.type() in (EVENTS.Leave, EVENTS.MouseButtonPress):
            self._move(None)

    def _place(self, at: QPointF, *, free: bool) -> float:
        plot = self._plot
        x = plot.frame.x_at(at.x())
        return x if free else constrained(x, plot.frame, plot.marks, plot.scene.landmarks)

    def _move(self, x: float | None) -> None:
        if x != self._x:
            self._x = x
            self._plot.update()

    def paint(self, painter: QPainter, frame: Frame, space: Foreground) -> None:
        """The point with its guide to Ox, and its coordinates. space: what is painted so far."""
        picture, x = self._plot.scene.trace, self._x
        if picture is None or x is None:
            return
        y = picture.value(x)
        middle = _paint_point(painter, self._plot, picture, x, y)
        theme = self._plot.theme
        said = significant(y) if y == y else picture.missing
        sign = " = " if y == y else ": "
        text = f"{picture.name}({significant(x)}){sign}{said}"
        label = Words(text, theme.sizes.label, theme.text_colour(picture.role))
        space.habits = self._habits
        places = rings_around(
            middle, label, [reach * theme.sizes.point for reach in REACHES], FURTHER
        )
        stand = settle(label, "trace", places, space, frame.rect)
        write_at(painter, label, stand, space, theme.colours.paper)


def _paint_point(
    painter: QPainter, plot: "PlotWidget", picture: TracePicture, x: float, y: float
) -> QPointF:
    """On the curve, or as an empty ring on Ox where there is no value; returns where the words are
    to stand beside: at the edge of the picture where the point is beyond it."""
    frame, theme = plot.frame, plot.theme
    height = frame.y(y) if isfinite(y) else frame.ox
    middle = QPointF(frame.x(x), min(max(height, 0.0), frame.height))
    paint_dots_upright(painter, middle.x(), (frame.ox, middle.y()), theme, frame)
    diameter, colour = DIAMETER * theme.sizes.point, theme.colour(picture.role)
    if not isfinite(y):
        rim = pen(colour, 0.25 * diameter)
        paint_circle(painter, middle, 0.9 * diameter, rim, theme.colours.paper)
    elif 0.0 <= height <= frame.height:
        paint_dot(painter, middle, diameter, colour, theme.colours.paper, RING * diameter)
    return middle
