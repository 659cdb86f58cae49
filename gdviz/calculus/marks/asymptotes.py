"""Straight lines that a curve comes up to as x → ±∞.

With x = ±1/t the series of f in t → 0+ says all: f = ±k/t + b + o(1) exactly where k = lim f/x and
b = lim (f − kx) exist, and the line y = kx + b is the asymptote then.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import isclose

import numpy as np

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.germ import BEYOND, Germs
from gdviz.calculus.germs.series import UNIT, Series, Size
from gdviz.calculus.marks.reaching import Values

KEPT = 8
"""Functions whose asymptotes are remembered: other views of them have the same."""
STEEP = Size(-1)
"""Of kx, in t."""
PLACES = np.array((11.3, 37.9, 101.7, 1013.1))
"""Where f is looked at to see whether it is that line itself."""
ROUNDING = 2.0**-44
"""Relative difference that may be rounding."""


@dataclass(frozen=True, slots=True)
class Asymptote:
    """The line y = slope·x + intercept. left, right: whether f comes up to it as x → −∞ and +∞."""

    slope: float
    intercept: float
    left: bool
    right: bool


@lru_cache(KEPT)
def asymptotes(body: Expression, variable: str, values: Values) -> tuple[Asymptote, ...]:
    """Horizontal and oblique asymptotes: one if both ends have the same; none that is, from some
    point on, the curve itself. values: of the parameters."""
    germs = Germs(body, variable, dict(values))
    function = compile_function(body, [variable], dict(values))
    found: list[tuple[float, float] | None] = []
    for side in (-1, 1):
        line, is_exact = _line(germs, side)
        if line is not None and is_exact is None:
            at = side * PLACES
            with np.errstate(all="ignore"):
                is_exact = _is_line(np.asarray(function(at)), line[0] * at + line[1])
        found.append(None if is_exact else line)
    left, right = found
    if left is not None and right is not None and _are_same(left, right):
        return (Asymptote(*right, left=True, right=True),)
    one_sided = ((left, True), (right, False))
    return tuple(
        Asymptote(*line, left=is_left, right=not is_left)
        for line, is_left in one_sided
        if line is not None
    )


def _line(germs: Germs, side: int) -> tuple[tuple[float, float] | None, bool | None]:
    """k and b, and whether f is that line; None where the series cannot tell that."""
    try:
        with np.errstate(all="ignore"):
            series = germs.at_infinity(side)
    except BEYOND:
        return None, None
    large = [term for term in series.terms if term.size < UNIT]
    if series.is_bounded_only or any(term.size != STEEP for term in large):
        return None, None
    slope = side * large[0].value if large else 0.0
    return (slope, series.limit.value), _is_exact(series.vanishing)


def _is_exact(vanishing: Series) -> bool | None:
    """Whether nothing is left beside the line; what outgrows every power is not seen by series."""
    if vanishing.terms:
        return False
    if vanishing.rest is None:
        return True
    return False if vanishing.rest.power == np.inf else None


def _is_line(values: np.ndarray, line: np.ndarray) -> bool:
    off = np.abs(values - line)
    return bool(np.all(off <= ROUNDING * (np.abs(values) + np.abs(line))))


def _are_same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    scale = max(map(abs, (*one, *other)))
    pairs = zip(one, other, strict=True)
    return all(isclose(a, b, rel_tol=1e-12, abs_tol=1e-12 * scale) for a, b in pairs)
