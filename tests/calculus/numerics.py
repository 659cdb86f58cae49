"""Measuring by numbers, for tests that must not trust the rules they test."""

from collections.abc import Mapping, Sequence

import numpy as np

from gdviz.calculus.evaluation import Function, compile_function, compile_functions
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import Expression, distinct

STEP = 1e-4


def difference_quotient(
    body: Expression, variable: str, points: Array, values: Mapping[str, float]
) -> Array:
    """f′ by Richardson's extrapolation of central differences; NaN where two steps disagree."""
    f = compile_function(body, [variable], values)
    size = STEP * np.maximum(1, np.abs(points))
    with np.errstate(all="ignore"):
        coarse = _richardson(f, points, size)
        fine = _richardson(f, points, size / 2)
        steady = np.abs(coarse - fine) <= 1e-6 * (np.abs(fine) + 1e-3)
        quiet = np.abs(f(points)) < 1e8
        steady_quotient: Array = np.where(steady & quiet, fine, np.nan)
        return steady_quotient


def _richardson(f: Function, points: Array, size: Array) -> Array:
    wide, narrow = ((f(points + h) - f(points - h)) / (2 * h) for h in (size, size / 2))
    extrapolated: Array = np.asarray(4 * narrow - wide) / 3
    return extrapolated


def noise(
    body: Expression,
    variables: Sequence[str],
    columns: Sequence[Array],
    values: Mapping[str, float],
) -> Array:
    """A bound of what rounding may do to f: 1e-10 of the largest part of it."""
    parts = compile_functions(list(distinct(body)), variables, values)(*columns)
    sizes = np.abs(np.array(parts))
    largest: Array = np.max(np.where(np.isfinite(sizes), sizes, np.inf), axis=0)
    return 1e-10 * largest
