"""The loss curve: its scale, its picture, and the hand on it."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gdviz.ui.panels.loss_curve import LossCurve
from gdviz.ui.panels.loss_picture import pieces
from gdviz.ui.panels.loss_scale import heights, limits, marks, round_values, thinned
from tests.ui import scenes

LEFT = Qt.MouseButton.LeftButton
ANY = arrays(np.float64, st.integers(1, 400), elements=st.floats(allow_nan=True))


@pytest.fixture
def curve(home, dressed, english):
    made = LossCurve(home)
    made.setGeometry(20, 20, 340, 180)
    made.retranslate(english)
    made.show_losses(scenes.LOSSES, 12)
    return dressed(made)


def heard(signal):
    got: list[int] = []
    signal.connect(got.append)
    return got


@given(ANY, st.booleans())
def test_limits_hold_every_height_that_can_be_shown(losses, logarithmic):
    shown = heights(losses, logarithmic=logarithmic)
    assert len(shown) == len(losses)
    assert not np.any(np.isinf(shown))
    span = limits(shown)
    finite = shown[np.isfinite(shown)]
    if span is None:
        assert not len(finite)
    else:
        assert span[0] <= finite.min()
        assert finite.max() <= span[1]
        assert span[0] < span[1]


def test_a_logarithm_shows_only_what_is_positive():
    shown = heights(np.array([100.0, 0.0, -5.0, 0.1, np.inf]), logarithmic=True)
    assert shown[0] == 2
    assert shown[3] == -1
    assert np.isnan(shown[[1, 2, 4]]).all()


@given(ANY, st.integers(1, 50))
def test_thinning_keeps_the_extremes(losses, columns):
    finite = heights(losses, logarithmic=False)
    steps, values = thinned(finite, columns)
    assert len(steps) == len(values) <= 2 * columns
    assert steps.max() < len(losses)
    if np.isfinite(finite).any():
        assert np.nanmin(values) == np.nanmin(finite)
        assert np.nanmax(values) == np.nanmax(finite)


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.integers(1, 8))
def test_round_values_are_inside_and_few(low, span, most):
    assume(span > 1e-6 * abs(low))
    values = round_values(low, low + span, most)
    assert len(values) <= most + 1
    assert all(low - 1e-6 * span <= value <= low + span * (1 + 1e-6) for value in values)


def test_round_values_of_nothing():
    assert round_values(1.0, 1.0, 3) == []
    assert round_values(0.0, np.inf, 3) == []


def test_pieces_part_where_nothing_can_be_shown():
    values = np.array([1.0, 2.0, np.nan, 3.0, np.nan])
    assert pieces(values) == [range(2), range(3, 4)]
    assert pieces(np.array([np.nan])) == []


def test_a_click_goes_to_the_step_under_it(curve):
    chosen = heard(curve.iterate_scrubbed)
    frame = curve._frame
    for step in (0, 25, 40):
        QTest.mouseClick(curve, LEFT, pos=QPoint(round(frame.x(float(step))), 60))
    assert chosen == [0, 25, 40]


def test_dragging_scrubs_and_stays_within(curve):
    chosen = heard(curve.iterate_scrubbed)
    QTest.mousePress(curve, LEFT, pos=QPoint(100, 60))
    curve.show_losses(scenes.LOSSES, chosen[-1])
    QTest.mouseMove(curve, QPoint(5000, 60))
    QTest.mouseRelease(curve, LEFT, pos=QPoint(5000, 60))
    assert chosen[-1] == 40


def test_a_move_without_a_button_does_nothing(curve):
    chosen = heard(curve.iterate_scrubbed)
    QTest.mouseMove(curve, QPoint(200, 60))
    assert chosen == []


def test_stepping_repaints_only_the_cursor(curve):
    curve.grab()
    before = curve._picture
    curve.show_losses(scenes.LOSSES, 13)
    curve.grab()
    assert curve._picture is before
    curve.show_losses(scenes.LOSSES.copy(), 13)
    curve.grab()
    assert curve._picture is not before


def test_linear_and_logarithmic_look_different(curve):
    linear = curve.grab().toImage()
    curve.show_log(True)
    assert curve.grab().toImage() != linear
    curve.show_log(False)
    assert curve.grab().toImage() == linear


@pytest.mark.parametrize("losses", [[], [-1.0, -2.0], [5.0], [np.inf, np.nan], [3.0] * 9])
@pytest.mark.parametrize("logarithmic", [True, False])
def test_whatever_the_losses_are_it_is_painted(curve, losses, logarithmic):
    curve.show_log(logarithmic)
    curve.show_losses(np.array(losses), 0)
    assert not curve.grab().isNull()


def test_it_tells_where_it_stands(curve, russian):
    assert curve.accessibleDescription() == "step 12: loss 12.12"
    curve.retranslate(russian)
    assert curve.accessibleDescription() == "шаг 12: потери 12.12"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (12.0, 37.0, ["20", "30"]),
        (0.99330, 0.99336, ["0.9933", "0.99335"]),
        (-0.967, -0.958, ["−0.965", "−0.96"]),
        (0.0, 3e17, ["0", "1·10¹⁷", "2·10¹⁷", "3·10¹⁷"]),
        (5.0, 5.0000004, ["5", "5.0000002", "5.0000004"]),
    ],
)
def test_marks_are_written_with_the_digits_that_tell_them_apart(low, high, expected):
    assert [text for _, text in marks(low, high, 3, logarithmic=False)] == expected
