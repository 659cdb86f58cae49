"""f and f′ as functions, and everything about a tangent: slope, angle, secant."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import atan, degrees, isfinite, isinf, isnan, ulp
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gdviz.calculus.differentiation.derivation import raw_derivative, raw_derivatives
from gdviz.calculus.domain import BEYOND_FLOAT64, Domain, Undefined
from gdviz.calculus.evaluation import Functions, Values, compile_function, compile_functions
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import Expression
from gdviz.calculus.kinks import is_at, is_near, kinks
from gdviz.calculus.local import LocalSlope, beyond, smooth, with_value, without_value
from gdviz.calculus.normal import tidy
from gdviz.calculus.second import SecondDerivative

if TYPE_CHECKING:
    from gdviz.calculus.germ import OneSided

__all__ = ["Differentiable", "LocalSlope", "Secant", "angle_degrees", "secant"]

MOST_SINGLE_POINTS = 1000
"""Points of one array that are looked at one by one."""
ROUNDINGS_AWAY = 4
HUGE = 1e8
"""A value that is not a zero spoilt by rounding: sin x next to π has none like it."""


class Differentiable:
    """A function of one variable with its derivative, compiled. Parameters not given are 1."""

    def __init__(
        self, body: Expression, variable: str, parameters: Mapping[str, float] | None = None
    ) -> None:
        self.body, self.variable = body, variable
        self.parameters = dict(parameters or {})
        self._raw = raw_derivative(body, variable)
        self._kinks = kinks(body, variable)
        self._silent = [kink for kink in self._kinks if kink.silent]
        self._value = compile_function(body, [variable], self.parameters)

    @cached_property
    def derivative(self) -> Expression:
        """f′ in its tidy form."""
        return tidy(self._raw)

    @cached_property
    def second_derivative(self) -> Expression:
        """f″ in its tidy form."""
        return tidy(self._second.raw)

    @cached_property
    def _second(self) -> SecondDerivative:
        return SecondDerivative(self._raw, self.slope, self.variable, self.parameters)

    def value(self, x: ArrayLike) -> Values:
        """f(x), NaN where undefined; float64 of the shape of x."""
        return self._value(x)

    def slope(self, x: ArrayLike) -> Values:
        """f′(x), NaN where f has no value or no finite derivative; float64 of the shape of x.

        Points where the rules fail (0/0, kinks) are looked at one by one, up to 1000 of them.
        """
        value, slope, *distances = (np.asarray(column) for column in self._slopes(x))
        at_kink = np.zeros(slope.shape, dtype=np.bool_)
        for kink, distance in zip(self._silent, distances, strict=True):
            at_kink |= is_at(kink, distance)
        has_value = np.isfinite(value)
        slope = np.where(has_value & ~at_kink, slope, np.nan)
        doubtful = has_value & np.isnan(slope)
        if np.count_nonzero(doubtful):
            points = np.broadcast_to(np.asarray(x, dtype=np.float64), slope.shape)[doubtful]
            slope[doubtful] = self._reconsidered(points, at_kink[doubtful])
        return slope[()]

    def second(self, x: ArrayLike) -> Values:
        """f″(x), NaN where f′ has no derivative; float64 of the shape of x."""
        return self._second(x)

    def rule_second(self, x: ArrayLike) -> Values:
        """f″(x) as the rules give it, NaN where they fail: quick for many points, for a survey."""
        return self._second.by_rules(x)

    def rule_slope(self, x: ArrayLike) -> Values:
        """f′(x) as the rules give it, NaN where they fail: quick for many points, for a survey."""
        return self._slopes(x)[1]

    def _reconsidered(self, points: Array, at_kink: NDArray[np.bool_]) -> Array:
        """The slopes of points where the rules gave none, as far as there is one after all."""
        slopes = np.full(points.size, np.nan)
        slopes[~at_kink] = self._in_wider_range(points[~at_kink])
        for place in np.flatnonzero(np.isnan(slopes))[:MOST_SINGLE_POINTS]:
            local = self.at(float(points[place])).slope
            slopes[place] = np.nan if local is None else local
        return slopes

    def at(self, x0: float) -> LocalSlope:
        """Everything about f at the point x0."""
        x0 = float(x0)
        value, slope, *rest = map(float, self._local(x0))
        value += 0.0  # −0 is 0
        if isnan(value):
            return without_value(x0, self.why_undefined(x0), *self._sides(x0))
        if isinf(value):
            return beyond(x0, value)
        if _is_at_pole(x0, value, slope):
            return LocalSlope(x0, value, None, problem="near-pole")
        near_kink = self._is_near_kink(x0, rest)
        if isnan(slope) and not near_kink:
            slope = float(self._in_wider_range(np.array([x0]))[0])
        if isfinite(slope) and not near_kink:
            return smooth(x0, value, slope)
        return self._doubtful(x0, value, slope)

    def _doubtful(self, x0: float, value: float, slope: float) -> LocalSlope:
        local = with_value(x0, value, *self._sides(x0))
        if local.problem == "unknown-slope" and isfinite(slope):
            return smooth(x0, value, slope)
        if local.problem == "unknown-slope" and isinf(slope):
            return beyond(x0, value)
        return local

    @cached_property
    def _slopes(self) -> Functions:
        distances = [kink.distance for kink in self._silent]
        return compile_functions([self.body, self._raw, *distances], *self._setting)

    @cached_property
    def _local(self) -> Functions:
        distances = [kink.distance for kink in self._kinks]
        slopes = raw_derivatives(distances, self.variable)
        parts = [
            part
            for kink, slope in zip(self._kinks, slopes, strict=True)
            for part in (kink.distance, kink.scale, slope)
        ]
        return compile_functions([self.body, self._raw, *parts], *self._setting)

    @property
    def _setting(self) -> tuple[list[str], dict[str, float]]:
        return [self.variable], self.parameters

    def _is_near_kink(self, x0: float, parts: list[float]) -> bool:
        return any(
            is_near(kink, x0, *parts[3 * place : 3 * place + 3])
            for place, kink in enumerate(self._kinks)
        )

    def _sides(self, x0: float) -> tuple["OneSided", "OneSided"]:
        return self._side(x0, -1), self._side(x0, 1)

    def _side(self, x0: float, direction: int) -> "OneSided":
        """The germ on one side; f a few roundings away shows how far f(x0) may be from its limit.

        (The float64 next to π is no zero of sin; but 0 is 0, and beside it squares underflow.)
        """
        from gdviz.calculus.germ import one_sided  # rarely needed, and slow to load

        side = one_sided(self.body, self.variable, x0, direction, self.parameters)
        if side.limit is None or not isfinite(side.limit) or x0 == 0.0:
            return side
        beside = float(self.value(x0 + direction * ROUNDINGS_AWAY * ulp(x0)))
        slack = 2 * abs(beside - side.limit) if isfinite(beside) else 0.0
        return replace(side, limit_error=side.limit_error + slack)

    def why_undefined(self, x0: float) -> Undefined:
        """Why f has no value at a point where it has none."""
        return self._domain.why_undefined(x0) or Undefined(BEYOND_FLOAT64, self.body)

    @cached_property
    def _domain(self) -> Domain:
        return Domain(self.body, [self.variable], self.parameters)

    def _in_wider_range(self, points: Array) -> Array:
        """f′ computed with numbers that do not overflow."""
        from gdviz.calculus.evaluation.scaled import scaled_values  # rarely needed

        return scaled_values(self._raw, self.variable, points, self.parameters)


def _is_at_pole(x0: float, value: float, slope: float) -> bool:
    """Whether x0 is a pole to within rounding: the next float64 has quite another, huge value."""
    return abs(value) > HUGE and abs(slope) * ulp(x0) > abs(value) / 4


def angle_degrees(slope: float) -> float:
    """α in degrees with tg α = slope, in (−90°, 90°]; 90° for a vertical line."""
    return 90.0 if isinf(slope) else degrees(atan(slope))


@dataclass(frozen=True, slots=True)
class Secant:
    """The line through (x0, f(x0)) and (x0 + step, f(x0) + rise). NaN where f has no value."""

    x0: float
    value: float
    step: float
    rise: float

    @property
    def quotient(self) -> float:
        """Δf/Δx, the slope; NaN for Δx = 0."""
        return self.rise / self.step if self.step else float("nan")


def secant(function: Differentiable, x0: float, step: float) -> Secant:
    """The secant with Δx = step, or what is left of it once x0 + step is rounded to float64."""
    x1 = x0 + step
    here, there = (float(function.value(x)) for x in (x0, x1))
    return Secant(x0, here, x1 - x0, there - here)
