"""What a map of a function of two variables is made of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]
Bands = NDArray[np.uint8]

BLANK = 0
"""The band of places where the function has no value."""


@dataclass(frozen=True, slots=True, eq=False)
class ContourLine:
    """A connected line of equal value: index of its level, points of shape (n, 2): x, y."""

    index: int
    points: Array

    @property
    def is_closed(self) -> bool:
        """Whether it ends where it began."""
        return bool((self.points[0] == self.points[-1]).all())


@dataclass(frozen=True, slots=True, eq=False)
class Contours:
    """A map of the part of the plane that `area` says, a little more than what is seen.

    levels: ascending; band k lies above k − 1 of them, band 0 is where there is no value. bands:
    shape (rows, columns), from y0 up and from x0 to the right, one number for each cell.
    """

    area: Viewport
    levels: tuple[float, ...]
    lines: tuple[ContourLine, ...]
    bands: Bands

    @property
    def is_blank(self) -> bool:
        """Whether the function has no value anywhere in view."""
        return not bool(self.bands.any())
