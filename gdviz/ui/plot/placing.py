"""Labels that stand still look for blanks in a picture."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.ui.plot.lettering import Label, room_of
from gdviz.ui.plot.room import OUTSIDE, WORDS, Space


def best_corner(
    label: Label,
    corners: Iterable[QPointF],
    space: Space,
    padding: float = 2.0,
    good: float = 0.0,
) -> QPointF | None:
    """The first corner where a label covers no more than `good`, else where it covers least.

    None where every corner puts it outside the picture.
    """
    extent = label.extent
    best, least = None, OUTSIDE
    for corner in corners:
        rect = QRectF(corner, extent).adjusted(-padding, -padding, padding, padding)
        cost = space.cost(rect)
        if cost <= good:
            return corner
        if cost < least:
            best, least = corner, cost
    return best


def corners_around(anchor: QPointF, label: Label, distance: float) -> Iterator[QPointF]:
    """Places for a label around a point: above on the right first, then round against the clock."""
    size = label.extent
    left, right = -distance - size.width(), distance
    above, below = -distance - size.height(), distance
    middle_x, middle_y = -size.width() / 2, -size.height() / 2
    offsets = (
        (right, above), (left, above), (right, below), (left, below),
        (right, middle_y), (left, middle_y), (middle_x, above), (middle_x, below),
    )  # fmt: skip
    return (anchor + QPointF(x, y) for x, y in offsets)


def write(
    painter: QPainter,
    label: Label,
    corners: Iterable[QPointF],
    space: Space,
    paper: str,
    padding: float = 2.0,
) -> bool:
    """Paint a label at its best corner, which is taken from then on; False where it found none."""
    corner = best_corner(label, corners, space, padding)
    if corner is None:
        return False
    label.paint(painter, corner, paper)
    space.take_rect(room_of(label, corner), WORDS)
    return True
