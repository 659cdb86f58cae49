"""All zeros of an expression in an interval, each to the last bits.

Where interval arithmetic proves that there is no zero nothing is looked for; where it proves that
the function is monotone one look at the ends decides (pruning.py). Multiple zeros, as of
x² − 2x + 1, are never proven: what is left around them is closed in on by the zeros of derivatives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array
from gdviz.calculus.marks.cells import BUCKETS, Brackets, Field, Interval, together
from gdviz.calculus.marks.closing_in import closed_in, distinct_places, told_apart
from gdviz.calculus.marks.pruning import SMALLEST, Pruning, Rounds
from gdviz.calculus.marks.reaching import Reaching

NEAR_ZERO = 2.0**-40
"""Where rounding decides on the sign so near to a zero, in parts of the field, it is no simple
one."""
FRINGE = 5
"""Buckets: a crowd reaches two beyond those that are crowded."""
MOST_DOUBTFUL = 64
"""Doubtful places that are closed in on, one by one."""
HIGHEST_ORDER, LARGEST_DERIVED = 6, 100
"""Of derivatives that are looked at around a multiple zero; parts of a function beyond which it is
not derived any more, for each derivative is several times as large."""
ORIGIN = np.zeros(1)
WIDEST = 2.0
"""Buckets over which a function may be lost in rounding around a multiple zero."""


@dataclass(slots=True)
class Roots:
    """places: from left to right; crowds: intervals with more than can be told apart, from which
    there are none."""

    places: Array = field(default_factory=lambda: np.empty(0))
    crowds: list[Interval] = field(default_factory=list)


class Search:
    """The zeros between low and high. walls: places in order, known already, at which the function
    may be singular; what happens there is not looked for. hints: where a multiple zero may be, as
    zeros of f and f′ are for f″.
    """

    def __init__(
        self, target: Reaching, low: float, high: float, walls: Array, hints: Array = ORIGIN
    ) -> None:
        self._target, self._field = target, Field(low, high, walls)
        self._hints = hints
        self._pruning = Pruning(target, self._field)
        self.roots = Roots()

    def run(self) -> Rounds:
        """Look for them, a round at a time; then `roots` is what was found."""
        if self._is_zero_everywhere():
            return
        yield
        yield from self._pruning.run()
        proven, noisy = self._places()
        yield
        found = [proven]
        for low, high in (*self._groups(), *noisy):
            found.append(self._multiple(low, high))
            yield
        everything = distinct_places(np.concatenate(found), self._field.span)
        self.roots.places = self._outside_crowds(everything)

    def _is_zero_everywhere(self) -> bool:
        """Whether rounding can nowhere tell it from 0, as 1/x − 1/x."""
        shares = (np.arange(32.0) * 0.6180339887498949) % 1.0
        places = self._field.low + self._field.span * shares
        known = np.isfinite(self._target(places))
        return bool(known.any() and self._target.is_lost(places[known]).all())

    def _places(self) -> tuple[Array, list[Interval]]:
        """The zeros in brackets, as far as they are worth telling apart. Where rounding decides on
        signs, a change of sign is near a zero, and no more: those are neighbourhoods."""
        if not self._pruning.brackets:
            return np.empty(0), []
        columns = zip(*self._pruning.brackets, strict=True)
        brackets = Brackets(*(np.concatenate(column) for column in columns))
        kept, crowds = told_apart(brackets.low, self._field.span)
        self.roots.crowds += crowds
        places = closed_in(self._target, *(column[kept] for column in brackets))
        places = places[~self._field.is_walled(places, places)]
        near: Array = np.fmax(NEAR_ZERO * self._field.span, 64 * np.spacing(np.abs(places)))
        noisy = self._target.is_lost_at_either(places - near, places + near)
        around = [self._around(x) for x in places[noisy][:MOST_DOUBTFUL].tolist()]
        return places[~noisy], around

    def _around(self, x: float) -> Interval:
        """The neighbourhood in which rounding decides on signs."""
        reach: Array = np.ldexp(NEAR_ZERO * self._field.span, np.arange(36))
        lost = self._target.is_lost_at_either(x - reach, x + reach)
        room = float(reach[min(int(np.count_nonzero(lost)), reach.size - 1)])
        return x - room, x + room

    def _groups(self) -> list[Interval]:
        """Doubtful cells away from walls, those that touch taken together."""
        if not self._pruning.doubtful:
            return []
        low, high, *_ = together(self._pruning.doubtful)
        order = np.argsort(low)
        low, high = low[order], np.maximum.accumulate(high[order])
        apart = np.flatnonzero(low[1:] > high[:-1] + 2 * SMALLEST * self._field.span)
        if apart.size > MOST_DOUBTFUL:
            self.roots.crowds.append((float(low[0]), float(high[-1])))
            return []
        low, high = low[np.append(0, apart + 1)], high[np.append(apart, low.size - 1)]
        free = ~self._field.has_wall(low, high)
        return list(zip(low[free].tolist(), high[free].tolist(), strict=True))

    def _multiple(self, low: float, high: float) -> Array:
        """The zero in a doubtful place: an n-fold zero is a simple one of the derivative of order
        n − 1, and there the next derivative is not 0."""
        room = high - low
        if room * BUCKETS > WIDEST * self._field.span:
            return np.empty(0)
        hints = self._hints[(self._hints >= low) & (self._hints <= high)][:1]
        if self._target.is_lost(hints).any():
            return hints
        ends = np.array([low - room, high + room])
        changing = list(self._changing(ends))
        if not changing:
            return np.empty(0)
        function, level = changing[-1]
        found = closed_in(function, ends[:1], ends[1:], np.array([level]))
        x = distinct_places(found, self._field.span)
        return x if self._target.is_lost(x).any() else x[:0]

    def _changing(self, ends: Array) -> Iterator[tuple[Reaching, float]]:
        """The function and its derivatives, as far as they cross their level between two ends, up
        to the one whose own derivative is not 0 there."""
        function, has_changed = self._target, False
        for _ in range(HIGHEST_ORDER):
            level = function.nearest_level(float(ends.mean()))
            first, last = function(ends) - level
            if first * last < 0.0:
                has_changed = True
                yield function, level
            if function.encloser.parts > LARGEST_DERIVED:
                return
            function = function.derivative
            if has_changed and not function.may_vanish(*ends.tolist()):
                return

    def _outside_crowds(self, places: Array) -> Array:
        """No single zeros at the fringes of a crowd."""
        near = np.convolve(self._pruning.crowded, np.ones(FRINGE), mode="same") > 0
        self.roots.crowds += self._field.runs(near)
        return places[~near[self._field.bucket(places)]]
