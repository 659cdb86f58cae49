"""From the plane to the pixels and back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from gdviz.calculus.view.viewport import Pane

Points = NDArray[np.float64]
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle."""


@dataclass(frozen=True, slots=True)
class Frame(Pane):
    """A viewport that fills a picture `width` by `height` device-independent pixels large.

    ratio: device pixels to one of them. covered: parts of the picture that something stands over,
    where no words are written.
    """

    ratio: float = 1.0
    covered: tuple[Edges, ...] = ()

    @property
    def rect(self) -> QRectF:
        """The whole picture."""
        return QRectF(0.0, 0.0, self.width, self.height)

    def x(self, x: float) -> float:
        """The pixel of an x."""
        return (x - self.viewport.x0) * self.across

    def y(self, y: float) -> float:
        """The pixel of a y; pixels are counted downwards."""
        return (self.viewport.y1 - y) * self.up

    @property
    def ox(self) -> float:
        """The height at which Ox lies, or the edge nearest to it, which stands for it."""
        return min(max(self.y(0.0), 0.0), self.height)

    @property
    def oy(self) -> float:
        """Where Oy stands, or the edge nearest to it, which stands for it."""
        return min(max(self.x(0.0), 0.0), self.width)

    def point(self, x: float, y: float) -> QPointF:
        """The pixel of a point."""
        return QPointF(self.x(x), self.y(y))

    def points(self, points: Points) -> Points:
        """The pixels of points, shape (n, 2)."""
        scale = np.array((self.across, -self.up))
        return (points[:, :2] - (self.viewport.x0, self.viewport.y1)) * scale

    def x_at(self, pixel: float) -> float:
        """The x of a pixel."""
        return self.viewport.x0 + pixel / self.across

    def y_at(self, pixel: float) -> float:
        """The y of a pixel."""
        return self.viewport.y1 - pixel / self.up

    def crisp(self, pixel: float) -> float:
        """The middle of the device pixel that a coordinate falls in, for thin straight lines."""
        return (np.floor(pixel * self.ratio) + 0.5) / self.ratio
