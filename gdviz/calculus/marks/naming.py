"""Places that were found become marks: which are breaks, zeros, extrema, inflections."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import isfinite

import numpy as np

from gdviz.calculus.expression import Expression
from gdviz.calculus.intervals.arithmetic import Array
from gdviz.calculus.marks.mark import KINKS, Crowd, Kind, Mark, Side, Turn
from gdviz.calculus.marks.reaching import Values, compiled
from gdviz.calculus.marks.singular import Place
from gdviz.calculus.marks.turns import Signs

Rooms = Callable[[Array], Array]
"""How far nothing else happens to the left and to the right of each place."""
ORDER = {kind: number for number, kind in enumerate(Kind)}


class Naming:
    """Makes marks of one function. Each method takes places that were judged, and places where
    nothing breaks.

    trees: the functions that are 0 at what is to be marked: f, f′ and f″; zeros: where f is 0,
    though it may be computed as something else.
    """

    def __init__(
        self,
        trees: Mapping[Crowd, Expression],
        variable: str,
        values: Values,
        zeros: Array,
    ) -> None:
        self._trees, self._setting = trees, (variable, values)
        self._zero_places = zeros

    def zeros(self, judged: Sequence[Place], places: Array, rooms: Rooms) -> Iterator[Mark]:
        """f is 0 there, and not beside it."""
        zeros = [place for place in judged if place.value == 0.0] + self._smooth(places)
        for place, left, right in self._beside(Crowd.ZEROS, zeros, rooms):
            if (left or not place.left.defined) and (right or not place.right.defined):
                yield _mark(Kind.ZERO, place, 0.0)

    def extrema(self, judged: Sequence[Place], places: Array, rooms: Rooms) -> Iterator[Mark]:
        """f is continuous, and f′ changes its sign."""
        candidates = [place for place in judged if place.is_continuous]
        candidates += [_flat(place) for place in self._smooth(places)]
        for place, left, right in self._beside(Crowd.EXTREMA, candidates, rooms):
            if left * right < 0.0:
                turn = Turn.MINIMUM if left < 0.0 else Turn.MAXIMUM
                yield replace(_mark(Kind.EXTREMUM, place, place.value), turn=turn)

    def inflections(self, judged: Sequence[Place], places: Array, rooms: Rooms) -> Iterator[Mark]:
        """f has a tangent, upright or not, and f″ changes its sign."""
        candidates = [place for place in judged if place.has_tangent] + self._smooth(places)
        for place, left, right in self._beside(Crowd.INFLECTIONS, candidates, rooms):
            if left * right < 0.0:
                yield _mark(Kind.INFLECTION, place, place.value)

    def _smooth(self, places: Array) -> list[Place]:
        """Places where nothing breaks; those without a value are left out."""
        if not places.size:
            return []
        value, slope = (
            np.broadcast_to(compiled(self._trees[what], *self._setting)(places), places.shape)
            for what in (Crowd.ZEROS, Crowd.EXTREMA)
        )
        value = np.where(np.isin(places, self._zero_places) & np.isfinite(value), 0.0, value)
        return [
            _smooth_place(float(x), float(y) + 0.0, float(k) + 0.0)
            for x, y, k in zip(places, value, slope, strict=True)
            if isfinite(y)
        ]

    def _beside(
        self, what: Crowd, places: Sequence[Place], rooms: Rooms
    ) -> Iterator[tuple[Place, float, float]]:
        """The sign of f, f′ or f″ left and right of each place."""
        if not places:
            return
        signs = Signs(compiled(self._trees[what], *self._setting).encloser)
        x = np.array([place.x for place in places])
        left, right = (signs.beside(x, rooms(x), side) for side in (-1, 1))
        yield from zip(places, left.tolist(), right.tolist(), strict=True)


def breaks(judged: Iterable[Place]) -> Iterator[Mark]:
    """What the judge named."""
    for place in judged:
        if place.kind is not None:
            yield _mark(place.kind, place, _height(place))


def _flat(place: Place) -> Place:
    """A smooth place with slope 0, to which the computed one comes near."""
    side = replace(place.left, slope=0.0)
    return replace(place, left=side, right=side)


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """From left to right, at one x as they are drawn."""
    return tuple(sorted(marks, key=lambda mark: (mark.x, ORDER[mark.kind])))


def _smooth_place(x: float, value: float, slope: float) -> Place:
    side = Side(True, value, slope if isfinite(slope) else None, closed=True)
    return Place(x, None, value, side, side, value)


def _mark(kind: Kind, place: Place, y: float | None) -> Mark:
    return Mark(kind, place.x, y, place.value, place.left, place.right)


def _height(place: Place) -> float | None:
    """Where the dot of a break is."""
    if place.kind is Kind.JUMP or place.kind in KINKS:
        return place.value
    if place.kind is Kind.EDGE:
        return place.limit if place.limit is not None else place.value
    return place.limit if place.kind is Kind.HOLE else None
