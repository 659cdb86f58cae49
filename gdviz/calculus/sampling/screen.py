"""The screen that a curve is sampled for: how large things are on it."""

from dataclasses import dataclass

from gdviz.calculus.view.viewport import Viewport

MARGIN = 0.02
"""What is this far off the frame, in frame heights, is not seen."""
REACH = 2.0
"""Curves are drawn to this many frame heights beyond the frame."""


@dataclass(frozen=True, slots=True)
class Screen:
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

    @property
    def seen(self) -> tuple[float, float]:
        """Values between these may be seen."""
        margin = MARGIN * self.viewport.height
        return self.viewport.y0 - margin, self.viewport.y1 + margin

    @property
    def drawn(self) -> tuple[float, float]:
        """Curves are cut off beyond these values."""
        margin = REACH * self.viewport.height
        return self.viewport.y0 - margin, self.viewport.y1 + margin
