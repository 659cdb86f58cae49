"""A PlotScene on a QPainter, in three layers: what stands still while the hand drags, the descent,
and what moves."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.session.scene import PlotScene
from gdviz.ui.plot.axes import Paper, paint_paper, paper_for
from gdviz.ui.plot.curves import paint_curve, paint_curve_label, trace
from gdviz.ui.plot.descent_path import paint_path
from gdviz.ui.plot.followers import paint_followers, take_followers, write_followers
from gdviz.ui.plot.frame import Edges, Frame
from gdviz.ui.plot.gap import name_gap, paint_gap
from gdviz.ui.plot.handles import paint_handle, paint_handle_label, place
from gdviz.ui.plot.lettering import Words
from gdviz.ui.plot.placing import (
    COVERED,
    GOOD,
    WORDS,
    Foreground,
    Habits,
    Room,
    Space,
    best_corner,
    corners_around,
)
from gdviz.ui.plot.secant import paint_secant, write_labels
from gdviz.ui.plot.tangent import paint_tangent
from gdviz.ui.theme import Theme

REMARK_REACHES = (1.0, 2.5, 4.0, 6.0, 9.0)
"""How far from its point a remark may stand, in sizes of a label."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What was painted so far: the paper's marks, and which parts of the picture are taken."""

    paper: Paper
    room: Room


def paint_still(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, *, swift: bool = False
) -> Sheet:
    """Paper, grid, axes, curves and their names. `swift`: quick and rough, while the view moves."""
    _begin(painter)
    paper = paper_for(frame, theme, *scene.units)
    room = Room(frame.width, frame.height)
    traces = [trace(curve, theme, frame, room) for curve in scene.curves]
    paint_paper(painter, paper, scene.x_name, scene.y_name, room)
    for found in traces:
        paint_curve(painter, found, theme, swift=swift)
    for found in traces:
        paint_curve_label(painter, found, theme, frame, room)
    return Sheet(paper, room)


def paint_descent(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, sheet: Sheet
) -> Sheet:
    """The path of the descent; returns what is taken after it."""
    if scene.path is None or not scene.show_iterates:
        return sheet
    _begin(painter)
    room = sheet.room.copy()
    paint_path(painter, scene.path, theme, frame, room)
    return Sheet(sheet.paper, room)


def paint_moving(
    painter: QPainter,
    scene: PlotScene,
    theme: Theme,
    frame: Frame,
    sheet: Sheet,
    habits: Habits | None = None,
    over: Iterable[Edges] = (),
) -> None:
    """Tangent, secant, handles, and their words: what a frame of a drag has to paint.

    habits: where the words stood in the last frame; they are brought up to date. over: parts of
    the picture that cards stand over for a while, px.
    """
    _begin(painter)
    space = Foreground(sheet.room, habits)
    for left, top, right, bottom in over:
        space.take_rect(QRectF(QPointF(left, top), QPointF(right, bottom)), COVERED)
    for handle in scene.handles:
        middle = place(handle, frame)
        reach = theme.sizes.point
        space.take_rect(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), WORDS)
        space.take_line(np.array(((middle.x(), middle.y()), (middle.x(), frame.ox))))
    take_followers(scene, theme, frame, space)
    if scene.gap is not None:
        paint_gap(painter, scene.gap, theme, frame)
    labels = paint_secant(painter, scene.secant, theme, frame, space) if scene.secant else []
    if scene.tangent is not None:
        paint_tangent(painter, scene.tangent, theme, frame, space)
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
    _paint_note(painter, scene, theme, frame)


def paint(painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame) -> None:
    """The whole picture."""
    sheet = paint_still(painter, scene, theme, frame)
    sheet = paint_descent(painter, scene, theme, frame, sheet)
    paint_moving(painter, scene, theme, frame, sheet)


def _begin(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def _paint_remark(
    painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, space: Space
) -> None:
    """Why there is no tangent, beside the point."""
    handle = next((handle for handle in scene.handles if handle.name == "x0"), None)
    if not scene.remark or handle is None:
        return
    label = Words(scene.remark, theme.sizes.label, theme.text_colour(handle.role))
    middle, size = place(handle, frame), theme.sizes.label
    corners = [c for reach in REMARK_REACHES for c in corners_around(middle, label, reach * size)]
    corner = best_corner(label, corners, space, good=GOOD)
    if corner is None:
        corner = QPointF((frame.width - label.extent.width()) / 2, size)
    label.paint(painter, corner, theme.colours.paper)


def _paint_note(painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame) -> None:
    if not scene.note:
        return
    label = Words(scene.note, theme.sizes.label, theme.colours.ink)
    left = (frame.width - label.extent.width()) / 2
    label.paint(painter, QPointF(left, 2 * theme.sizes.label), theme.colours.paper)
