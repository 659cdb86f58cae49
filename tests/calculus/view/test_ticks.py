"""Marks of an axis: where they are, and that their numbers can be told apart."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.view.ticks import Ticks, Unit, ticks


def value_of(label: str) -> float:
    """A label read back as a number."""
    text = label.replace("−", "-").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    mantissa, _, power = text.partition("·10")
    return float(mantissa) * 10.0 ** (int(power) if power else 0)


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (-2, 2, ("−2", "−1", "0", "1", "2")),
        (0, 1, ("0", "0.2", "0.4", "0.6", "0.8", "1.0")),
        (0, 30, ("0", "5", "10", "15", "20", "25", "30")),
        (-1e6, 1e6, ("−1.0·10⁶", "−0.5·10⁶", "0", "0.5·10⁶", "1.0·10⁶")),
        (0, 4e-6, ("0", "1·10⁻⁶", "2·10⁻⁶", "3·10⁻⁶", "4·10⁻⁶")),
    ],
)
def test_labels_are_round_and_alike(low: float, high: float, labels: tuple[str, ...]):
    assert ticks(low, high, 600, 90).labels == labels


def test_minor_marks_divide_the_way_between_major_ones():
    found = ticks(0, 10, 1000, 150)
    assert found.major == pytest.approx([0, 2, 4, 6, 8, 10])
    assert found.minor == pytest.approx([0.5 * k for k in range(21) if k % 4])


def test_numbers_too_long_to_be_told_apart_are_added_to_a_common_one():
    found = ticks(1e6, 1e6 + 1e-3, 600, 90)
    assert found.offset == "1000000"
    assert found.labels[:3] == ("0", "+0.0002", "+0.0004")
    assert len(set(found.labels)) == len(found.labels)


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (-7, 7, ("−2π", "−π", "0", "π", "2π")),
        (0, 3.2, ("0", "π/4", "π/2", "3π/4", "π")),
        (-0.6, 0.6, ("−π/6", "−π/12", "0", "π/12", "π/6")),
        (-70, 70, ("−20π", "−10π", "0", "10π", "20π")),
    ],
)
def test_parts_and_multiples_of_pi(low: float, high: float, labels: tuple[str, ...]):
    assert ticks(low, high, 600, 110, Unit.PI).labels == labels


def test_where_pi_is_too_coarse_decimals_serve():
    assert "π" not in "".join(ticks(0, 0.01, 600, 90, Unit.PI).labels)


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 1), (0, math.inf), (math.nan, 1)])
def test_an_axis_without_length_has_no_marks(low: float, high: float):
    assert ticks(low, high, 600, 90).labels == ()


@given(st.floats(-1e12, 1e12), st.floats(1e-9, 1e12), st.floats(100, 4000), st.floats(20, 200))
def test_marks_keep_their_distance_and_labels_say_where_they_are(
    low: float, width: float, pixels: float, spacing: float
):
    high = low + width
    found = ticks(low, high, pixels, spacing)
    if not width > 1e-9 * abs(low):
        return
    step = _even_step(found)
    assert step is None or step * pixels / (high - low) >= spacing * 0.999
    offset = value_of(found.offset) if found.offset else 0.0
    read = np.array([offset + value_of(label.lstrip("+")) for label in found.labels])
    assert read == pytest.approx(found.major, rel=1e-9, abs=1e-6 * (step or 1.0))
    assert len(set(found.labels)) == len(found.labels)
    for marks in (found.major, found.minor):
        slack = 1e-6 * width
        assert ((marks >= low - slack) & (marks <= high + slack)).all()


def _even_step(found: Ticks) -> float | None:
    if len(found.major) < 2:
        return None
    steps = np.diff(found.major)
    assert steps == pytest.approx(steps[0], rel=1e-3)
    return float(steps[0])
