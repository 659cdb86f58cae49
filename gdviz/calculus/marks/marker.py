"""The marks of a curve in view, at once or in slices."""

import time
from collections.abc import Generator, Iterable, Mapping
from math import inf, isfinite

import numpy as np

from gdviz.calculus.expression import Expression
from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.marks.asymptotes import Asymptote, asymptotes
from gdviz.calculus.marks.cells import Interval
from gdviz.calculus.marks.closing_in import distinct_places
from gdviz.calculus.marks.conditions import Condition, conditions, zeros
from gdviz.calculus.marks.mark import Crowd, Mark, Marks
from gdviz.calculus.marks.naming import Naming, breaks, in_order
from gdviz.calculus.marks.reaching import compiled, derived
from gdviz.calculus.marks.roots import Search
from gdviz.calculus.marks.singular import Place, judge_of
from gdviz.calculus.sampling.sampler import FULL_HD, Size
from gdviz.calculus.view.viewport import Viewport

UNCERTAIN = 0.25
"""Pixels between adjacent floats beyond which nothing can be found to any use."""
ROOM = 1 / 64
"""How far at most, in parts of the view, a place's sides are looked at."""
SAME = 2.0**-40
"""A zero this near to a place where something else happens, in parts of the view, is that place."""

Slices = Generator[None, None, None]


class Marker:
    """Finds the marks of a curve in slices, so that no event loop is held.

    body: a function of `variable`; parameters that are not given are 1; size: of the view, in
    device pixels. Marks lie in the viewport, poles and essential singularities anywhere above x0
    to x1; horizontal and oblique asymptotes are there whatever the view. notable: whether zeros,
    extrema and inflections are wanted too; without them it takes a fraction of the time.
    """

    def __init__(
        self,
        body: Expression,
        variable: str,
        parameters: Mapping[str, float],
        viewport: Viewport,
        size: Size = FULL_HD,
        *,
        notable: bool = True,
    ) -> None:
        self._body, self._variable, self._parameters = body, variable, dict(parameters)
        self._values = tuple(sorted(self._parameters.items()))
        self._view, self._size, self._notable = viewport, size, notable
        self._marks = Marks()
        self._lines: tuple[Asymptote, ...] = ()
        self._crowds: dict[Crowd, list[Interval]] = {}
        self._work = self._slices()
        self.done = False

    @property
    def marks(self) -> Marks:
        """All of them once it is done, none before."""
        return self._marks

    def advance(self, seconds: float) -> bool:
        """Go on for about so long, one slice at least; True when all marks are found."""
        end = time.perf_counter() + seconds
        while not self.done:
            with np.errstate(all="ignore"):
                self.done = next(self._work, self) is self
            if time.perf_counter() >= end:
                break
        return self.done

    def _slices(self) -> Slices:
        view = self._view
        spacing = np.spacing(max(abs(view.x0), abs(view.x1))) * self._size[0] / view.width
        if spacing > UNCERTAIN:
            return
        self._lines = asymptotes(self._body, self._variable, self._values)
        yield
        critical = yield from self._critical()
        if not self._notable:
            judged = yield from self._told_by_germs(critical)
            if judged is not None:
                self._keep(breaks(judged))
                return
        slope = derived(self._body, self._variable)
        yield
        trees = {
            Crowd.EXTREMA: slope,
            Crowd.ZEROS: self._body,
            Crowd.INFLECTIONS: derived(slope, self._variable),
        }
        yield
        found: dict[Crowd, Array] = {}
        # Zeros of f′ come first: multiple zeros of f and of f″ are among them.
        for crowd, tree in trees.items():
            targets = [Condition(part) for part in zeros(tree, self._variable)]
            hints = np.concatenate((critical, *found.values()))
            places = yield from self._reached(targets, critical, crowd, hints)
            places = _apart(places, critical, view.width)
            found[crowd] = _like(places, found.values(), view.width)
        yield from self._named(critical, found, trees)

    def _named(
        self, critical: Array, found: Mapping[Crowd, Array], trees: Mapping[Crowd, Expression]
    ) -> Slices:
        """The places as marks."""
        places = np.sort(np.concatenate((critical, *found.values())))
        rooms = Rooms(places, self._view.width * ROOM)
        judged = yield from self._judged(critical, rooms(critical))
        naming = Naming(trees, self._variable, self._values, found[Crowd.ZEROS])
        marks = list(breaks(judged))
        namers = {
            Crowd.ZEROS: naming.zeros,
            Crowd.EXTREMA: naming.extrema,
            Crowd.INFLECTIONS: naming.inflections,
        }
        crowds = self._crowds.get(Crowd.BREAKS, [])
        for crowd, namer in namers.items() if self._notable else ():
            yield
            marks += namer(judged, found[crowd][~_inside(found[crowd], crowds)], rooms)
        self._keep(marks)

    def _keep(self, marks: Iterable[Mark]) -> None:
        """Those that are seen are the marks."""
        seen = (mark for mark in marks if self._is_seen(mark))
        self._marks = Marks(in_order(seen), frozenset(self._crowds), self._lines)

    def _critical(self) -> Generator[None, None, Array]:
        """Where a part of f takes a critical value."""
        found = conditions(self._body, self._variable, self._parameters)
        return (yield from self._reached(found, np.empty(0), Crowd.BREAKS, np.empty(0)))

    def _reached(
        self, targets: Iterable[Condition], walls: Array, crowd: Crowd, hints: Array
    ) -> Generator[None, None, Array]:
        """Where any of the conditions is met; each place found is a wall to the next search."""
        view, found = self._view, np.empty(0)
        for target in targets:
            reaching = compiled(target.part, self._variable, self._values, target.level)
            known = np.sort(np.concatenate((walls, found)))
            search = Search(reaching, view.x0, view.x1, known, np.append(hints, 0.0))
            yield from search.run()
            if search.roots.crowds:
                self._crowds.setdefault(crowd, []).extend(search.roots.crowds)
            found = distinct_places(np.concatenate((found, search.roots.places)), view.width)
        return found

    def _told_by_germs(self, critical: Array) -> Generator[None, None, list[Place] | None]:
        """What happens at each place; None where numbers beside one have to tell, for which all
        else that happens there must be known."""
        judge = judge_of(self._body, self._variable, self._values)
        judged = []
        for x in critical.tolist():
            place = judge.by_germs(x)
            if place is None:
                return None
            judged.append(place)
            yield
        return judged

    def _judged(self, critical: Array, rooms: Array) -> Generator[None, None, list[Place]]:
        judge = judge_of(self._body, self._variable, self._values)
        judged = []
        crowds = [interval for crowd in self._crowds.values() for interval in crowd]
        lonely = ~_inside(critical, crowds)
        for x, room, is_lonely in zip(critical, rooms, lonely, strict=True):
            judged.append(judge(float(x), float(room), lonely=bool(is_lonely)))
            yield
        return judged

    def _is_seen(self, mark: Mark) -> bool:
        """Whether anything of it is in view; asymptotes are wherever their x is."""
        view, margin = self._view, self._view.height * SAME
        heights = (mark.y, mark.value, mark.left.limit, mark.right.limit)
        known = [y for y in heights if y is not None and isfinite(y)]
        is_inside = any(view.y0 - margin <= y <= view.y1 + margin for y in known)
        return is_inside or mark.has_asymptote or not known


