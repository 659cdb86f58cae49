"""The lecture's default start: random, in the part of the domain that is in view."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from gdviz.descent.objective import Objective

BATCH, BATCHES = 256, 64
READABLE = 1e-4
"""A start is rounded to the decimal place nearest to this share of the view's width."""


def random_start(value: Callable[[Any], Any], low: float, high: float, seed: int) -> float | None:
    """A start drawn uniformly from where `value` is finite in [low, high]; None if nowhere."""
    point = _draw(value, [(low, high)], seed)
    return None if point is None else point[0]


def random_point(
    objective: Objective, views: Sequence[tuple[float, float]], seed: int
) -> tuple[float, ...] | None:
    """The same for any number of parameters, each with its (low, high), where L is finite."""
    return _draw(lambda *columns: objective.evaluate(*columns)[0], views, seed)


def _draw(
    value: Callable[..., Any], views: Sequence[tuple[float, float]], seed: int
) -> tuple[float, ...] | None:
    """The same seed draws the same start everywhere and always (Python's Mersenne Twister).

    It is rounded to a few digits, so that it can be said aloud and written on the board.
    """
    generator = random.Random(seed)
    for _ in range(BATCHES):
        drawn = [[_rounded(generator, *view) for view in views] for _ in range(BATCH)]
        columns = np.array(drawn).T
        with np.errstate(all="ignore"):
            finite = np.isfinite(value(*columns))
        if finite.any():
            return tuple(columns[:, int(np.argmax(finite))].tolist())
    return None


def _rounded(generator: random.Random, low: float, high: float) -> float:
    digits = -math.floor(math.log10((high - low) * READABLE))
    return min(max(round(generator.uniform(low, high), digits), low), high)
