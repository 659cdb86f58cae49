"""Why an expression has no value at a point."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.domain import Domain, why_undefined
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import distinct
from gdviz.calculus.parser import parse
from gdviz.i18n import Translator
from gdviz.sentences import sentence
from tests.strategies import expressions


@pytest.mark.parametrize(
    ("text", "x", "code", "part"),
    [
        ("2 + 1/(x - 1)", 1, "division-by-zero", "1/(x - 1)"),
        ("x^-2", 0, "division-by-zero", "x^(-2)"),
        ("x^(1 - 1)", 0, "zero-to-zero", "x^(1 - 1)"),
        ("3 ln(x - 2)", 1, "logarithm", "ln(x - 2)"),
        ("lg x", 0, "logarithm", "log(10, x)"),
        ("log(x, 5)", 1, "log-base", "log(x, 5)"),
        ("sin sqrt(x)", -1, "even-root", "sqrt(x)"),
        ("root(x, 4)", -1, "even-root", "root(x, 4)"),
        ("root(x, 0)", 2, "root-degree", "root(x, 0)"),
        ("x^0.5", -4, "power-of-negative", "x^0.5"),
        ("x^x", -1, "variable-power", "x^x"),
        ("0^x", 1, "variable-power", "0^x"),
        ("arcsin x", 2, "arc-sine", "arcsin(x)"),
        ("arcsec x", 0.5, "arc-secant", "arcsec(x)"),
        ("arch x", 0, "area-cosine", "arcosh(x)"),
        ("arth x", 1, "area-tangent", "artanh(x)"),
        ("arcth x", 0.5, "area-cotangent", "arcoth(x)"),
        ("arsech x", 2, "area-secant", "arsech(x)"),
        ("arcsch x", 0, "division-by-zero", "arcsch(x)"),
        ("ctg x", 0, "pole", "cot(x)"),
        ("x! + 1", -2, "gamma-pole", "factorial(x)"),
        ("polygamma(1.5, x)", 2, "polygamma-order", "polygamma(1.5, x)"),
        ("e^x - e^x", 1000, "beyond-float64", "e^x - e^x"),
        ("sin(e^x)", 1000, "beyond-float64", "sin(e^x)"),
        ("0 e^x", 1000, "beyond-float64", "0*e^x"),
        ("e^x/e^x", 1000, "beyond-float64", "e^x/e^x"),
        ("ln(-e^x)", 1000, "logarithm", "ln(-e^x)"),
        ("ln x + 1/x", 0, "logarithm", "ln(x)"),
    ],
)
def test_the_part_and_the_reason(text, x, code, part):
    found = why_undefined(parse(text).body, {"x": x})
    assert found is not None
    assert (found.code, canonical(found.part)) == (code, part)


def test_the_culprit_is_named_in_words():
    found = why_undefined(parse("ln(x - 2)").body, {"x": 1})
    assert found is not None
    assert "−1" in sentence(Translator("en"), found.code, found.fields)
    assert "логарифм" in sentence(Translator("ru"), found.code, found.fields)


def test_parameters_and_several_variables():
    body = parse("sqrt(a x + y)").body
    assert why_undefined(body, {"x": 1, "y": 2}, {"a": -1}) is None
    found = why_undefined(body, {"x": 3, "y": 2}, {"a": -1})
    assert found is not None
    assert found.fields == {"value": "−1"}


@given(expressions(("x",)), st.sampled_from([-700.0, -2.0, -1.0, 0.0, 0.5, 1.0, 3.0, 800.0]))
def test_an_answer_exactly_where_there_is_no_value(body, x):
    value = compile_function(body, ["x"])(x)
    found = Domain(body, ["x"]).why_undefined(x)
    assert (found is not None) == bool(np.isnan(value))
    if found is not None:
        assert found.part in set(distinct(body))
        assert sentence(Translator("ru"), found.code, found.fields)
