"""Painting an exact curve of 3 px at 1920×1080, beside a bare QPainter that strokes the same
polylines in chunks. Both begin with pixels; the bare painter has them ready as what it takes."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from benchmarks.figure import Figure, Goal
from benchmarks.lines import DENSEST, HARD, LECTURE
from benchmarks.screen import LINE, application
from benchmarks.timing import alternate
from benchmarks.usual import SIZE, Usual, usual
from gdviz.calculus.sampling import sample
from gdviz.session.scene import Curve, Role
from gdviz.ui import theme
from gdviz.ui.plot.curves import Trace, paint_curve, trace
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.room import Room

CHUNK = 16
"""Segments: the bare painter's best."""
ALIKE = Goal(ratio=1.3)
THICK = replace(theme.theme("light"), line=LINE / theme.WIDTHS[Role.FUNCTION])


def stroke(runs: int) -> Iterator[Figure]:
    """One figure for each line."""
    application()
    for line in (*LECTURE, HARD):
        yield _of_line(line, usual(line), runs)
    for line, view in DENSEST:
        yield _of_line(line, usual(line, view), runs)


def _of_line(line: str, shown: Usual, runs: int) -> Figure:
    samples = sample(shown.body, shown.variable, {}, shown.view, SIZE)
    curve = Curve(Role.FUNCTION, samples.pieces, bands=samples.bands)
    frame, picture = Frame(shown.view, *SIZE), QPixmap(*SIZE)
    picture.fill(QColor(THICK.colours.paper))
    traced = trace(curve, THICK, frame, Room(frame.width, frame.height))
    chunks = list(_chunks(traced))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ours, floor = alternate(
            lambda: paint_curve(painter, traced, THICK),
            lambda: _bare(painter, chunks),
            runs=runs,
        )
    against = f"a bare stroke in chunks of {CHUNK}"
    return Figure("stroke", f"painting {line}", ours, floor, against, ALIKE)


def _chunks(traced: Trace) -> Iterator[list[QPointF]]:
    for run in traced.runs:
        points = [QPointF(*point) for point in run.tolist()]
        for start in range(0, len(points) - 1, CHUNK):
            yield points[start : start + CHUNK + 1]


def _bare(painter: QPainter, chunks: list[list[QPointF]]) -> None:
    line = QPen(QColor(THICK.colour(Role.FUNCTION)), LINE)
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(line)
    for chunk in chunks:
        painter.drawPolyline(chunk)
