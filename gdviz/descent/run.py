"""Running a descent: updates one after another until the table of reasons says stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.bounds import Bounds
from gdviz.descent.caveats import caveat
from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import Vector
from gdviz.descent.plan import Plan
from gdviz.descent.record import Record
from gdviz.descent.stationary import kind
from gdviz.descent.stopping import CycleWatch, Reason, Stop, same_state
from gdviz.descent.trouble import DescentError
from gdviz.descent.walk import Iterate, size, walk_of
from gdviz.descent.waypoints import Waypoints

Start = float | Sequence[float] | NDArray[np.float64]
STATIONARY_SLOPE = 1e-12
"""The start is stationary when |L′(w₀)| is at most so many times max(1, |L₀|)."""
SLICE = 1000
"""Updates between two looks at whether the caller wants to give up."""


@dataclass(frozen=True, eq=False)
class Descent:
    """The iterates of a run and why it ended: m iterates of n parameters.

    steps: (m,), the number of each iterate, 0 … m − 1 unless the run was so long that iterates
    were thinned, or is a branch; points: (m, n); losses: (m,); gradients: (m, n), those that the
    steps used; plan: how it went.
    """

    steps: NDArray[np.int64]
    points: NDArray[np.float64]
    losses: NDArray[np.float64]
    gradients: NDArray[np.float64]
    stop: Stop
    plan: Plan

    @property
    def rate(self) -> float:
        """λ as it was set; `plan.rate_at(update)` is what a schedule makes of it."""
        return self.plan.rate

    @property
    def epsilon(self) -> float:
        """ε of the lecture's rule."""
        return self.plan.epsilon

    # Made once, so that a frame of a drag hands the very same arrays on to the painter.
    @cached_property
    def track(self) -> NDArray[np.float64]:
        """Shape (m, 2): the first parameter and the loss, the iterates as points on the curve."""
        return np.column_stack([self.points[:, 0], self.losses])

    @cached_property
    def slopes(self) -> NDArray[np.float64]:
        """Shape (m,): the partial derivative by the first parameter."""
        return self.gradients[:, 0]


class Run:
    """A descent under way, advanced a slice at a time so that a window never waits for it.

    Raises DescentError where there is nothing to run: a start outside the domain, a rate that is
    not positive, and so on. `at`: the iterate of another run from this start where it sets out
    (see `branch`).
    """

    def __init__(
        self, objective: Objective, start: Start, plan: Plan, *, at: Iterate | None = None
    ) -> None:
        plan.check()
        self.plan, self._objective = plan, objective
        self._walk = walk_of(objective, plan)
        with np.errstate(all="ignore"):
            self._start = self._first = self._last = self._walk.begin(_vector(start))
            self._bounds = Bounds(objective, self._start, plan.optimiser)
            if at is not None:
                self._first = self._last = self._walk.at(at.step, at.point, at.state)
            self.stop = self._judge_start() if at is None else self._bounds.check(self._first)
        self._epsilon, self._limit = float(plan.epsilon), self._first.step + plan.max_steps
        self._record, self._waypoints = Record(self._first), Waypoints(self._first)
        self._cycles = CycleWatch(_whole_state(self._first)) if plan.can_cycle else None

    def advance(self, steps: int) -> bool:
        """Make at most so many updates; whether the run still goes on."""
        update = self._update
        with np.errstate(all="ignore"):
            for _ in range(steps):
                if self.stop is not None:
                    break
                update()
        self._waypoints.note(self._last)
        return self.stop is None

    def result(self) -> Descent:
        """What there is so far; its stop is `unfinished` while the run goes on."""
        stop = self.stop or Stop(Reason.UNFINISHED, self._last.step)
        return Descent(*self._record.tables(), stop, self.plan)

    def iterate(self, step: int) -> Iterate:
        """An iterate with the optimiser's state there. Raises IndexError where there is none."""
        if not self._first.step <= step <= self._last.step:
            raise IndexError(step)
        return self._waypoints.iterate(step, self._walk)

    def branch(self, step: int, plan: Plan) -> "Run":
        """The run that follows another plan from iterate `step` on, with the state there.

        Its iterates are numbered on from `step`, its schedule and its noise are those of updates
        so late, and it may make `plan.max_steps` updates of its own. Another optimiser than before
        begins with a state of its own. Raises IndexError, DescentError.
        """
        there = self.iterate(step)
        if type(plan.optimiser) is not type(self.plan.optimiser):
            there = Iterate(
                there.step,
                there.point,
                there.loss,
                there.gradient,
                plan.optimiser.begin(there.point),
            )
        return Run(self._objective, self._start.point, plan, at=there)

    def _judge_start(self) -> Stop | None:
        start = self._start
        stop = self._bounds.check(start)
        if stop is not None and stop.reason is Reason.LEFT_DOMAIN:
            raise DescentError(f"start-{stop.cause}")
        if stop is None and size(start.gradient) <= STATIONARY_SLOPE * max(1.0, abs(start.loss)):
            if self.plan.by_chance:
                return None
            cause = kind(self._objective, np.atleast_1d(start.point))
            return Stop(Reason.STATIONARY, 0, cause=cause)
        return stop

    def _update(self) -> None:
        before = self._last
        last = self._walk.after(before)
        stop = self._bounds.check(last)
        if stop is not None and stop.reason is Reason.LEFT_DOMAIN:
            self.stop = stop
            return
        self._record.add(last)
        self._last = last
        self.stop = stop or self._judge(before, last)

    def _judge(self, before: Iterate, last: Iterate) -> Stop | None:
        if abs(last.loss - before.loss) < self._epsilon:
            warning, cause = caveat(self._walk, self.plan, self._start, before, last)
            return Stop(Reason.CONVERGED, last.step, warning, cause)
        if last.step % 2 == 0 and self._cycles is not None:
            period = self._cycles.period(last.step, _whole_state(last))
            if period is not None and _moves(before, last):
                return Stop(Reason.CYCLE, last.step, period=period)
        return Stop(Reason.STEP_LIMIT, last.step) if last.step >= self._limit else None


def _vector(start: Start) -> Vector:
    """np.float64 for one parameter, shape (n,) for n. Raises DescentError unless finite."""
    point = np.array(start, dtype=np.float64)
    if not np.isfinite(point).all():
        raise DescentError("start-not-finite")
    return point.reshape(-1)[0] if point.size == 1 else point


def _whole_state(iterate: Iterate) -> tuple[Vector | float, ...]:
    return (iterate.point, *iterate.state)


def _moves(before: Iterate, last: Iterate) -> bool:
    """Whether the slope is not 0 and the last move was more than rounding."""
    return bool(np.any(last.gradient != 0)) and not same_state((before.point,), (last.point,))


def descend(
    objective: Objective,
    start: Start,
    plan: Plan,
    should_stop: Callable[[], bool] = lambda: False,
) -> Descent:
    """Run a descent to its end, or until `should_stop` says so (then its stop is `unfinished`).

    start: w₀, one number a parameter. Raises DescentError where there is nothing to run.
    """
    run = Run(objective, start, plan)
    while run.advance(SLICE) and not should_stop():
        pass
    return run.result()
