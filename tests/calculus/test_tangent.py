"""f at a point: value, slope, one-sided slopes, and why there is no tangent."""

import json
from functools import partial
from math import inf, isnan, pi
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable, angle_degrees, secant
from gdviz.i18n import Translator
from gdviz.sentences import sentence
from gdviz.sentences.slope import SENTENCES
from tests.effort import lines_run
from tests.strategies import expressions

DATA = Path(__file__).parent.parent / "data"
PLOTS = json.loads((DATA / "plots.json").read_text(encoding="utf-8"))["cases"]
PLACES = st.sampled_from([-3.0, -1.0, -0.0, 0.0, 0.5, 1.0, 2.0, pi, 40.0, 800.0])


def differentiable(text, **parameters):
    return Differentiable(parse(text).body, "x", parameters)


@pytest.mark.parametrize(
    ("text", "x", "slope"),
    [(case["input"], *entry) for case in PLOTS for entry in case.get("derivative_at", [])],
)
def test_derivatives_at_the_places_that_break_plotters(text, x, slope):
    expected = {"inf": inf, "-inf": -inf}.get(slope, slope)
    assert differentiable(text).at(x).derivative == expected


@pytest.mark.parametrize(
    ("text", "x", "problem", "left", "right"),
    [
        ("|x|", 0, "corner", -1, 1),
        ("|sin x|", pi, "corner", -1, 1),
        ("|sin x|", -3 * pi, "corner", -1, 1),
        ("relu x", 0, "corner", 0, 1),
        ("max(x, x^2)", 1, "corner", 1, 2),
        ("(x^2)^0.5", 0, "corner", -1, 1),
        ("max(0, cbrt x)", 0, "corner", 0, inf),
        ("x^(2/3)", 0, "cusp", -inf, inf),
        ("-sqrt|x|", 0, "cusp", inf, -inf),
        ("cbrt x", 0, "vertical-tangent", inf, inf),
        ("cbrt(sin x)", pi, "vertical-tangent", -inf, -inf),
        ("sqrt x", 0, "edge-of-domain", None, inf),
        ("ln cos^2(sin sqrt x)", 0, "edge-of-domain", None, -1),
        ("arcsin x", 1, "edge-of-domain", inf, None),
        ("sqrt(-x^2)", 0, "isolated-point", None, None),
        ("floor x", 2, "jump", None, 0),
        ("sign x", 0, "jump", None, None),
        ("x + 0.02 sign(x - 1)", 1, "jump", None, None),
        ("sin x/x", 0, "hole", None, None),
        ("(x^2 - 1)/(x - 1)", 1, "hole", None, None),
        ("|x|/x x", 0, "hole", None, None),
        ("x sin(1/x)", 0, "hole", None, None),
        ("1/x", 0, "outside-domain", None, None),
        ("e^(1/x)", 0, "outside-domain", None, None),
        ("arctg(1/x)", 0, "outside-domain", None, None),
        ("ln x", -1, "outside-domain", None, None),
        ("x^x", 0, "outside-domain", None, None),
        ("e^e^x", 8, "beyond-float64", None, None),
        ("e^x - e^x", 1000, "beyond-float64", None, None),
    ],
)
def test_why_there_is_no_tangent(text, x, problem, left, right):
    local = differentiable(text).at(x)
    assert (local.problem, local.slope) == (problem, None)
    assert local.left_slope == pytest.approx(left)
    assert local.right_slope == pytest.approx(right)


@pytest.mark.parametrize(
    ("text", "x", "slope"),
    [
        ("cbrt(x) sin x", 0, 0),
        ("x|x|", 0, 0),
        ("relu(x)^2", 0, 0),
        ("sqrt(x^4)", 0, 0),
        ("(x - 1)^2 sign(x - 1)", 1, 0),
        ("max(x, x)", 3, 1),
        ("min(x, sin x)", 0, 1),
        ("floor x", 2.5, 0),
        ("1/(1 + e^(-10000x))", -1, 0),
        ("1/(1 + e^(-10000x))", 0, 2500),
        ("1/ch x", 800, 0),
        ("tg x^2", 1.2, 141.09062274550433),
    ],
)
def test_a_tangent_although_formulas_fail(text, x, slope):
    function = differentiable(text)
    local = function.at(x)
    assert local.problem is None
    assert local.slope == pytest.approx(slope, abs=1e-300)
    assert local.left_slope == local.right_slope == local.slope
    assert function.slope(x) == local.slope


