"""The lecture's default start: random, in the part of the domain that is in view."""

import math
import random
from collections.abc import Callable
from typing import Any

import numpy as np

BATCH, BATCHES = 256, 64
READABLE = 1e-4
"""A start is rounded to the decimal place nearest to this share of the view's width."""


def random_start(value: Callable[[Any], Any], low: float, high: float, seed: int) -> float | None:
    """A start drawn uniformly from where `value` is finite in [low, high]; None if nowhere.

    The same seed draws the same start everywhere and always (Python's Mersenne Twister). It is
    rounded to a few digits, so that it can be said aloud and written on the board.
    """
    generator = random.Random(seed)
    digits = -math.floor(math.log10((high - low) * READABLE))
    for _ in range(BATCHES):
        drawn = [round(generator.uniform(low, high), digits) for _ in range(BATCH)]
        candidates = np.clip(drawn, low, high)
        with np.errstate(all="ignore"):
            finite = np.isfinite(value(candidates))
        if finite.any():
            return float(candidates[np.argmax(finite)])
    return None
