"""Running a descent: updates one after another until the table of reasons says stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.bounds import Bounds
from gdviz.descent.caveats import caveat
from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import GradientDescent, Optimiser, Vector
from gdviz.descent.record import Record
from gdviz.descent.stationary import kind
from gdviz.descent.stopping import CycleWatch, Reason, Stop, same_state
from gdviz.descent.trouble import DescentError, check_settings
from gdviz.descent.walk import Iterate, Walk, size

Start = float | Sequence[float] | NDArray[np.float64]
STATIONARY_SLOPE = 1e-12
"""The start is stationary when |L′(w₀)| is at most so many times max(1, |L₀|)."""
SLICE = 1000
"""Updates between two looks at whether the caller wants to give up."""


@dataclass(frozen=True, eq=False)
class Descent:
    """The iterates of a run and why it ended: m iterates of n parameters.

    steps: (m,), the number of each iterate, 0 … m − 1 unless the run was so long that iterates
    were thinned; points: (m, n); losses: (m,); gradients: (m, n).
    """

    steps: NDArray[np.int64]
    points: NDArray[np.float64]
    losses: NDArray[np.float64]
    gradients: NDArray[np.float64]
    stop: Stop
    rate: float
    epsilon: float

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
    not positive, and so on.
    """

    def __init__(
        self,
        objective: Objective,
        start: Start,
        rate: float,
        epsilon: float,
        max_steps: int = 1000,
        optimiser: Optimiser | None = None,
    ) -> None:
        check_settings(rate, epsilon, max_steps)
        self._walk = Walk(objective, optimiser or GradientDescent(), float(rate))
        self._epsilon, self._max_steps = float(epsilon), max_steps
        with np.errstate(all="ignore"):
            self._start = self._last = self._walk.begin(_vector(start))
            self._bounds = Bounds(objective, self._start)
            self.stop = self._judge_start()
        self._record = Record(self._start)
        self._cycles = CycleWatch(_whole_state(self._start))

    def advance(self, steps: int) -> bool:
        """Make at most so many updates; whether the run still goes on."""
        with np.errstate(all="ignore"):
            for _ in range(steps):
                if self.stop is not None:
                    break
                self._update()
        return self.stop is None

    def result(self) -> Descent:
        """What there is so far; its stop is `unfinished` while the run goes on."""
        stop = self.stop or Stop(Reason.UNFINISHED, self._last.step)
        steps, points, losses, gradients = self._record.tables()
        return Descent(steps, points, losses, gradients, stop, self._walk.rate, self._epsilon)

    def _judge_start(self) -> Stop | None:
        start = self._start
        stop = self._bounds.check(start)
        if stop is not None and stop.reason is Reason.LEFT_DOMAIN:
            raise DescentError(f"start-{stop.cause}")
        if stop is None and size(start.gradient) <= STATIONARY_SLOPE * max(1.0, abs(start.loss)):
            cause = kind(self._walk.objective, np.atleast_1d(start.point))
            return Stop(Reason.STATIONARY, 0, cause=cause)
        return stop

    def _update(self) -> None:
        before, last = self._last, self._walk.after(self._last)
        self.stop = self._bounds.check(last)
        if self.stop is not None and self.stop.reason is Reason.LEFT_DOMAIN:
            return
        self._record.add(last)
        self._last = last
        if self.stop is None:
            self.stop = self._judge(before, last)

    def _judge(self, before: Iterate, last: Iterate) -> Stop | None:
        if abs(last.loss - before.loss) < self._epsilon:
            warning, cause = caveat(self._walk, self._start, before, last)
            return Stop(Reason.CONVERGED, last.step, warning, cause)
        if last.step % 2 == 0 and self._walk.optimiser.repeats:
            period = self._cycles.period(last.step, _whole_state(last))
            if period is not None and _moves(before, last):
                return Stop(Reason.CYCLE, last.step, period=period)
        return Stop(Reason.STEP_LIMIT, last.step) if last.step >= self._max_steps else None


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
    rate: float,
    epsilon: float,
    max_steps: int = 1000,
    optimiser: Optimiser | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Descent:
    """Run a descent to its end, or until `should_stop` says so (then its stop is `unfinished`).

    start: w₀, one number a parameter; rate: λ > 0; epsilon: ε > 0 of the lecture's rule
    |L(w_{i+1}) − L(w_i)| < ε; max_steps: 1 to 10⁷; optimiser: gradient descent unless another is
    given. Raises DescentError where there is nothing to run.
    """
    run = Run(objective, start, rate, epsilon, max_steps, optimiser)
    while run.advance(SLICE) and not should_stop():
        pass
    return run.result()
