"""Points that a hand can take: where the tangent touches, where the descent starts."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.calculus.typesetting.markup import Letter, Markup, Scripts, Upright
from gdviz.session.scene import Handle
from gdviz.ui.colours import mixture
from gdviz.ui.plot.figures import paint_circle, paint_dot
from gdviz.ui.plot.foreground import Foreground, write_steadily
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Kept, Label, Mathematics
from gdviz.ui.plot.placing import corners_around
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

INDEX = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
GUIDE = 4.0
"""From one dot to the next of the line from a point to Ox, in dots."""
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


def paint_handle(painter: QPainter, handle: Handle, theme: Theme, frame: Frame) -> None:
    """A guide to Ox, and the point with its ring."""
    middle = place(handle, frame)
    colour = theme.colour(handle.role)
    if not handle.is_free:
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


def paint_handle_label(
    painter: QPainter, handle: Handle, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """The letter beside the foot of the guide, or beside the point."""
    if not handle.label:
        return
    size = LABEL_SIZE * theme.sizes.label
    label = Kept(Mathematics(_markup(handle.label), size, theme.text_colour(handle.role)))
    middle = place(handle, frame)
    foot = QPointF(middle.x(), frame.ox)
    on_foot = _beside_foot(foot, middle, label, theme)
    around = corners_around(middle, label, 0.8 * theme.sizes.point)
    corners = [*on_foot, *around]
    write_steadily(painter, label, handle.name, corners, space, theme.colours.paper)


def _beside_foot(foot: QPointF, middle: QPointF, label: Label, theme: Theme) -> list[QPointF]:
    """Under Ox, and above it where the point is below."""
    gap, size = 0.5 * theme.sizes.tick, label.extent
    below = foot + QPointF(-size.width() / 2, gap + 1.5 * theme.sizes.tick)
    above = foot + QPointF(-size.width() / 2, -gap - size.height())
    return [above] if middle.y() > foot.y() + 1.0 else [below]


def _paint_guide(painter: QPainter, middle: QPointF, theme: Theme, frame: Frame) -> None:
    paint_dots_upright(painter, middle.x(), (middle.y(), frame.ox), theme, frame)


def paint_dots_upright(
    painter: QPainter, x: float, ends: tuple[float, float], theme: Theme, frame: Frame
) -> None:
    """A line of dots of whole pixels, which need no smoothing and cost little."""
    size = max(round(theme.line * frame.ratio), 1) / frame.ratio
    left = frame.crisp(x) - size / 2
    top, bottom = sorted(ends)
    tops = np.arange(frame.crisp(max(top, 0.0)), min(bottom, frame.height), GUIDE * size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.axis))
    painter.drawRects([QRectF(left, y, size, size) for y in tops.tolist()])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _markup(name: str | Markup) -> Markup:
    """x₀ with its index set as one."""
    if isinstance(name, Markup):
        return name
    letter = name.rstrip("₀₁₂₃₄₅₆₇₈₉")
    index = name[len(letter) :].translate(INDEX)
    return Scripts(Letter(letter), lower=Upright(index)) if index else Letter(name)
