"""The editor's functions of one argument on intervals: their values, slopes and domains.

A rule bounds f(u) and f′(u) over an interval u that already lies in the function's domain. Slopes
are what makes bounds sharp: a curve whose slope varies little over a cell is almost its chord.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, pi

import numpy as np

from gdviz.calculus.evaluation.kernels import functions
from gdviz.calculus.intervals import gamma as gammas
from gdviz.calculus.intervals.arithmetic import (
    Array,
    Bounds,
    Flags,
    OfArray,
    decreasing,
    increasing,
    integer_power,
    inverse,
    magnitude,
    negate,
    pair,
    times,
    widened,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A function on intervals.

    value(u): bounds of f; slope(u, f): bounds of f′; low, high: the domain, whose ends belong to
    it unless `is_open`; breaks(u): where f may jump inside u, or run to infinity if it has_poles.
    """

    value: Callable[[Bounds], Bounds]
    slope: Callable[[Bounds, Bounds], Bounds]
    low: float = -inf
    high: float = inf
    is_open: bool = False
    breaks: Callable[[Bounds], Flags] | None = None
    has_poles: bool = False

    @property
    def is_limited(self) -> bool:
        """Whether there are numbers outside the domain."""
        return self.low > -inf or self.high < inf

    def outside(self, u: Bounds) -> Flags:
        """Whether a part of u is outside the domain."""
        low, high = u
        inside: Flags = (
            (low > self.low) & (high < self.high)
            if self.is_open
            else (low >= self.low) & (high <= self.high)
        )
        return ~inside

    def beyond(self, u: Bounds) -> Flags:
        """Whether all of u is outside the domain."""
        low, high = u
        reaches: Flags = (
            (high > self.low) & (low < self.high)
            if self.is_open
            else (high >= self.low) & (low <= self.high)
        )
        return ~reaches


def _wave(function: OfArray, shift: float, u: Bounds) -> Bounds:
    """sin and cos: 1 at even multiples of π (counted from `shift`·π), −1 at odd ones."""
    turns = u * (0.5 / pi) - 0.5 * shift
    peak = ~(np.ceil(turns[0]) > np.floor(turns[1]))
    valley = ~(np.ceil(turns[0] - 0.5) > np.floor(turns[1] - 0.5))
    ends = function(u)
    bounds = widened(pair(ends.min(axis=0), ends.max(axis=0)))
    np.copyto(bounds[1], 1.0, where=peak)
    np.copyto(bounds[0], -1.0, where=valley)
    return bounds


def sine(u: Bounds) -> Bounds:
    """sin u."""
    return _wave(np.sin, 0.5, u)


def cosine(u: Bounds) -> Bounds:
    """cos u."""
    return _wave(np.cos, 0.0, u)


def versine(u: Bounds) -> Bounds:
    """1 − cos u = 2 sin²(u/2), without cancellation near 0."""
    return 2.0 * integer_power(sine(u * 0.5), 2)


def _tangent_breaks(u: Bounds) -> Flags:
    """A branch of tg begins at each π/2 + kπ; where rounding hides one, tg falls."""
    branch, ends = np.floor(u / pi + 0.5), np.tan(u)
    whole: Flags = (branch[0] == branch[1]) & (ends[0] <= ends[1])
    return ~whole


def _cotangent_breaks(u: Bounds) -> Flags:
    """A branch of ctg begins at each kπ; where rounding hides one, ctg rises."""
    branch, ends = np.floor(u / pi), 1.0 / np.tan(u)
    whole: Flags = (branch[0] == branch[1]) & (ends[0] >= ends[1]) & (u != 0.0).all(axis=0)
    return ~whole


def _tangent(u: Bounds) -> Bounds:
    return increasing(np.tan, u, 4.0)


def _cotangent(u: Bounds) -> Bounds:
    return decreasing(lambda x: 1.0 / np.tan(x), u, 4.0)


def _differ(function: OfArray) -> Callable[[Bounds], Flags]:
    """A step function jumps where its values at the ends differ."""

    def differ(u: Bounds) -> Flags:
        ends = function(u)
        jumps: Flags = ends[0] != ends[1]
        return jumps

    return differ


def _monotone(name: str, *, falling: bool = False, ulps: float = 4.0) -> Callable[[Bounds], Bounds]:
    function, way = kernels_function(name), decreasing if falling else increasing
    return lambda u: way(function, u, ulps)


def _even_slope(function: OfArray, *, rising: bool = False) -> Callable[[Bounds, Bounds], Bounds]:
    """A slope that depends on |u| alone, and falls with it unless `rising`."""
    way = increasing if rising else decreasing
    return lambda u, _: way(function, magnitude(u), 4.0)


def kernels_function(name: str) -> OfArray:
    """The evaluator's own code for a function, as a function of an array or a number."""
    kernel = functions.FUNCTIONS[name]

    def function(u: Array) -> Array:
        out = np.empty_like(u)
        kernel(u, out)
        return out

    return function


