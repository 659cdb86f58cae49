"""The marks of f in view, found in slices once everything else is done."""

from typing import TYPE_CHECKING

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.analysis import Analysis

if TYPE_CHECKING:
    from gdviz.calculus.marks import Marker, Marks

Size = tuple[int, int]


class PlaceWork:
    """What is to be marked on one curve. Marks of another view stay until those of the present one
    are found: they are no less true. Those of another function go at once."""

    def __init__(self) -> None:
        self._of: tuple[Analysis, Viewport, Size] | None = None
        self._marker: Marker | None = None
        self.marks: Marks | None = None
        self.done = True

    def aim(self, analysis: Analysis | None, viewport: Viewport, size: Size) -> None:
        """Say what is wanted, nothing if `analysis` is None."""
        wanted = None if analysis is None else (analysis, viewport, size)
        if wanted == self._of:
            return
        if wanted is None or self._of is None or wanted[0] is not self._of[0]:
            self.marks = None
        self._of, self._marker, self.done = wanted, None, wanted is None

    def advance(self, seconds: float) -> None:
        """Go on for about so long."""
        if self._of is None or self.done:
            return
        if self._marker is None:
            self._marker = _marker(*self._of)
        elif self._marker.advance(seconds):
            self.done = True
            found = self._marker.marks
            self.marks = self.marks if self.marks == found else found


def _marker(analysis: Analysis, viewport: Viewport, size: Size) -> "Marker":
    """Loaded when it is first wanted: the start does not wait for it."""
    from gdviz.calculus.marks import Marker

    return Marker(analysis.formula.body, analysis.variable, analysis.parameters, viewport, size)
