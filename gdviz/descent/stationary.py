"""What lies at a point where the slope is zero: minimum, maximum, inflection, saddle or a plain."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.objective import Objective
from gdviz.descent.stopping import Cause

Direction = NDArray[np.float64]
DISTANCES = tuple(10.0 ** (power / 2) for power in range(-10, 1))
"""How far to look, from near to far, in units of max(1, |w|)."""
NOTICEABLE = 1e-10
"""A slope of so many times max(1, |L|) is no rounding error."""
SPOKES = 16
"""Directions looked into in the plane of two parameters; 3-fold saddles need more than 4."""


def kind(objective: Objective, point: NDArray[np.float64]) -> Cause:
    """What lies at `point`, shape (n,), judged by the slope outwards in many directions.

    In each direction the nearest distance counts at which the slope is no rounding error, so that
    w⁴ and w¹⁰ are recognised as well as w². Beyond the edge of the domain nothing is asked.
    """
    floor = NOTICEABLE * max(1.0, abs(float(objective.evaluate(*point)[0])))
    ways = {_outward(objective, point, way, floor) for way in _directions(objective, point)}
    rises, falls = 1 in ways, -1 in ways
    if rises and falls:
        return Cause.INFLECTION if len(point) == 1 else Cause.SADDLE
    if rises:
        return Cause.MINIMUM
    return Cause.MAXIMUM if falls else Cause.FLAT


def _outward(objective: Objective, point: NDArray[np.float64], way: Direction, floor: float) -> int:
    """1 if the loss rises that way, −1 if it falls, 0 if it stays or is not defined."""
    scale = max(1.0, float(np.max(np.abs(point))))
    for distance in DISTANCES:
        slope = float(np.dot(_gradient(objective, point + distance * scale * way), way))
        if np.isnan(slope):
            return 0
        if abs(slope) > floor:
            return 1 if slope > 0 else -1
    return 0


def _directions(objective: Objective, point: NDArray[np.float64]) -> Iterator[Direction]:
    size = len(point)
    if size == 2:
        for angle in np.arange(SPOKES) * (2 * np.pi / SPOKES):
            yield np.array([np.cos(angle), np.sin(angle)])
    hessian = numerical_hessian(objective, point)
    axes = [np.eye(size)]
    if size > 1 and np.all(np.isfinite(hessian)):
        axes.append(np.linalg.eigh(hessian)[1])
    for columns in axes:
        for way in columns.T:
            yield way
            yield -way


def numerical_hessian(
    objective: Objective, point: NDArray[np.float64], step: float = 1e-5
) -> NDArray[np.float64]:
    """Second derivatives from central differences of the gradient, shape (n, n), symmetric."""
    rows = []
    for way in np.eye(len(point)):
        shift = step * max(1.0, float(np.max(np.abs(point)))) * way
        ahead, behind = (_gradient(objective, point + sign * shift) for sign in (1, -1))
        rows.append((ahead - behind) / (2 * np.max(shift)))
    hessian = np.array(rows)
    return (hessian + hessian.T) / 2


def _gradient(objective: Objective, point: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array(objective.evaluate(*point)[1:], dtype=np.float64)
