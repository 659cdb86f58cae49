"""Places worth looking at, found by looking at many numbers: zeros, extrema, poles, domain edges.

This is a quick survey for choosing a view, not a proof: what is narrower than the survey's steps
can be missed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Integers = NDArray[np.intp]
Function = Callable[[Array], Array]

PARTS, ROUNDS = 8, 7
"""How places are closed in on: enough to tell a zero or an extremum from a pole."""
GROWTH, STILL_GROWING, ENORMOUS = 1.5, 1.15, 1e6
"""f runs to infinity where |f| has grown so much on the way, and so much in the second half of it;
or enormously, though rounding has stopped it."""

NOISE = 2.0**-50
"""Steps that are no larger than this part of the value are made by rounding."""
SAME = 1e-3
"""Poles this near to each other (relative to their x) are one."""


class Kind(StrEnum):
    """What is to be seen at a place."""

    ZERO = "zero"
    EXTREMUM = "extremum"
    POLE = "pole"
    EDGE = "edge"


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """n places from left to right: x, f(x) (NaN at poles), and what each is."""

    x: Array
    y: Array
    kinds: tuple[Kind, ...]

    def where(self, chosen: Integers) -> "Landmarks":
        """Some of them."""
        return Landmarks(self.x[chosen], self.y[chosen], tuple(self.kinds[i] for i in chosen))

    def and_also(self, others: "Landmarks") -> "Landmarks":
        """These and others."""
        x, y = np.concatenate((self.x, others.x)), np.concatenate((self.y, others.y))
        both = Landmarks(x, y, self.kinds + others.kinds)
        return both.where(np.argsort(x, kind="stable"))

    def nearest(self, count: int, x: float = 0.0) -> "Landmarks":
        """The `count` places that are nearest to x."""
        return self.where(np.sort(np.argsort(np.abs(self.x - x), kind="stable")[:count]))


def landmarks(function: Function, nodes: Array, most: int = 64) -> Landmarks:
    """What is to be seen between the `nodes` (rising): of each kind the `most` nearest to 0."""
    # Overflow is far away, and what is undefined is NaN: neither is worth a warning.
    with np.errstate(all="ignore"):
        value = function(nodes)
        found = [
            _search(function, nodes, most, Kind.ZERO, _changes(np.sign(value)), 1),
            _search(function, nodes, most, Kind.EDGE, _changes(_is_defined(value)), 1),
            _search(function, nodes, most, Kind.EXTREMUM, _changes(_ways(value)), 2),
        ]
    x, y = (np.concatenate(column) for column in zip(*((f.x, f.y) for f in found), strict=True))
    everything = Landmarks(x, y, tuple(kind for f in found for kind in f.kinds))
    return _without_repeats(everything.where(np.argsort(x, kind="stable")))


def _without_repeats(found: Landmarks) -> Landmarks:
    """A pole is found by its jump of sign and again by the jump of slope on each side of it."""
    kept = [
        i
        for i, kind in enumerate(found.kinds)
        if not (
            i
            and kind is found.kinds[i - 1] is Kind.POLE
            and found.x[i] - found.x[i - 1] <= SAME * max(1.0, abs(found.x[i]))
        )
    ]
    return found.where(np.array(kept, dtype=np.intp))


def _is_defined(value: Array) -> Array:
    return np.where(np.isnan(value), -1.0, 1.0)


def _ways(value: Array) -> Array:
    """Up or down from node to node; 0 where rounding alone makes the step, as in tg x·ctg x."""
    step = np.diff(value)
    return np.where(np.abs(step) <= NOISE * np.abs(value[1:]), 0.0, np.sign(step))


def _changes(sign: Array) -> Integers:
    """Where a sign changes to its opposite, at once or after a single zero."""
    before = np.where(sign[1:-1] == 0.0, sign[:-2], sign[1:-1])
    later = np.flatnonzero(before * sign[2:] < 0) + 1
    return np.concatenate((np.flatnonzero(sign[:1] * sign[1:2] < 0), later))


def _search(
    function: Function, nodes: Array, most: int, kind: Kind, places: Integers, reach: int
) -> Landmarks:
    """Close in on what lies between nodes[place] and nodes[place + reach]."""
    if not places.size:
        return Landmarks(np.empty(0), np.empty(0), ())
    places = places[np.argsort(np.abs(nodes[places]), kind="stable")[:most]]
    low, high = nodes[places], nodes[places + reach]
    if kind is not Kind.EXTREMUM:
        # The change may come after a node that is zero itself.
        low = nodes[np.maximum(places - 1, 0)] if kind is Kind.ZERO else low
    sizes = []
    for _ in range(ROUNDS):
        table = low[:, None] + (high - low)[:, None] * (np.arange(PARTS + 1) / PARTS)
        values = function(table.ravel()).reshape(table.shape)
        sizes.append(np.fmax(np.abs(values[:, 0]), np.abs(values[:, -1])))
        first, last = CHOICES[kind](values)
        each = np.arange(low.size)
        low, high = table[each, first], table[each, last]
    return _named(function, kind, low, high, np.array(sizes))


def _at_other_sign(values: Array) -> tuple[Integers, Integers]:
    return _at_first(np.sign(values[:, 1:]) != np.sign(values[:, :1]))


def _at_edge(values: Array) -> tuple[Integers, Integers]:
    return _at_first(np.isnan(values[:, 1:]) != np.isnan(values[:, :1]))


def _at_first(other: NDArray[np.bool_]) -> tuple[Integers, Integers]:
    first = np.argmax(other, axis=1)
    return first, first + 1


def _at_extremum(values: Array) -> tuple[Integers, Integers]:
    """Around the greatest value, or the least one where the ends are higher than the middle."""
    is_valley = values[:, PARTS // 2] < np.fmax(values[:, 0], values[:, -1])
    signed = np.where(is_valley[:, None], -values, values)
    peak = np.argmax(np.where(np.isnan(signed), -np.inf, signed), axis=1)
    return np.maximum(peak - 1, 0), np.minimum(peak + 1, PARTS)


CHOICES = {Kind.ZERO: _at_other_sign, Kind.EDGE: _at_edge, Kind.EXTREMUM: _at_extremum}
"""Of values at PARTS + 1 nodes a row: between which of them to go on."""


def _named(function: Function, kind: Kind, low: Array, high: Array, sizes: Array) -> Landmarks:
    ends = function(low), function(high)
    size = np.fmax(np.abs(ends[0]), np.abs(ends[1]))
    grows = (size > GROWTH * sizes[0]) & (size > STILL_GROWING * sizes[ROUNDS // 2])
    runs_off = ~np.isfinite(size) | grows | (size > ENORMOUS * sizes[0])
    at_low = np.isfinite(ends[0])
    y = np.where(runs_off, np.nan, np.where(at_low, *ends))
    kinds = tuple(Kind.POLE if off else kind for off in runs_off)
    return Landmarks(np.where(at_low, low, high), y, kinds)
