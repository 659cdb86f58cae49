"""The marks of f in view, found in slices once everything else is done; while a parameter moves
they move along, where they are found quickly enough."""

from time import perf_counter
from typing import TYPE_CHECKING

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.analysis import Analysis

if TYPE_CHECKING:
    from gdviz.calculus.marks import Marker, Marks

Size = tuple[int, int]
Wanted = tuple[Analysis, Viewport, Size, bool]
LATE = 0.012
"""Seconds that a frame spends on marks that move along with a parameter; if they are not all found
by then it goes without them, and the search goes on after it."""
SKIPPED = 12
"""Frames after that in which it is not tried again."""


class PlaceWork:
    """What is to be marked on one curve. Marks of another view stay until those of the present one
    are found: they are no less true. Those of another function go at once."""

    def __init__(self) -> None:
        self._of: Wanted | None = None
        self._marker: Marker | None = None
        self._took, self._skipped = 0.0, 0
        self.marks: Marks | None = None
        self.done = True

    def aim(
        self, analysis: Analysis | None, viewport: Viewport, size: Size, *, notable: bool
    ) -> None:
        """Say what is wanted, nothing if `analysis` is None; zeros, extrema and inflections only if
        they are `notable`."""
        wanted = None if analysis is None else (analysis, viewport, size, notable)
        if wanted == self._of:
            return
        before = self._of
        if wanted is None or before is None or wanted[0] is not before[0]:
            self.marks = None
        self._of, self._marker, self.done = wanted, None, wanted is None
        if _differ_in_parameters(before, wanted):
            self._skipped -= 1
            if self._skipped < 0:
                self._keep_up()
        else:
            self._skipped = 0

    def _keep_up(self) -> None:
        """Find all of them before the frame is painted, if that does not take too long."""
        self.advance(0.0)
        while not self.done and self._took < LATE:
            self.advance(LATE - self._took)
        self._skipped = 0 if self.done else SKIPPED

    def advance(self, seconds: float) -> None:
        """Go on for about so long."""
        if self._of is None or self.done:
            return
        if self._marker is None:
            self._marker, self._took = _marker(*self._of), 0.0
            return
        begun = perf_counter()
        self.done = self._marker.advance(seconds)
        self._took += perf_counter() - begun
        if self.done:
            found = self._marker.marks
            self.marks = self.marks if self.marks == found else found


def _differ_in_parameters(before: Wanted | None, wanted: Wanted | None) -> bool:
    """Whether they are one function in one view, a parameter having moved."""
    if before is None or wanted is None or before[0] is wanted[0]:
        return False
    return before[1:] == wanted[1:] and before[0].formula.body == wanted[0].formula.body


def _marker(analysis: Analysis, viewport: Viewport, size: Size, notable: bool) -> "Marker":
    """Loaded when it is first wanted: the start does not wait for it."""
    from gdviz.calculus.marks import Marker

    of = analysis.formula.body, analysis.variable, analysis.parameters
    return Marker(*of, viewport, size, notable=notable)
