"""The part of the plane that a plot shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewport:
    """x0 < x1, y0 < y1, in the units of the function."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def stretched_up(self, factor: float) -> "Viewport":
        """The same from side to side, `factor` times as high, the middle kept."""
        middle, half = (self.y0 + self.y1) / 2, factor * self.height / 2
        return Viewport(self.x0, self.x1, middle - half, middle + half)

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def showing(self, x: float, y: float | None) -> "Viewport":
        """The same, moved so far that a point off its sides is in the middle; y is None where only
        x is known. Where float64 could not tell its sides apart it stays."""
        x0, x1 = _moved(self.x0, self.x1, x)
        y0, y1 = (self.y0, self.y1) if y is None else _moved(self.y0, self.y1, y)
        return Viewport(x0, x1, y0, y1)


FINEST = 1e-12
"""A range is not moved where it would be a smaller part of its place than this."""


def _moved(low: float, high: float, place: float) -> tuple[float, float]:
    """A range of the same length with the place inside."""
    size = high - low
    if low <= place <= high or not size > FINEST * abs(place):
        return low, high
    return place - size / 2, place + size / 2


@dataclass(frozen=True, slots=True)
class Pane:
    """A viewport shown `width` pixels wide and `height` pixels high."""

    viewport: Viewport
    width: float
    height: float

    @property
    def across(self) -> float:
        """Pixels for a unit of x."""
        return self.width / self.viewport.width

    @property
    def up(self) -> float:
        """Pixels for a unit of y."""
        return self.height / self.viewport.height
