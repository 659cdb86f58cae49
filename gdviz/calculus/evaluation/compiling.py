"""Expressions as functions of float64 arrays.

Real at every sub-expression: a point where any part is undefined gives NaN. Overflow is ±∞ and
computing goes on with it. One point and a million take the same way through the same NumPy loops,
so they agree to the bit.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.evaluation.tape import FEWEST, Tape, record
from gdviz.calculus.expression import Expression

Values = np.float64 | Array


class Functions:
    """Several expressions over the same variables, computed together: shared parts once."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape

    def __call__(self, *columns: ArrayLike) -> tuple[Values, ...]:
        """The values of each expression.

        columns: one for each variable, floats or arrays that broadcast. Returns float64 arrays of
        the common shape, np.float64 for a single point. Never warns.
        """
        if len(columns) != self._tape.inputs:
            raise TypeError(f"{self._tape.inputs} columns are needed, not {len(columns)}")
        if all(isinstance(column, float) for column in columns):
            return self._at_point(columns)
        arrays = [np.asarray(column, dtype=np.float64) for column in columns]
        if len(arrays) > 1:
            arrays = list(np.broadcast_arrays(*arrays))
        shape = arrays[0].shape
        if shape == ():
            return self._at_point(arrays)
        if len(shape) == 1:
            return self._on_columns(arrays)
        flat = self._on_columns([array.reshape(-1) for array in arrays])
        return tuple(result.reshape(shape) for result in flat)

    def _at_point(self, point: Sequence[ArrayLike]) -> tuple[Values, ...]:
        columns = [np.full(FEWEST, coordinate) for coordinate in point]
        results = np.empty((self._tape.outputs, FEWEST))
        with np.errstate(all="ignore"):
            self._tape.run(columns, list(results))
        return tuple(results[:, 0])

    def _on_columns(self, columns: Sequence[Array]) -> tuple[Array, ...]:
        size = columns[0].size
        if 0 < size < FEWEST:
            padded = [np.resize(column, FEWEST) for column in columns]
            return tuple(result[:size] for result in self._on_columns(padded))
        columns = [np.ascontiguousarray(column) for column in columns]
        results = [np.empty(size) for _ in range(self._tape.outputs)]
        with np.errstate(all="ignore"):
            self._tape.run(columns, results)
        return tuple(results)


class Function:
    """One expression as a function: `function(*columns)`, as described for Functions."""

    def __init__(self, tape: Tape) -> None:
        self._functions = Functions(tape)

    def __call__(self, *columns: ArrayLike) -> Values:
        """The values: float64 of the columns' common shape, np.float64 for a single point."""
        return self._functions(*columns)[0]


def compile_functions(
    bodies: Sequence[Expression],
    variables: Sequence[str],
    parameters: Mapping[str, float] | None = None,
) -> Functions:
    """Several expressions at once. Parameters that are not given are 1."""
    return Functions(record(bodies, variables, parameters or {}))


def compile_function(
    body: Expression, variables: Sequence[str], parameters: Mapping[str, float] | None = None
) -> Function:
    """`body` as a function of columns of the `variables`, in that order.

    Parameters that are not given are 1. NaN where undefined.
    """
    return Function(record([body], variables, parameters or {}))
