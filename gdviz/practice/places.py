"""Where two functions are compared: points of the common domain that tell them apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.expression import Expression, distinct, symbols
from gdviz.practice.slices import Slices, finished
from gdviz.practice.valuation import Array, Valuation

GOLDEN = 0.6180339887498949
"""Multiples of it, without their whole parts, fill an interval evenly and meet no round number."""
SCALES = (1.0, 3.0, 10.0, 40.0)
WIDE_SCALES = (0.01, 1.0, 10.0, 100.0, 1e3, 1e4, 1e5)
PER_SCALE, PER_WIDE_SCALE = 128, 4096
MOST_PLACES = 64
FEWEST_PLACES, ENOUGH_PLACES = 8, 24
CLOSE = 2.0
"""How far around the only points found others are looked for."""
TAME = (1e3, 1e6)
"""Parts of a function larger than this round too much to be compared, if there are other points."""


@dataclass(frozen=True, eq=False)
class Places:
    """`columns`: for each of `names` the values at the points, shape (n,), the variable first."""

    names: tuple[str, ...]
    columns: tuple[Array, ...]
    values: Mapping[str, float]

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.columns[0])

    def evaluate(self, expressions: Sequence[Expression]) -> list[Array]:
        """The values of each, shape (n,); NaN where it has none."""
        return finished(self.evaluating(expressions))

    def evaluating(self, expressions: Sequence[Expression]) -> Slices[list[Array]]:
        """The same in slices."""
        return self._valuation.evaluating(expressions)

    def surveying(self, expressions: Sequence[Expression]) -> Slices[list[Array]]:
        """The same where there are many points."""
        return self._valuation.surveying(expressions)

    @cached_property
    def _valuation(self) -> Valuation:
        return Valuation(self.names, self.columns, self.values)

    def measuring(self, expression: Expression) -> Slices[Array]:
        """The size of the largest part of it at each point: rounding is measured by it."""
        parts = np.abs((yield from self.evaluating(list(distinct(expression)))))
        largest: Array = np.max(np.where(np.isnan(parts), 0.0, parts), axis=0)
        return largest


def places_of(
    functions: Sequence[Expression], variable: str, values: Mapping[str, float]
) -> Places:
    """Points where all of the functions have values, at most MOST_PLACES.

    Letters that are not in `values` take a value of their own at each point, so that what holds is
    an identity in them.
    """
    return finished(finding_places(functions, variable, values))


def finding_places(
    functions: Sequence[Expression], variable: str, values: Mapping[str, float]
) -> Slices[Places]:
    """The same in slices."""
    letters = sorted(frozenset().union(*map(symbols, functions)) - {variable} - set(values))
    names = (variable, *letters)
    places = Places(names, _columns(len(names), SCALES, PER_SCALE), values)
    parts = [part for function in functions for part in distinct(function)]
    yield
    sizes = np.abs((yield from places.evaluating([*functions, *parts])))
    for limit in TAME:
        if (found := _valued(places, sizes, len(functions), limit)).count >= ENOUGH_PLACES:
            return found
    # Here are many points, and the values of all parts would fill the memory.
    wide = Places(names, _columns(len(names), WIDE_SCALES, PER_WIDE_SCALE), values)
    found = yield from _defined(functions, wide)
    if 0 < found.count < FEWEST_PLACES:
        found = yield from _defined(functions, _around(found))
    return found


def _defined(functions: Sequence[Expression], places: Places) -> Slices[Places]:
    """Those points where all have values."""
    sizes = np.abs((yield from places.surveying(functions)))
    return _valued(places, sizes, len(functions), np.inf)


def _valued(places: Places, sizes: Array, count: int, limit: float) -> Places:
    """Those points where the first `count` have values, and none of `sizes` is beyond the limit."""
    has_values = np.isfinite(sizes[:count]).all(axis=0)
    found = _spread(np.flatnonzero(has_values & (sizes.max(axis=0) <= limit)))
    return Places(places.names, tuple(column[found] for column in places.columns), places.values)


def _around(places: Places) -> Places:
    """More points close to the few there are: the domain is small."""
    unit = np.arange(1, PER_SCALE + 1) * GOLDEN % 1.0
    near = [x + (2 * unit - 1) * CLOSE for x in places.columns[0]]
    others = tuple(np.repeat(column, PER_SCALE) for column in places.columns[1:])
    return Places(places.names, (np.concatenate(near), *others), places.values)


def _columns(count: int, scales: Sequence[float], each: int) -> tuple[Array, ...]:
    """The variable on both sides of 0, on every scale; letters from 0.3 to 3, some negative."""
    steps = np.arange(1, each + 1)
    unit = steps * GOLDEN % 1.0
    variable = np.concatenate([scale * (2 * unit - 1) for scale in scales])
    order = np.arange(1, len(variable) + 1)
    letters = []
    for place in range(1, count):
        size = 0.3 + 2.7 * (order * np.sqrt(place + 1.37) % 1.0)
        letters.append(np.where(order % (place + 2) == 0, -size, size))
    return (variable, *letters)


def _spread(found: NDArray[np.int64]) -> NDArray[np.int64]:
    """At most MOST_PLACES of them, from all scales."""
    if len(found) <= MOST_PLACES:
        return found
    chosen: NDArray[np.int64] = found[np.linspace(0, len(found) - 1, MOST_PLACES).astype(int)]
    return chosen
