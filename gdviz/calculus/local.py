"""What is to be said of f at one point, from what it does there and on either side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isinf
from typing import TYPE_CHECKING

from gdviz.calculus.domain import BEYOND_FLOAT64, Undefined
from gdviz.numerals import significant

if TYPE_CHECKING:
    from gdviz.calculus.germ import OneSided

Fields = Mapping[str, object]
AGREEMENT = 1e-9
"""Relative difference of one-sided slopes that rounding may explain."""


@dataclass(frozen=True, slots=True)
class LocalSlope:
    """f at x. None stands for "there is none"; one-sided slopes may be ±∞.

    `problem` is None where f has a finite derivative, else the code of the sentence that says why
    not (gdviz.sentences.slope), with its `fields`: outside-domain, hole, edge-of-domain,
    isolated-point, jump, corner, cusp, vertical-tangent, beyond-float64, unknown-slope.
    `limit` is the limit of f at a hole; left_limit and right_limit are those from either side where
    f has no value, ±∞ included.
    """

    x: float
    value: float | None
    slope: float | None
    left_slope: float | None = None
    right_slope: float | None = None
    problem: str | None = None
    fields: Fields = field(default_factory=dict)
    limit: float | None = None
    left_limit: float | None = None
    right_limit: float | None = None

    @property
    def derivative(self) -> float | None:
        """f′(x) in the wider sense: ±∞ too, where both one-sided slopes are that."""
        return self.left_slope if self.left_slope == self.right_slope else None


def smooth(x: float, value: float, slope: float) -> LocalSlope:
    """A point with a tangent."""
    slope += 0.0  # −0 is 0
    return LocalSlope(x, value, slope, slope, slope)


def beyond(x: float, value: float | None) -> LocalSlope:
    """f or f′ is too large for float64."""
    return LocalSlope(x, value, None, problem=BEYOND_FLOAT64)


def without_value(x: float, why: Undefined, left: "OneSided", right: "OneSided") -> LocalSlope:
    """A point where f is not defined: a hole if both limits agree and are finite."""
    if why.code == BEYOND_FLOAT64:
        return beyond(x, None)
    fields: dict[str, object] = {"why": (why.code, why.fields)}
    problem, limit = "outside-domain", _common(left, right)
    if limit is not None:
        problem, fields["limit"] = "hole", significant(limit)
    return LocalSlope(
        x,
        None,
        None,
        problem=problem,
        fields=fields,
        limit=limit,
        left_limit=left.limit,
        right_limit=right.limit,
    )


def _common(left: "OneSided", right: "OneSided") -> float | None:
    """The limit from both sides, if it is one and finite."""
    if left.limit is None or right.limit is None or isinf(left.limit):
        return None
    if not _agree(left.limit, right.limit, left.limit_error + right.limit_error):
        return None
    return _middle(left.limit, right.limit)


def with_value(x: float, value: float, left: "OneSided", right: "OneSided") -> LocalSlope:
    """A point where f is defined, but its formula for f′ is not to be trusted."""
    if left.defined is None or right.defined is None:
        return LocalSlope(x, value, None, problem="unknown-slope")
    if not (left.defined and right.defined):
        return _edge(x, value, left, right)
    if not (_continues(left, value) and _continues(right, value)):
        return _break(x, value, left, right)
    if left.slope is None or right.slope is None:
        return LocalSlope(x, value, None, left.slope, right.slope, problem="unknown-slope")
    return _by_slopes(x, value, left, right)


def _by_slopes(x: float, value: float, left: "OneSided", right: "OneSided") -> LocalSlope:
    assert left.slope is not None
    assert right.slope is not None
    agree = _agree(left.slope, right.slope, left.slope_error + right.slope_error)
    if agree and not isinf(left.slope):
        return smooth(x, value, _middle(left.slope, right.slope))
    slopes = {"left": significant(left.slope), "right": significant(right.slope)}
    problem = "corner"
    if isinf(left.slope) and isinf(right.slope):
        problem = "vertical-tangent" if agree else "cusp"
    return LocalSlope(x, value, None, left.slope, right.slope, problem=problem, fields=slopes)


def _edge(x: float, value: float, left: "OneSided", right: "OneSided") -> LocalSlope:
    if not left.defined and not right.defined:
        return LocalSlope(x, value, None, problem="isolated-point")
    inside = left if left.defined else right
    slope = inside.slope if _continues(inside, value) else None
    side = "slope-on-the-left" if left.defined else "slope-on-the-right"
    said: Fields = {"slope": "?" if slope is None else significant(slope)}
    fields: Fields = {"slope": (side if slope is not None else "slope-unknown", said)}
    return LocalSlope(
        x,
        value,
        None,
        slope if left.defined else None,
        slope if right.defined else None,
        problem="edge-of-domain",
        fields=fields,
    )


def _break(x: float, value: float, left: "OneSided", right: "OneSided") -> LocalSlope:
    """A jump, or no limit at all. The slope of a side that f continues stays."""
    left_slope = left.slope if _continues(left, value) else None
    right_slope = right.slope if _continues(right, value) else None
    if left.limit is None or right.limit is None:
        return LocalSlope(x, value, None, left_slope, right_slope, problem="unknown-slope")
    fields = {"left": significant(left.limit), "right": significant(right.limit)}
    return LocalSlope(x, value, None, left_slope, right_slope, problem="jump", fields=fields)


def _continues(side: "OneSided", value: float) -> bool:
    return side.limit is not None and _agree(side.limit, value, side.limit_error)


def _agree(first: float, second: float, error: float) -> bool:
    if isinf(first) or isinf(second):
        return first == second
    return abs(first - second) <= error + AGREEMENT * max(abs(first), abs(second))


def _middle(first: float, second: float) -> float:
    """Of two numbers that only rounding tells apart."""
    return first if first == second else first + (second - first) / 2
