"""Names of axes and numbers at their marks, on one side of an axis as long as that can be."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.ui.plot.axes import Paper
from gdviz.ui.plot.lettering import Label, room_of
from gdviz.ui.plot.placing import best_corner
from gdviz.ui.plot.room import COVERED, OUTSIDE, WORDS, Room

MOST_STRUCK = 4.0
"""Cells of curves that a number covers; of more it is not counted how many."""
MUCH_BETTER = 0.5
"""The other side of an axis is taken where numbers cover no more of curves than this share."""


class Written(NamedTuple):
    """A label with its upper left corner, px."""

    label: Label
    corner: QPointF

    @property
    def room(self) -> QRectF:
        """What it takes."""
        return room_of(self.label, self.corner)


def placed(paper: Paper, x_name: str, y_name: str, room: Room) -> list[Written]:
    """Names and numbers; `room` knows where curves will run, and learns where these stand."""
    marks = Room(paper.frame.width, paper.frame.height)
    found = [Written(*each) for each in written(paper, x_name, y_name, room, marks)]
    room.add(marks)
    _note_axes(paper, room)
    return found


def paint_numbers(painter: QPainter, numbers: Iterable[Written], paper: Paper) -> None:
    """On a halo, over curves that run through them."""
    for label, corner in numbers:
        label.paint(painter, corner, paper.theme.colours.paper)


def written(
    paper: Paper, x_name: str, y_name: str, room: Room, marks: Room
) -> Iterator[tuple[Label, QPointF]]:
    """Names and numbers where none covers another; those without a place are left out. `room` knows
    where curves run, `marks` learns where these stand."""
    for left, top, right, bottom in paper.frame.covered:
        marks.take_rect(QRectF(QPointF(left, top), QPointF(right, bottom)), COVERED)
    cards = marks.copy()
    for label, corners in _names(paper, x_name, y_name):
        corner = best_corner(label, _free(label, corners, marks), room, padding=1.0)
        if corner is not None:
            yield label, corner
            marks.take_rect(room_of(label, corner), WORDS)
    for numbers in (_numbers_across(paper), _numbers_up(paper)):
        for label, corners in _on_one_side(list(numbers), room, cards):
            inside = (at for at in corners if room.cost(room_of(label, at)) < OUTSIDE)
            corner = next(_free(label, inside, marks), None)
            if corner is not None:
                yield label, corner
                marks.take_rect(room_of(label, corner), WORDS)


def _free(label: Label, corners: Iterable[QPointF], marks: Room) -> Iterator[QPointF]:
    """Corners where a label covers none of the marks."""
    return (corner for corner in corners if marks.cost(room_of(label, corner)) == 0.0)


Places = Iterator[tuple[Label, list[QPointF]]]
"""Labels with the corners they may have, the best one first."""


def _names(paper: Paper, x_name: str, y_name: str) -> Places:
    frame, gap = paper.frame, 0.6 * paper.theme.sizes.tick
    if paper.has_ox:
        label = paper.name(x_name)
        size = label.extent
        below = paper.frame.ox + gap
        fits = below + size.height() < frame.height
        above = paper.frame.ox - gap - size.height()
        top = below if fits else above
        left = frame.width - size.width() - gap
        yield label, [QPointF(left, top), QPointF(left, above)]
    if paper.has_oy:
        label = paper.name(y_name)
        size = label.extent
        right = paper.frame.oy + 1.4 * gap
        fits = right + size.width() < frame.width
        left = paper.frame.oy - 1.4 * gap - size.width()
        yield label, [QPointF(right if fits else left, gap), QPointF(left, gap)]


def _on_one_side(numbers: list[tuple[Label, list[QPointF]]], room: Room, cards: Room) -> Places:
    """The same with the side first that is better for all of them: below Ox and left of Oy, unless
    curves or cards are in the way of much fewer of them on the other one. A number
    stays in line with its mark, for beside it it would be read as that of another place."""
    struck = [0.0, 0.0]
    for label, corners in numbers:
        for side, corner in enumerate(corners[:2]):
            rect = room_of(label, corner).adjusted(-1.0, -1.0, 1.0, 1.0)
            struck[side] += min(room.cost(rect) + cards.cost(rect), MOST_STRUCK)
    is_other = struck[1] < MUCH_BETTER * struck[0]
    for label, corners in numbers:
        yield label, corners[::-1] if is_other else corners


def _numbers_across(paper: Paper) -> Places:
    frame, gap = paper.frame, 0.55 * paper.theme.sizes.tick
    labels = [paper.number(text) for text in paper.across.labels]
    height = max((label.extent.height() for label in labels), default=0.0)
    below = paper.frame.ox + gap
    above = paper.frame.ox - gap - height
    line, other_line = (below, above) if below + height < frame.height else (above, above)
    for x, label in zip(paper.across.major, labels, strict=True):
        if x == 0.0 and paper.has_ox and paper.has_oy:
            continue
        middle, half = frame.x(x), label.extent.width() / 2
        drop = (height - label.extent.height()) / 2
        top, other_side = line + drop, other_line + drop
        yield label, [QPointF(middle - half, top), QPointF(middle - half, other_side)]
    if paper.across.offset:
        label = paper.number(paper.across.offset + " +")
        yield label, [QPointF(gap, line - 1.8 * height)]


def _numbers_up(paper: Paper) -> Places:
    frame, gap = paper.frame, 0.55 * paper.theme.sizes.tick
    labels = [paper.number(text) for text in paper.up.labels]
    widest = max((label.extent.width() for label in labels), default=0.0)
    on_left = paper.frame.oy - gap - widest > 0.0
    for y, label in zip(paper.up.major, labels, strict=True):
        size = label.extent
        left = paper.frame.oy - gap - size.width() if on_left else paper.frame.oy + gap
        at_origin = y == 0.0 and paper.has_ox
        top = paper.frame.ox + gap if at_origin else frame.y(y) - size.height() * 0.42
        other_side = paper.frame.oy + gap if on_left else left
        yield label, [QPointF(left, top), QPointF(other_side, top)]
    if paper.up.offset:
        label = paper.number(paper.up.offset + " +")
        yield label, [QPointF(paper.frame.oy + gap, gap)]


def _note_axes(paper: Paper, room: Room) -> None:
    """Labels may cover an axis rather than a curve, but better neither."""
    frame = paper.frame
    if paper.has_ox:
        room.take_line(np.array(((0.0, paper.frame.ox), (frame.width, paper.frame.ox))), 0.3)
    if paper.has_oy:
        room.take_line(np.array(((paper.frame.oy, 0.0), (paper.frame.oy, frame.height))), 0.3)
