"""Branch and prune: cells that can have no zero are dropped, the others cut until they tell.

(R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis, 2009.)
"""

from collections.abc import Generator, Iterator

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.marks.cells import BUCKETS, Brackets, Cells, Field, together
from gdviz.calculus.marks.reaching import Reaching
from gdviz.calculus.sampling.cells import Integers

SMALL, FULL = 1 / 8, 10
"""A bucket with more cells than FULL, each of them so small a part of it, is full."""
SMALLEST = 2.0**-26
"""Cells are not cut below this part of the field."""
ROUNDING = 1e-13
SHARES = (np.arange(1.0, 6.0) + 0.2360679774997898) / 6.0
"""Where cells are looked at that numbers have to decide on."""
MOST_ZEROS = 6
"""Changes of sign in one full bucket that are still told apart."""
WORK_AT_ONCE, FEWEST_AT_ONCE = 20_000, 64
MOST_WORK = 1_000_000
"""Parts of the expression times cells: in one round, and in all; after that numbers decide."""
MOST_ROUNDS = 40

Rounds = Generator[None, None, None]


class Pruning:
    """Of one function on one field. brackets: with one zero each; doubtful: cells that are not cut
    any more; crowded: buckets with more zeros than can be told apart."""

    def __init__(self, target: Reaching, field: Field) -> None:
        self._target, self._field = target, field
        self._work = 0
        self.brackets: list[Brackets] = []
        self.doubtful: list[Cells] = []
        self.crowded = np.zeros(BUCKETS, dtype=np.bool_)

    def run(self) -> Rounds:
        """Look at everything, some cells at a time."""
        cells = self._field.cells(self._target)
        for _ in range(MOST_ROUNDS):
            kept = []
            for batch in self._batches(cells):
                kept.append(self._open(batch))
                yield
            cells = together(kept)
            if not cells.low.size:
                return
            if self._work > MOST_WORK:
                break
            cells = cells.cut(self._target)
        self._by_numbers(cells)

    def _batches(self, cells: Cells) -> Iterator[Cells]:
        """Cells that are looked at in one round: fewer of longer expressions."""
        size = max(FEWEST_AT_ONCE, WORK_AT_ONCE // self._target.weight)
        for first in range(0, cells.low.size, size):
            batch = cells.where(slice(first, first + size))
            self._work += batch.low.size * self._target.weight
            yield batch

    def _open(self, cells: Cells) -> Cells:
        """The cells that are still to be cut; brackets are kept."""
        value, slope, doubt, void = self._bounds(cells)
        first, last = self._target.levels(*value)
        possible = (first <= last) & ~void
        monotone = possible & ~doubt & ((slope[0] > 0.0) | (slope[1] < 0.0))
        settled = monotone & self._keep_brackets(cells, monotone)
        rest = cells.where(possible & ~settled)
        rest = rest.where(~self._keep_smallest(rest))
        return rest.where(~self._give_up(rest))

    def _bounds(self, cells: Cells) -> tuple[Array, Array, Flags, Flags]:
        """Bounds of values and slopes: by intervals, and by the slope from the middle."""
        half = (cells.high - cells.low) / 2
        count, middle = half.size, cells.low + half
        found = self._target.encloser(
            np.concatenate((cells.low, middle)), np.concatenate((cells.high, middle))
        )
        value, slope = found.value[:, :count].copy(), found.slope[:, :count]
        doubt, void = found.doubt[:count], found.void[:count]
        # A little further, for the rounding of all this.
        reach = np.maximum(np.abs(slope[0]), np.abs(slope[1])) * half * (1.0 + ROUNDING)
        sure = ~doubt & np.isfinite(reach) & ~found.doubt[count:]
        low, high = found.value[:, count:]
        value[0] = np.where(sure, np.fmax(value[0], low - reach), value[0])
        value[1] = np.where(sure, np.fmin(value[1], high + reach), value[1])
        return value, slope, doubt, void

    def _keep_brackets(self, cells: Cells, monotone: Flags) -> Flags:
        """Monotone cells whose ends show which levels they cross; those with many are cut."""
        ends = np.fmin(cells.at_low, cells.at_high), np.fmax(cells.at_low, cells.at_high)
        first, last = self._target.levels(*ends)
        known = ~np.isnan(cells.at_low + cells.at_high)
        single = monotone & known & (first == last)
        # Monotone, and yet the same at both ends: rounding took the difference.
        level = single & (cells.at_low == cells.at_high)
        self._doubt(cells.where(level))
        single &= ~level
        if single.any():
            self.brackets.append(Brackets(cells.low[single], cells.high[single], first[single]))
        settled: Flags = known & (last <= first)
        return settled

    def _keep_smallest(self, cells: Cells) -> Flags:
        """Cells that are not worth cutting: too small, or too near a wall."""
        smallest = np.maximum(SMALLEST * self._field.span, 4 * np.spacing(np.abs(cells.high)))
        small: Flags = cells.high - cells.low <= smallest
        walled = self._field.is_walled(cells.low, cells.high)
        self._doubt(cells.where(small & ~walled))
        return small | walled

    def _give_up(self, cells: Cells) -> Flags:
        """Cells of buckets that are full of them."""
        bucket = self._field.bucket(cells.low)
        small = (cells.high - cells.low) * BUCKETS <= SMALL * self._field.span
        full: Flags = small & (np.bincount(bucket[small], minlength=BUCKETS)[bucket] > FULL)
        if full.any():
            self._by_numbers(cells.where(full))
        return full

    def _by_numbers(self, cells: Cells) -> None:
        """Where rounding decides on signs at an end of a cell, it remains doubtful; elsewhere a few
        changes of sign in a bucket are zeros, and many are a crowd."""
        noise = self._target.is_lost_at_either(cells.low, cells.high)
        self._doubt(cells.where(noise))
        sound = cells.where(~noise)
        x, y = sound.looked_at(self._target, SHARES)
        first, last = self._target.levels(
            np.fmin(y[:, 1:], y[:, :-1]), np.fmax(y[:, 1:], y[:, :-1])
        )
        changes: Flags = (first <= last) & ~np.isnan(y[:, 1:] + y[:, :-1])
        bucket = self._field.bucket(sound.low)
        is_crowd = self._are_many(changes, bucket)[:, None]
        few = changes & ~is_crowd & (first == last)
        if few.any():
            self.brackets.append(Brackets(x[:, :-1][few], x[:, 1:][few], first[few]))
        self.crowded[bucket[(changes & is_crowd).any(axis=1)]] = True

    def _are_many(self, changes: Flags, bucket: Integers) -> Flags:
        """For each cell, whether there are too many changes of sign in its bucket."""
        count = np.bincount(bucket, weights=changes.sum(axis=1), minlength=BUCKETS)
        many: Flags = count[bucket] > MOST_ZEROS
        return many

    def _doubt(self, cells: Cells) -> None:
        if cells.low.size:
            self.doubtful.append(cells)
