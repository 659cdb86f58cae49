"""All zeros of an expression in an interval, each to the last bit: branch and prune.

The interval is cut into cells. Where interval arithmetic proves that there is no zero a cell is
dropped; where it proves that the function is monotone one look at the ends decides. What is left
is cut on. Multiple zeros, as of x² − 2x + 1, are never proven: what is left around them is closed
in on by the zeros of derivatives. Where cells stay doubtful however small (the function is noise,
or has too many zeros to be told apart) numbers decide, or the region is given up as crowded.
(R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis, 2009.)
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.intervals import Encloser
from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.marks.closing_in import (
    Interval,
    closed_in,
    distinct_places,
    told_apart,
)
from gdviz.calculus.marks.conditions import Level
from gdviz.calculus.sampling.cells import Integers

FIRST_CELLS, PARTS, MANY_PARTS, FEW = 64, 4, 16, 24
"""Cells at first; in how many each is cut, and in how many where there are few."""
BUCKETS = 480
"""Parts of the interval that are given up one by one."""
SMALL, FULL = 1 / 8, 10
"""A bucket with more cells than FULL, each of them so small a part of it, is full."""
SMALLEST = 2.0**-26
"""Cells are not cut below this part of the interval."""
NEAR_ZERO = 2.0**-40
"""Where rounding decides on the sign so near to a simple zero, it is not a simple one."""
NEAR_WALL = 2.0**-20
"""Zeros this near to a wall, in parts of the interval, are the wall's own affair."""
FRINGE = 5
"""Buckets: a crowd reaches two beyond those that are crowded."""
ROUNDING = 1e-13
SAMPLES = 6
MOST_ZEROS = 6
"""Changes of sign in one full bucket that are still told apart."""
MOST_MULTIPLE = 64
"""Doubtful places that are closed in on, one by one."""
HIGHEST_ORDER, LARGEST_DERIVED = 6, 100
"""Of derivatives that are looked at around a multiple zero; parts of a function beyond which it is
not derived any more, for each derivative is several times as large."""
MOST_ROUNDS = 40
WIDEST = 2.0
"""Buckets over which a function may be lost in rounding around a multiple zero."""

Step = Generator[None, None, None]


class Brackets(NamedTuple):
    """Between low and high the function reaches `level`, changing the side."""

    low: Array
    high: Array
    level: Array


@dataclass(slots=True)
class Cells:
    """Cells with the values at their ends."""

    low: Array
    high: Array
    at_low: Array
    at_high: Array

    def where(self, chosen: Flags) -> "Cells":
        """Some of them."""
        return Cells(self.low[chosen], self.high[chosen], self.at_low[chosen], self.at_high[chosen])


@dataclass(slots=True)
class Roots:
    """places: from left to right; crowds: intervals with more than can be told apart, from which
    there are none."""

    places: Array = field(default_factory=lambda: np.empty(0))
    crowds: list[Interval] = field(default_factory=list)


class Reaching:
    """A compiled expression whose reaching a level is looked for."""

    def __init__(
        self,
        body: Expression,
        variable: str,
        parameters: Mapping[str, float],
        level: Level = Level.ZERO,
    ) -> None:
        self.body, self.variable, self.parameters, self.level = body, variable, parameters, level
        self._compiled = compile_function(body, (variable,), parameters)
        self.encloser = Encloser(body, variable, parameters)

    def __call__(self, x: Array) -> Array:
        return np.asarray(self._compiled(x))

    @cached_property
    def derivative(self) -> "Reaching":
        """Of the same variable, to be looked at where it is 0."""
        raw = raw_derivative(self.body, self.variable)
        return Reaching(raw, self.variable, self.parameters)

    def levels(self, low: Array, high: Array) -> tuple[Array, Array]:
        """The least and the greatest level between two values; the least is greater if none is."""
        if self.level is Level.ZERO:
            inside = (low <= 0.0) & (high >= 0.0)
            return np.zeros_like(low), np.where(inside, 0.0, -1.0)
        top = np.minimum(high, 0.0) if self.level is Level.POLES_OF_GAMMA else high
        return np.ceil(low), np.floor(top)

    def may_vanish(self, low: float, high: float) -> bool:
        """Whether it may be 0 somewhere between two numbers."""
        found = self.encloser(np.array([low]), np.array([high]))
        return bool(found.value[0, 0] <= 0.0 <= found.value[1, 0])

    def is_lost(self, x: Array) -> Flags:
        """Where rounding, of x too, cannot tell the value from 0."""
        found = self.encloser(np.nextafter(x, -np.inf), np.nextafter(x, np.inf))
        lost: Flags = (found.value[0] <= 0.0) & (found.value[1] >= 0.0)
        return lost


