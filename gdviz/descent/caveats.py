"""What is wrong with an end that the lecture's rule calls converged.

The rule looks at losses alone. It holds as well where the steps are tiny because λ is, and where
the descent leaps across a valley to a point as high as the one it came from.
"""

import numpy as np

from gdviz.descent.stopping import Cause, Caveat
from gdviz.descent.walk import Iterate, Walk, size

STEEP_END = 0.1
"""An end where |L′| is more than this share of |L′(w₀)| is no minimum."""
LOOK_AHEAD = 100
LASTING = 0.9
"""Leaps go on for ever if the next LOOK_AHEAD are neither shorter than this share of the last one
nor longer by its inverse."""
LEVEL = 1e-3
"""Two ends of a leap are level if their losses differ by less than this share of what the slope
promised for a move so long."""


def caveat(
    walk: Walk, start: Iterate, before: Iterate, last: Iterate
) -> tuple[Caveat | None, Cause | None]:
    """What is wrong with ending at `last`, whose loss is that of `before` to within ε."""
    leaps = _leaps(before, last)
    if leaps and (_level(before, last) or _leaps_on(walk, before, last)):
        return Caveat.EQUAL_LOSS, None
    if size(last.gradient) > STEEP_END * size(start.gradient):
        return Caveat.NOT_A_MINIMUM, Cause.LEAPS if leaps else Cause.SHORT_STEPS
    return None, None


def _leaps(before: Iterate, last: Iterate) -> bool:
    """Whether the move went down at its beginning and up at its end, across a valley."""
    move = last.point - before.point
    return bool(np.dot(before.gradient, move) < 0 < np.dot(last.gradient, move))


def _level(before: Iterate, last: Iterate) -> bool:
    promised = abs(np.dot(before.gradient, last.point - before.point))
    return bool(abs(last.loss - before.loss) < LEVEL * promised)


def _leaps_on(walk: Walk, before: Iterate, last: Iterate) -> bool:
    leap = size(last.point - before.point)
    for _ in range(LOOK_AHEAD):
        before, last = last, walk.after(last)
        lasts = LASTING * leap <= size(last.point - before.point) <= leap / LASTING
        if not (lasts and _leaps(before, last)):
            return False
    return True
