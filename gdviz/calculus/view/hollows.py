"""Minima of a function of two variables in a part of the plane, to some fifteen digits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]
Evaluate = Callable[..., Sequence[Any]]
"""(f, ∂f/∂x, ∂f/∂y) at columns x, y; NaN where undefined."""
LOOKED_AT = 121
"""Places on each side of the grid on which minima are looked for first."""
MOST = 120
"""Places that are followed down; a view with more hollows shows a texture."""
NEWTON, HASTY = 60, 12
"""Steps of Newton's method at most, and where it is enough to know about where."""
CREEPING = 64
"""Steps of a search that needs no slopes, for corners."""
COMPASS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
SHARES = (1.0, 0.25, 0.0625, 1 / 64)
"""How much of a step is tried, one after another."""
SHORTEST = 1e-7
"""Length of the step for second derivatives, in parts of a cell."""
FLAT = 1e-6
"""A slope is 0 that changes f across a cell by no more than this share of how f varies there."""
SAME = 1e-4
"""Minima nearer than this, in parts of the view, are one."""
EXACTLY = 1e-9
"""A coordinate that is so near to a round number, in parts of the view, is that number."""
RINGS = (1e-5, 1e-2)
"""Radii, in cells, on which everything must be higher around a minimum without a slope."""
ROUNDING = 1e-13
"""A least value that is smaller than this, in parts of the values a cell away, is 0."""
FLATTER = 0.7
"""From the inner ring f drops by less than this share of that from the outer one, but in a pole."""


@dataclass(frozen=True, slots=True)
class Hollow:
    """A minimum."""

    x: float
    y: float
    value: float


def hollows(evaluate: Evaluate, view: Viewport, *, hasty: bool = False) -> tuple[Hollow, ...]:
    """Local minima inside a view, the lowest first. hasty: those that are easily found will do."""
    cell = np.array((view.width, view.height)) / (LOOKED_AT - 1)
    points = _candidates(evaluate, view)
    if not len(points):
        return ()
    with np.errstate(all="ignore"):
        points = _descended(evaluate, points, cell, HASTY if hasty else NEWTON)
        points = _crept(evaluate, points, cell, HASTY if hasty else CREEPING)
        points = _rounded(evaluate, points, view)
        kept = points[_are_minima(evaluate, points, cell)]
        values, scale = (np.asarray(evaluate(*places.T)[0]) for places in (kept, kept + cell))
        values = np.where(np.abs(values) < ROUNDING * np.abs(scale), 0.0, values)
        found = _distinct(kept, values, view)
    inside = [hollow for hollow in found if view.contains(hollow.x, hollow.y)]
    return tuple(inside)


def _candidates(evaluate: Evaluate, view: Viewport) -> Array:
    """Places of a grid that are not higher than their eight neighbours; shape (n, 2)."""
    x = np.linspace(view.x0, view.x1, LOOKED_AT)
    y = np.linspace(view.y0, view.y1, LOOKED_AT)
    columns = np.tile(x, LOOKED_AT), np.repeat(y, LOOKED_AT)
    with np.errstate(all="ignore"):
        values = np.asarray(evaluate(*columns)[0]).reshape(LOOKED_AT, LOOKED_AT)
    inner = values[1:-1, 1:-1]
    low, lower = np.isfinite(inner), np.zeros(inner.shape, dtype=np.bool_)
    for up in (0, 1, 2):
        for right in (0, 1, 2):
            other = values[up : up + LOOKED_AT - 2, right : right + LOOKED_AT - 2]
            low &= ~(other < inner)
            lower |= other > inner
    rows, places = np.nonzero(low & lower)
    order = np.argsort(inner[rows, places], kind="stable")[:MOST]
    return np.column_stack((x[places[order] + 1], y[rows[order] + 1]))


def _descended(evaluate: Evaluate, points: Array, cell: Array, most: int) -> Array:
    """Newton's method on the slopes, each step shortened until f is not higher after it."""
    value, *slopes = evaluate(*points.T)
    for _ in range(most):
        step = _newton_step(evaluate, points, np.column_stack(slopes), cell)
        moved = False
        for share in SHARES:
            tried = points + share * step
            reached, *steeper = evaluate(*tried.T)
            better = reached < value
            moved |= bool(better.any())
            points = np.where(better[:, None], tried, points)
            value = np.where(better, reached, value)
            slopes = [np.where(better, new, old) for new, old in zip(steeper, slopes, strict=True)]
            step = np.where(better[:, None], 0.0, step)
        if not moved:
            break
    return points


