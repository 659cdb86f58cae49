"""What makes a descent impossible to begin."""

import math
from collections.abc import Mapping

MOST_STEPS = 10_000_000


class DescentError(ValueError):
    """A descent that cannot begin: `code` names a sentence (gdviz.sentences), `fields` fill it."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields: Mapping[str, str] = fields


def check_settings(rate: float, epsilon: float, max_steps: int) -> None:
    """Raise DescentError unless λ > 0, ε > 0 and 1 ≤ max_steps ≤ 10⁷, all finite."""
    if not (math.isfinite(rate) and rate > 0):
        raise DescentError("rate-not-positive")
    if not (math.isfinite(epsilon) and epsilon > 0):
        raise DescentError("epsilon-not-positive")
    if not 1 <= max_steps <= MOST_STEPS:
        raise DescentError("steps-out-of-range", most=str(MOST_STEPS))
