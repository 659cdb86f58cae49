"""The points of f′ and f″ at x₀, with their values; and the guide to a plot above or below."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gdviz.session.scene import Follower, PlotScene
from gdviz.ui.plot.figures import paint_dot
from gdviz.ui.plot.foreground import Foreground, rings_around, settle, write_at
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.handles import paint_dots_upright
from gdviz.ui.plot.lettering import Words, room_of
from gdviz.ui.plot.room import COVERED, WORDS
from gdviz.ui.theme import Theme

DIAMETER, RING = 0.8, 0.22
"""Of a follower, in points that can be dragged; of its ring of paper, in followers."""
REACHES = (0.8, 2.5)
"""How far from its point a value may stand, in diameters of a point."""
FURTHER = 0.85
"""What the further one costs, in cells that a label covers."""


def take_followers(scene: PlotScene, theme: Theme, frame: Frame, space: Foreground) -> None:
    """Note where they are, so that no words stand there."""
    reach = theme.sizes.point
    for follower in scene.followers:
        middle = frame.point(follower.x, follower.y)
        space.take_rect(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), WORDS)


def paint_followers(painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame) -> None:
    """Guides first, which run under the points."""
    _paint_guides(painter, scene, theme, frame)
    diameter = DIAMETER * theme.sizes.point
    for follower in _seen(scene, frame):
        middle = frame.point(follower.x, follower.y)
        colour, paper = theme.colour(follower.role), theme.colours.paper
        paint_dot(painter, middle, diameter, colour, paper, RING * diameter)


def write_followers(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Their values, each beside its point."""
    for follower in _seen(scene, frame):
        label = Words(follower.label, theme.sizes.label, theme.text_colour(follower.role))
        middle = frame.point(follower.x, follower.y)
        places = rings_around(
            middle, label, [reach * theme.sizes.point for reach in REACHES], FURTHER
        )
        stand = settle(label, follower.role, places, space, frame.rect)
        write_at(painter, label, stand, space, theme.colours.paper)
        space.take_rect(room_of(label, stand.corner), COVERED)


def _seen(scene: PlotScene, frame: Frame) -> Iterator[Follower]:
    view = frame.viewport
    return (point for point in scene.followers if view.contains(point.x, point.y))


def _paint_guides(painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame) -> None:
    """From Ox to each point, and on to the plot above or below: but for what the guide of x₀ has
    painted already."""
    handle = next((one for one in scene.handles if one.name == "x0"), None)
    known = frame.ox if handle is None or handle.y is None else frame.y(handle.y)
    covered = sorted((known, frame.ox))
    heights = [(point.x, frame.y(point.y)) for point in scene.followers]
    ends = [(x, end) for x, end in heights if not covered[0] <= end <= covered[1]]
    edges = {"top": 0.0, "bottom": frame.height}
    if handle is not None and scene.guide_reaches in edges:
        ends.append((handle.x, edges[scene.guide_reaches]))
    for x, end in ends:
        paint_dots_upright(painter, frame.x(x), (frame.ox, end), theme, frame)
