"""Where the parts of a tangent lie: its point, its way, the vertex of the angle α."""

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from PySide6.QtCore import QPointF

from gdviz.session.scene import Role, TangentPicture
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Words
from gdviz.ui.theme import Theme

RADIUS = 2.7
"""Radius of the angle's arc, in sizes of a label."""
FAR_ENOUGH = 1.6
"""The angle stands on Ox if that is at least so many radii away from the point."""


@dataclass(frozen=True, slots=True)
class TangentFigure:
    """The tangent in pixels: its point (x, y), and the unit vector (dx, dy) to the right along it.

    The vertex is where the angle is drawn: on Ox if there is room, else at the point itself.
    """

    picture: TangentPicture
    theme: Theme
    frame: Frame
    x: float
    y: float
    dx: float
    dy: float
    vertex: QPointF
    on_ox: bool

    @property
    def size(self) -> float:
        """The size that all parts of the figure are measured in."""
        return self.theme.sizes.label

    @property
    def radius(self) -> float:
        """That of the angle's arc, px."""
        return RADIUS * self.size

    @property
    def turn(self) -> float:
        """The angle as drawn, radians, positive for a rising line."""
        return atan2(-self.dy, self.dx)

    def on_arc(self, share: float) -> QPointF:
        """A point of the arc, 0 on the level leg, 1 on the tangent."""
        way = share * self.turn
        return self.vertex + QPointF(cos(way), -sin(way)) * self.radius

    def words(self, text: str) -> Words:
        """A label in the tangent's colour."""
        return Words(text, self.size, self.theme.text_colour(Role.TANGENT))


def tangent_figure(picture: TangentPicture, theme: Theme, frame: Frame) -> TangentFigure:
    """The figure of a tangent in a picture."""
    steep = picture.slope * frame.up / frame.across
    length = hypot(1.0, steep)
    x, y = frame.x(picture.x), frame.y(picture.y)
    vertex = _vertex_on_ox(picture, theme, frame, QPointF(x, y))
    place = QPointF(x, y) if vertex is None else vertex
    on_ox = vertex is not None
    return TangentFigure(picture, theme, frame, x, y, 1.0 / length, -steep / length, place, on_ox)


def _vertex_on_ox(
    picture: TangentPicture, theme: Theme, frame: Frame, point: QPointF
) -> QPointF | None:
    """Where the tangent meets Ox, if the angle has room there and is not on top of the point."""
    if not picture.slope:
        return None
    meets = frame.point(picture.x - picture.y / picture.slope, 0.0)
    margin = RADIUS * theme.sizes.label
    inside = frame.rect.adjusted(margin, margin / 2, -1.6 * margin, -margin / 2)
    off = meets - point
    is_far = hypot(off.x(), off.y()) > FAR_ENOUGH * margin
    return meets if is_far and inside.contains(meets) else None
