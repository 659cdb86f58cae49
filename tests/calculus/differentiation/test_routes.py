"""Several ways to one derivative: the same function, the same slope, another derivation."""

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.routes import AS_TYPED, LAWS, routes
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.sentences.derivations import ROUTES
from tests.calculus.numerics import noise
from tests.strategies import expressions

POINTS = np.array([-2.7, -1.3, -0.83, -0.41, 0.17, 0.37, 0.71, 1.23, 1.77, 2.41, 3.3])
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil"})


def ways(text):
    return {route.name: route for route in routes(parse(text).body, "x")}


@pytest.mark.parametrize(
    ("text", "name", "form", "rule"),
    [
        ("sigma(x)", "sigmoid-as-quotient", "1/(1 + e^(-x))", "reciprocal"),
        ("sigma(x)", "sigmoid-as-power", "(1 + e^(-x))^(-1)", "chain"),
        ("1/(1 + e^-x)", "quotient-as-power", "(1 + e^(-x))^(-1)", "chain"),
        ("1/x^3", "quotient-as-power", "x^(-3)", "power"),
        ("1/e^x", "quotient-as-power", "e^(-x)", "chain"),
        ("x^-3", "power-as-quotient", "1/x^3", "reciprocal"),
        ("sin x/x^2", "quotient-as-product", "sin(x)*x^(-2)", "product"),
        ("(x^2 - 1)/x", "fraction-split", "x^2/x - 1/x", "difference"),
        ("tg x", "tangent-as-quotient", "sin(x)/cos(x)", "quotient"),
        ("cth x", "tangent-as-quotient", "cosh(x)/sinh(x)", "quotient"),
        ("sec x", "secant-as-reciprocal", "1/cos(x)", "reciprocal"),
        ("sqrt(x^2 + 1)", "root-as-power", "(x^2 + 1)^(1/2)", "chain"),
        ("cbrt x", "root-as-power", "x^(1/3)", "power"),
        ("root(x, 5)", "root-as-power", "x^(1/5)", "power"),
        ("2^x", "power-of-e", "e^(x*ln(2))", "chain"),
        ("x^x", "power-of-e", "e^(x*ln(x))", "chain"),
        ("log_2 x", "logarithm-as-natural", "ln(x)/ln(2)", "constant-divisor"),
        ("ln(x sqrt x)", "logarithm-of-parts", "ln(x) + ln(x)/2", "sum"),
        ("ln((x + 1)/(x - 1))", "logarithm-of-parts", "ln(x + 1) - ln(x - 1)", "difference"),
        ("ln cos^2 x", "logarithm-of-parts", "2*ln(abs(cos(x)))", "constant-multiple"),
        ("sh x", "hyperbolic-by-exponentials", "(e^x - e^(-x))/2", "constant-divisor"),
        ("|x|", "size-as-root", "sqrt(x^2)", "chain"),
        ("softplus(x)", "softplus-as-logarithm", "ln(1 + e^x)", "chain"),
        ("sin^2 x", "square-as-product", "sin(x)*sin(x)", "product"),
        ("x^2 x^3", "tidied-first", "x^5", "power"),
    ],
)
def test_a_way(text, name, form, rule):
    route = ways(text)[name]
    assert (canonical(route.rewritten), route.step.rule) == (form, rule)
    assert route.step.before == route.rewritten


def test_the_first_way_is_as_typed():
    first, *others = routes(parse("tg x").body, "x")
    assert (first.name, first.rewritten) == (AS_TYPED, parse("tg x").body)
    assert others


def test_no_two_ways_are_the_same():
    forms = [route.rewritten for route in routes(parse("tg^2 sqrt x/x^2").body, "x")]
    assert len(set(forms)) == len(forms) > 4


def test_nothing_to_choose_where_nothing_varies():
    assert set(ways("√2·x")) == {AS_TYPED}


def test_monsters_are_derived_as_typed():
    assert set(ways("+".join(f"√(x+{n})" for n in range(45)))) == {AS_TYPED}


def test_each_way_has_a_title_and_each_law_is_told():
    assert {AS_TYPED, *LAWS} == ROUTES.keys()
    assert all(law.__doc__ for law in LAWS.values())


@given(expressions(("x",), ("a",), CONTINUOUS, max_leaves=6))
def test_all_ways_lead_to_one_slope(body):
    """Where both forms have a value, the values and the slopes are the same."""
    values = {"a": 1.7}
    first, *others = routes(body, "x")
    known = [first.rewritten, first.step.after, tidy(first.step.after)]
    for route in others:
        forms = [*known, route.rewritten, route.step.after]
        f, slope, _, g, other = np.array(compile_functions(forms, ["x"], values)(POINTS))
        doubt = np.sum([noise(form, ["x"], [POINTS], values) for form in forms], axis=0) * 1e3
        inside = np.isfinite(f) & np.isfinite(g) & np.isfinite(doubt)
        for one, two in ((f, g), (slope, other)):
            both = inside & np.isfinite(one) & np.isfinite(two)
            error = np.abs(one[both] - two[both])
            assert (error <= 1e-7 * np.abs(one[both]) + doubt[both]).all(), route.name
