"""Random starts: in the domain, in view, the same for the same seed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.descent.start import random_start


@given(st.integers(0, 2**32), st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_starts_are_in_view_and_repeatable(seed, low, width):
    start = random_start(np.cos, low, low + width, seed)
    assert start is not None
    assert low <= start <= low + width
    assert start == random_start(np.cos, low, low + width, seed)


@given(st.integers(0, 10_000))
def test_starts_are_in_the_domain(seed):
    start = random_start(np.sqrt, -1000.0, 1.0, seed)
    assert start is not None
    assert start >= 0


def test_starts_are_spread_evenly():
    starts = [random_start(np.cos, -4.0, 4.0, seed) for seed in range(2000)]
    counts, _ = np.histogram(np.array(starts, dtype=float), bins=8, range=(-4, 4))
    assert counts.min() > 190
    assert counts.max() < 310


def test_starts_can_be_written_on_the_board():
    assert all(len(str(random_start(np.cos, -10.0, 10.0, seed))) <= 6 for seed in range(100))


@pytest.mark.parametrize("seed", range(5))
def test_nowhere_to_start(seed):
    assert random_start(lambda x: x * np.nan, 0.0, 1.0, seed) is None
