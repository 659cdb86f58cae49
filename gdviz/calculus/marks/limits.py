"""One-sided limits by looking at numbers, for what the arithmetic of germs cannot tell."""

from collections.abc import Callable
from math import inf

import numpy as np

from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.germ import OneSided

STEPS = 0.25 ** np.arange(2.0, 20.0)
"""Distances from the place, in parts of the room there is."""
NEAREST = 6
SETTLED = 1e-6
"""The nearest values differ by less than this part of their size where there is a limit."""


def by_numbers(
    function: Callable[[Array], Array], x: float, side: int, room: float, *, lonely: bool = True
) -> OneSided:
    """What f does towards x from the left (side −1) or the right, as far as numbers show it.

    lonely: nothing else happens within the room; otherwise only a limit can be trusted.
    """
    with np.errstate(all="ignore"):
        values = function(x + side * room * STEPS)
        known = values[~np.isnan(values)][-NEAREST:]
        if known.size < NEAREST:
            return OneSided(False) if known.size == 0 else OneSided(True)
        steps = np.diff(known)
        if lonely and (np.isinf(known[-1]) or _runs_off(steps)):
            return OneSided(True, inf if known[-1] > 0 else -inf)
        last = float(known[-1])
        if np.ptp(known) <= SETTLED * max(abs(last), SETTLED):
            return OneSided(True, last, limit_error=float(np.ptp(known)))
    return OneSided(True)


def _runs_off(steps: Array) -> bool:
    """Steps in one direction that do not get smaller."""
    one_way = bool((steps > 0).all() or (steps < 0).all())
    return one_way and bool((np.abs(steps[1:]) >= 0.7 * np.abs(steps[:-1])).all())
