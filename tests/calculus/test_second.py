"""f″: by rules against 40-digit differences, and where formulas fail."""

import json
from math import isnan
from pathlib import Path

import mpmath
import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.canonical import canonical
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from tests.calculus.forty_digits import slope
from tests.strategies import expressions

DATA = Path(__file__).parents[1] / "data"
COLLECTED = json.loads((DATA / "derivatives.json").read_text(encoding="utf-8"))["cases"]
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil", "polygamma"})


def differentiable(text, **parameters):
    return Differentiable(parse(text).body, "x", parameters)


@pytest.mark.parametrize("case", COLLECTED, ids=[case["expr"] for case in COLLECTED])
def test_against_differences_in_40_digits(case):
    function = differentiable(case["expr"])
    points = np.array([x for x, *_ in case["values"]])
    measured = [float(slope(function.body, "x", {"x": x}, 2)) for x in points]
    assert np.isfinite(measured).all()
    largest = max(1.0, *(abs(value) for place in case["values"] for value in place))
    scale = 1e-10 * largest
    np.testing.assert_allclose(function.second(points), measured, rtol=1e-10, atol=scale)
    tidy = compile_function(function.second_derivative, ["x"])(points)
    np.testing.assert_allclose(tidy, measured, rtol=1e-10, atol=scale)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("x^3", "6*x"),
        ("sin x", "-sin(x)"),
        ("tg x", "2*sin(x)/cos(x)^3"),
        ("ln x", "-1/x^2"),
        ("e^(-x^2/2)", "e^(-x^2/2)*(x^2 - 1)"),
        ("1/(1 + x^2)", "2*(3*x^2 - 1)/(1 + x^2)^3"),
        ("sigma(x)", "sigmoid(x)*(1 - sigmoid(x))*(1 - 2*sigmoid(x))"),
        ("x ln x", "1/x"),
        ("x e^x", "e^x*(x + 2)"),
        ("sqrt(x^2 + 1)", "1/((x^2 + 1)*sqrt(x^2 + 1))"),
        ("x^4/4 - x^2/2", "3*x^2 - 1"),
        ("5x + 2", "0"),
    ],
)
def test_the_tidy_second_derivative(text, second):
    assert canonical(differentiable(text).second_derivative) == second


@pytest.mark.parametrize(
    ("text", "x", "second"),
    [
        ("x^3 sign(x)", 0, 0),
        ("x^2 |x|", 0, 0),
        ("max(x^3, 0)", 0, 0),
        ("sqrt(x^6)", 0, 0),
        ("cbrt(x)^6", 0, 2),
        ("x^2", 0, 2),
        ("|x|", 1, 0),
        ("floor x", 2.5, 0),
        ("ln x", 0.5, -4),
    ],
)
def test_although_formulas_fail(text, x, second):
    assert differentiable(text).second(x) == pytest.approx(second, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("|x|", 0),
        ("x|x|", 0),
        ("relu(x)^2", 0),
        ("cbrt(x) sin x", 0),
        ("x^(4/3)", 0),
        ("cbrt x", 0),
        ("floor x", 2),
        ("ln x", -1),
        ("1/x", 0),
        ("sin x/x", 0),
        ("sqrt x", 0),
    ],
)
def test_where_there_is_none(text, x):
    assert isnan(differentiable(text).second(x))


def test_arrays():
    function = differentiable("x^2|x| + ln(x + 2)")
    x = np.array([[-3.0, -1.0], [0.0, 1.0]])
    second = np.asarray(function.second(x))
    assert second.shape == x.shape
    np.testing.assert_allclose(second, [[np.nan, 5], [-0.25, 6 - 1 / 9]])
    assert isinstance(function.second(1.0), np.float64)
    assert function.second(np.empty(0)).shape == (0,)
    assert differentiable("a x^2", a=3.0).second(1.0) == 6


@given(expressions(("x",), (), CONTINUOUS, max_leaves=5))
def test_any_function_against_differences(body):
    points = np.array([-1.87, 0.37, 0.71, 2.41])
    function = Differentiable(body, "x")
    for x, found in zip(points, np.asarray(function.second(points)), strict=True):
        with mpmath.mp.workdps(30):
            measured = float(slope(body, "x", {"x": float(x)}, 2))
        if np.isfinite(found) and np.isfinite(measured):
            assert abs(found - measured) <= 1e-6 * (
                1 + abs(measured) + abs(float(function.value(x)))
            )
