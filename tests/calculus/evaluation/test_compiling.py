"""Trees as functions of float64 arrays."""

import tracemalloc
import warnings
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function, compile_functions
from gdviz.calculus.evaluation.tape import record
from gdviz.calculus.expression import Call, Number, Symbol
from gdviz.calculus.parser import parse
from gdviz.calculus.powers import typed_fraction
from tests.strategies import expressions

NAN, INF = float("nan"), float("inf")
POINTS = np.array([-700.3, -3.0, -1.0, -0.5, -0.0, 0.0, 1e-300, 0.3, 1.0, 2.0, 7.25, 1e200])


def bits(values):
    """The bits of the numbers; the sign of NaN says nothing."""
    return np.where(np.isnan(values), 0, values.view(np.int64))


def value(text, x, **parameters):
    formula = parse(text)
    return compile_function(formula.body, ["x"], parameters)(x)


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x/x", 0, NAN),
        ("1/x", 0, NAN),
        ("1/(1/x)", 0, NAN),
        ("arctg(1/x)", 0, NAN),
        ("e^(-1/x^2)", 0, NAN),
        ("0^0 + x", 1, NAN),
        ("x^0", 0, NAN),
        ("x^0", 5, 1),
        ("ln x", 0, NAN),
        ("lg x", 0, NAN),
        ("log_2 x", 0, NAN),
        ("log(1, x)", 3, NAN),
        ("(sqrt x)^2", -1, NAN),
        ("0 sqrt x", -1, NAN),
        ("ln cos^2(sin sqrt x)", -1, NAN),
        ("ctg x", 0, NAN),
        ("cosec x", 0, NAN),
        ("cth x", 0, NAN),
        ("arth x", 1, NAN),
        ("arcth x", -1, NAN),
        ("arsech x", 0, NAN),
        ("arcsch x", 0, NAN),
        ("arcsec x", 0.5, NAN),
        ("gamma(x)", -3, NAN),
        ("x!", -1, NAN),
        ("digamma(x)", 0, NAN),
        ("max(x, 1/0)", 2, NAN),
        ("2/0 + x", 1, NAN),
    ],
)
def test_undefined(text, x, expected):
    np.testing.assert_equal(float(value(text, x)), float(expected))


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("9^9^9 + x", 1, INF),
        ("-9^9^9 + x", 1, -INF),
        ("1/e^x", -800, INF),
        ("1/(x^2 + 1)", 1e200, 0),
        ("ln(e^x)", -800, -INF),
        ("x^-2", 1e-200, INF),
        ("e^x", 1000, INF),
        ("arctg(e^x)", 1000, np.pi / 2),
        ("sigma(x)", -1e6, 0),
        ("sigma(x)", 1e6, 1),
        ("softplus(x)", 800, 800),
        ("softplus(x)", -800, 0),
        ("e^x - e^x", 1000, NAN),
    ],
)
def test_overflow_goes_on(text, x, expected):
    np.testing.assert_equal(float(value(text, x)), float(expected))


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x^(1/3)", -8, -2),
        ("x^(2/6)", -8, -2),
        ("x^(2/3)", -8, 4),
        ("x^(4/3 - 1)", -8, -2),
        ("x^(-1/3)", -8, -0.5),
        ("x^(-1/3)", 0, NAN),
        ("x^(1/5)", -32, -2),
        ("x^(7/5)", -32, -128),
        ("x^(2/5)", -32, 4),
        ("x^0.2", -32, NAN),
        ("x^(1/2)", -4, NAN),
        ("x^0.5", 4, 2),
        ("x^-0.5", 4, 0.5),
        ("x^1.5", -1e300, NAN),
        ("x^2.5", -9e999, NAN),
        ("x^n", -2, -8),
        ("x^(1/n)", -8, -2),
        ("root(x, 3)", -8, -2),
        ("root(x, 4)", 16, 2),
        ("root(x, 4)", -16, NAN),
        ("root(x, 0)", 2, NAN),
        ("(-3)^x", 1, NAN),
        ("x^x", 0, NAN),
        ("x^x", -1, NAN),
        ("0^x", 2, NAN),
        ("1^x", NAN, NAN),
        ("x^0", NAN, NAN),
        ("2^x", 10, 1024),
        ("x^17", -2, -131072),
        ("x^-3", -2, -0.125),
        ("x^16", 2, 65536),
        ("cbrt x", -8, -2),
    ],
)
def test_powers(text, x, expected):
    got = float(value(text, x, n=3.0))
    assert got == pytest.approx(expected, rel=4e-16, nan_ok=True)


@pytest.mark.parametrize("n", range(-20, 21))
def test_integer_powers_of_two_are_exact(n):
    assert value(f"x^{n}", -2) == (-2.0) ** n


def test_logarithms_of_exact_powers_are_exact():
    assert [value("log(2, x)", 2.0**k) for k in range(-5, 60)] == list(range(-5, 60))
    assert [value("lg x", 10.0**k) for k in range(22)] == list(range(22))


def test_small_differences_keep_their_digits():
    assert value("(1 - cos x)/x^2", 1e-9) == pytest.approx(0.5, rel=1e-15)
    assert value("(e^x - 1)/x", 1e-12) == pytest.approx(1, rel=1e-11)
    assert value("1 - sigma(x)", 50) == pytest.approx(np.exp(-50), rel=1e-13)


def test_arccot_keeps_its_range():
    assert value("arcctg x", -1e300) == pytest.approx(np.pi)
    assert value("arcctg x", 1e300) == pytest.approx(1e-300)
    assert value("arcctg x", 0) == pytest.approx(np.pi / 2)


