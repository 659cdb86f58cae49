"""What happens at a place where something can happen: judged by the germs of f on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, isinf, isnan

import numpy as np

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import Expression
from gdviz.calculus.germ import Germs, OneSided
from gdviz.calculus.marks.limits import by_numbers
from gdviz.calculus.marks.mark import Kind, Side
from gdviz.calculus.marks.reaching import Values

AGREEMENT = 1e-9
"""Relative difference of limits and of slopes that rounding may explain."""
BLUR = 2.0
"""Units of the last place to which places are found."""


KEPT = 8
"""Functions whose germs stay prepared."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was judged. kind: what breaks or bends there, None where nothing does; value:
    f(x), None where undefined; limit: of f, where the defined sides agree."""

    x: float
    kind: Kind | None
    value: float | None
    left: Side
    right: Side
    limit: float | None = None

    @property
    def is_continuous(self) -> bool:
        """Whether f is defined on both sides, and continuous."""
        return self.left.closed and self.right.closed

    @property
    def has_tangent(self) -> bool:
        """Whether it has one, be it upright."""
        return self.is_continuous and self.kind in (None, Kind.VERTICAL_TANGENT)


class Judge:
    """Judges places of one function. Parameters not given are 1."""

    def __init__(self, body: Expression, variable: str, parameters: Mapping[str, float]) -> None:
        self._germs = Germs(body, variable, parameters)
        self._function = compile_function(body, (variable,), parameters)

    def __call__(self, x: float, room: float, *, lonely: bool = True) -> Place:
        """room: how far numbers may be looked at where they have to; lonely: nothing else happens
        within it."""
        germs = zip(self._germs.sides(x, blur=BLUR), (-1, 1), strict=True)
        left, right = (self._side(found, x, side, room, lonely) for found, side in germs)
        return self._place(x, left, right)

    def by_germs(self, x: float) -> Place | None:
        """The same where no numbers have to be looked at; None where they have to."""
        left, right = self._germs.sides(x, blur=BLUR)
        if _is_told(left) and _is_told(right):
            return self._place(x, left, right)
        return None

    def _place(self, x: float, left: OneSided, right: OneSided) -> Place:
        at = self._germs.one_sided(x, 0, blur=BLUR)
        value = self._value(x) if at.defined is None else at.limit
        before, after = (_ended(side, value, at.limit_error) for side in (left, right))
        return Place(x, _kind(value, left, right), value, before, after, _limit(left, right))

    def values(self, x: Array) -> Array:
        """f, NaN where undefined."""
        return np.asarray(self._function(x))

    def _value(self, x: float) -> float | None:
        value = float(self._function(x))
        return value if isfinite(value) else None

    def _side(self, found: OneSided, x: float, side: int, room: float, lonely: bool) -> OneSided:
        if _is_told(found):
            return found
        return by_numbers(self.values, x, side, room, lonely=lonely)


def _is_told(side: OneSided) -> bool:
    """Whether series say where f goes."""
    return side.defined is False or side.limit is not None


@lru_cache(KEPT)
def judge_of(body: Expression, variable: str, values: Values) -> Judge:
    """The same judge for the same function."""
    return Judge(body, variable, dict(values))


def _ended(side: OneSided, value: float | None, error: float) -> Side:
    closed = (
        value is not None
        and side.limit is not None
        and agree(side.limit, value, side.limit_error + error)
    )
    return Side(bool(side.defined), side.limit, side.slope, closed)


def _limit(left: OneSided, right: OneSided) -> float | None:
    """The one limit of the sides that there are."""
    sides = [side for side in (left, right) if side.defined]
    limits = [side.limit for side in sides if side.limit is not None]
    if not sides or len(limits) < len(sides):
        return None
    if agree(limits[0], limits[-1], left.limit_error + right.limit_error):
        return _simplest(limits)
    return None


def _simplest(limits: list[float]) -> float:
    """Of numbers that only rounding tells apart, the one with the fewest digits."""
    return min(limits, key=lambda limit: len(repr(limit)))


def _kind(value: float | None, left: OneSided, right: OneSided) -> Kind | None:
    sides = [side for side in (left, right) if side.defined]
    if not sides:
        return None if value is None else Kind.EDGE  # an isolated point
    limits = [side.limit for side in sides]
    if None in limits or any(side.outgrows_powers for side in sides):
        return Kind.ESSENTIAL
    if any(limit is not None and isinf(limit) for limit in limits):
        return Kind.POLE
    if len(sides) == 1:
        return Kind.EDGE
    limit = _limit(left, right)
    if limit is None:
        return Kind.JUMP
    error = left.limit_error + right.limit_error
    if value is None or isnan(value) or not agree(limit, value, error):
        return Kind.HOLE
    return _bend(left, right)


def _bend(left: OneSided, right: OneSided) -> Kind | None:
    """What the slopes of a continuous function say."""
    if left.slope is None or right.slope is None:
        return None
    if agree(left.slope, right.slope, left.slope_error + right.slope_error):
        return Kind.VERTICAL_TANGENT if isinf(left.slope) else None
    return Kind.CUSP if isinf(left.slope) and isinf(right.slope) else Kind.CORNER


def agree(first: float, second: float, error: float) -> bool:
    """Whether two numbers may be one, known to within an error."""
    if isinf(first) or isinf(second):
        return first == second
    return abs(first - second) <= error + AGREEMENT * max(abs(first), abs(second))
