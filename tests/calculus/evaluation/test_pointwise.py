"""One point at a time gives the same numbers as an array, to the bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import Functions
from gdviz.calculus.evaluation.pointwise import Pointwise
from gdviz.calculus.evaluation.tape import record
from gdviz.calculus.expression import Call, Expression, Number, Power, Product, Sum, Symbol
from gdviz.calculus.functions import FUNCTIONS
from tests.strategies import expressions

COORDINATES = st.floats(-20, 20) | st.floats(allow_nan=False)
X, Y = Symbol("x"), Symbol("y")


def both_ways(
    bodies: list[Expression], points: list[list[float]]
) -> tuple[list[np.ndarray], list[np.ndarray]]:
    tape = record(bodies, ["x", "y"], {"a": 2.5})
    pointwise = Pointwise(tape)
    with np.errstate(all="ignore"):
        singly = [np.array(pointwise(*map(np.float64, point))) for point in points]
    together = np.array(Functions(tape)(*np.array(points).T))
    return singly, list(together.T)


@given(
    st.lists(expressions(["x", "y"], ["a"]), min_size=1, max_size=3),
    st.lists(st.lists(COORDINATES, min_size=2, max_size=2), min_size=1, max_size=20),
)
def test_points_and_arrays_agree_to_the_bit(bodies, points):
    for one, other in zip(*both_ways(bodies, points), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_agrees(name):
    argument = Sum((X, Number(0.25)))
    others = {"log": (argument, Y), "root": (argument, Y), "polygamma": (Number(2.0), argument)}
    body = Call(name, others.get(name, (argument,)))
    points = [[x, y] for x in np.linspace(-3, 3, 13).tolist() for y in (0.5, 2.0, 3.0)]
    for one, other in zip(*both_ways([body], points), strict=True):
        np.testing.assert_array_equal(one, other)


def test_results_that_are_inputs_or_constants():
    tape = record([X, Number(3.0), Product((X, Y)), Power(X, Y)], ["x", "y"], {})
    assert list(Pointwise(tape)(np.float64(2), np.float64(5))) == [2, 3, 10, 32]


def test_a_point_leaves_no_trace_in_the_next():
    pointwise = Pointwise(record([Call("ln", (X,))], ["x", "y"], {}))
    with np.errstate(all="ignore"):
        assert np.isnan(pointwise(np.float64(-1), np.float64(0))[0])
        assert pointwise(np.float64(1), np.float64(0))[0] == 0
