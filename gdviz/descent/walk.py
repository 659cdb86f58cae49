"""One step of a descent after another, without asking when to stop."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import Optimiser, State, Vector
from gdviz.descent.plan import Plan
from gdviz.descent.trouble import DescentError


@dataclass(slots=True)
class Iterate:
    """Where a descent is: step number, point, L and its gradient there, the optimiser's state.

    With one parameter point and gradient are np.float64, with n of them arrays of shape (n,). The
    gradient is the one that the step from here uses: with noise, or batches, not that of L alone.
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
        return self.at(0, point, self.optimiser.begin(point))

    def after(self, iterate: Iterate) -> Iterate:
        """The next iterate; undefined numbers in it are NaN."""
        point, state = self.optimiser.update(
            iterate.point, iterate.gradient, self.rate, iterate.state
        )
        return self.at(iterate.step + 1, point, state)

    def at(self, step: int, point: Vector, state: State) -> Iterate:
        """The iterate of that number at a point."""
        if point.ndim == 0:
            loss, gradient = self.objective.evaluate(point)
            return Iterate(step, point, loss, gradient, state)
        loss, *columns = self.objective.evaluate(*point)
        return Iterate(step, point, loss, np.array(columns, dtype=np.float64), state)


@dataclass(slots=True)
class VaryingWalk(Walk):
    """A walk with a schedule, noise or batches: what an update does depends on its number."""

    plan: Plan

    def after(self, iterate: Iterate) -> Iterate:
        """The next iterate, by λ as the schedule has it."""
        rate = self.plan.rate_at(iterate.step)
        point, state = self.optimiser.update(iterate.point, iterate.gradient, rate, iterate.state)
        return self.at(iterate.step + 1, point, state)

    def at(self, step: int, point: Vector, state: State) -> Iterate:
        """The iterate, its gradient being what chance makes of it."""
        iterate = Walk.at(self, step, point, state)
        noise, batches = self.plan.noise, self.plan.batches
        if batches is not None:
            iterate.gradient = self._on_a_batch(step, point)
        if noise is not None:
            disturbance = noise.at(step, point.size)
            iterate.gradient = iterate.gradient + (disturbance if point.ndim else disturbance[0])
        return iterate

    def _on_a_batch(self, step: int, point: Vector) -> Vector:
        data: Any = self.objective
        rows = self.plan.batches.at(step, data.rows) if self.plan.batches else None
        columns = [point] if point.ndim == 0 else list(point)
        gradient = np.array(data.gradient_on(rows, *columns), dtype=np.float64)
        return gradient if point.ndim else gradient[0]


def walk_of(objective: Objective, plan: Plan) -> Walk:
    """What takes the steps of a plan. Raises DescentError for batches of what is no data."""
    if plan.batches is not None:
        rows = getattr(objective, "rows", None)
        if rows is None:
            raise DescentError("batches-without-data")
        plan.batches.check(rows)
    if plan.is_steady:
        return Walk(objective, plan.optimiser, float(plan.rate))
    return VaryingWalk(objective, plan.optimiser, float(plan.rate), plan)


def size(vector: Vector) -> float:
    """|v|, Euclidean."""
    numbers: Any = vector
    length: float = abs(numbers) if numbers.ndim == 0 else np.sqrt(numbers @ numbers)
    return length
