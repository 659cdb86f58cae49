"""What is wrong with an end that the lecture's rule calls converged.

The rule looks at losses alone. It holds as well where the steps are tiny because λ is, where the
descent leaps across a valley to a point as high as the one it came from, and by chance where the
gradient is noisy.
"""

import numpy as np

from gdviz.descent.optimisers import GradientDescent, Newton
from gdviz.descent.plan import Plan
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
BENT_DOWN = -1e-6
"""A curvature of less than so many times the largest one is no rounding error."""

Judgement = tuple[Caveat | None, Cause | None]
SOUND: Judgement = (None, None)


def caveat(walk: Walk, plan: Plan, start: Iterate, before: Iterate, last: Iterate) -> Judgement:
    """What is wrong with ending at `last`, whose loss is that of `before` to within ε."""
    if plan.by_chance:
        return _of_chance(walk, start, last)
    leaps = _leaps(before, last)
    if leaps and _for_ever(walk, plan, before, last):
        return Caveat.EQUAL_LOSS, None
    if size(last.gradient) > STEEP_END * size(start.gradient):
        return Caveat.NOT_A_MINIMUM, _why_steep(plan, last, leaps)
    if isinstance(plan.optimiser, Newton) and _bends_down(plan.optimiser, last):
        return Caveat.NOT_A_MINIMUM, Cause.UPHILL
    return SOUND


def _of_chance(walk: Walk, start: Iterate, last: Iterate) -> Judgement:
    """Judged by the slopes of the loss itself: those of the steps are partly chance."""
    first, end = (_slope(walk, iterate) for iterate in (start, last))
    return (Caveat.NOT_A_MINIMUM, Cause.CHANCE) if end > STEEP_END * first else SOUND


def _slope(walk: Walk, iterate: Iterate) -> float:
    gradient = walk.objective.evaluate(*np.atleast_1d(iterate.point))[1:]
    return size(np.array(gradient, dtype=np.float64))


def _why_steep(plan: Plan, last: Iterate, leaps: bool) -> Cause:
    if leaps:
        return Cause.LEAPS
    is_slowed = plan.rate_at(max(last.step - 1, 0)) < plan.rate
    return Cause.RATE_FELL if is_slowed else Cause.SHORT_STEPS


def _leaps(before: Iterate, last: Iterate) -> bool:
    """Whether the move went down at its beginning and up at its end, across a valley."""
    move = last.point - before.point
    return bool(np.dot(before.gradient, move) < 0 < np.dot(last.gradient, move))


def _for_ever(walk: Walk, plan: Plan, before: Iterate, last: Iterate) -> bool:
    """Whether the leap comes back and back.

    Of gradient descent one level leap tells; where there is more to the state than the point it has
    to be seen, and where λ changes nothing lasts.
    """
    if not plan.is_steady:
        return False
    is_plain = isinstance(plan.optimiser, GradientDescent)
    return (is_plain and _level(before, last)) or _leaps_on(walk, before, last)


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


def _bends_down(rule: Newton, last: Iterate) -> bool:
    """Whether L″ < 0 there, in some direction with several parameters: a maximum or a saddle."""
    hessian = rule.hessian(last.point)
    if not np.isfinite(hessian).all():
        return False
    curvatures = np.linalg.eigvalsh(hessian) if hessian.ndim else np.atleast_1d(hessian)
    return bool(np.min(curvatures) < BENT_DOWN * np.max(np.abs(curvatures)))
