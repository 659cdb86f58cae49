"""Δf/Δx in float64 for smaller and smaller Δx: how far from f′(x₀), and where rounding wins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
LAST_DIGITS = 8
"""Units in the last place of the limit by which a quotient with all its digits may miss it."""


@dataclass(frozen=True, slots=True)
class DifferenceQuotient:
    """Δf/Δx for one Δx, computed as it is written: (f(x₀ + Δx) − f(x₀))/Δx.

    step: Δx as asked for; kept: (x₀ + Δx) − x₀, what rounding left of it; rise: Δf, NaN where f has
    no value; limit: what Δf/Δx tends to from this side as Δx → 0, ±∞ included, None if to nothing
    or if it is not known; rounding: what the last places of x and f may do to Δf; rounding_wins:
    whether the error is that of rounding, here and for every smaller Δx of the table.
    """

    step: float
    kept: float
    rise: float
    limit: float | None
    rounding: float = 0.0
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

    @property
    def keeps_all_digits(self) -> bool:
        """Whether the quotient is its limit but for the last digits of a float64."""
        return self.limit is not None and self.error <= LAST_DIGITS * ulp(self.limit)

    @property
    def gap(self) -> float:
        """f − f_l at the second point, as far from x₀ as rounding left it; NaN without a limit.

        What rounding may come to is no gap: a line is its own tangent.
        """
        if self.limit is None:
            return nan
        gap = self.rise - self.limit * self.kept
        slack = self.rounding + LAST_DIGITS * ulp(self.limit) * abs(self.kept)
        return gap if not abs(gap) <= slack else 0.0


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
    places = ulp(local.value or 0.0) + _ulps(values)
    slack = places + LAST_DIGITS * abs(limit or 0.0) * (ulp(local.x) + _ulps(there))
    found = tuple(
        DifferenceQuotient(step, x - local.x, rise, limit, lost)
        for step, x, rise, lost in zip(
            steps, there.tolist(), rises.tolist(), slack.tolist(), strict=True
        )
    )
    if not judged or local.value is None:
        return found
    noise = rounding_noise(function, local, right=steps[0] > 0)
    return _judged(found, np.maximum(noise, places / 2))


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
    while lost < len(rows) and not _loses(rows, lost):
        lost += 1
    return rows[:lost] + tuple(_marked(row) for row in rows[lost:])


def _loses(rows: tuple[DifferenceQuotient, ...], place: int) -> bool:
    """Whether digits are lost from a row on: the last digits of a float64 are no loss, nor is an
    error that goes on falling."""
    row, before = rows[place], rows[max(place - 1, 0)]
    if row.rise == 0.0:
        return True
    grows = any(later.error > before.error for later in rows[place:])
    return grows and not row.keeps_all_digits


def _is_rounding(rows: tuple[DifferenceQuotient, ...], place: int, noise: float) -> bool:
    """Whether rounding explains the error of a row; one that grew, against all that a smaller Δx
    does to it, needs less of an explanation."""
    row, before = rows[place], rows[max(place - 1, 0)]
    if row.rise == 0.0:
        return True
    has_grown = row.error > before.error
    return row.error * abs(row.step) <= noise * (RARELY if has_grown else 1.0)


def _marked(row: DifferenceQuotient) -> DifferenceQuotient:
    return replace(row, rounding_wins=True)


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
