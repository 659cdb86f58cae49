"""Where values stand on sliders."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.ui.controls.scales import LinearScale, LogScale

RATES = LogScale(1e-3, 10.0)
FIVE = LinearScale(-5.0, 5.0)
SHARE = st.floats(0, 1)


@pytest.mark.parametrize("scale", [RATES, FIVE])
def test_ends(scale):
    assert scale.value(0.0) == scale.low
    assert scale.value(1.0) == scale.high
    assert scale.fraction(scale.low) == 0.0
    assert scale.fraction(scale.high) == 1.0


@pytest.mark.parametrize("scale", [RATES, FIVE])
def test_values_outside_stand_at_the_ends(scale):
    assert scale.fraction(scale.high * 7) == 1.0
    assert scale.fraction(-1e300) == 0.0


def test_nothing_is_on_a_logarithmic_scale_that_is_not_positive():
    assert RATES.fraction(0.0) == 0.0
    assert RATES.fraction(math.nan) == 0.0


@given(SHARE)
def test_rates_are_rounded_to_two_digits(share):
    rate = RATES.value(share)
    assert rate == float(f"{rate:.1e}")
    assert abs(RATES.fraction(rate) - share) < 0.02


@given(SHARE)
def test_values_are_rounded_to_hundredths_of_the_range(share):
    value = FIVE.value(share)
    assert value == round(value, 1)
    assert abs(FIVE.fraction(value) - share) <= 0.005 + 1e-9


@given(SHARE)
def test_a_step_counts_from_the_lower_end(share):
    scale = LinearScale(-1.0, 1.0, 0.3)
    value = scale.value(share)
    assert value in (-1.0, -0.7, -0.4, -0.1, 0.2, 0.5, 0.8, 1.0)
    assert abs(scale.fraction(value) - share) <= 0.1 + 1e-9


def test_a_step_that_fits_the_range():
    assert FIVE.natural_step == 0.1
    assert LinearScale(0.0, 1000.0).natural_step == 10.0
    assert LinearScale(0.0, 1.0, 0.25).natural_step == 0.25


def test_a_range_of_one_value():
    scale = LinearScale(2.0, 2.0)
    assert scale.fraction(2.0) == 0.0
    assert scale.value(0.5) == 2.0
