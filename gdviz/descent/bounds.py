"""Where a run stops because it cannot go on: too far, too high, not finite, not defined."""

import math

import numpy as np

from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import Newton, Optimiser
from gdviz.descent.stopping import Cause, Reason, Stop
from gdviz.descent.walk import Iterate, size

FARTHEST, LARGEST_LOSS = 1e8, 1e16
"""A run has diverged when |w| or |L| exceeds so many times max(1, its size at the start)."""


class Bounds:
    """The bounds of one run, set by its start."""

    def __init__(self, objective: Objective, start: Iterate, optimiser: Optimiser) -> None:
        self._objective, self._optimiser = objective, optimiser
        self._farthest = FARTHEST * max(1.0, size(start.point))
        self._highest = LARGEST_LOSS * max(1.0, abs(start.loss))

    def check(self, iterate: Iterate) -> Stop | None:
        """The stop that this iterate brings, if it is out of bounds."""
        if (
            size(iterate.point) <= self._farthest
            and abs(iterate.loss) <= self._highest
            and size(iterate.gradient) < math.inf
        ):
            return None
        return self._not_defined(iterate) or self._too_large(iterate)

    def _not_defined(self, iterate: Iterate) -> Stop | None:
        columns = np.atleast_1d(iterate.point)
        no_value, no_slope = np.isnan(iterate.loss), np.isnan(iterate.gradient).any()
        if not np.isfinite(columns).all() or not (no_value or no_slope):
            return None
        if self._objective.beyond_float64(*columns):
            return None
        return Stop(
            Reason.LEFT_DOMAIN,
            iterate.step,
            cause=Cause.NO_VALUE if no_value else Cause.NO_SLOPE,
            rejected=tuple(columns.tolist()),
        )

    def _too_large(self, iterate: Iterate) -> Stop:
        numbers = (iterate.point, iterate.loss, iterate.gradient)
        if isinstance(self._optimiser, Newton) and not np.isfinite(iterate.point).all():
            cause = Cause.NO_CURVATURE
        elif not all(np.isfinite(number).all() for number in numbers):
            cause = Cause.NOT_FINITE
        else:
            cause = Cause.FAR if size(iterate.point) > self._farthest else Cause.HIGH
        return Stop(Reason.DIVERGED, iterate.step, cause=cause)
