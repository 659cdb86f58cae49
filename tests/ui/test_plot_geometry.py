"""What the plot computes without painting: pixels, views, snapping, dashes, room for labels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.plot.figures import within
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.room import Room
from gdviz.ui.plot.snapping import constrained, nudged, rounded
from gdviz.ui.plot.strokes import cut_in_dashes, visible_runs
from gdviz.ui.plot.viewing import boxed, brought_in, panned, zoomed

FRAME = Frame(Viewport(-4.0, 6.0, -3.0, 3.0), 1000.0, 600.0, 2.0)
inside_x, inside_y = st.floats(-4, 6), st.floats(-3, 3)


@given(inside_x, inside_y)
def test_pixels_and_back(x: float, y: float):
    point = FRAME.point(x, y)
    assert FRAME.x_at(point.x()) == pytest.approx(x, abs=1e-12)
    assert FRAME.y_at(point.y()) == pytest.approx(y, abs=1e-12)
    assert FRAME.points(np.array([[x, y]]))[0] == pytest.approx((point.x(), point.y()))


anywhere = st.floats(-1e12, 1e12)


@given(anywhere, anywhere, anywhere, anywhere)
def test_segments_are_cut_at_the_picture_s_edge(x: float, y: float, end_x: float, end_y: float):
    part = within(FRAME.rect, np.array((x, y)), np.array((end_x, end_y)))
    if part is not None:
        reach = 1e-6 * (1000 + max(map(abs, (x, y, end_x, end_y))))
        room = FRAME.rect.adjusted(-reach, -reach, reach, reach)
        assert all(room.contains(QPointF(*place)) for place in part)


def test_a_segment_without_length_is_none():
    point = np.array((10.0, 10.0))
    assert within(FRAME.rect, point, point) is None


def test_axes_out_of_the_picture_are_stood_for_by_the_nearest_edge():
    away = Frame(Viewport(2.0, 3.0, -5.0, -1.0), 100.0, 80.0)
    assert (away.ox, away.oy) == (0.0, 0.0)
    assert (FRAME.ox, FRAME.oy) == (300.0, 400.0)


@given(st.floats(0, 1000))
def test_crisp_lines_lie_in_the_middle_of_a_device_pixel(pixel: float):
    device = FRAME.crisp(pixel) * FRAME.ratio
    assert device - np.floor(device) == pytest.approx(0.5)
    assert abs(FRAME.crisp(pixel) - pixel) <= 0.5 / FRAME.ratio + 1e-9


@given(st.floats(0, 1000), st.floats(0, 600), st.floats(0.1, 10), st.floats(0.1, 10))
def test_zooming_keeps_the_point_under_the_hand(x: float, y: float, across: float, up: float):
    at = QPointF(x, y)
    after = Frame(zoomed(FRAME, at, across, up), 1000.0, 600.0)
    assert after.x_at(x) == pytest.approx(FRAME.x_at(x), abs=1e-9)
    assert after.y_at(y) == pytest.approx(FRAME.y_at(y), abs=1e-9)
    assert after.viewport.width == pytest.approx(10 * across)
    assert after.viewport.height == pytest.approx(6 * up)


def test_zooming_ends_where_numbers_can_no_longer_be_told_apart():
    near = Frame(Viewport(1.0, 1.0 + 1e-13, 0.0, 1.0), 100.0, 100.0)
    assert zoomed(near, QPointF(50, 50), 0.5, 1.0) == near.viewport
    far = Frame(Viewport(-1e12, 1e12, 0.0, 1.0), 100.0, 100.0)
    assert zoomed(far, QPointF(50, 50), 2.0, 1.0) == far.viewport


def test_panning_moves_the_plane_with_the_hand():
    assert panned(FRAME, QPointF(100, 50)) == Viewport(-5.0, 5.0, -2.5, 3.5)
    assert panned(FRAME, QPointF(100, 50), up=False) == Viewport(-5.0, 5.0, -3.0, 3.0)


def test_a_box_becomes_the_view():
    assert boxed(FRAME, QRectF(100, 100, 200, 100)) == Viewport(-3.0, -1.0, 1.0, 2.0)


def test_a_point_is_brought_into_view_with_room_beside_it():
    assert brought_in(FRAME.viewport, 0.0) == FRAME.viewport
    moved = brought_in(FRAME.viewport, 8.0)
    assert moved.width == pytest.approx(FRAME.viewport.width)
    assert moved.x0 < 8.0 < moved.x1 - 0.5


@pytest.mark.parametrize(
    ("x", "rests_at"),
    [(1.05, 1.0), (1.3, 1.3), (2.514, 2.5132), (1.2374, 1.24), (99.0, 6.0), (-99.0, -4.0)],
)
def test_a_dragged_point_rests_at_round_values_and_special_places(x: float, rests_at: float):
    assert constrained(x, FRAME, range(-4, 7), [2.5132]) == rests_at


def test_digits_that_no_screen_shows_are_left_out():
    assert rounded(1.23456789, 0.013) == 1.23
    assert rounded(12345.678, 30.0) == 12350.0


@pytest.mark.parametrize(
    ("x", "step", "ways", "there"),
    [
        (1.0, 0.1, 1, 1.1),
        (1.04, 0.1, 1, 1.1),
        (1.04, 0.1, -1, 1.0),
        (0.3, 0.1, -3, 0.0),
        (5.0, 2.0, 1, 6.0),
    ],
)
def test_keys_move_to_the_next_round_value(x: float, step: float, ways: int, there: float):
    assert nudged(x, step, ways) == there


def test_dashes_go_on_along_the_whole_line():
    points = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 20.0]])
    dashes = list(cut_in_dashes(points, (6.0, 4.0)))
    lengths = [np.hypot(*np.diff(dash, axis=0).T).sum() for dash in dashes]
    assert lengths == pytest.approx([6.0, 6.0, 6.0])
    assert [dash[0].tolist() for dash in dashes] == [[0, 0], [10, 0], [10, 10]]


def test_a_dash_bends_with_the_line():
    points = np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 9.0]])
    (first, *_) = cut_in_dashes(points, (6.0, 4.0))
    assert first.tolist() == [[0, 0], [3, 0], [3, 3]]


def test_only_what_is_seen_is_stroked():
    points = np.array([[0, 500], [10, 50], [20, 500], [30, 900], [40, 500], [50, 50]], dtype=float)
    runs = list(visible_runs([points], QRectF(0, 0, 100, 100), 5))
    assert [run[:, 0].tolist() for run in runs] == [[0, 10, 20], [40, 50]]


def test_pieces_stay_apart():
    pieces = [np.array([[0.0, 10.0], [10.0, 10.0]]), np.array([[12.0, 90.0]]), np.empty((0, 2))]
    pieces += [np.array([[20.0, 10.0], [30.0, 10.0], [30.0, 20.0]])]
    runs = list(visible_runs(pieces, QRectF(0, 0, 100, 100), 5))
    assert [run[:, 0].tolist() for run in runs] == [[0, 10], [20, 30, 30]]
    assert not list(visible_runs([], QRectF(0, 0, 100, 100), 5))


def test_labels_look_for_blanks():
    room = Room(200.0, 100.0)
    assert room.cost(QRectF(20, 20, 40, 10)) == 0.0
    room.take_line(np.array([[0.0, 0.0], [200.0, 100.0]]))
    assert room.cost(QRectF(40, 15, 20, 20)) > 0.0
    assert room.cost(QRectF(120, 10, 40, 20)) == 0.0
    assert room.cost(QRectF(190, 90, 40, 20)) > 1e5


def test_lines_noted_at_once_take_what_they_take_one_by_one():
    lines = [
        np.array(((5.0, 5.0), (150.0, 80.0), (30.0, 95.0))),
        np.array(((90.0, 9.0), (91.0, 50.0))),
    ]
    singly, at_once = Room(200.0, 100.0), Room(200.0, 100.0)
    for line in lines:
        singly.take_line(line)
    at_once.take_lines(lines)
    assert singly.taken.any()
    assert np.array_equal(singly.taken, at_once.taken)
