"""Cells: the intervals of x that a curve is looked at in, many at a time, and how they are cut.

Away from trouble a cell is cut in equal parts, off the beat so that nothing periodic can hide.
Around a place where the function may break it is cut so that each part holds the same number of
floats: that closes in on any place, 0 and its neighbourhood too, down to two adjacent floats.
"""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.intervals.arithmetic import Array, Flags

Integers = NDArray[np.int64]
Entry = TypeVar("Entry", np.float64, np.bool_)
LEAST = np.iinfo(np.int64).min
OFF_BEAT = (5**0.5 - 1) / 2 - 0.5
"""How far the cuts are off their even places, in parts: irrational."""


def _row(table: NDArray[Entry], place: int) -> NDArray[Entry]:
    row: NDArray[Entry] = table[place]
    return row


class Cells(NamedTuple):
    """n cells, none of them empty, in two tables, which are quicker to cut up than ten columns.

    numbers, shape (8, n): low, high: where a cell begins and ends; at_low, at_high: f there (NaN
    where undefined); bottom, top: bounds of f inside; falling, rising: bounds of f′ inside.
    flags, shape (2, n): doubt: f may be broken or undefined somewhere inside; void: f is undefined
    everywhere inside.
    """

    numbers: Array
    flags: Flags

    @property
    def low(self) -> Array:
        return _row(self.numbers, 0)

    @property
    def high(self) -> Array:
        return _row(self.numbers, 1)

    @property
    def at_low(self) -> Array:
        return _row(self.numbers, 2)

    @property
    def at_high(self) -> Array:
        return _row(self.numbers, 3)

    @property
    def bottom(self) -> Array:
        return _row(self.numbers, 4)

    @property
    def top(self) -> Array:
        return _row(self.numbers, 5)

    @property
    def falling(self) -> Array:
        return _row(self.numbers, 6)

    @property
    def rising(self) -> Array:
        return _row(self.numbers, 7)

    @property
    def doubt(self) -> Flags:
        return _row(self.flags, 0)

    @property
    def void(self) -> Flags:
        return _row(self.flags, 1)


def ordinal(x: Array) -> Integers:
    """How many floats there are from 0 to x, less than 0 for x < 0: adjacent floats differ by 1."""
    bits = np.ascontiguousarray(x).view(np.int64)
    numbers: Integers = np.where(bits < 0, LEAST - bits, bits)
    return numbers


def from_ordinal(number: Integers) -> Array:
    """The inverse of `ordinal`."""
    bits: Integers = np.where(number < 0, LEAST - number, number)
    return bits.view(np.float64)


def floats_between(cells: Cells) -> Integers:
    """How many floats the way from one end to the other takes; 1 for adjacent ones."""
    return ordinal(cells.high) - ordinal(cells.low)


def evenly(low: Array, high: Array, parts: int) -> Array:
    """Nodes of shape (n, parts + 1) that cut each cell in almost equal parts."""
    places = (np.arange(1, parts) + OFF_BEAT / 2) / parts
    inner = low[:, None] + (high - low)[:, None] * places
    return np.concatenate((low[:, None], inner, high[:, None]), axis=1)


def by_floats(low: Array, high: Array, parts: int) -> Array:
    """Nodes of shape (n, parts + 1) between which there are equally many floats.

    No cell may have 0 inside: the count could leave int64.
    """
    first, last = ordinal(low)[:, None], ordinal(high)[:, None]
    steps = np.arange(parts + 1, dtype=np.int64)
    whole, rest = (last - first) // parts, (last - first) % parts
    return from_ordinal(first + whole * steps + rest * steps // parts)
