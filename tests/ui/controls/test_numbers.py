"""Numbers as people type them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.ui.controls.numbers import exact_text, read_number, stepped

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.25", 0.25),
        ("0,25", 0.25),
        (".5", 0.5),
        ("5.", 5.0),
        ("−3", -3.0),
        ("–3", -3.0),
        ("- 3", -3.0),
        ("+3", 3.0),
        ("1e-4", 1e-4),
        ("1E−4", 1e-4),
        ("1е-4", 1e-4),
        ("1.5·10⁻⁴", 1.5e-4),
        ("2*10^3", 2000.0),
        ("10^-3", 1e-3),
        ("-10⁻³", -1e-3),
        ("1/3", 1 / 3),
        ("-1/3", -1 / 3),
        ("½", 0.5),
        ("1 000", 1000.0),
        ("1\u00a0000", 1000.0),
        ("π", math.pi),
        ("-pi/2", -math.pi / 2),
        ("2π/3", 2 * math.pi / 3),
        ("  7  ", 7.0),
    ],
)
def test_numbers_as_people_write_them(text, expected):
    assert read_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "abc", "1,000.5", "1//2", "1/0", "1e", "--2", "1 00", "∞", "nan", "inf", "²"),
        *("1½", "1;2", "0x10", "1_000", "__import__('os')", "1e5π", "9" * 60 + "x"),
    ],
)
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match=r".*"):
        read_number(text)


def test_too_large_is_infinite():
    assert read_number("1e400") == math.inf
    assert read_number("-1e400") == -math.inf


@given(FINITE)
def test_the_exact_text_reads_back(value):
    assert read_number(exact_text(value)) == value


@given(FINITE.filter(lambda value: abs(value) < 1e15), st.integers(-3, 3), st.integers(0, 2))
def test_a_step_goes_the_way_of_its_sign(value, count, fineness):
    moved = stepped(value, count, fineness)
    assert (moved > value) == (count > 0)
    assert (moved < value) == (count < 0)


@given(st.floats(1e-12, 1e12), st.integers(1, 50))
def test_a_positive_number_stays_positive(value, count):
    assert stepped(value, -count, positive=True) > 0


def test_steps_are_decimal():
    assert stepped(0.1, 2) == 0.3
    assert stepped(10.0, -1) == 9.9
    assert stepped(9.9, 1) == 10.0
    assert stepped(0.0, -3) == -0.3
    assert stepped(5.0, 1, 0) == 6.0
    assert stepped(5.0, 1, 2) == 5.01
    assert stepped(0.1, -1, positive=True) == 0.099
