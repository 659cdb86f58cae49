"""A PlotScene on a QPainter, in three layers: what stands still while the hand drags, the descent,
and what moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gdviz.session.scene import GradientPicture, PlotScene
from gdviz.ui.plot.axes import Paper, paint_axes, paint_grid, paper_for
from gdviz.ui.plot.curves import Trace, paint_bands, paint_curve, paint_curve_label, trace
from gdviz.ui.plot.descent_path import paint_path
from gdviz.ui.plot.followers import paint_followers, take_followers, write_followers
from gdviz.ui.plot.foreground import Foreground, Habits, rings_around, settle
from gdviz.ui.plot.frame import Edges, Frame
from gdviz.ui.plot.gap import name_gap, paint_gap
from gdviz.ui.plot.handles import paint_handle, paint_handle_label, place
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.numbers import paint_numbers, placed
from gdviz.ui.plot.room import COVERED, WORDS, Room
from gdviz.ui.plot.secant import paint_secant, write_labels
from gdviz.ui.plot.tangent import paint_tangent
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.calculus.contours import Contours
    from gdviz.ui.plot.marks import Marking
    from gdviz.ui.plot.notes import Note

REMARK_REACHES = (1.0, 2.5, 4.0, 6.0, 9.0)
"""How far from its point a remark may stand, in sizes of a label."""
FURTHER = 0.5
"""What each of them costs more than the one before, in cells that a label covers."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What was painted so far: the paper's marks, which parts of the picture are taken, the note,
    which is painted over what moves, and what marks the curve."""

    paper: Paper
    room: Room
    note: "Note | None" = None
    marking: "Marking | None" = None


def paint_still(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, *, swift: bool = False
) -> Sheet:
    """Paper, grid, axes, curves, their names and marks. `swift`: quick and rough, while the view
    moves."""
    _begin(painter)
    paper = paper_for(frame, theme, *scene.units)
    room = Room(frame.width, frame.height)
    traces = [trace(curve, theme, frame, room) for curve in scene.curves]
    numbers = placed(paper, scene.x_name, scene.y_name, room)
    note = _placed_note(scene, theme, frame, room)
    marking = _marking(scene, theme, frame, room)
    _paint_paper(painter, paper, scene, traces)
    if scene.contours is not None:
        _finish_map(painter, scene, theme, frame, room, swift=swift)
    if marking is not None:
        marking.paint_asymptotes(painter, [number.room for number in numbers])
    for found in traces:
        paint_curve(painter, found, theme, swift=swift)
    paint_numbers(painter, numbers, paper)
    if marking is not None:
        marking.paint_dots(painter)
    for found in traces:
        paint_curve_label(painter, found, theme, frame, room)
    if marking is not None and not swift:
        marking.write_labels(painter)
    return Sheet(paper, room, note, marking)


def _paint_map(painter: QPainter, found: "Contours", paper: Paper) -> None:
    """Loaded when there is one: the start waits for none."""
    from gdviz.ui.plot.contours import paint_levels

    paint_levels(painter, found, paper.theme, paper.frame)


def _finish_map(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, room: Room, *, swift: bool
) -> None:
    """Lines, names of levels, minima."""
    from gdviz.ui.plot.contours import paint_hollows, paint_lines

    if scene.contours is not None:
        paint_lines(painter, scene.contours, theme, frame, room, swift=swift)
        paint_hollows(painter, scene.hollows, theme, frame, room)


def paint_descent(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, sheet: Sheet
) -> Sheet:
    """The path of the descent; returns what is taken after it."""
    if scene.path is None or not scene.show_iterates:
        return sheet
    _begin(painter)
    room = sheet.room.copy()
    paint_path(painter, scene.path, theme, frame, room)
    return replace(sheet, room=room)


def paint_moving(
    painter: QPainter,
    scene: PlotScene,
    theme: Theme,
    frame: Frame,
    sheet: Sheet,
    habits: Habits | None = None,
    over: Iterable[Edges] = (),
) -> Foreground:
    """Tangent, secant, handles, and their words: what a frame of a drag has to paint.

    habits: where the words stood in the last frame; they are brought up to date. over: parts of
    the picture that cards stand over for a while, px. Returns what is taken after it.
    """
    _begin(painter)
    space = Foreground(sheet.room, habits)
    for left, top, right, bottom in over:
        space.take_rect(QRectF(QPointF(left, top), QPointF(right, bottom)), COVERED)
    _take_handles(scene, theme, frame, space)
    take_followers(scene, theme, frame, space)
    if scene.gap is not None:
        paint_gap(painter, scene.gap, theme, frame, space)
    labels = paint_secant(painter, scene.secant, theme, frame, space) if scene.secant else []
    if scene.tangent is not None:
        paint_tangent(painter, scene.tangent, theme, frame, space)
    _paint_gradient(painter, scene.gradient, theme, frame, space)
    _paint_marks_again(painter, scene, theme, frame, sheet)
    if scene.arrows:
        _paint_arrows(painter, scene, theme, frame, space)
    if sheet.note is not None:
        sheet.note.paint(painter, theme)
    write_labels(painter, labels, theme, space)
    paint_followers(painter, scene, theme, frame)
    for handle in sorted(scene.handles, key=lambda handle: handle.base is None):
        paint_handle(painter, handle, theme, frame)
    for handle in scene.handles:
        paint_handle_label(painter, handle, theme, frame, space)
    write_followers(painter, scene, theme, frame, space)
    if scene.gap is not None:
        name_gap(painter, scene.gap, theme, frame, space)
    _paint_remark(painter, scene, theme, frame, space)
    return space


def _take_handles(scene: PlotScene, theme: Theme, frame: Frame, space: Foreground) -> None:
    """Their points, and the lines from them to Ox."""
    reach = theme.sizes.point
    for handle in scene.handles:
        middle = place(handle, frame)
        space.take_rect(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), WORDS)
        if not handle.is_free:
            space.take_line(np.array(((middle.x(), middle.y()), (middle.x(), frame.ox))))


def paint(painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame) -> None:
    """The whole picture."""
    sheet = paint_still(painter, scene, theme, frame)
    sheet = paint_descent(painter, scene, theme, frame, sheet)
    paint_moving(painter, scene, theme, frame, sheet)


def _paint_paper(
    painter: QPainter, paper: Paper, scene: PlotScene, traces: Iterable[Trace]
) -> None:
    """The grid, what curves fill over it, and axes over that; a map has bands in place of these."""
    rect = paper.frame.rect
    # A little more than the picture, whose last pixels may be no whole ones.
    painter.fillRect(rect.adjusted(0.0, 0.0, 1.0, 1.0), QColor(paper.theme.colours.paper))
    if scene.contours is not None:
        _paint_map(painter, scene.contours, paper)
    else:
        paint_grid(painter, paper)
    for found in traces:
        paint_bands(painter, found, paper.theme)
    paint_axes(painter, paper)


def _begin(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def _placed_note(scene: PlotScene, theme: Theme, frame: Frame, room: Room) -> "Note | None":
    """Loaded when there is something to say: the start does not wait for it."""
    if not scene.note:
        return None
    from gdviz.ui.plot.notes import placed_note

    return placed_note(scene.note, theme, frame, room)


def _marking(scene: PlotScene, theme: Theme, frame: Frame, room: Room) -> "Marking | None":
    """Loaded when something is marked: the start does not wait for it."""
    if not scene.marks and not scene.lines:
        return None
    from gdviz.ui.plot.marks import Marking

    return Marking(scene.marks, scene.lines, theme, frame, room)


def _paint_arrows(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Loaded when they are switched on: the start does not wait for them."""
    from gdviz.ui.plot.step_arrows import paint_step_arrows

    paint_step_arrows(painter, scene.arrows, theme, frame, space)


