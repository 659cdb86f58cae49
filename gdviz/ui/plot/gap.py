"""The gap f − f_l near x₀: shaded, with thin upright lines from the tangent to the curve."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import GapPicture, Role
from gdviz.ui.colours import mixture
from gdviz.ui.plot.foreground import Foreground, write_steadily
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.strokes import pen, polygon
from gdviz.ui.theme import Theme

PAPER = 0.8
"""How much paper is in the colour of the shade."""
BETWEEN = 8.0
"""From one upright line to the next, px at text of 14 px."""
SHORTEST = 1.5
"""A line that would be shorter is left out, in widths of the curve."""
MODES = QPainter.CompositionMode
PARTS, SHADE = 4, 0.5
"""In how many boxes it is noted as taken, and what a cell of them counts."""
OUT, UP = (0.6, 1.6), (0.5, 0.3, 0.7)
"""Where its name may stand: beside its end, in sizes of a label; from the tangent to the curve."""
MOST_COVERED = 4.0
"""The gap is named unless that would cover more than so many cells of what is drawn."""


def paint_gap(
    painter: QPainter, picture: GapPicture, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Under everything that moves. The shade leaves the curve, which is there already, as it is:
    it darkens bright paper alone, and brightens dark paper."""
    outlines = [_pixels(piece, frame) for piece in picture.pieces]
    for rows in outlines:
        _take(rows, space)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixture(theme.colour(Role.TANGENT), theme.colours.paper, PAPER)))
    dark = theme.is_dark
    painter.setCompositionMode(
        MODES.CompositionMode_Lighten if dark else MODES.CompositionMode_Darken
    )
    for rows in outlines:
        painter.drawPolygon(polygon(np.concatenate((rows[:, :2], rows[::-1][:, (0, 2)]))))
    painter.setCompositionMode(MODES.CompositionMode_SourceOver)
    lines = [line for rows in outlines for line in _uprights(rows, theme, frame)]
    painter.setPen(pen(theme.colour(Role.TANGENT), max(0.5 * theme.line, 1.0), flat=True))
    painter.drawLines(lines)


def name_gap(
    painter: QPainter, picture: GapPicture, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Its name beside its end on the right, or on the left, if there is room."""
    if not picture.label:
        return
    label = Words(picture.label, theme.sizes.label, theme.text_colour(Role.TANGENT))
    outlines = [_pixels(picture.pieces[index], frame) for index in (0, -1)]
    right, left = outlines[1][-1], outlines[0][0]
    corners = [*_beside(label, right, 1.0, theme), *_beside(label, left, -1.0, theme)]
    write_steadily(painter, label, "gap", corners, space, theme.colours.paper, MOST_COVERED)


def _beside(label: Words, end: Points, way: float, theme: Theme) -> Iterator[QPointF]:
    """Half way up the end of the gap, then nearer to the tangent, and further out."""
    x, curve, line = end.tolist()
    width, height = label.extent.width(), label.extent.height()
    for out in OUT:
        left = x + way * out * theme.sizes.label - (width if way < 0.0 else 0.0)
        for share in UP:
            yield QPointF(left, line + share * (curve - line) - height / 2)


def _pixels(piece: Points, frame: Frame) -> Points:
    """x, f and f_l of the part in view, px; far above and below is where it does not matter."""
    view = frame.viewport
    x = (piece[:, :1] - view.x0) * frame.across
    y = np.clip((view.y1 - piece[:, 1:]) * frame.up, -frame.height, 2 * frame.height)
    return np.hstack((x, y))


def _take(rows: Points, space: Foreground) -> None:
    """Words rather stand beside it."""
    bounds = np.linspace(0, len(rows) - 1, PARTS + 1).astype(np.intp)
    for first, last in pairwise(bounds.tolist()):
        left, right = rows[first, 0], rows[last, 0]
        low, high = rows[first : last + 1, 1:].min(), rows[first : last + 1, 1:].max()
        space.take_rect(QRectF(left, low, right - left, high - low), SHADE)


def _uprights(rows: Points, theme: Theme, frame: Frame) -> list[QLineF]:
    """They stand still while the ends of the gap move, and end beside the curve."""
    apart, width = BETWEEN * theme.sizes.label / 14, theme.width(Role.FUNCTION)
    first = np.ceil(max(rows[0, 0], 0.0) / apart)
    last = np.floor(min(rows[-1, 0], frame.width) / apart)
    x = np.arange(first, last + 1) * apart
    curve, line = (np.interp(x, rows[:, 0], rows[:, column]) for column in (1, 2))
    seen = np.abs(curve - line) > SHORTEST * width
    ends = curve - np.sign(curve - line) * width
    return [
        QLineF(frame.crisp(at), start, frame.crisp(at), end)
        for at, start, end in zip(x[seen].tolist(), line[seen].tolist(), ends[seen], strict=True)
    ]
