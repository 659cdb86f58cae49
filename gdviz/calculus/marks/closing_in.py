"""Places closed in on to the last bit, and which of them can be told apart on a screen."""

from collections.abc import Callable

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.marks.cells import Interval

PARTS, ROUNDS = 8, 40
"""A bracket is cut at even places, which always tells something, and ever closer around the place
where its chord is 0: a simple zero is found to the last bit in four or five rounds instead of
fourteen."""
CLOSER = 0.125 ** np.arange(1.0, 16.0)
NODES = np.concatenate((-CLOSER, [0.0], CLOSER))
"""Distances from the zero of the chord, in parts of the bracket."""
DIGITS = 14
"""A number with so few digits, a few roundings away, is the one that was meant."""
ROUNDINGS = 8
SAME = 2.0**-48
"""Places this near to each other, in parts of the view, are one."""
GAP, RUN, MOST = 1 / 480, 8, 256
"""More than RUN places in a row that are nearer to each other than this part of the view cannot be
told apart; nor can more than MOST places in all."""


def closed_in(function: Callable[[Array], Array], low: Array, high: Array, level: Array) -> Array:
    """Where a function crosses the level between low and high, to the last bit."""
    each = np.arange(low.size)
    at_low, at_high = (function(end) - level for end in (low, high))
    for _ in range(ROUNDS):
        low, high = np.where(at_high == 0.0, high, low), np.where(at_low == 0.0, low, high)
        if (high <= np.nextafter(low, np.inf)).all():
            break
        nodes = _nodes(low, high, at_low, at_high)
        values = function(nodes.ravel()).reshape(nodes.shape) - level[:, None]
        signs = np.sign(values)
        first = np.argmax(signs[:, 1:] != signs[:, :1], axis=1)
        low, high = nodes[each, first], nodes[each, first + 1]
        at_low, at_high = values[each, first], values[each, first + 1]
    ends = np.stack((low, high))
    return _rounded(function, _least(function, ends, level), level)


def _nodes(low: Array, high: Array, at_low: Array, at_high: Array) -> Array:
    """Where brackets are looked at next: a row for each, from its low end to its high one."""
    width = high - low
    share = at_low / (at_low - at_high)
    share = np.where((share >= 0.0) & (share <= 1.0), share, 0.5)
    even = np.broadcast_to(np.arange(PARTS + 1) / PARTS, (low.size, PARTS + 1))
    close = np.clip(share[:, None] + NODES, 0.0, 1.0)
    nodes = low[:, None] + width[:, None] * np.sort(np.concatenate((even, close), axis=1), axis=1)
    nodes[:, -1] = high
    return nodes


def _least(function: Callable[[Array], Array], candidates: Array, level: Array) -> Array:
    """Of each column the number at which the function is nearest to the level."""
    off = np.abs(function(candidates.ravel()).reshape(candidates.shape) - level)
    best = np.argmin(np.where(np.isnan(off), np.inf, off), axis=0)
    nearest: Array = candidates[best, np.arange(level.size)]
    return nearest


def _rounded(function: Callable[[Array], Array], x: Array, level: Array) -> Array:
    """A number with few digits next to each, if the function is as near to the level there."""
    near = np.array([float(f"{each:.{DIGITS}g}") for each in x])
    close = np.abs(near - x) <= ROUNDINGS * np.spacing(np.abs(x))
    return _least(function, np.stack((np.where(close, near, x), x)), level)


def told_apart(places: Array, span: float) -> tuple[Flags, list[Interval]]:
    """Which of the places, one at least, are worth a mark of their own; where the others are."""
    order = np.argsort(places)
    ordered = places[order]
    begins = np.diff(ordered, prepend=-np.inf) >= GAP * span
    first = np.flatnonzero(begins)
    last = np.append(first[1:], places.size) - 1
    long = last - first >= RUN
    kept = np.empty(places.size, dtype=np.bool_)
    kept[order] = ~long[np.cumsum(begins) - 1]
    if np.count_nonzero(kept) > MOST:
        return np.zeros_like(kept), [(float(ordered[0]), float(ordered[-1]))]
    crowds = zip(ordered[first[long]].tolist(), ordered[last[long]].tolist(), strict=True)
    return kept, list(crowds)


def distinct_places(places: Array, span: float) -> Array:
    """In order, those that only rounding tells apart taken together; what is as near to 0 is 0."""
    near_zero = np.abs(places) <= SAME * span
    ordered = np.sort(np.where(near_zero, 0.0, places))
    same = SAME * span + ROUNDINGS * np.spacing(np.abs(ordered))
    apart: Array = ordered[np.diff(ordered, prepend=-np.inf) > same] + 0.0
    return apart
