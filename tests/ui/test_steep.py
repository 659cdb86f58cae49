"""Polylines taken apart for painting look as if they were painted whole."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz.ui.plot.steep import LONG, STUB, Points, are_jagged, long_lines, stretches, ways
from gdviz.ui.plot.strokes import pen, polygon, stroke_all

SIDE = 300
SEEN = 100
"""Of 255: the edge of a joint may be darker; a gap would differ by 180."""


def wave(height: float, length: float, count: int = 400) -> Points:
    x = np.linspace(10.0, 290.0, count)
    return np.column_stack((x, 150.0 + height * np.sin(x / length)))


CURVES = {
    "gentle": wave(60.0, 40.0),
    "steep": wave(1200.0, 4.0),
    "corner": np.array(((10.0, 20.0), (150.0, 280.0), (290.0, 20.0))),
    "hook": np.array(((20.0, 20.0), (200.0, 150.0), (203.0, 151.0), (40.0, 280.0))),
    "line": np.array(((20.0, 30.0), (280.0, 260.0))),
    "steps": np.array(((20.0, 40.0), (120.0, 40.0), (120.0, 200.0), (260.0, 200.0))),
}


def picture(paint) -> NDArray[np.int64]:
    """What is painted, its colours as numbers."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4).astype(np.int64)


@pytest.mark.parametrize("width", [1.5, 3.0, 7.0])
@pytest.mark.parametrize("name", CURVES)
def test_taken_apart_it_looks_the_same(qapp, name, width):
    points, line = CURVES[name], pen("#4B5EF3", width)

    def at_once(painter: QPainter) -> None:
        painter.setPen(line)
        painter.drawPolyline(polygon(points))

    whole = picture(at_once)
    apart = picture(lambda painter: stroke_all(painter, (points,), line))
    assert (whole != 255).any()
    assert np.abs(apart - whole).max() <= SEEN


def test_short_segments_stay_together_and_polylines_apart():
    runs = (CURVES["gentle"], CURVES["gentle"] + (0.0, 50.0))
    found = ways(runs)
    assert not len(long_lines(found))
    for run, stretch in zip(runs, stretches(found), strict=True):
        assert np.array_equal(run, stretch)


def test_a_corner_of_long_segments_has_a_round_joint():
    found = ways((CURVES["corner"],))
    assert (found.length > LONG).all()
    assert len(long_lines(found)) == 2
    start, joint, end = stretches(found)
    assert np.array_equal(joint[1], CURVES["corner"][1])
    assert np.hypot(*(joint[1] - joint[0])) == pytest.approx(STUB)
    assert [len(part) for part in (start, joint, end)] == [2, 3, 2]


def test_a_zigzag_is_told_from_a_curve_each_for_itself():
    x = np.linspace(0.0, 300.0, 100)
    zigzag, wavy = 200.0 * (np.arange(100) % 2), 200.0 * np.sin(x / 20)
    runs = [np.column_stack((x, y)) for y in (zigzag, wavy)]
    all_of_them = [*runs, runs[0][:3], runs[0]]
    assert are_jagged(all_of_them, ways(all_of_them), 0.2) == [True, False, False, True]
