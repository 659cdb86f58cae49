"""Functions that hold means over data, as functions of the parameters alone.

What stands inside the means is computed row by row, shared parts once; then what stands around
them, at one point.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.evaluation.pointwise import Pointwise
from gdviz.calculus.evaluation.tape import FEWEST, record
from gdviz.calculus.expression import Expression, Symbol, distinct
from gdviz.calculus.mean import Mean

Columns = Mapping[str, NDArray[np.float64]]


class Averages:
    """Several such expressions at a point of the variables. One thread at a time.

    columns: of the data, by the letter that stands for them in the means, all of one length.
    """

    def __init__(
        self, bodies: Sequence[Expression], variables: Sequence[str], columns: Columns
    ) -> None:
        means = dict.fromkeys(n for body in bodies for n in distinct(body) if isinstance(n, Mean))
        stand_ins: dict[Expression, Expression] = {
            mean: Symbol(f"mean_{place}") for place, mean in enumerate(means)
        }
        names = [symbol.name for symbol in stand_ins.values() if isinstance(symbol, Symbol)]
        around = [_with(body, stand_ins) for body in bodies]
        self._around = Pointwise(record(around, [*variables, *names], {}))
        inside = [mean.operand for mean in means]
        self._inside = record(inside, [*columns, *variables], {})
        self._columns = _long_enough(columns)
        self._rows = len(next(iter(columns.values())))
        self._results = np.empty((len(inside), max(self._rows, FEWEST)))

    def __call__(self, *point: np.float64) -> Sequence[np.float64]:
        """The values, over all the rows. NumPy may warn: silence it outside."""
        return self._at(point, self._columns, self._rows, self._results)

    def on(self, rows: NDArray[np.intp], *point: np.float64) -> Sequence[np.float64]:
        """The values, over some of the rows only."""
        some = np.resize(rows, max(len(rows), FEWEST))
        results = np.empty((len(self._results), len(some)))
        return self._at(point, [column[some] for column in self._columns], len(rows), results)

    def _at(
        self,
        point: Sequence[np.float64],
        columns: Sequence[NDArray[np.float64]],
        rows: int,
        results: NDArray[np.float64],
    ) -> Sequence[np.float64]:
        self._inside.run([*columns, *map(np.asarray, point)], list(results))
        means: Any = np.add.reduce(results[:, :rows], axis=1) / rows
        return self._around(*point, *means)


def _long_enough(columns: Columns) -> list[NDArray[np.float64]]:
    """No fewer rows are computed than NumPy's loops take; those added are left out of the means."""
    length = max(len(next(iter(columns.values()))), FEWEST)
    return [np.ascontiguousarray(np.resize(column, length)) for column in columns.values()]


def _with(body: Expression, stand_ins: Mapping[Expression, Expression]) -> Expression:
    """The body with a letter in the place of every mean."""
    made: dict[Expression, Expression] = {}
    for node in distinct(body):
        parts = tuple(made[child] for child in node.children())
        made[node] = stand_ins.get(node) or (node.with_children(parts) if parts else node)
    return made[body]
