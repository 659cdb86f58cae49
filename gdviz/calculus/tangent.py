"""f at a point: its value, its slope, its one-sided slopes, and why there is no tangent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import atan, degrees, isfinite, isnan

import numpy as np
from numpy.typing import ArrayLike

from gdviz.calculus.derivation import raw_derivative
from gdviz.calculus.domain import BEYOND_FLOAT64, Domain
from gdviz.calculus.evaluation import Values, compile_functions
from gdviz.calculus.expression import Expression
from gdviz.calculus.normal import tidy


@dataclass(frozen=True, slots=True)
class LocalSlope:
    """f at x. None stands for "there is none"; one-sided slopes may be ±∞.

    `problem` is None where f has a finite derivative, else the code of the sentence that says why
    not (gdviz.sentences.slope), with its `fields`: outside-domain, hole, edge-of-domain,
    isolated-point, jump, corner, cusp, vertical-tangent, beyond-float64, unknown-slope.
    """

    x: float
    value: float | None
    slope: float | None
    left_slope: float | None = None
    right_slope: float | None = None
    problem: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def derivative(self) -> float | None:
        """f′(x) in the wider sense: ±∞ too, where both one-sided slopes are that."""
        return self.left_slope if self.left_slope == self.right_slope else None


class Differentiable:
    """A function of one variable with its derivative, compiled."""

    def __init__(
        self, body: Expression, variable: str, parameters: Mapping[str, float] | None = None
    ) -> None:
        self.body, self.variable = body, variable
        self.parameters = dict(parameters or {})
        self._raw = raw_derivative(body, variable)
        self._both = compile_functions([body, self._raw], [variable], self.parameters)
        self._value = compile_functions([body], [variable], self.parameters)

    @cached_property
    def derivative(self) -> Expression:
        """f′ in its tidy form."""
        return tidy(self._raw)

    def value(self, x: ArrayLike) -> Values:
        """f(x), NaN where undefined; float64 of the shape of x."""
        return self._value(x)[0]

    def slope(self, x: ArrayLike) -> Values:
        """f′(x), NaN where f or f′ is undefined; float64 of the shape of x."""
        value, slope = self._both(x)
        return np.where(np.isfinite(value), slope, np.nan)[()]

    @cached_property
    def _domain(self) -> Domain:
        return Domain(self.body, [self.variable], self.parameters)

    def at(self, x0: float) -> LocalSlope:
        """Everything about f at the point x0."""
        value, slope = map(float, self._both(float(x0)))
        if isfinite(value) and isfinite(slope):
            return LocalSlope(x0, value, slope, slope, slope)
        if isnan(value):
            reason = self._domain.why_undefined(x0)
            code = reason.code if reason else BEYOND_FLOAT64
            return LocalSlope(x0, None, None, problem="outside-domain", fields={"why": code})
        return LocalSlope(x0, value, None, problem=BEYOND_FLOAT64)


def angle_degrees(slope: float) -> float:
    """α in degrees with tg α = slope, in (−90°, 90°]; 90° for a vertical line."""
    return 90.0 if slope in (float("inf"), float("-inf")) else degrees(atan(slope))


@dataclass(frozen=True, slots=True)
class Secant:
    """The line through (x0, f(x0)) and (x0 + Δx, f(x0 + Δx)). NaN where f has no value."""

    x0: float
    value: float
    step: float
    rise: float

    @property
    def quotient(self) -> float:
        """Δf/Δx, the slope."""
        return self.rise / self.step if self.step else float("nan")


def secant(function: Differentiable, x0: float, step: float) -> Secant:
    """The secant with Δx = step. Δx is what is left of it after x0 + step is rounded to float64."""
    x1 = x0 + step
    here, there = (float(function.value(x)) for x in (x0, x1))
    return Secant(x0, here, x1 - x0, there - here)
