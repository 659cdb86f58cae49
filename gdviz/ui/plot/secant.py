"""The secant: a dotted line, Δx and Δf as legs of its triangle, and its gap to the tangent."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, isfinite

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.session.scene import Role, SecantPicture
from gdviz.ui.plot.figures import across, within
from gdviz.ui.plot.foreground import Foreground, write_steadily
from gdviz.ui.plot.frame import Frame, Points
from gdviz.ui.plot.lettering import Label, Words
from gdviz.ui.plot.room import OUTSIDE
from gdviz.ui.plot.strokes import pen, polygon
from gdviz.ui.theme import Theme

SHORTEST_LEG = 6.0
"""Pixels: the triangle is drawn while one of its legs is longer."""
SHORTEST_GAP = 5.0
"""The same for the mark of f − f_l."""
ALONG = (6.0, -6.0, 10.0, -10.0, 13.0, -13.0, 16.0, -16.0, 20.0, -20.0, 24.0)
"""Where along the line its label may stand, in sizes of a label beyond the triangle."""
ON_LEG = (0.5, 0.25, 0.75)
"""Where along a leg its label may stand."""
PAST_GAP = (0.0, 1.5)
"""How far past the ends of the gap its label may stand, in heights of the label."""
MOST_COVERED = {"secant_step": 12.0, "secant_rise": 12.0, "secant_gap": 3.0}
"""Labels that are left out rather than cover more than so many cells of what is drawn."""
BRACKET = 0.7
"""How far from the leg the mark of the gap stands, in sizes of a label."""


@dataclass(frozen=True, slots=True)
class SecantFigure:
    """The secant in pixels: the first point (x, y), the second (x + run, y + drop), and the unit
    vector (dx, dy) to the right along the line. Pixels are counted downwards."""

    picture: SecantPicture
    theme: Theme
    frame: Frame
    x: float
    y: float
    run: float
    drop: float
    dx: float
    dy: float

    @property
    def size(self) -> float:
        """The size that all parts of the figure are measured in."""
        return self.theme.sizes.label

    @property
    def outward(self) -> float:
        """To which side of the triangle the upright leg stands: 1 on the right, −1 on the left."""
        return 1.0 if self.run > 0 else -1.0


def secant_figure(picture: SecantPicture, theme: Theme, frame: Frame) -> SecantFigure:
    """Where the parts of a secant lie. Δx and Δf are scaled as they are: at a small Δx the
    difference of two pixels would have lost what they say."""
    steep = picture.slope * frame.up / frame.across
    length = hypot(1.0, steep)
    return SecantFigure(
        picture,
        theme,
        frame,
        frame.x(picture.x),
        frame.y(picture.y),
        picture.step * frame.across,
        -picture.rise * frame.up,
        1.0 / length,
        -steep / length,
    )


Labels = list[tuple[str, Label, list[QPointF]]]
"""What is to be written, by a name of its own, and the corners it may have."""


def paint_secant(
    painter: QPainter, picture: SecantPicture, theme: Theme, frame: Frame, space: Foreground
) -> Labels:
    """Line, triangle and gap; returns the labels, which are written once all lines are known."""
    figure = secant_figure(picture, theme, frame)
    point, way = np.array((figure.x, figure.y)), np.array((figure.dx, figure.dy))
    ends = across(frame.rect.adjusted(-9, -9, 9, 9), point, way)
    if ends is not None:
        space.take_line(np.array(ends))
        _paint_dots(painter, figure, ends)
    labels: Labels = []
    if max(abs(figure.run), abs(figure.drop)) >= SHORTEST_LEG:
        labels += _paint_triangle(painter, figure, space)
        labels += _paint_gap(painter, figure, space)
    if ends is not None:
        words = _words(figure, picture.label)
        labels.insert(0, ("secant", words, list(_line_corners(figure, words))))
    return labels


def write_labels(painter: QPainter, labels: Labels, theme: Theme, space: Foreground) -> None:
    """Each where it finds room, the more important ones first."""
    for name, label, corners in labels:
        most = MOST_COVERED.get(name, OUTSIDE)
        write_steadily(painter, label, name, corners, space, theme.colours.paper, most)


def _words(figure: SecantFigure, text: str) -> Words:
    return Words(text, figure.size, figure.theme.text_colour(Role.SECANT))


def _paint_dots(painter: QPainter, figure: SecantFigure, ends: tuple[Points, Points]) -> None:
    """Points of a round pen, which cost a fraction of a dashed line. They are counted from the
    first point, so that they stay where they are while the line turns."""
    theme, way = figure.theme, np.array((figure.dx, figure.dy))
    point = np.array((figure.x, figure.y))
    period = sum(theme.dash(Role.SECANT))
    left, right = (float((end - point) @ way) / period for end in ends)
    along = np.arange(round(left), round(right) + 1) * period
    painter.setPen(pen(theme.colour(Role.SECANT), 1.3 * theme.width(Role.SECANT)))
    painter.drawPoints(polygon(point + along[:, None] * way))


def _paint_triangle(painter: QPainter, figure: SecantFigure, space: Foreground) -> Labels:
    """The legs Δx and Δf, and where they may be named."""
    theme, frame = figure.theme, figure.frame
    level, upright = frame.crisp(figure.y), frame.crisp(figure.x + figure.run)
    first, corner = np.array((figure.x, level)), np.array((upright, level))
    second = np.array((upright, figure.y + figure.drop))
    painter.setPen(pen(theme.colour(Role.SECANT), max(0.75 * theme.line, 1.0), flat=True))
    labels: Labels = []
    legs = (
        ("step", figure.picture.step_label, first, corner),
        ("rise", figure.picture.rise_label, corner, second),
    )
    for name, text, start, end in legs:
        part = within(frame.rect, start, end)
        if part is None:
            continue
        painter.drawLine(QLineF(*part[0], *part[1]))
        space.take_line(np.array(part))
        label = _words(figure, text)
        corners = _under_leg if name == "step" else _beside_leg
        labels.append((f"secant_{name}", label, list(corners(figure, label, *part))))
    return labels


def _under_leg(figure: SecantFigure, label: Label, start: Points, end: Points) -> Iterator[QPointF]:
    """Outside the triangle along Δx, then inside."""
    width, height, gap = label.extent.width(), label.extent.height(), 0.5 * figure.size
    below, above = start[1] + gap, start[1] - gap - height
    tops = (below, above) if figure.drop <= 0 else (above, below)
    for top in tops:
        for share in ON_LEG:
            yield QPointF(start[0] + share * (end[0] - start[0]) - width / 2, top)


def _beside_leg(
    figure: SecantFigure, label: Label, start: Points, end: Points
) -> Iterator[QPointF]:
    """Outside the triangle along Δf, then inside, then past the mark of the gap."""
    width, height, gap = label.extent.width(), label.extent.height(), 0.5 * figure.size
    outside = start[0] + gap if figure.outward > 0 else start[0] - gap - width
    inside = start[0] - gap - width if figure.outward > 0 else start[0] + gap
    beyond = outside + figure.outward * (2 * BRACKET) * figure.size
    for left in (outside, beyond, inside):
        for share in ON_LEG:
            yield QPointF(left, start[1] + share * (end[1] - start[1]) - height / 2)


def _paint_gap(painter: QPainter, figure: SecantFigure, space: Foreground) -> Labels:
    """A bracket from the tangent to the curve at the second point, beside the leg Δf."""
    gap, theme = figure.picture.gap, figure.theme
    if gap is None or not isfinite(gap):
        return []
    height = -gap * figure.frame.up
    if abs(height) < SHORTEST_GAP:
        return []
    x = figure.x + figure.run + figure.outward * BRACKET * figure.size
    foot = np.array((x, figure.y + figure.drop - height))
    part = within(figure.frame.rect, foot, foot + np.array((0.0, height)))
    if part is None:
        return []
    painter.setPen(pen(theme.colours.ink, max(theme.line, 1.0), flat=True))
    back = QPointF(-figure.outward * 0.3 * figure.size, 0.0)
    low, high = QPointF(*part[0]), QPointF(*part[1])
    painter.drawLines([QLineF(low + back, low), QLineF(low, high), QLineF(high, high + back)])
    space.take_rect(QRectF(low, high).normalized().adjusted(-3, 0, 3, 0))
    label = Words(figure.picture.gap_label, figure.size, theme.colours.ink)
    return [("secant_gap", label, list(_beside_gap(figure, label, low, high)))]


def _beside_gap(
    figure: SecantFigure, label: Label, low: QPointF, high: QPointF
) -> Iterator[QPointF]:
    """Beside the bracket, away from the triangle first; else past one of its ends."""
    width, height = label.extent.width(), label.extent.height()
    right, left = low.x() + 0.5 * figure.size, low.x() - 1.5 * figure.size - width
    sides = (right, left) if figure.outward > 0 else (left + figure.size, right + figure.size)
    top, bottom = sorted((low.y(), high.y()))
    yield from (QPointF(x, (top + bottom - height) / 2) for x in sides)
    for heights in PAST_GAP:
        for x in (*sides, low.x() - width / 2):
            yield QPointF(x, bottom + (heights + 0.2) * height)
            yield QPointF(x, top - (heights + 1.2) * height)


def _line_corners(figure: SecantFigure, label: Words) -> Iterator[QPointF]:
    """Beside the line on both sides, beyond the triangle and before it."""
    half_width, half_height = label.extent.width() / 2, label.extent.height() / 2
    dx, dy = figure.dx, figure.dy
    length = abs(figure.run) / max(dx, 1e-9) if isfinite(figure.run) else 0.0
    left, right = (0.0, length) if figure.run > 0 else (-length, 0.0)
    away = 0.75 * figure.size + abs(dy) * half_width + abs(dx) * half_height
    for sizes in ALONG:
        along = sizes * figure.size + (right if sizes > 0 else left)
        x = figure.x + dx * along - half_width
        y = figure.y + dy * along - half_height
        for side in (1.0, -1.0):
            yield QPointF(x + side * away * dy, y - side * away * dx)
