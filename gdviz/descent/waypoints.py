"""Whole iterates of a run, now and then, from which those between them are found again."""

from bisect import bisect_right

import numpy as np

from gdviz.descent.walk import Iterate, Walk

MOST = 4096
"""Iterates kept; when there are more, every second one is dropped."""


class Waypoints:
    """Iterates with the optimiser's state, in order; noted by the run between its slices.

    A record of every state would cost as much as the run. Walking on from the last one before it
    gives any iterate to the bit, because an update depends on the iterate before it alone.
    """

    def __init__(self, first: Iterate) -> None:
        self._kept = [first]
        self._apart = 1
        self._found = first

    def note(self, iterate: Iterate) -> None:
        """Keep the iterate, unless there is one close before it."""
        if iterate.step - self._kept[-1].step < self._apart:
            return
        self._kept.append(iterate)
        if len(self._kept) > MOST:
            self._kept = self._kept[::2]
            self._apart *= 2

    def iterate(self, step: int, walk: Walk) -> Iterate:
        """The iterate of that number. Looking at one after another costs one update each."""
        known = [each for each in (self._found, self._before(step)) if each.step <= step]
        here = max(known, key=lambda each: each.step)
        with np.errstate(all="ignore"):
            while here.step < step:
                here = walk.after(here)
        self._found = here
        return here

    def _before(self, step: int) -> Iterate:
        place = bisect_right(self._kept, step, key=lambda each: each.step)
        return self._kept[place - 1]
