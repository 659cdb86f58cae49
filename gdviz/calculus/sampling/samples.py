"""What a sampled curve consists of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

UNDEFINED, OUT_OF_VIEW, DENSE, IMPRECISE = (
    "undefined-in-view",
    "outside-view",
    "too-fast",
    "beyond-precision",
)
"""Codes of what is to be said about a curve in place of what cannot be shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """A curve for one view, in the function's coordinates.

    pieces: connected polylines, shape (n, 2): x, y; nothing is drawn between pieces. bands: where
    the curve varies faster than the screen shows, shape (n, 3): x, low, high. message: the code of
    a sentence about the whole picture, or None.
    """

    pieces: tuple[Points, ...] = ()
    bands: tuple[Points, ...] = ()
    message: str | None = None