class Search:
    """The zeros between low and high. walls: places, known already, at which the function may be
    singular; what happens there is not looked for."""

    def __init__(self, target: Reaching, low: float, high: float, walls: Array) -> None:
        self.target, self.low, self.high, self.walls = target, low, high, walls
        self.span = high - low
        self.roots = Roots()
        self._brackets: list[Brackets] = []
        self._final: list[Cells] = []
        self._crowded = np.zeros(BUCKETS, dtype=np.bool_)

    def run(self) -> Step:
        """Look for them, a round at a time; then `roots` is what was found."""
        if self._is_zero_everywhere():
            return
        yield
        cells = self._first_cells()
        for _ in range(MOST_ROUNDS):
            cells = self._open(cells)
            if not cells.low.size:
                break
            cells = self._cut(cells)
            yield
        yield from self._closed_in()

    def _is_zero_everywhere(self) -> bool:
        """Whether rounding can nowhere tell it from 0, as 1/x − 1/x."""
        if self.target.level is not Level.ZERO:
            return False
        places = self.low + self.span * ((np.arange(32.0) * 0.6180339887498949) % 1.0)
        values = self.target(places)
        known = np.isfinite(values)
        return bool(known.any() and self.target.is_lost(places[known]).all())

    def _first_cells(self) -> Cells:
        nodes = np.linspace(self.low, self.high, FIRST_CELLS + 1)
        inner = nodes[1:-1] + self.span * 1.7e-5
        more = self.walls[(self.walls > self.low) & (self.walls < self.high)]
        zero = [0.0] if self.low < 0.0 < self.high else []
        nodes = np.sort(np.concatenate((nodes[:1], inner, nodes[-1:], more, zero)))
        nodes = nodes[np.diff(nodes, prepend=-np.inf) > 0.0]
        values = self.target(nodes)
        return Cells(nodes[:-1], nodes[1:], values[:-1], values[1:])

    def _open(self, cells: Cells) -> Cells:
        """The cells that are still doubtful; brackets are kept."""
        value, slope, doubt, void = self._bounds(cells)
        first, last = self.target.levels(*value)
        possible = (first <= last) & ~void
        monotone = possible & ~doubt & ((slope[0] > 0.0) | (slope[1] < 0.0))
        settled = monotone & self._keep_brackets(cells, monotone)
        rest = cells.where(possible & ~settled)
        rest = rest.where(~self._keep_final(rest))
        return rest.where(~self._give_up(rest)) if rest.low.size else rest

    def _bounds(self, cells: Cells) -> tuple[Array, Array, Flags, Flags]:
        """Bounds of values and slopes: by intervals, and by the slope from the middle."""
        middle = cells.low + (cells.high - cells.low) / 2
        count = middle.size
        found = self.target.encloser(
            np.concatenate((cells.low, middle)), np.concatenate((cells.high, middle))
        )
        value, slope = found.value[:, :count].copy(), found.slope[:, :count]
        doubt, void = found.doubt[:count], found.void[:count]
        half = (cells.high - cells.low) / 2
        # A little further, for the rounding of all this.
        reach = np.maximum(np.abs(slope[0]), np.abs(slope[1])) * half * (1.0 + ROUNDING)
        sure = ~doubt & np.isfinite(reach) & ~found.doubt[count:]
        at_middle = found.value[:, count:]
        value[0] = np.where(sure, np.fmax(value[0], at_middle[0] - reach), value[0])
        value[1] = np.where(sure, np.fmin(value[1], at_middle[1] + reach), value[1])
        return value, slope, doubt, void

    def _keep_brackets(self, cells: Cells, chosen: Flags) -> Flags:
        """Monotone cells whose ends show on which levels they cross; those with many are cut."""
        low, high = np.fmin(cells.at_low, cells.at_high), np.fmax(cells.at_low, cells.at_high)
        first, last = self.target.levels(low, high)
        known = ~np.isnan(cells.at_low + cells.at_high)
        single = chosen & known & (first == last)
        if single.any():
            one = cells.where(single)
            self._brackets.append(Brackets(one.low, one.high, first[single]))
        settled: Flags = known & (last <= first)
        return settled

    def _keep_final(self, cells: Cells) -> Flags:
        """Cells that are not worth cutting: too small, or too near a wall."""
        smallest = np.maximum(SMALLEST * self.span, 4 * np.spacing(np.abs(cells.high)))
        small: Flags = cells.high - cells.low <= smallest
        walled = self._is_walled(cells.low, cells.high)
        if (small & ~walled).any():
            self._final.append(cells.where(small & ~walled))
        return small | walled

    def _is_walled(self, low: Array, high: Array) -> Flags:
        """Which intervals lie by a wall, all of each: what happens there is the wall's affair."""
        reach = NEAR_WALL * self.span
        padded = np.concatenate(([-np.inf], self.walls, [np.inf]))
        nearest = padded[np.searchsorted(padded, high - reach, side="left")]
        walled: Flags = nearest - reach <= low
        return walled

    def _give_up(self, cells: Cells) -> Flags:
        """Cells of buckets that are full of them: numbers decide there."""
        bucket = self._bucket(cells.low)
        small = (cells.high - cells.low) * BUCKETS <= SMALL * self.span
        count = np.bincount(bucket[small], minlength=BUCKETS)
        full = small & (count[bucket] > FULL)
        if full.any():
            lost = full.copy()
            lost[full] = self._is_noise(cells.where(full))
            if lost.any():
                self._final.append(cells.where(lost))
            if (full & ~lost).any():
                self._by_numbers(cells.where(full & ~lost), bucket[full & ~lost])
        return full

    def _is_noise(self, cells: Cells) -> Flags:
        """Where an end of a cell cannot be told from a zero: rounding decides on signs there."""
        if self.target.level is not Level.ZERO:
            return np.zeros(cells.low.size, dtype=np.bool_)
        lost: Flags = self.target.is_lost(cells.low) | self.target.is_lost(cells.high)
        return lost

    def _by_numbers(self, cells: Cells, bucket: Integers) -> None:
        """Changes of sign in full buckets: a few are zeros, many are too many, or noise."""
        shares = (np.arange(1, SAMPLES) + 0.2360679774997898) / SAMPLES
        inner = cells.low[:, None] + (cells.high - cells.low)[:, None] * shares
        x = np.concatenate((cells.low[:, None], inner, cells.high[:, None]), axis=1)
        inside = self.target(inner.ravel()).reshape(inner.shape)
        y = np.concatenate((cells.at_low[:, None], inside, cells.at_high[:, None]), axis=1)
        first, last = self.target.levels(np.fmin(y[:, 1:], y[:, :-1]), np.fmax(y[:, 1:], y[:, :-1]))
        changes = (first <= last) & ~np.isnan(y[:, 1:] + y[:, :-1])
        count = np.bincount(bucket, weights=changes.sum(axis=1), minlength=BUCKETS)
        few = changes & (count[bucket] <= MOST_ZEROS)[:, None] & (first == last)
        if few.any():
            ends = x[:, :-1][few], x[:, 1:][few]
            self._brackets.append(Brackets(*ends, first[few]))
        many = (count[bucket] > MOST_ZEROS)[:, None] & changes
        self._crowded[bucket[many.any(axis=1)]] = True

    def _cut(self, cells: Cells) -> Cells:
        parts = MANY_PARTS if cells.low.size <= FEW else PARTS
        shares = (np.arange(1, parts) + 0.118) / parts
        inner = cells.low[:, None] + (cells.high - cells.low)[:, None] * shares
        nodes = np.concatenate((cells.low[:, None], inner, cells.high[:, None]), axis=1)
        inside = self.target(inner.ravel()).reshape(inner.shape)
        values = np.concatenate((cells.at_low[:, None], inside, cells.at_high[:, None]), axis=1)
        cut = Cells(
            nodes[:, :-1].ravel(), nodes[:, 1:].ravel(),
            values[:, :-1].ravel(), values[:, 1:].ravel(),
        )  # fmt: skip
        return cut.where(cut.low < cut.high)

    def _bucket(self, x: Array) -> Integers:
        number = np.floor((x - self.low) * (BUCKETS / self.span))
        return np.clip(number, 0, BUCKETS - 1).astype(np.int64)

    def _closed_in(self) -> Step:
        places, groups = self._places(), self._groups()
        places = places[~self._is_walled(places, places)]
        yield
        if places.size and self.target.level is Level.ZERO:
            # Where rounding decides on signs, a change of sign is near a zero, and no more.
            near: Array = np.fmax(NEAR_ZERO * self.span, 64 * np.spacing(np.abs(places)))
            lost = self.target.is_lost(places - near) | self.target.is_lost(places + near)
            groups += [self._around(float(x)) for x in places[lost][:MOST_MULTIPLE]]
            places = places[~lost]
        found = [places]
        for low, high in groups:
            yield
            found.append(self._multiple(low, high))
        self.roots.places = distinct_places(np.concatenate(found), self.span)
        self._leave_out_crowds()

    def _places(self) -> Array:
        if not self._brackets:
            return np.empty(0)
        columns = zip(*self._brackets, strict=True)
        brackets = Brackets(*(np.concatenate(each) for each in columns))
        kept, crowds = told_apart(brackets.low, self.span)
        self.roots.crowds += crowds
        return closed_in(self.target, *(each[kept] for each in brackets))

    def _around(self, x: float) -> tuple[float, float]:
        """The neighbourhood in which rounding decides on signs."""
        reach: Array = np.ldexp(NEAR_ZERO * self.span, np.arange(36))
        lost = self.target.is_lost(x - reach) | self.target.is_lost(x + reach)
        room = float(reach[min(int(np.count_nonzero(lost)), reach.size - 1)])
        return x - room, x + room

    def _leave_out_crowds(self) -> None:
        """No single zeros at the fringes of a crowd."""
        if not self._crowded.any():
            return
        near = np.convolve(self._crowded, np.ones(FRINGE), mode="same") > 0
        self.roots.places = self.roots.places[~near[self._bucket(self.roots.places)]]
        ends = self.low + np.flatnonzero(np.diff(near, prepend=False, append=False)) * (
            self.span / BUCKETS
        )
        self.roots.crowds += zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True)

    def _groups(self) -> list[Interval]:
        """What is left of doubtful cells away from walls, those that touch taken together."""
        if not self._final:
            return []
        low = np.concatenate([cells.low for cells in self._final])
        high = np.concatenate([cells.high for cells in self._final])
        order = np.argsort(low)
        low, high = low[order], np.maximum.accumulate(high[order])
        apart = np.flatnonzero(low[1:] > high[:-1] + 2 * SMALLEST * self.span)
        if apart.size > MOST_MULTIPLE:
            self.roots.crowds.append((float(low[0]), float(high[-1])))
            return []
        starts, ends = low[np.append(0, apart + 1)], high[np.append(apart, low.size - 1)]
        reach = NEAR_WALL * self.span
        walls = np.searchsorted(self.walls, ends + reach) - np.searchsorted(
            self.walls, starts - reach
        )
        free = walls == 0
        return list(zip(starts[free].tolist(), ends[free].tolist(), strict=True))

    def _multiple(self, low: float, high: float) -> Array:
        """The zero in a doubtful place: an n-fold zero is a simple one of the derivative of order
        n − 1, and there the next derivative is not 0."""
        room = high - low
        if room * BUCKETS > WIDEST * self.span:
            return np.empty(0)
        ends = np.array([low - room, high + room])
        changing, function = None, self.target
        for _ in range(HIGHEST_ORDER):
            first, last = function(ends)
            if first * last < 0.0:
                changing = function
            if function.encloser.parts > LARGEST_DERIVED:
                break
            function = function.derivative
            if changing is not None and not function.may_vanish(*ends):
                break
        if changing is None:
            return np.empty(0)
        found = closed_in(changing, ends[:1], ends[1:], np.zeros(1))
        x = distinct_places(found, self.span)
        return x if self.target.level is not Level.ZERO or self.target.is_lost(x).any() else x[:0]
