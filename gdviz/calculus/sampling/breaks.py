"""At the places where a curve may be broken: the very float, and what the curve does beside it."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals import Encloser
from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import by_floats, ordinal
from gdviz.calculus.sampling.screen import Screen

Function = Callable[[Array], Array]

PARTS = 16
STEPS = 2.0 ** -np.arange(3.0, 27.0, 3.0)
"""Distances from a break, in pixels, nearer and nearer, at which its limits are looked for."""
NEAREST = 4
"""How many of the nearest values must agree for a limit."""
EQUAL = 1 / 16
"""Pixels by which equal limits may differ; nothing so small can be seen."""
STEADY = 0.25
"""Pixels by which the values nearest to a break may differ where there is a limit."""


class Break(NamedTuple):
    """n breaks: each between two adjacent floats, with the values there (NaN where undefined)."""

    low: Array
    high: Array
    at_low: Array
    at_high: Array


def pinned(function: Function, place: Break) -> Break:
    """The same breaks, closed in on to adjacent floats.

    An edge is where f ceases to be defined, a jump where its value is nearer to the other side's.
    """
    # A cell was often cut at the very place: then the break is beside one of its ends.
    place = _nearer(function, place, _beside_ends(place))
    while (ordinal(place.high) - ordinal(place.low) > 1).any():
        place = _nearer(function, place, by_floats(place.low, place.high, PARTS))
    return place


def deepened(function: Function, place: Break, way: Array) -> Break:
    """Breaks closed in on to where f is greatest (way +1) or least (−1), as at ln|x − ⅓|."""
    while (ordinal(place.high) - ordinal(place.low) > 2).any():
        nodes = by_floats(place.low, place.high, PARTS)
        inner = function(nodes[:, 1:-1].ravel()).reshape(len(nodes), -1)
        values = np.concatenate((place.at_low[:, None], inner, place.at_high[:, None]), axis=1)
        depth = np.where(np.isnan(values), np.inf, values * way[:, None])
        each = np.arange(len(nodes))
        deepest = nodes[each, np.argmax(depth, axis=1)][:, None]
        # Where few floats are left, nodes coincide: the neighbours are the nearest other ones.
        first = np.maximum(np.count_nonzero(nodes < deepest, axis=1) - 1, 0)
        last = np.minimum(np.count_nonzero(nodes <= deepest, axis=1), PARTS)
        ends = nodes[each, first], nodes[each, last]
        place = Break(*ends, values[each, first], values[each, last])
    return place


def _beside_ends(place: Break) -> Array:
    low, high, *_ = place
    return np.stack((low, np.nextafter(low, high), np.nextafter(high, low), high), axis=1)


def _nearer(function: Function, place: Break, nodes: Array) -> Break:
    """The breaks between those two of their nodes where the one side ends and the other begins."""
    inner = function(nodes[:, 1:-1].ravel()).reshape(len(nodes), -1)
    values = np.concatenate((place.at_low[:, None], inner, place.at_high[:, None]), axis=1)
    each, other = np.arange(len(nodes)), np.argmin(_like_low(values), axis=1)
    ends = nodes[each, other - 1], nodes[each, other]
    return Break(*ends, values[each, other - 1], values[each, other])


def _like_low(values: Array) -> Flags:
    """Which values belong to the side of the first one; the last one never does."""
    first, last = values[:, :1], values[:, -1:]
    defined = ~np.isnan(values)
    nearer = np.abs(values - first) < np.abs(values - last)
    edge = np.isnan(first) != np.isnan(last)
    like = np.where(edge, defined == defined[:, :1], nearer)
    like[:, 0], like[:, -1] = True, False
    return like


class Approach(NamedTuple):
    """What f does towards n places from one side.

    limit: the value it settles to, NaN if it does not; spread: how far (in y) its nearest values
    differ; way: +1 or −1 where it runs off to ±∞, else 0.
    """

    limit: Array
    spread: Array
    way: Array


def approach(
    function: Function, encloser: Encloser, screen: Screen, x: Array, side: Array
) -> Approach:
    """f towards x from the left (where side is −1) or from the right (+1).

    Values that rounding makes uncertain do not count.
    """
    places = x + side * STEPS[:, None] / screen.across
    flat = places.ravel()
    values = function(flat).reshape(places.shape)
    found = encloser(flat, flat)
    uncertain = (found.value[1] - found.value[0]) * screen.up > STEADY
    certain = np.where((uncertain | found.doubt).reshape(places.shape), np.nan, values)
    nearest = _nearest(certain)
    spread = nearest.max(axis=0) - nearest.min(axis=0)
    settles = np.isfinite(spread) & (spread * screen.up <= STEADY)
    return Approach(np.where(settles, nearest[0], np.nan), spread, _way(values))


def _nearest(values: Array) -> Array:
    """The last `NEAREST` numbers in each column that are not NaN, the very last one first."""
    found = np.full((NEAREST, values.shape[1]), np.nan)
    for row in values:
        known = ~np.isnan(row)
        found[1:, known] = found[:-1, known]
        found[0, known] = row[known]
    return found


def _way(values: Array) -> Array:
    """The direction in which values run off: steps towards the break that do not get smaller."""
    steps = np.diff(values[-NEAREST - 1 :], axis=0)
    grows = (np.abs(steps[1:]) >= 0.7 * np.abs(steps[:-1])).all(axis=0)
    one_way = np.abs(np.sign(steps).sum(axis=0)) == len(steps)
    return np.where(grows & one_way, np.sign(steps[-1]), 0.0)
