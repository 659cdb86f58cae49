"""The screen that a curve is sampled for: how large things are on it."""

from dataclasses import dataclass

from gdviz.calculus.view.viewport import Pane

MARGIN = 0.02
"""What is this far off the frame, in frame heights, is not seen."""
REACH = 2.0
"""Curves are drawn to this many frame heights beyond the frame."""


@dataclass(frozen=True, slots=True)
class Screen(Pane):
    """A viewport shown so large, and what of it is seen."""

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
