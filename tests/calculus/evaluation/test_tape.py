"""Tapes: few cells, in place where that is allowed, and little memory."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.tape import record
from gdviz.calculus.expression import Expression, distinct
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from tests.strategies import expressions

MILLION = 1_000_000
COLUMN = 8 * MILLION
"""Bytes of a column of numbers."""


def tape(*texts):
    return record([parse(text).body for text in texts], ["x"], {})


@pytest.mark.parametrize(
    ("text", "registers"),
    [
        ("x^2 + 12", 0),
        ("sin x", 0),
        ("(x^2 - 1)^2/4", 0),
        ("sqrt(x^2 + 1)", 0),
        ("x sin x", 0),
        ("(x^2 + 1)/(x - 3)", 2),
        ("sin x + cos x tg x", 2),
        ("ln cos^2(sin sqrt x)", 1),
    ],
)
def test_few_registers(text, registers):
    assert tape(text).registers <= registers


def test_the_cell_of_an_output_serves_as_a_register_before():
    both = tape("sin x + cos x", "e^x - 1/(x^2 + 2)")
    assert both.registers <= 1
    x = np.linspace(-3, 3, 100)
    results = [np.empty(100), np.empty(100)]
    both.run([x], results)
    np.testing.assert_allclose(results[0], np.sin(x) + np.cos(x))
    np.testing.assert_allclose(results[1], np.exp(x) - 1 / (x**2 + 2))


def test_our_own_kernels_never_write_over_what_they_read():
    for text in ("ctg(1/x) + sec x^2", "x^x/ln x", "cbrt(x)^(2/5) arth(1/x)/(x - 1)"):
        for kernel, (*operands, target) in tape(text).steps:
            assert isinstance(kernel, np.ufunc) or target not in operands


def test_the_same_result_twice_and_results_that_are_inputs():
    x = np.linspace(1, 2, 20)
    results = [np.empty(20) for _ in range(5)]
    tape("x^2 + 1", "x", "x^2 + 1", "7", "x^2").run([x], results)
    for result, wanted in zip(results, (x**2 + 1, x, x**2 + 1, 0 * x + 7, x**2), strict=True):
        np.testing.assert_array_equal(result, wanted)


def test_powers_of_two_divide_to_the_bit():
    x = np.array([5e-324, 1e-310, 0.1, 3.0, 1e308, np.inf, np.nan, -0.0])
    for divisor in (2, 4, 1024, 0.5, 0.125, 3, 10):
        halved = compile_function(parse(f"x/{divisor}").body, ["x"])(x)
        with np.errstate(over="ignore"):
            np.testing.assert_array_equal(halved, x / divisor)


@given(expressions(("x", "y"), (), tuple(FUNCTIONS)))
def test_cells_keep_what_is_needed(body: Expression):
    """All parts together, each in a cell of its own, are the same numbers as the whole alone."""
    parts = list(distinct(body))
    x, y = np.linspace(-2, 3, 10), np.linspace(0.5, 4, 10)
    alone, together = [np.empty(10)], [np.empty(10) for _ in parts]
    with np.errstate(all="ignore"):
        record([body], ["x", "y"], {}).run([x, y], alone)
        record(parts, ["x", "y"], {}).run([x, y], together)
    np.testing.assert_array_equal(alone[0], together[-1])


@pytest.mark.parametrize(
    "text",
    [
        "sin x",
        "ln cos^2(sin sqrt x)",
        "x^x + e^(-x^2) sin(x^3)/(1 + x^4)",
        "gamma(x) digamma(x)",
        "cbrt(x)^(2/5) + |x - 1|/(x + 1)",
        "σ(x) + softplus(x) - max(x, x^2)",
    ],
)
def test_memory_is_that_of_three_columns_at_most(text):
    """Besides the result; NumPy tells tracemalloc what it takes."""
    function = compile_function(parse(text).body, ["x"])
    x = np.linspace(0.1, 9.9, MILLION)
    tracemalloc.start()
    try:
        result = np.asarray(function(x))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.size == MILLION
    assert peak < 4 * COLUMN
