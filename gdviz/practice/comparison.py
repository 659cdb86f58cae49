"""Whether two expressions are the same function, judged by numbers at many points."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.domain import BEYOND_FLOAT64, Domain
from gdviz.calculus.expression import Expression
from gdviz.practice.places import FEWEST_PLACES, Places
from gdviz.practice.slices import Slices, finished
from gdviz.practice.valuation import Array

SAME, DIFFERENT = 1e-10, 1e-8
"""Relative differences below the first are rounding, above the second are none."""
ROUNDING, BEYOND_ROUNDING = 1e-13, 1e-11
"""The same in parts of the largest number that either side is computed from."""
MOST_UNKNOWN = 0.5
"""Of the points; with more of them undecided nothing is claimed."""
FEWEST_SHARE = 0.6
"""Of the points; at so many both must have values to be called alike."""


class Verdict(StrEnum):
    """What is known of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`missing`: a point where the answer has no value although f′ has, if it is right elsewhere;
    nowhere: whether it has none at all. is_near: unsure although there are points enough, for the
    two differ by so little that rounding might explain it."""

    verdict: Verdict
    missing: float | None = None
    nowhere: bool = False
    is_near: bool = False


def compare(answer: Expression, slope: Expression, places: Places) -> Comparison:
    """The answer against f′. A single point where they clearly differ is enough to be wrong."""
    return finished(comparing(answer, slope, places))


def comparing(answer: Expression, slope: Expression, places: Places) -> Slices[Comparison]:
    """The same in slices."""
    given, wanted = yield from places.evaluating([answer, slope])
    largest = yield from places.measuring(answer)
    largest = np.maximum(largest, (yield from places.measuring(slope)))
    valued = np.isfinite(given) & np.isfinite(wanted)
    agree, differ = _agreement(given, wanted, largest)
    if (differ & valued).any():
        return Comparison(Verdict.WRONG)
    missing = yield from _missing(answer, places, np.isnan(given))
    decided = int((agree & valued).sum())
    if missing and len(missing) == places.count:
        return Comparison(Verdict.WRONG, nowhere=True)
    if missing and decided >= FEWEST_PLACES // 2:
        return Comparison(Verdict.WRONG, missing[0])
    if decided < FEWEST_PLACES or decided < MOST_UNKNOWN * places.count:
        return Comparison(Verdict.UNSURE, is_near=bool(valued.sum() >= FEWEST_PLACES))
    return Comparison(Verdict.RIGHT)


def _agreement(
    given: Array, wanted: Array, largest: Array
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where the two surely agree, and where they surely differ."""
    with np.errstate(all="ignore"):
        distance = np.abs(given - wanted)
        size = np.maximum(np.abs(given), np.abs(wanted))
        agree = distance <= SAME * size + ROUNDING * largest
        differ = distance > DIFFERENT * size + BEYOND_ROUNDING * largest
    return agree, differ


def _missing(
    answer: Expression, places: Places, undefined: NDArray[np.bool_]
) -> Slices[list[float]]:
    """Where the answer has no value in truth, and not only none that float64 could hold."""
    if not undefined.any():
        return []
    domain = Domain(answer, places.names, places.values)
    values = yield from places.evaluating(domain.parts)
    found = []
    for place in np.flatnonzero(undefined):
        why = domain.why_among([float(column[place]) for column in values])
        if why is not None and why.code != BEYOND_FLOAT64:
            found.append(float(places.columns[0][place]))
    return found


def alike(first: Array, second: Array) -> NDArray[np.bool_]:
    """Whether each row of `first`, shape (m, n), has the values of `second`, shape (n,).

    Points where one has no value do not count; most of them must count.
    """
    with np.errstate(all="ignore"):
        both = np.isfinite(first) & np.isfinite(second)
        size = np.maximum(np.abs(first), np.abs(second))
        usual = np.median(np.abs(second[np.isfinite(second)])) if len(second) else 0.0
        close = np.abs(first - second) <= 10 * SAME * (size + usual)
    enough = both.sum(axis=1) >= max(FEWEST_PLACES // 2, FEWEST_SHARE * len(second))
    same: NDArray[np.bool_] = enough & (close | ~both).all(axis=1)
    return same
