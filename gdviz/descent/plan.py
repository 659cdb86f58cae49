"""How a descent goes: everything about a run but the loss and the start."""

import math
from dataclasses import dataclass

from gdviz.descent.noise import Batches, Noise
from gdviz.descent.optimisers import PLAIN, Optimiser
from gdviz.descent.schedules import CONSTANT, Schedule
from gdviz.descent.trouble import DescentError

MOST_STEPS = 10_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """λ > 0; ε > 0 of the lecture's rule |L(w_{i+1}) − L(w_i)| < ε; at most 1 to 10⁷ updates.

    The lecture's own descent unless another optimiser, a schedule for λ, noise on the gradient or
    batches of the data are asked for. Any numbers can be put in; `check` tells which make no sense.
    """

    rate: float = 0.1
    epsilon: float = 0.01
    max_steps: int = 1000
    optimiser: Optimiser = PLAIN
    schedule: Schedule = CONSTANT
    noise: Noise | None = None
    batches: Batches | None = None

    def check(self) -> None:
        """Raise DescentError unless it can be followed."""
        if not (math.isfinite(self.rate) and self.rate > 0):
            raise DescentError("rate-not-positive")
        if not (math.isfinite(self.epsilon) and self.epsilon > 0):
            raise DescentError("epsilon-not-positive")
        if not 1 <= self.max_steps <= MOST_STEPS:
            raise DescentError("steps-out-of-range", most=str(MOST_STEPS))
        if self.noise is not None:
            self.noise.check()

    def rate_at(self, update: int) -> float:
        """λ of an update, counted from 0."""
        return self.schedule.rate(self.rate, update)

    @property
    def by_chance(self) -> bool:
        """Whether the gradients of the steps are not those of the loss alone."""
        return bool(self.noise and self.noise.sigma) or self.batches is not None

    @property
    def is_steady(self) -> bool:
        """Whether every update does the same with what it is given."""
        return self.schedule.is_constant and not self.by_chance

    @property
    def can_cycle(self) -> bool:
        """Whether a state that comes back comes back for ever."""
        return self.is_steady and self.optimiser.repeats