class Rooms:
    """How far from each place nothing else happens."""

    def __init__(self, places: Array, most: float) -> None:
        self._places, self._most = places, most

    def __call__(self, x: Array) -> Array:
        padded = np.concatenate(([-np.inf], self._places, [np.inf]))
        before = padded[np.searchsorted(padded, x, side="left") - 1]
        after = padded[np.searchsorted(padded, x, side="right")]
        room: Array = np.minimum(np.minimum(x - before, after - x), self._most)
        return room


def _inside(places: Array, intervals: Iterable[Interval]) -> Flags:
    """Which places lie in one of the intervals."""
    inside = np.zeros(places.size, dtype=np.bool_)
    for low, high in intervals:
        inside |= (places >= low) & (places <= high)
    return inside


def _apart(places: Array, critical: Array, span: float) -> Array:
    """The places that are none of the critical ones."""
    if not critical.size or not places.size:
        return places
    near = np.searchsorted(critical, places)
    left = critical[np.maximum(near - 1, 0)]
    right = critical[np.minimum(near, critical.size - 1)]
    off = np.minimum(np.abs(places - left), np.abs(right - places))
    return places[off > SAME * span + 16 * np.spacing(np.abs(places))]


def _like(places: Array, known: Iterable[Array], span: float) -> Array:
    """The places, those that only rounding tells from a known one replaced by it: sin x is 0 and
    bends at the same x."""
    for each in known:
        if each.size and places.size:
            after = np.minimum(np.searchsorted(each, places), each.size - 1)
            before = np.maximum(after - 1, 0)
            nearest = np.where(
                np.abs(each[after] - places) < np.abs(each[before] - places),
                each[after],
                each[before],
            )
            close = np.abs(nearest - places) <= SAME * span
            places = np.where(close, nearest, places)
    return places


def marks(
    body: Expression,
    variable: str,
    parameters: Mapping[str, float],
    viewport: Viewport,
    size: Size = FULL_HD,
) -> Marks:
    """All marks in view; arguments as for Marker."""
    marker = Marker(body, variable, parameters, viewport, size)
    marker.advance(inf)
    return marker.marks
