"""One step of a descent after another, without asking when to stop."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import Optimiser, State, Vector


@dataclass(slots=True)
class Iterate:
    """Where a descent is: step number, point, L and its gradient there, the optimiser's state.

    With one parameter point and gradient are np.float64, with n of them arrays of shape (n,).
    """

    step: int
    point: Vector
    loss: float
    gradient: Vector
    state: State


@dataclass(slots=True)
class Walk:
    """A loss, an optimiser and a learning rate λ: what makes an iterate of the one before."""

    objective: Objective
    optimiser: Optimiser
    rate: float

    def begin(self, point: Vector) -> Iterate:
        """Iterate 0. NumPy's warnings are the caller's to silence, here and in `after`."""
        return self._at(0, point, self.optimiser.begin(point))

    def after(self, iterate: Iterate) -> Iterate:
        """The next iterate; undefined numbers in it are NaN."""
        point, state = self.optimiser.update(
            iterate.point, iterate.gradient, self.rate, iterate.state
        )
        return self._at(iterate.step + 1, point, state)

    def _at(self, step: int, point: Vector, state: State) -> Iterate:
        if point.ndim == 0:
            loss, gradient = self.objective.evaluate(point)
            return Iterate(step, point, loss, gradient, state)
        loss, *columns = self.objective.evaluate(*point)
        return Iterate(step, point, loss, np.array(columns, dtype=np.float64), state)


def size(vector: Vector) -> float:
    """|v|, Euclidean."""
    numbers: Any = vector
    length: float = abs(numbers) if numbers.ndim == 0 else np.sqrt(numbers @ numbers)
    return length