@given(expressions(("x",)))
def test_one_point_and_many_agree_to_the_bit(body):
    f = compile_function(body, ["x"])
    together = np.asarray(f(POINTS))
    alone = np.array([f(x) for x in POINTS])
    np.testing.assert_array_equal(bits(together), bits(alone))


@given(expressions(("x", "y")), st.integers(1, 30))
def test_where_a_point_stands_does_not_matter(body, shift):
    f = compile_function(body, ["x", "y"])
    x = np.linspace(-4, 4, 67)
    y = np.linspace(3, -2, 67)
    whole, part = np.asarray(f(x, y)), np.asarray(f(x[shift:], y[shift:]))
    np.testing.assert_array_equal(bits(whole[shift:]), bits(part))


def test_more_points_than_a_block():
    body = parse("sin(x)/(1 + x^2) + e^-x ln x").body
    f = compile_function(body, ["x"])
    block = record([body], ["x"], {}).block
    for size in (1, 3, block - 1, block, block + 1, 2 * block + 5):
        x = np.linspace(0.1, 5, size)
        together = np.asarray(f(x))
        np.testing.assert_array_equal(together[[0, -1]], [f(x[0]), f(x[-1])])
        assert together.shape == (size,)


LINES_WITH_POLES = [
    "1/x",
    "1/x^2",
    "5/(x^3-x)",
    "ln(x)",
    "lg(x)",
    "log2(x)",
    "ctg(x)",
    "csc(x)",
    "sec(x)",
    "csch(x)",
    "cth(x)",
    "x^-5",
    "x^-1.5",
    "x^1.5",
    "-2/(1/x)",
    "ln(1/x)",
    "x^x",
]


@pytest.mark.parametrize("line", LINES_WITH_POLES)
def test_where_many_points_have_a_few_poles(line):
    """Poles are found wherever they stand among many points; what only overflows is no pole."""
    f = compile_function(parse(line).body, ["x"])
    x = np.linspace(-9.3, 9.1, 20_011)
    x[[0, 1, 777, 9_999, -3, -1]] = [0.0, -0.0, 0.0, 0.0, -0.0, 0.0]
    x[[2, 778, -2]] = [5e-324, -5e-324, np.inf]
    one_by_one = np.array([f(point) for point in x])
    np.testing.assert_array_equal(bits(np.asarray(f(x))), bits(one_by_one))
    assert np.isnan(one_by_one[x == 0]).all() == (line not in ("sec(x)", "x^1.5"))


def test_shapes_broadcast():
    f = compile_function(parse("x y + 1").body, ["x", "y"])
    x, y = np.arange(3.0), np.arange(4.0)[:, None]
    assert f(x, y).shape == (4, 3)
    np.testing.assert_array_equal(f(x, y), x * y + 1)
    assert f(np.empty((0, 3)), 1.0).shape == (0, 3)
    assert isinstance(f(2, 3), np.float64)
    np.testing.assert_array_equal(f(x[::-1], 2), 2 * x[::-1] + 1)


def test_wrong_number_of_columns():
    with pytest.raises(TypeError, match="2 columns"):
        compile_function(parse("x y").body, ["x", "y"])(1.0)


def test_a_constant_fills_the_shape():
    assert compile_function(parse("2 + 3").body, ["x"])(np.zeros((2, 2))).tolist() == [[5, 5]] * 2


def test_several_bodies_together():
    bodies = [parse(text).body for text in ("x", "sin x", "sin(x)^2", "sin x", "7")]
    results = compile_functions(bodies, ["x"])(np.array([0.5, 1.0]))
    sine = np.sin([0.5, 1.0])
    for got, wanted in zip(results, ([0.5, 1], sine, sine * sine, sine, [7, 7]), strict=True):
        np.testing.assert_array_equal(got, wanted)


def test_a_parameter_that_is_not_given_is_one():
    assert value("a x", 5) == 5
    assert value("a x", 5, a=3.0) == 15


def test_common_parts_are_computed_once():
    body = parse("sin(x)^2 + sin(x)^3 + sin x").body
    kernels = [kernel for kernel, _ in record([body], ["x"], {}).steps]
    assert kernels.count(np.sin) == 1
    assert kernels.count(np.square) == kernels.count(np.multiply) == 1


def test_registers_are_used_again():
    body = parse("+".join(f"sin({n}x)" for n in range(1, 40))).body
    assert record([body], ["x"], {}).registers <= 3


def test_a_million_points_need_hardly_more_than_their_values():
    f = compile_function(parse("(sin x + cos x)(e^x - x^3)/(1 + x^2) + ln(x + 2)").body, ["x"])
    x = np.linspace(0, 1, 10**6)
    tracemalloc.start()
    f(x)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.5 * x.nbytes


@given(expressions(("x",)))
def test_never_warns(body):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile_function(body, ["x"])(POINTS)


def test_typed_fractions():
    assert typed_fraction(parse("4/3 - 1").body) == Fraction(1, 3)
    assert typed_fraction(parse("-2*(1/6)").body) == Fraction(-1, 3)
    assert typed_fraction(parse("n/3").body, {"n": 2.0}) == Fraction(2, 3)
    for text in ("0.5", "x/3", "sqrt 4", "1/0", "2^9^9"):
        assert typed_fraction(parse(text).body) is None


def test_polygamma_of_a_strange_order_is_undefined():
    for order in (Symbol("x"), Number(1.5), Number(1e300)):
        assert np.isnan(compile_function(Call("polygamma", (order, Symbol("x"))), ["x"])(2.0))
