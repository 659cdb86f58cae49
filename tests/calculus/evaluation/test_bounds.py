"""Where a numerator is known to be finite at the zeros of its denominator."""

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.bounds import is_finite_at_zeros
from gdviz.calculus.expression import Quotient
from gdviz.calculus.parser import parse
from tests.strategies import expressions

POINTS = np.array([-1e300, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 1e160, 1e308, np.inf])


def is_known(text: str) -> bool:
    body = parse(text).body
    assert isinstance(body, Quotient)
    return is_finite_at_zeros(body.numerator, body.denominator, {"x": None, "a": 2.0}.get)


@pytest.mark.parametrize(
    "text",
    [
        "(x^2 + 1)/(x - 3)",
        "x/(x^2 - 5x + 6)",
        "sin x/x",
        "e^x/(x + 1)^2",
        "ln x/(x(x - 1))",
        "a x/(a x - 1)",
    ],
)
def test_what_is_known(text: str):
    assert is_known(text)


@pytest.mark.parametrize(
    "text", ["x/sin x", "x/(x^2 - x^2)", "(1/x)/x", "e^(e^x)/(x - 800)", "x!/(x - 1)", "x/ln x"]
)
def test_what_is_not(text: str):
    assert not is_known(text)


@given(expressions(("x",), (), ("sin", "exp", "sqrt", "ln"), max_leaves=8))
def test_a_quotient_is_undefined_wherever_its_denominator_is_computed_as_0(above):
    for below in ("x", "x - 3", "x^2 - 1", "(x - 2)^3"):
        denominator = parse(below).body
        columns = np.resize(POINTS, 5000)
        quotient = np.asarray(compile_function(Quotient(above, denominator), ["x"])(columns))
        zero = compile_function(denominator, ["x"])(columns) == 0
        assert np.isnan(quotient[zero]).all()
