"""The interval that is searched, and the cells and buckets that it is cut into."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import Integers

FIRST_CELLS, PARTS, MANY_PARTS, FEW = 64, 4, 16, 24
"""Cells at first; in how many each is cut, and in how many where there are few."""
OFF_BEAT, OFF_MIDDLE = 1.7e-5, 0.118
"""Cuts are off even places, in parts of the whole and of a cell: zeros like to be there."""
BUCKETS = 480
NEAR_WALL = 2.0**-20
"""What is this near to a wall, in parts of the interval, is the wall's own affair."""

Function = Callable[[Array], Array]
Interval = tuple[float, float]


class Brackets(NamedTuple):
    """Between low and high a function reaches the level, changing the side."""

    low: Array
    high: Array
    level: Array


class Cells(NamedTuple):
    """Cells with the values at their ends."""

    low: Array
    high: Array
    at_low: Array
    at_high: Array

    def where(self, chosen: Flags | slice) -> "Cells":
        """Some of them."""
        return Cells(*(column[chosen] for column in self))

    def looked_at(self, function: Function, shares: Array) -> tuple[Array, Array]:
        """Places from end to end of each cell, those inside at `shares` of it, and values there:
        arrays of shape (cells, shares + 2)."""
        inner = self.low[:, None] + (self.high - self.low)[:, None] * shares
        values = function(inner.ravel()).reshape(inner.shape)
        x = np.concatenate((self.low[:, None], inner, self.high[:, None]), axis=1)
        y = np.concatenate((self.at_low[:, None], values, self.at_high[:, None]), axis=1)
        return x, y

    def cut(self, function: Function) -> "Cells":
        """The same range in smaller cells."""
        parts = MANY_PARTS if self.low.size <= FEW else PARTS
        x, y = self.looked_at(function, (np.arange(1, parts) + OFF_MIDDLE) / parts)
        columns = (x[:, :-1], x[:, 1:], y[:, :-1], y[:, 1:])
        smaller = Cells(*(column.ravel() for column in columns))
        return smaller.where(smaller.low < smaller.high)


def together(groups: Sequence[Cells]) -> Cells:
    """The cells of all groups."""
    return Cells(*(np.concatenate(columns) for columns in zip(*groups, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """From low to high; walls: places in order, at which the function may be singular."""

    low: float
    high: float
    walls: Array

    @property
    def span(self) -> float:
        return self.high - self.low

    def cells(self, function: Function) -> Cells:
        """All of it; 0 and walls are ends of cells."""
        nodes = np.linspace(self.low, self.high, FIRST_CELLS + 1)
        inner = nodes[1:-1] + self.span * OFF_BEAT
        walls = self.walls[(self.walls > self.low) & (self.walls < self.high)]
        zero = [0.0] if self.low < 0.0 < self.high else []
        nodes = np.sort(np.concatenate((nodes[:1], inner, nodes[-1:], walls, zero)))
        nodes = nodes[np.diff(nodes, prepend=-np.inf) > 0.0]
        values = function(nodes)
        return Cells(nodes[:-1], nodes[1:], values[:-1], values[1:])

    def bucket(self, x: Array) -> Integers:
        """The number of the bucket of each x: parts of the field that are given up one by one."""
        number = np.floor((x - self.low) * (BUCKETS / self.span))
        return np.clip(number, 0, BUCKETS - 1).astype(np.int64)

    def runs(self, buckets: Flags) -> list[Interval]:
        """The intervals that chosen buckets make."""
        ends = np.flatnonzero(np.diff(buckets, prepend=False, append=False))
        x = (self.low + ends * (self.span / BUCKETS)).tolist()
        return list(zip(x[::2], x[1::2], strict=True))

    def is_walled(self, low: Array, high: Array) -> Flags:
        """Which intervals lie by a wall, all of each."""
        reach = NEAR_WALL * self.span
        padded = np.concatenate(([-np.inf], self.walls, [np.inf]))
        nearest = padded[np.searchsorted(padded, high - reach, side="left")]
        walled: Flags = nearest - reach <= low
        return walled

    def has_wall(self, low: Array, high: Array) -> Flags:
        """Which intervals reach a wall."""
        reach = NEAR_WALL * self.span
        before = np.searchsorted(self.walls, low - reach)
        reaches: Flags = np.searchsorted(self.walls, high + reach) > before
        return reaches
