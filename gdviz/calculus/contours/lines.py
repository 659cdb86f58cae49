"""Lines of equal value through the cells of a grid (by contourpy, loaded when first wanted)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.contours.map import Array, ContourLine

Points = Array
LinesAt = Callable[[float], Sequence[Points]]


def tracer(x: Array, y: Array, values: Array, levels: Sequence[float]) -> LinesAt:
    """What finds the polylines of a level in values of shape (len(y), len(x)).

    Nothing is drawn where there are no values, nor across a pole, where f goes from below all
    levels to above them within a cell.
    """
    from contourpy import LineType, contour_generator

    hidden = ~np.isfinite(values) | _beside_poles(values, levels)
    shown = np.ma.masked_array(values, mask=hidden) if hidden.any() else values
    generator = contour_generator(x, y, shown, line_type=LineType.Separate)

    def lines_at(level: float) -> Sequence[Points]:
        found = generator.lines(level)
        return [np.asarray(line, dtype=np.float64) for line in found if len(line) > 1]

    return lines_at


def lines_of(lines_at: LinesAt, index: int, level: float) -> list[ContourLine]:
    """All the lines of a level."""
    return [ContourLine(index, points) for points in lines_at(level)]


def _beside_poles(values: Array, levels: Sequence[float]) -> NDArray[np.bool_]:
    """Corners of cells that reach from below the lowest level to above the highest."""
    with np.errstate(invalid="ignore"):
        low, high = values < levels[0], values > levels[-1]
    leaping = _any_corner(low) & _any_corner(high)
    hidden = np.zeros(values.shape, dtype=np.bool_)
    for rows in (slice(None, -1), slice(1, None)):
        for columns in (slice(None, -1), slice(1, None)):
            hidden[rows, columns] |= leaping
    return hidden & (low | high)


def _any_corner(places: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells with such a corner, shape (rows − 1, columns − 1)."""
    sides = places[:-1] | places[1:]
    return np.asarray(sides[:, :-1] | sides[:, 1:])
