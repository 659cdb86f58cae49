"""f″ as a function: by the rules, and where they fail from what f′ does on either side."""

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import Functions, Values, compile_functions
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import Expression
from gdviz.calculus.kinks import is_at, kinks
from gdviz.calculus.local import with_value

MOST_SINGLE_POINTS = 100
"""Points of one array that are looked at one by one."""


class SecondDerivative:
    """f″, from the raw f′ and `slope`, f′ as it is wherever it exists."""

    def __init__(
        self,
        raw: Expression,
        slope: Callable[[ArrayLike], Values],
        variable: str,
        parameters: Mapping[str, float],
    ) -> None:
        self.raw = raw_derivative(raw, variable)
        self._slope_body, self._slope = raw, slope
        self._variable, self._parameters = variable, dict(parameters)
        self._silent = [kink for kink in kinks(raw, variable) if kink.silent]

    def __call__(self, x: ArrayLike) -> Values:
        """f″(x), NaN where f′ has no derivative; float64 of the shape of x.

        Points where the rules fail are looked at one by one, up to 100 of them.
        """
        second, *distances = (np.asarray(column) for column in self._compiled(x))
        second = second.copy()
        for kink, distance in zip(self._silent, distances, strict=True):
            second[is_at(kink, distance)] = np.nan
        slopes = np.asarray(self._slope(x))
        second[~np.isfinite(slopes)] = np.nan
        doubtful = np.isnan(second) & np.isfinite(slopes)
        if doubtful.any():
            points = np.broadcast_to(np.asarray(x, dtype=np.float64), second.shape)[doubtful]
            second[doubtful] = self._one_by_one(points, slopes[doubtful])
        return second[()]

    def by_rules(self, x: ArrayLike) -> Values:
        """f″(x) as the rules give it, NaN where they fail: quick for many points."""
        return self._compiled(x)[0]

    @cached_property
    def _compiled(self) -> Functions:
        distances = [kink.distance for kink in self._silent]
        return compile_functions([self.raw, *distances], [self._variable], self._parameters)

    def _one_by_one(self, points: Array, slopes: Array) -> Array:
        """f″ where f′ goes through a point with one slope, by the expansions of f′ around it."""
        from gdviz.calculus.germ import one_sided  # rarely needed, and slow to load

        found = np.full(points.size, np.nan)
        for place in range(min(points.size, MOST_SINGLE_POINTS)):
            x0 = float(points[place])
            left, right = (
                one_sided(self._slope_body, self._variable, x0, side, self._parameters)
                for side in (-1, 1)
            )
            local = with_value(x0, float(slopes[place]), left, right)
            found[place] = np.nan if local.slope is None else local.slope
        return found
