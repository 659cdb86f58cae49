"""When a run ends, and what is wrong with the end: the table of reasons, causes and warnings."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gdviz.descent.optimisers import State, Vector

CYCLE_ULPS = 4
CYCLE_REPEATS = 2


class Reason(StrEnum):
    """Why a run ended. UNFINISHED: it was looked at, or given up, before it did."""

    CONVERGED = "converged"
    CYCLE = "cycle"
    DIVERGED = "diverged"
    LEFT_DOMAIN = "left-domain"
    STATIONARY = "stationary"
    STEP_LIMIT = "step-limit"
    UNFINISHED = "unfinished"


class Caveat(StrEnum):
    """What is wrong with an end that satisfies the lecture's rule."""

    NOT_A_MINIMUM = "not-a-minimum"
    EQUAL_LOSS = "equal-loss"


class Cause(StrEnum):
    """The reason more closely: what grew, what is undefined, where the start lies, how it moves."""

    FAR = "point-too-far"
    HIGH = "loss-too-large"
    NOT_FINITE = "not-finite"
    NO_VALUE = "no-value"
    NO_SLOPE = "no-slope"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    INFLECTION = "inflection"
    SADDLE = "saddle"
    FLAT = "flat"
    SHORT_STEPS = "short-steps"
    LEAPS = "leaps"
    RATE_FELL = "rate-fell"
    CHANCE = "chance"
    UPHILL = "uphill"
    NO_CURVATURE = "no-curvature"


@dataclass(frozen=True, slots=True)
class Stop:
    """How a run ended.

    step: number of the last update, or of the one that failed (left-domain); period: of a cycle;
    rejected: the point of the update that failed, which is not among the iterates.
    """

    reason: Reason
    step: int
    warning: Caveat | None = None
    cause: Cause | None = None
    period: int | None = None
    rejected: tuple[float, ...] | None = None


class CycleWatch:
    """Notices that the whole state of a run repeats with period 2, 4, 8 …, twice running.

    Of each period p only the state at one multiple of p is kept, and compared with at the next
    ones: memory grows with the logarithm of the steps, and a step costs one comparison on average.
    """

    def __init__(self, state: State) -> None:
        self._start = state
        self._anchors: dict[int, tuple[State, int]] = {}

    def period(self, step: int, state: State) -> int | None:
        """The period that state number `step` completes, if any; called for each even step."""
        period = 2
        while step % period == 0:
            anchor, repeats = self._anchors.get(period, (self._start, 0))
            if not same_state(state, anchor):
                self._anchors[period] = (state, 0)
            elif repeats + 1 < CYCLE_REPEATS:
                self._anchors[period] = (anchor, repeats + 1)
            else:
                return period
            period *= 2
        return None


def same_state(one: State, other: State) -> bool:
    """Whether all numbers of two states are equal to CYCLE_ULPS units in the last place."""
    # The points alone tell most states apart.
    return _same(one[0], other[0]) and all(map(_same, one[1:], other[1:]))


def _same(one: Vector | float, other: Vector | float) -> bool:
    if isinstance(one, float) and isinstance(other, float):  # np.float64 is one, and fast as one
        return abs(one - other) <= CYCLE_ULPS * math.ulp(one)
    return bool(np.all(np.abs(one - other) <= CYCLE_ULPS * np.spacing(np.abs(one))))