def _flat(u: Bounds, _: Bounds) -> Bounds:
    return np.zeros_like(u)


def _logistic_slope(m: Array) -> Array:
    """σ′ as a function of |u|, where e^−|u| cannot overflow."""
    decay = np.exp(-m)
    slope: Array = decay / (1.0 + decay) ** 2
    return slope


def _root_slope(_: Bounds, root: Bounds) -> Bounds:
    return inverse(2.0 * root)


def _cube_root_slope(_: Bounds, root: Bounds) -> Bounds:
    return inverse(3.0 * integer_power(root, 2))


def _circle_slope(m: Array) -> Array:
    slope: Array = 1.0 / np.sqrt((1.0 - m) * (1.0 + m))
    return slope


def _area_cosine_slope(u: Array) -> Array:
    slope: Array = 1.0 / np.sqrt((u - 1.0) * (u + 1.0))
    return slope


_sigmoid = kernels_function("sigmoid")
_witch = _even_slope(lambda m: 1.0 / (1.0 + m * m))
"""1/(1 + u²), the slope of arctg."""

RULES: dict[str, Rule] = {
    "sin": Rule(sine, lambda u, _: cosine(u)),
    "cos": Rule(cosine, lambda u, _: negate(sine(u))),
    "versine": Rule(versine, lambda u, _: sine(u)),
    "tan": Rule(
        _tangent,
        lambda _, f: 1.0 + integer_power(f, 2),
        breaks=_tangent_breaks,
        has_poles=True,
    ),
    "cot": Rule(
        _cotangent,
        lambda _, f: negate(1.0 + integer_power(f, 2)),
        breaks=_cotangent_breaks,
        has_poles=True,
    ),
    "arcsin": Rule(_monotone("arcsin"), _even_slope(_circle_slope, rising=True), -1.0, 1.0),
    "arccos": Rule(
        _monotone("arccos", falling=True),
        lambda u, _: negate(increasing(_circle_slope, magnitude(u), 4.0)),
        -1.0,
        1.0,
    ),
    "arctan": Rule(_monotone("arctan"), _witch),
    "arccot": Rule(_monotone("arccot", falling=True), lambda u, f: negate(_witch(u, f))),
    "sinh": Rule(_monotone("sinh"), lambda u, _: increasing(np.cosh, magnitude(u))),
    "cosh": Rule(lambda u: increasing(np.cosh, magnitude(u)), lambda u, _: increasing(np.sinh, u)),
    "tanh": Rule(_monotone("tanh"), _even_slope(lambda m: 1.0 / np.cosh(m) ** 2)),
    "sech": Rule(
        lambda u: decreasing(lambda m: 1.0 / np.cosh(m), magnitude(u)),
        lambda u, f: negate(times(f, increasing(np.tanh, u))),
    ),
    "arsinh": Rule(_monotone("arsinh"), _even_slope(lambda m: 1.0 / np.hypot(1.0, m))),
    "arcosh": Rule(
        _monotone("arcosh"), lambda u, _: decreasing(_area_cosine_slope, u, 4.0), low=1.0
    ),
    "artanh": Rule(
        lambda u: increasing(np.arctanh, u, 4.0),
        _even_slope(lambda m: 1.0 / ((1.0 - m) * (1.0 + m)), rising=True),
        -1.0,
        1.0,
        is_open=True,
    ),
    "exp": Rule(_monotone("exp", ulps=1.0), lambda _, f: f),
    "expm1": Rule(lambda u: increasing(np.expm1, u, 1.0), lambda u, _: increasing(np.exp, u)),
    "ln": Rule(
        lambda u: increasing(np.log, u, 1.0), lambda u, _: inverse(u), low=0.0, is_open=True
    ),
    "sqrt": Rule(_monotone("sqrt", ulps=1.0), _root_slope, low=0.0),
    "cbrt": Rule(_monotone("cbrt"), _cube_root_slope),
    "abs": Rule(magnitude, lambda u, _: np.sign(u)),
    "sign": Rule(np.sign, _flat, breaks=_differ(np.sign)),
    "floor": Rule(np.floor, _flat, breaks=_differ(np.floor)),
    "ceil": Rule(np.ceil, _flat, breaks=_differ(np.ceil)),
    "sigmoid": Rule(_monotone("sigmoid"), _even_slope(_logistic_slope)),
    "relu": Rule(
        lambda u: np.maximum(u, 0.0),
        lambda u, _: np.heaviside(u, 0.0),
    ),
    "softplus": Rule(_monotone("softplus"), lambda u, _: increasing(_sigmoid, u)),
    "gamma": Rule(
        gammas.gamma, lambda u, _: gammas.gamma_slope(u), breaks=gammas.breaks, has_poles=True
    ),
}


def polygamma(order: int) -> Rule:
    """ψ⁽ⁿ⁾."""
    return Rule(
        lambda u: gammas.polygamma(order, u),
        lambda u, _: gammas.polygamma(order + 1, u),
        breaks=gammas.breaks,
        has_poles=True,
    )
