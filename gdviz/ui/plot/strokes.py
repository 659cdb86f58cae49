"""Lines on a QPainter: in chunks, because stroking one long path costs ten times as much; dashes
that go on where a piece went on; filled bands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gdviz.ui.plot.steep import Points, Ways, are_jagged, long_lines, stretches, ways

CHUNK = 16
"""Segments stroked at a time. Round caps in an opaque colour show no joint."""
JAGGED = 0.2
"""Where a line turns back at so many of its joints, joints are not what is seen of it."""


def pen(colour: str, width: float, *, flat: bool = False) -> QPen:
    """A solid pen, round at its ends unless `flat`: a long straight line then costs a tenth."""
    cap = Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


def polygon(points: Points) -> QPolygonF:
    """The points (n, 2), copied at once instead of one by one."""
    result, memory = _blank(len(points))
    memory[:] = points
    return result


def _blank(count: int) -> tuple[QPolygonF, Points]:
    """So many points, and their coordinates to be written to (count, 2)."""
    result = QPolygonF()
    result.resize(count)
    if not count:
        return result, np.empty((0, 2))
    memory: Any = shiboken6.VoidPtr(result.data(), count * 16, True)  # type: ignore[arg-type, call-arg]
    return result, np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)


def stroke(painter: QPainter, points: Points, line: QPen) -> None:
    """A polyline (n, 2), in pixels."""
    stroke_all(painter, (points,), line)


def stroke_all(painter: QPainter, runs: Sequence[Points], line: QPen) -> None:
    """Polylines of at least two points, all of them at once: a curve may have dozens."""
    if not runs:
        return
    found = ways(runs)
    jagged = are_jagged(runs, found, JAGGED)
    if not any(jagged):
        _stroke_smooth(painter, found, line)
        return
    for run, is_jagged in zip(runs, jagged, strict=True):
        if is_jagged:
            stroke_swiftly(painter, run, line)
        else:
            _stroke_smooth(painter, ways((run,)), line)


def _stroke_smooth(painter: QPainter, found: Ways, line: QPen) -> None:
    if found.is_long.any():
        flat = QPen(line)
        flat.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(flat)
        painter.drawLines([QLineF(*ends) for ends in long_lines(found).tolist()])
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for points in stretches(found):
        _stroke_in_chunks(painter, points)


def _stroke_in_chunks(painter: QPainter, points: Points) -> None:
    """Through one polygon that is moved along: making one takes as long as a few segments."""
    whole = (len(points) - 1) // CHUNK * CHUNK
    if whole:
        window, memory = _blank(CHUNK + 1)
        for start in range(0, whole, CHUNK):
            memory[:] = points[start : start + CHUNK + 1]
            painter.drawPolyline(window)
    if whole < len(points) - 1:
        painter.drawPolyline(polygon(points[whole:]))


def stroke_swiftly(painter: QPainter, points: Points, line: QPen) -> None:
    """The same in a third of the time where a line is dense, a little rough at its joints."""
    square = QPen(line)
    square.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(square)
    ends = points.tolist()
    painter.drawLines([QLineF(*start, *end) for start, end in pairwise(ends)])


def stroke_dashed(painter: QPainter, points: Points, line: QPen, dashes: tuple[float, ...]) -> None:
    """A polyline in dashes and gaps of these lengths, px, that begin at its first point."""
    stroke_all(painter, tuple(cut_in_dashes(points, dashes)), line)


def cut_in_dashes(points: Points, dashes: tuple[float, ...]) -> Iterator[Points]:
    """The parts of a polyline under the dashes of a pattern: dash, gap, dash, gap …, px."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    bounds = np.cumsum((0.0, *np.tile(dashes, int(along[-1] / sum(dashes)) + 1)))
    starts, ends = bounds[:-1:2], np.minimum(bounds[1::2], along[-1])
    starts, ends = starts[starts < along[-1]], ends[: np.count_nonzero(starts < along[-1])]
    first, last = (
        np.stack([np.interp(places, along, points[:, axis]) for axis in (0, 1)], axis=1)
        for places in (starts, ends)
    )
    after, before = np.searchsorted(along, starts, "right"), np.searchsorted(along, ends, "left")
    for index, (low, high) in enumerate(zip(after, before, strict=True)):
        yield np.concatenate((first[index : index + 1], points[low:high], last[index : index + 1]))


def visible_runs(pieces: Sequence[Points], rect: QRectF, margin: float) -> Iterator[Points]:
    """The parts of polylines that come within `margin` of a rectangle; all polylines at once, of
    which a curve may have dozens."""
    if not pieces:
        return
    points = np.concatenate(pieces)
    box = rect.adjusted(-margin, -margin, margin, margin)
    x, y = points.T
    sides = (x < box.left(), x > box.right(), y < box.top(), y > box.bottom())
    hidden = np.zeros(max(len(points) - 1, 0), dtype=np.bool_)
    for side in sides:
        hidden |= side[:-1] & side[1:]
    joints = np.cumsum([len(piece) for piece in pieces[:-1]], dtype=np.int64) - 1
    hidden[joints[(joints >= 0) & (joints < len(hidden))]] = True
    edges = np.flatnonzero(np.diff(np.concatenate(([True], hidden, [True]))))
    for start, end in edges.reshape(-1, 2):
        yield points[start : end + 1]


def fill_band(painter: QPainter, rows: Points, colour: QColor) -> None:
    """A band: rows of x, low, high, in pixels."""
    outline = np.concatenate((rows[:, (0, 1)], rows[::-1][:, (0, 2)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(polygon(outline))
