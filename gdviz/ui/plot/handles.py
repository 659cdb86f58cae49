"""Points that a hand can take: where the tangent touches, where the descent starts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gdviz.calculus.markup import Letter, Markup, Scripts, Upright
from gdviz.session.scene import Handle
from gdviz.ui.colours import mixture
from gdviz.ui.plot.figures import paint_circle, paint_dot
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Mathematics
from gdviz.ui.plot.placing import Room, best_corner, corners_around
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

INDEX = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
GUIDE = (1.0, 3.0)
"""Dots and gaps of the line from a point down to Ox, in widths of the line."""
RING = 0.22
"""Width of the ring of paper around a point, as a share of its diameter."""
LABEL_SIZE = 1.25
"""Size of a handle's letter, in sizes of a label."""


def place(handle: Handle, frame: Frame) -> QPointF:
    """Where a handle is: on the curve, or on Ox (at the edge nearest to it) where f has no value.

    Never outside the picture upwards or downwards, so that it can always be taken.
    """
    y = frame.ox if handle.y is None else frame.y(handle.y)
    reach = 4.0
    return QPointF(frame.x(handle.x), min(max(y, reach), frame.height - reach))


def paint_handle(painter: QPainter, handle: Handle, theme: Theme, frame: Frame, room: Room) -> None:
    """A guide to Ox, the point with its ring, and its letter."""
    middle = place(handle, frame)
    colour = theme.colour(handle.role)
    _paint_guide(painter, middle, theme, frame)
    diameter = theme.sizes.point
    if handle.focused:
        halo = mixture(theme.colours.accent, theme.colours.paper, 0.25)
        paint_circle(painter, middle, 2.3 * diameter, pen(halo, 2.0 * theme.scale), "#00000000")
    if handle.y is None:
        rim = pen(colour, 0.25 * diameter)
        paint_circle(painter, middle, 0.9 * diameter, rim, theme.colours.paper)
    else:
        paint_dot(painter, middle, diameter, colour, theme.colours.paper, RING * diameter)
    room.take_rect(QRectF(middle.x() - diameter, middle.y() - diameter, 2 * diameter, 2 * diameter))


def paint_handle_label(
    painter: QPainter, handle: Handle, theme: Theme, frame: Frame, room: Room
) -> None:
    """The letter beside the foot of the guide, or beside the point."""
    if not handle.label:
        return
    size = LABEL_SIZE * theme.sizes.label
    label = Mathematics(_markup(handle.label), size, theme.text_colour(handle.role))
    middle = place(handle, frame)
    foot = QPointF(middle.x(), frame.ox)
    on_foot = _beside_foot(foot, middle, label, theme)
    around = corners_around(middle, label, 0.8 * theme.sizes.point)
    corner = best_corner(label, [*on_foot, *around], room, padding=0.0)
    if corner is not None:
        label.paint(painter, corner, theme.colours.paper)
        room.take_rect(QRectF(corner, label.extent))


def _beside_foot(foot: QPointF, middle: QPointF, label: Mathematics, theme: Theme) -> list[QPointF]:
    """Under Ox, and above it where the point is below."""
    gap, size = 0.5 * theme.sizes.tick, label.extent
    below = foot + QPointF(-size.width() / 2, gap + 1.5 * theme.sizes.tick)
    above = foot + QPointF(-size.width() / 2, -gap - size.height())
    return [above] if middle.y() > foot.y() + 1.0 else [below]


def _paint_guide(painter: QPainter, middle: QPointF, theme: Theme, frame: Frame) -> None:
    x = frame.crisp(middle.x())
    width = max(theme.line, 1.0)
    line = pen(theme.colours.axis, width, flat=True)
    line.setDashPattern(list(GUIDE))
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if abs(frame.ox - middle.y()) > 2.0:
        painter.drawLine(QPointF(x, middle.y()), QPointF(x, frame.ox))


def _markup(name: str) -> Markup:
    """x₀ with its index set as one."""
    letter = name.rstrip("₀₁₂₃₄₅₆₇₈₉")
    index = name[len(letter) :].translate(INDEX)
    return Scripts(Letter(letter), lower=Upright(index)) if index else Letter(name)