def _paint_marks_again(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, sheet: Sheet
) -> None:
    """Those that secant and tangent run over: holes are not to be filled by them, and labels are
    to be read."""
    for line in (scene.secant, scene.tangent):
        if line is not None and sheet.marking is not None:
            way = np.array((frame.across, -line.slope * frame.up))
            sheet.marking.paint_again_on(painter, frame.point(line.x, line.y), way)


def _paint_gradient(
    painter: QPainter,
    gradient: GradientPicture | None,
    theme: Theme,
    frame: Frame,
    space: Foreground,
) -> None:
    """Loaded when there is one: the start waits for none."""
    if gradient is None:
        return
    from gdviz.ui.plot.gradient import paint_gradient

    paint_gradient(painter, gradient, theme, frame, space)


def _paint_remark(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, space: Foreground
) -> None:
    """Why there is no tangent, beside the point."""
    handle = next((handle for handle in scene.handles if handle.name == "x0"), None)
    if not scene.remark or handle is None:
        return
    label = Words(scene.remark, theme.sizes.label, theme.text_colour(handle.role))
    middle, size = place(handle, frame), theme.sizes.label
    places = rings_around(middle, label, [reach * size for reach in REMARK_REACHES], FURTHER)
    stand = settle(label, "remark", places, space, frame.rect)
    label.paint(painter, stand.corner, theme.colours.paper)
