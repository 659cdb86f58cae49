"""Numbers as people read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.numerals import as_written, equation, significant


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-0.1235, "−0.1235"),
        (1.23456, "1.235"),
        (12345.678, "12346"),
        (999499.4, "999499"),
        (999999.4, "1·10⁶"),
        (1e6, "1·10⁶"),
        (1.5e9, "1.5·10⁹"),
        (-1.5e-9, "−1.5·10⁻⁹"),
        (0.0001, "0.0001"),
        (0.00009999, "9.999·10⁻⁵"),
        (0.000099999, "0.0001"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (5e-324, "4.941·10⁻³²⁴"),
        (1.7976931348623157e308, "1.798·10³⁰⁸"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, ""),
    ],
)
def test_four_digits(value, text):
    assert significant(value) == text


@pytest.mark.parametrize(("digits", "text"), [(1, "3"), (2, "3.1"), (6, "3.14159")])
def test_other_numbers_of_digits(digits, text):
    assert significant(math.pi, digits) == text


def read(text: str) -> float:
    """The number that a person reads."""
    for place, digit in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹"):
        text = text.replace(digit, str(place))
    return float(text.replace("·10", "e").replace("⁻", "-").replace("−", "-"))


# Rounding up beyond the largest float64 is the reader's trouble, not the number's.
@given(st.floats(-1e307, 1e307), st.integers(1, 15))
def test_what_is_read_is_near_the_number(value, digits):
    written = significant(value, digits)
    assert read(written) == pytest.approx(value, rel=0.6 * 10.0 ** (1 - digits), abs=1e-323)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_signs_are_typographic(value):
    assert "-" not in significant(value)
    assert "e" not in significant(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "w = 0.3"),
        (1 / 3, "w ≈ 0.3333"),
        (-1.5e9, "w = −1.5·10⁹"),
        (12345.5, "w ≈ 12346"),
        (0.0, "w = 0"),
        (math.inf, "w = ∞"),
    ],
)
def test_equal_only_where_nothing_is_rounded(value, text):
    assert equation("w", value) == text


@given(st.floats(-1e307, 1e307), st.integers(1, 15))
def test_the_number_that_is_written(value, digits):
    assert as_written(value, digits) == pytest.approx(read(significant(value, digits)), rel=1e-14)
