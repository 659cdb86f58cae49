"""Measuring sampled curves in pixels."""

from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.parser import parse
from gdviz.calculus.sampling import Samples, sample
from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Picture:
    """A function sampled for a view of `size` pixels."""

    body: Expression
    variable: str
    view: Viewport
    size: tuple[int, int] = (1920, 1080)

    @classmethod
    def of(cls, text: str, window: list[float], size: tuple[int, int] = (1920, 1080)) -> "Picture":
        """A typed function in the window x0, x1, y0, y1."""
        formula = parse(text)
        variable = formula.variables[0] if formula.variables else "x"
        return cls(formula.body, variable, Viewport(*window), size)

    @cached_property
    def samples(self) -> Samples:
        """The exact curve."""
        return sample(self.body, self.variable, {}, self.view, self.size)

    @property
    def scale(self) -> Array:
        """Pixels to the units of x and y."""
        width, height = self.size
        return np.array((width / self.view.width, height / self.view.height))

    @property
    def vertices(self) -> Array:
        """All vertices of all pieces."""
        return np.concatenate([np.empty((0, 2)), *self.samples.pieces])

    def to_vertex(self, x: float, y: float) -> float:
        """Pixels from the nearest vertex to a point."""
        offsets = (self.vertices - (x, y)) * self.scale
        return float(np.hypot(*offsets.T).min(initial=inf))

    def is_inside(self, x: float) -> bool:
        """Whether x is strictly between the sides."""
        return self.view.x0 < x < self.view.x1

    def crossing(self, x: float) -> list[Array]:
        """The pieces and bands that have x in their inside."""
        drawn = [*self.samples.pieces, *self.samples.bands]
        return [line for line in drawn if line[0, 0] < x < line[-1, 0]]

    def true_points(self, count: int, seed: int = 1) -> Array:
        """Points of the curve inside the frame, at random places."""
        x = np.sort(np.random.default_rng(seed).uniform(self.view.x0, self.view.x1, count))
        y = np.asarray(compile_function(self.body, (self.variable,), {})(x))
        seen = (y >= self.view.y0) & (y <= self.view.y1)
        return np.stack((x[seen], y[seen]), axis=1)

    def from_curve(self, points: Array) -> Array:
        """Pixels from each point to what is drawn near its x: 0 inside a band."""
        nearest = np.full(len(points), inf)
        for piece in self.samples.pieces:
            nearest = np.fmin(nearest, self._from_piece(points, piece))
        for band in self.samples.bands:
            nearest = np.fmin(nearest, self._from_band(points, band))
        return nearest

    def _from_piece(self, points: Array, piece: Array) -> Array:
        place = np.searchsorted(piece[:, 0], points[:, 0])
        distances = []
        for near in (-2, -1, 0, 1):
            first = np.clip(place - 1 + near, 0, len(piece) - 2)
            start, end = piece[first] * self.scale, piece[first + 1] * self.scale
            distances.append(_to_segment(points * self.scale, start, end))
        return np.array(np.fmin.reduce(distances))

    def _from_band(self, points: Array, band: Array) -> Array:
        x, y = points.T
        low, high = (np.interp(x, band[:, 0], band[:, column]) for column in (1, 2))
        off = np.maximum(np.maximum(low - y, y - high), 0.0) * self.scale[1]
        pixel = 1.0 / self.scale[0]
        inside = (x >= band[0, 0] - pixel) & (x <= band[-1, 0] + pixel)
        return np.where(inside, off, inf)


def _to_segment(points: Array, start: Array, end: Array) -> Array:
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1e-300)
    share = np.clip(((points - start) * along).sum(axis=1) / length, 0.0, 1.0)
    offsets = points - start - along * share[:, None]
    distance: Array = np.hypot(*offsets.T)
    return distance
