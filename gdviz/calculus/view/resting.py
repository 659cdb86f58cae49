"""Places where a dragged point likes to rest: zeros and extrema in view."""

from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.landmarks import Array, Function, Integers
from gdviz.calculus.view.viewport import Viewport

NODES, MOST = 601, 64
"""Nodes at which a view is surveyed, and how many places of each kind are kept."""
OFF_BEAT = 1e-4 / 7
"""Nodes are off round values by so much of the view's width: what happens there is between them."""
PARTS, ROUNDS = 8, 9
"""How a place is closed in on: to about 1e-11 of the view's width."""
DIGITS = 11
"""Digits of the view's width to which places are told: 1 rather than 0.99999999998."""
GROWTH = 10.0
"""Where |f| grows more than so much on the way to a place, a pole is there."""


def resting_places(value: Function, slope: Function, view: Viewport) -> tuple[float, ...]:
    """x of zeros of f and of its extrema, smooth ones and corners, from left to right.

    value, slope: f and f′ on arrays, NaN where they are undefined. What is narrower than a
    six-hundredth of the view can be missed.
    """
    nodes = np.linspace(view.x0, view.x1, NODES) + view.width * OFF_BEAT
    with np.errstate(all="ignore"):
        f = value(nodes)
        signs, ways = np.sign(f), np.sign(np.diff(f))
        crossings = np.flatnonzero(signs[:-1] * signs[1:] < 0)[:MOST]
        turns = np.flatnonzero(ways[:-1] * ways[1:] < 0)[:MOST]
        # At a pole f jumps, and its slope has one sign on both sides.
        turns = turns[slope(nodes[turns]) * slope(nodes[turns + 2]) < 0]
        zeros = _closed_in(value, nodes[crossings], nodes[crossings + 1])
        extrema = _closed_in(slope, nodes[turns], nodes[turns + 2])
        kept = [
            zeros[_stays_low(value, zeros, f, crossings, 1)],
            extrema[_stays_low(value, extrema, f, turns, 2)],
        ]
    decimals = DIGITS - 1 - floor(log10(view.width))
    places = (round(float(x), decimals) + 0.0 for x in np.concatenate(kept))
    return tuple(sorted(set(places)))


def _closed_in(function: Function, low: Array, high: Array) -> Array:
    """Where the sign of a function changes between low and high."""
    each = np.arange(low.size)
    for _ in range(ROUNDS):
        nodes = low[:, None] + (high - low)[:, None] * (np.arange(PARTS + 1) / PARTS)
        signs = np.sign(function(nodes.ravel())).reshape(nodes.shape)
        first = np.argmax(signs[:, 1:] != signs[:, :1], axis=1)
        low, high = nodes[each, first], nodes[each, first + 1]
    return (low + high) / 2


def _stays_low(
    value: Function, x: Array, f: Array, places: Integers, reach: int
) -> NDArray[np.bool_]:
    """Where f does not run off towards x."""
    around = np.fmax(np.abs(f[places]), np.abs(f[places + reach]))
    low: NDArray[np.bool_] = np.abs(value(x)) <= GROWTH * around
    return low
