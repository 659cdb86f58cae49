"""Γ, ψ and the functions that must not overflow, against values from other sources."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import special

EULER = 0.5772156649015329
# Digits from tables: DLMF 5.4 and 25.6 (ζ values give ψ⁽ⁿ⁾ at 1 and ½).
ZETA = {2: math.pi**2 / 6, 3: 1.2020569031595942, 4: math.pi**4 / 90, 5: 1.0369277551433699}


def at(function, *points):
    x = np.array(points, dtype=np.float64)
    out = np.empty_like(x)
    with np.errstate(all="ignore"):
        function(x, out)
    return out


def polygamma(n, *points):
    return at(lambda x, out: special.polygamma(x, n, out), *points)


def test_gamma_of_whole_numbers_is_exact():
    got = at(special.gamma, *range(1, 24))
    assert got.tolist() == [float(math.factorial(n - 1)) for n in range(1, 24)]


@given(st.floats(-20, 170).filter(lambda x: abs(x) > 1e-300 and (x > 0 or x != round(x))))
def test_gamma_as_the_c_library_has_it(x):
    assert at(special.gamma, x)[0] == pytest.approx(math.gamma(x), rel=1e-13)


def test_gamma_at_its_ends():
    assert at(special.gamma, 172.0)[0] == math.inf
    assert at(special.gamma, 171.0)[0] == float(math.factorial(170))
    assert at(special.gamma, -182.5)[0] == 0
    assert np.isnan(at(special.gamma, 0.0, -1.0, -30.0, math.nan)).all()
    assert at(special.gamma, 0.5)[0] == pytest.approx(math.sqrt(math.pi), rel=1e-14)


def test_digamma_of_known_arguments():
    assert at(special.digamma, 1.0)[0] == pytest.approx(-EULER, rel=1e-14)
    assert at(special.digamma, 0.5)[0] == pytest.approx(-EULER - 2 * math.log(2), rel=1e-14)
    assert at(special.digamma, -0.5)[0] == pytest.approx(2 - EULER - 2 * math.log(2), rel=1e-13)
    assert np.isnan(at(special.digamma, 0.0, -7.0)).all()


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_polygamma_by_zeta(n):
    sign = (-1) ** (n + 1)
    expected = sign * math.factorial(n) * ZETA[n + 1]
    assert polygamma(n, 1.0)[0] == pytest.approx(expected, rel=1e-14)
    assert polygamma(n, 0.5)[0] == pytest.approx((2 ** (n + 1) - 1) * expected, rel=1e-14)


@given(st.floats(-15, 40).filter(lambda x: abs(x - round(x)) > 1e-3), st.integers(0, 4))
def test_the_recurrence_of_polygamma(x, n):
    """ψ⁽ⁿ⁾(x + 1) = ψ⁽ⁿ⁾(x) + (−1)ⁿ n!/xⁿ⁺¹"""
    step = (-1) ** n * math.factorial(n) / x ** (n + 1)
    low, high = polygamma(n, x, x + 1)
    assert high - low == pytest.approx(step, rel=1e-6, abs=1e-6 * max(1, abs(low)))


@given(st.floats(-1e308, 1e308))
def test_sigmoid_and_softplus_do_not_overflow(u):
    (sigma,), (soft,) = at(special.sigmoid, u), at(special.softplus, u)
    assert 0 <= sigma <= 1
    assert max(u, 0) <= soft <= max(u, 0) + math.log(2)


@given(st.floats(-30, 30))
def test_sigmoid_and_softplus_by_their_definitions(u):
    assert at(special.sigmoid, u)[0] == pytest.approx(1 / (1 + math.exp(-u)), rel=1e-14)
    assert at(special.softplus, u)[0] == pytest.approx(math.log1p(math.exp(u)), rel=1e-13)
