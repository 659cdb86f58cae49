"""Arrows over Ox under the current iterate: slope, memory, step. Loaded when they are switched on.

They differ by height, dash and head, and each is named: colour is not needed to tell them apart.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import Role, StepArrow
from gdviz.ui.plot.figures import arrowhead, within
from gdviz.ui.plot.foreground import Foreground, write_steadily
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Kept, Label, Mathematics
from gdviz.ui.plot.strokes import pen
from gdviz.ui.theme import Theme

APART = 1.9
"""Heights of the arrows over Ox, in sizes of a label."""
HEAD = 9.0
"""Length of a head, px on lines of usual width."""
SHORTEST = 3.0
"""Arrows shorter than this, px, are not seen, and not named."""
ORDER = ("step", "momentum", "gradient")
"""From Ox upwards."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an arrow is drawn: its role's colour, width in parts of a descent's line, dashes in
    widths, and whether its head is filled."""

    role: Role
    width: float
    dash: tuple[float, ...]
    filled: bool


MANNERS = {
    "gradient": Manner(Role.DERIVATIVE, 1.2, (), False),
    "momentum": Manner(Role.SECANT, 1.4, (4.0, 2.5), False),
    "step": Manner(Role.DESCENT, 2.0, (), True),
}


def paint_step_arrows(
    painter: QPainter,
    arrows: tuple[StepArrow, ...],
    theme: Theme,
    frame: Frame,
    space: Foreground,
) -> None:
    """All of them, each at its height, then their names."""
    long = [arrow for arrow in arrows if abs(arrow.end - arrow.start) * frame.across > SHORTEST]
    shown = sorted(long, key=lambda arrow: ORDER.index(arrow.kind))
    labels = []
    heights = _heights(len(shown), theme, frame)
    for arrow, height in zip(shown, heights, strict=True):
        ends = _ends(arrow, height, frame)
        _paint_arrow(painter, ends, MANNERS[arrow.kind], theme, frame)
        space.take_line(ends)
        colour = theme.text_colour(MANNERS[arrow.kind].role)
        label = Kept(Mathematics(arrow.label, 1.15 * theme.sizes.label, colour))
        labels.append((arrow.kind, label, _corners(label, ends, frame)))
    for kind, label, corners in labels:
        write_steadily(painter, label, f"arrow {kind}", corners, space, theme.colours.paper)


def _heights(count: int, theme: Theme, frame: Frame) -> list[float]:
    """Of so many arrows, px: over Ox, under it and its numbers where there is no room over it."""
    step = APART * theme.sizes.label
    fits = frame.ox > (count + 1) * step or frame.ox > frame.height / 2
    away = -step if fits else step
    first = frame.ox + (0.0 if fits else theme.sizes.tick + 0.5 * step)
    return [frame.crisp(first + level * away) for level in range(1, count + 1)]


def _ends(arrow: StepArrow, height: float, frame: Frame) -> Points:
    """Where it lies, px; what is far outside is cut off."""
    far = 4.0 * frame.width
    across = np.clip((frame.x(arrow.start), frame.x(arrow.end)), -far, frame.width + far)
    return np.array(((across[0], height), (across[1], height)))


def _paint_arrow(
    painter: QPainter, ends: Points, manner: Manner, theme: Theme, frame: Frame
) -> None:
    start, end = ends
    width = manner.width * theme.width(Role.DESCENT)
    colour = theme.colour(manner.role)
    way = end - start
    head = min(HEAD * max(width / 1.5, 1.0), abs(float(way[0])))
    shaft = within(frame.rect.adjusted(-20, -20, 20, 20), start, end - np.sign(way) * 0.8 * head)
    line = pen(colour, width, flat=True)
    if manner.dash:
        line.setDashPattern(list(manner.dash))
    painter.setPen(line)
    if shaft is not None:
        painter.drawLine(QLineF(*shaft[0], *shaft[1]))
    foot = pen(colour, width, flat=True)
    painter.setPen(foot)
    painter.drawLine(QLineF(start[0], start[1] - 0.4 * head, start[0], start[1] + 0.4 * head))
    triangle = arrowhead(end, way, head)
    painter.setPen(pen(colour, max(0.7 * width, 1.0)))
    painter.setBrush(QColor(colour if manner.filled else theme.colours.paper))
    painter.drawPolygon(triangle)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _corners(label: Label, ends: Points, frame: Frame) -> list[QPointF]:
    """Over the middle of what is seen of it, then past its ends."""
    width, height = label.extent.width(), label.extent.height()
    left, right = sorted(np.clip(ends[:, 0], 0.0, frame.width).tolist())
    y = float(ends[0, 1])
    beside = [QPointF(right + 8.0, y - height / 2), QPointF(left - 8.0 - width, y - height / 2)]
    over = QPointF((left + right - width) / 2, y - height - 0.6 * HEAD)
    seen = QRectF(0.0, 0.0, frame.width, frame.height)
    places = [over, *beside] if right - left > width else [*beside, over]
    inside = [place for place in places if seen.contains(QRectF(place, label.extent))]
    return inside or places