def _newton_step(evaluate: Evaluate, points: Array, slopes: Array, cell: Array) -> Array:
    """Solves H·step = −slope; straight downhill where H says nothing, and never far."""
    reach = SHORTEST * cell
    (xx, xy), (_, yy) = (
        (
            np.column_stack(evaluate(*(points + way).T)[1:])
            - np.column_stack(evaluate(*(points - way).T)[1:])
        ).T
        / (2 * way.sum())
        for way in (reach * (1, 0), reach * (0, 1))
    )
    gx, gy = slopes.T
    determinant = xx * yy - xy * xy
    step = np.column_stack((xy * gy - yy * gx, xy * gx - xx * gy)) / determinant[:, None]
    is_bowl = (determinant > 0.0) & (xx > 0.0) & np.isfinite(step).all(axis=1)
    downhill = -slopes / np.maximum(np.hypot(gx, gy), 1e-300)[:, None] * cell
    step = np.where(is_bowl[:, None], step, np.nan_to_num(downhill))
    length = np.abs(step / cell).max(axis=1)
    return np.asarray(step / np.maximum(length / 2.0, 1.0)[:, None])


def _crept(evaluate: Evaluate, points: Array, cell: Array, most: int) -> Array:
    """To the lowest of eight places around, which are half as far away where none is lower."""
    value = np.asarray(evaluate(*points.T)[0])
    ways = np.array(COMPASS) * cell
    reach = np.full(len(points), 0.5)
    for _ in range(most):
        tried = points[None] + reach[None, :, None] * ways[:, None]
        reached = np.asarray(evaluate(*tried.reshape(-1, 2).T)[0]).reshape(len(ways), -1)
        reached = np.where(np.isfinite(reached), reached, np.inf)
        best, every = reached.argmin(axis=0), np.arange(len(points))
        better = reached[best, every] < value
        points = np.where(better[:, None], tried[best, every], points)
        value = np.where(better, reached[best, every], value)
        reach = np.where(better, reach, reach / 2)
    return points


def _rounded(evaluate: Evaluate, points: Array, view: Viewport) -> Array:
    """Coordinates that were meant to be round are, where f is not higher there."""
    reach = max(view.width, view.height)
    round_ones = np.round(points / reach, 6) * reach
    for digits in (0, 1, 2, 3):
        nearest = np.round(points, digits)
        round_ones = np.where(np.abs(nearest - points) < EXACTLY * reach, nearest, round_ones)
    close = (np.abs(round_ones - points) < EXACTLY * reach).all(axis=1)
    before, after = (np.asarray(evaluate(*places.T)[0]) for places in (points, round_ones))
    good = close & (after <= before + 1e-14 * np.maximum(np.abs(before), 1.0))
    return np.where(good[:, None], round_ones, points)


def _are_minima(evaluate: Evaluate, points: Array, cell: Array) -> NDArray[np.bool_]:
    """Where the slope is 0, or where f is higher all around although it is not."""
    value, *slopes = evaluate(*points.T)
    turns = np.linspace(0.0, 2 * np.pi, 16, endpoint=False)
    ring = np.column_stack((np.cos(turns), np.sin(turns)))
    around = np.stack(
        [
            np.stack([evaluate(*(points + radius * cell * way).T)[0] for way in ring])
            for radius in RINGS
        ]
    )
    varies = np.abs(around[1] - value).max(axis=0) / RINGS[1]
    slope = np.hypot(*(np.column_stack(slopes) * cell).T)
    is_level = slope <= FLAT * varies
    is_low = (around[1] > value).all(axis=0) & (around[0] >= value).all(axis=0)
    drops = (around - value).max(axis=1)
    is_corner = (around > value).all(axis=(0, 1)) & (drops[0] < FLATTER * drops[1])
    return np.asarray(is_low & (is_level | is_corner))


def _distinct(points: Array, values: Array, view: Viewport) -> list[Hollow]:
    """Each minimum once."""
    found: list[Hollow] = []
    reach = SAME * np.array((view.width, view.height))
    for index in np.argsort(values, kind="stable").tolist():
        x, y = (float(part) for part in points[index])
        if all(abs(x - h.x) > reach[0] or abs(y - h.y) > reach[1] for h in found):
            found.append(Hollow(x + 0.0, y + 0.0, float(values[index])))
    return found