@pytest.mark.parametrize("name", ["ru", "en"])
def test_every_problem_has_a_sentence(name):
    tr = Translator(name)
    for text, x in [("|x|", 0), ("sqrt x", 0), ("sin x/x", 0), ("1/x", 0), ("floor x", 1)]:
        local = differentiable(text).at(x)
        assert local.problem in SENTENCES
        said = sentence(tr, local.problem, local.fields)
        assert "{" not in said
        assert said.endswith(".")


def test_the_sentence_of_a_corner_has_both_slopes():
    local = differentiable("|x|").at(0)
    said = sentence(Translator("ru"), "corner", local.fields)
    assert said.startswith("Угловая точка")
    assert "−1" in said


@pytest.mark.parametrize(
    ("text", "x", "limit"), [("sin x/x", 0, 1), ("(x^2 - 1)/(x - 1)", 1, 2), ("x sin(1/x)", 0, 0)]
)
def test_the_limit_at_a_hole(text, x, limit):
    assert differentiable(text).at(x).limit == pytest.approx(limit)


def test_slopes_as_arrays():
    function = differentiable("|x| + floor(x)/10 + sqrt x")
    x = np.array([[-1.0, 0.0, 0.5], [1.0, 2.25, 3.0]])
    slope = np.asarray(function.slope(x))
    assert slope.shape == x.shape
    assert [isnan(value) for value in slope.flat] == [True, True, False, True, False, True]
    assert slope[1, 1] == pytest.approx(1 + 1 / 3)
    assert isinstance(function.slope(0.5), np.float64)
    assert function.slope(np.empty(0)).shape == (0,)


def test_no_slope_where_f_has_no_value():
    assert np.isnan(differentiable("ln x").slope(-1))
    assert np.isnan(differentiable("x/x").slope(0))
    assert np.isnan(differentiable("artanh x").slope(3))


@given(expressions(("x",), ("a",), max_leaves=8), PLACES)
def test_any_function_at_any_place(body, x):
    function = Differentiable(body, "x", {"a": 1.7})
    local = function.at(x)
    value = float(function.value(x))
    assert local.value == (None if isnan(value) else value)
    assert (local.slope is None) == (local.problem is not None)
    if local.problem is None:
        assert local.slope == local.derivative
        assert local.slope is not None
        assert np.isfinite(local.slope)
    else:
        assert sentence(Translator("ru"), local.problem, local.fields)


@given(expressions(("x",), max_leaves=8))
def test_a_point_and_an_array_have_the_same_slope(body):
    function = Differentiable(body, "x")
    x = np.array([-1.3, 0.0, 0.5, 2.0, 3.1])
    together = np.asarray(function.slope(x))
    alone = np.array([function.slope(point) for point in x])
    np.testing.assert_array_equal(together, alone)


def test_the_derivative_is_tidy():
    assert canonical(differentiable("tg x^2").derivative) == "2*x/cos(x^2)^2"


def test_parameters():
    function = differentiable("a x^2 + b", a=3.0)
    assert (function.value(2.0), function.slope(2.0)) == (13, 12)


@pytest.mark.parametrize(
    ("slope", "angle"), [(0, 0), (1, 45), (-1, -45), (inf, 90), (-inf, 90), (3**0.5, 60)]
)
def test_angles(slope, angle):
    assert angle_degrees(slope) == pytest.approx(angle)


def test_secants():
    function = differentiable("x^2")
    line = secant(function, 3.0, 0.5)
    assert (line.value, line.rise, line.quotient) == (9, 3.25, 6.5)
    assert secant(function, 3.0, -0.5).quotient == 5.5
    assert isnan(secant(differentiable("ln x"), 1.0, -2.0).quotient)


def test_a_secant_knows_what_rounding_left_of_its_step():
    function = differentiable("x^2")
    assert secant(function, 1.0, 1e-16).step == 0
    assert isnan(secant(function, 1.0, 1e-16).quotient)
    assert secant(function, 1.0, 3e-16).step == 2 * np.finfo(float).eps / 2


def test_an_ordinary_point_is_quick():
    function = differentiable("ln cos^2(sin sqrt x)")
    function.at(1.0)
    for x in (0.5, 0.77, 1.3, 2.0):
        assert lines_run(partial(function.at, x)) < 1000


@pytest.mark.parametrize(("text", "x0"), [("tan(x)", pi / 2), ("1/sin(x)", pi)])
def test_at_a_pole_to_within_rounding_there_is_no_tangent(text, x0):
    local = Differentiable(parse(text).body, "x").at(x0)
    assert (local.slope, local.problem) == (None, "near-pole")


@pytest.mark.parametrize(("text", "x0"), [("tan(x)", 1.57), ("sin(x)", pi), ("e^x", 700.0)])
def test_steep_is_not_a_pole(text, x0):
    assert Differentiable(parse(text).body, "x").at(x0).problem is None
