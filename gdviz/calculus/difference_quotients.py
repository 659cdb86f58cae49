"""Δf/Δx in float64 for smaller and smaller Δx: how far from f′(x₀), and where rounding wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial, isfinite, nan, ulp

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.local import LocalSlope
from gdviz.calculus.tangent import Differentiable

Numbers = NDArray[np.float64]

DECADES = tuple(10.0**-power for power in range(17))
"""Sizes of Δx that a table goes through: 1, 0.1 … 1e−16."""
SPACINGS = tuple(10.0**-power for power in range(6, 14))
"""Distances of the points at which rounding is looked for, in parts of x₀."""
POINTS, ORDER = 9, 4
SPREAD = 4.0
"""Rounding errors are hardly ever larger than so many of their standard deviations."""
RARELY = 8.0
"""And never larger than so many times that."""


@dataclass(frozen=True, slots=True)
class DifferenceQuotient:
    """Δf/Δx for one Δx, computed as it is written: (f(x₀ + Δx) − f(x₀))/Δx.

    step: Δx as asked for; kept: (x₀ + Δx) − x₀, what rounding left of it; rise: Δf, NaN where f has
    no value; limit: what Δf/Δx tends to from this side as Δx → 0, ±∞ included, None if to nothing
    or if it is not known; rounding_wins: whether the error is that of rounding, here and for
    every smaller Δx of the table.
    """

    step: float
    kept: float
    rise: float
    limit: float | None
    rounding_wins: bool = False

    @property
    def quotient(self) -> float:
        """Δf/Δx, the slope of the secant; NaN where there is none."""
        return self.rise / self.step if isfinite(self.rise) else nan

    @property
    def error(self) -> float:
        """|Δf/Δx − limit|; NaN where one of them is missing or infinite."""
        if self.limit is None or not isfinite(self.limit):
            return nan
        return abs(self.quotient - self.limit)


def difference_quotient(
    function: Differentiable, local: LocalSlope, step: float
) -> DifferenceQuotient:
    """The one of a single Δx ≠ 0; `local` is f at x₀. Whether rounding wins is left open."""
    return difference_quotients(function, local, [step], judged=False)[0]


def difference_quotients(
    function: Differentiable, local: LocalSlope, steps: Sequence[float], *, judged: bool = True
) -> tuple[DifferenceQuotient, ...]:
    """Those of several Δx on one side of x₀, the largest first."""
    there = local.x + np.array(steps)
    values = np.asarray(function.value(there))
    rises = values - (nan if local.value is None else local.value)
    limit = one_sided_limit(local, right=steps[0] > 0)
    found = tuple(
        DifferenceQuotient(step, x - local.x, rise, limit)
        for step, x, rise in zip(steps, there.tolist(), rises.tolist(), strict=True)
    )
    if not judged or local.value is None:
        return found
    noise = rounding_noise(function, local, right=steps[0] > 0)
    return _judged(found, np.maximum(noise, (ulp(local.value) + _ulps(values)) / 2))


def one_sided_limit(local: LocalSlope, *, right: bool) -> float | None:
    """lim Δf/Δx as Δx → 0 from one side: f′(x₀), a one-sided slope, or ±∞."""
    return local.right_slope if right else local.left_slope


def _ulps(values: Numbers) -> Numbers:
    finite = np.isfinite(values)
    return np.where(finite, np.spacing(np.where(finite, np.abs(values), 1.0)), 0.0)


def _judged(rows: tuple[DifferenceQuotient, ...], noise: Numbers) -> tuple[DifferenceQuotient, ...]:
    """Marks the last rows, as far up as rounding alone explains the error.

    noise: shape (n,), what rounding may have done to each Δf.
    """
    rises = any(row.rise != 0.0 for row in rows)
    lost = len(rows)
    while lost and rises and _is_rounding(rows, lost - 1, float(noise[lost - 1])):
        lost -= 1
    # An error of 0 is no sign of rounding unless smaller steps show one.
    while lost < len(rows) and rows[lost].error == 0.0 and rows[lost].rise != 0.0:
        lost += 1
    return rows[:lost] + tuple(_marked(row) for row in rows[lost:])


def _is_rounding(rows: tuple[DifferenceQuotient, ...], place: int, noise: float) -> bool:
    """Whether rounding explains the error of a row; one that grew, against all that a smaller Δx
    does to it, needs less of an explanation."""
    row, before = rows[place], rows[max(place - 1, 0)]
    if row.rise == 0.0:
        return True
    has_grown = row.error > before.error
    return row.error * abs(row.step) <= noise * (RARELY if has_grown else 1.0)


def _marked(row: DifferenceQuotient) -> DifferenceQuotient:
    return DifferenceQuotient(row.step, row.kept, row.rise, row.limit, rounding_wins=True)


def rounding_noise(function: Differentiable, local: LocalSlope, *, right: bool) -> float:
    """What rounding may do to a value of f beside x₀, as far as f shows it; 0 where it shows none.

    Values at evenly spaced points are smooth but for rounding, so their fourth differences are
    rounding alone if the points are near enough to one another (J. Moré and S. Wild, "Estimating
    computational noise", 2011). Several spacings are tried: too wide ones see the function, too
    narrow ones see nothing, and the median of the rest is taken.
    """
    size = abs(local.x) or 1.0
    away = np.arange(1, POINTS + 1) * (1.0 if right else -1.0)
    points = local.x + size * np.outer(SPACINGS, away)
    values = np.asarray(function.value(points))
    with np.errstate(invalid="ignore", over="ignore"):
        differences = np.diff(values, ORDER, axis=1)
        scale = factorial(ORDER) ** 2 / factorial(2 * ORDER)
        deviations = np.sqrt(scale * np.mean(differences**2, axis=1))
    seen = deviations[np.isfinite(deviations) & (deviations > 0.0)]
    return SPREAD * float(np.median(seen)) if seen.size else 0.0
