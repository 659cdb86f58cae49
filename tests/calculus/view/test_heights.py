"""Views as high as the curves in them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.view.heights import heights

X = np.linspace(-3.0, 3.0, 401)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_smooth_curves_are_shown_whole(middle: float, size: float):
    values = middle + size * np.sin(X)
    low, high = heights([values])
    assert low < values.min()
    assert values.max() < high
    assert high - low <= 3.0 * (values.max() - min(values.min(), 0.0)) + 3.0 * size


@given(st.floats(-1e9, 1e9))
def test_a_constant_has_a_view_with_ox_in_it(value: float):
    low, high = heights([np.full(401, value)])
    assert low < min(value, 0.0)
    assert max(value, 0.0) < high


def test_a_pole_is_not_shown_whole():
    with np.errstate(divide="ignore"):
        low, high = heights([-1.0 / X**2])
    assert low > -20.0
    assert high > 0.0


@pytest.mark.parametrize("nothing", [np.nan, np.inf, -np.inf, 1e300])
def test_what_cannot_be_shown_does_not_count(nothing: float):
    assert heights([np.full(401, nothing)]) == (-1.0, 1.0)
    assert heights([]) == (-1.0, 1.0)
    assert heights([np.sin(X), np.full(401, nothing)]) == heights([np.sin(X)])
