"""Numbers with an exponent of their own: right where float64 is, and far beyond."""

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.scaled import scaled_values
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from tests.calculus.numerics import noise
from tests.strategies import expressions

POINTS = np.array([-2.7, -1.3, -0.41, 0.0, 0.17, 0.71, 1.0, 1.77, 3.3])
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil"})


@given(expressions(("x",), ("a",), CONTINUOUS, max_leaves=8))
def test_the_same_as_float64_where_that_is_enough(body):
    values = {"a": 1.7}
    plain = np.asarray(compile_function(body, ["x"], values)(POINTS))
    scaled = scaled_values(body, "x", POINTS, values)
    doubt = noise(body, ["x"], [POINTS], values)
    both = np.isfinite(plain) & np.isfinite(scaled) & np.isfinite(doubt)
    error = np.abs(plain[both] - scaled[both])
    assert (error <= 1e-9 * np.abs(plain[both]) + doubt[both]).all()
    assert np.isnan(scaled[np.isnan(plain) & np.isfinite(doubt)]).all()


@pytest.mark.parametrize(
    ("text", "x", "slope"),
    [
        ("1/(1 + e^(-10000x))", -0.05, 10000 * np.exp(-500)),
        ("1/(1 + e^(-10000x))", -1, 0),
        ("1/(1 + exp(-1000x))", -0.7, 1000 * np.exp(-700)),
        ("1/ch x", 705, -np.exp(np.log(2) - 705)),
        ("ln(e^(1000x) + 1)", 2, 1000),
        ("ln(e^(1000x) + 1)", -2, 0),
        ("sqrt(x^2 + 1)", 1e200, 1),
        ("x^2/(x^2 + 1)", 1e160, 0),
        ("cbrt(x^6 + 1)", -1e60, -2e60),
    ],
)
def test_far_beyond(text, x, slope):
    raw = raw_derivative(parse(text).body, "x")
    got = scaled_values(raw, "x", np.array([float(x)]))[0]
    assert got == pytest.approx(slope, rel=1e-9, abs=1e-12)


def test_undefined_stays_undefined():
    for text in ("1/x", "ln x", "x/|x|", "x^-2", "x^(1/2) + ln(-1)", "cbrt(x)/x"):
        assert np.isnan(scaled_values(parse(text).body, "x", np.array([0.0]))).all()


def test_no_points():
    assert scaled_values(parse("x").body, "x", np.empty(0)).shape == (0,)
