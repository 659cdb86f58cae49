"""The map of a function of two variables: contours in slices, then the minima in view.

Loaded when such a function is first shown.
"""

from gdviz.calculus.contours import Contourer, Contours
from gdviz.calculus.view.hollows import Hollow, hollows
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.plane import Plane


class MapWork:
    """Contours for one function, viewport and size. What is stale is dropped."""

    def __init__(self) -> None:
        self._key: object = None
        self._contourer: Contourer | None = None
        self._of: tuple[Plane, Viewport] | None = None
        self._last: Contours | None = None
        self.hollows: tuple[Hollow, ...] = ()
        """The minima in view, once the map is exact; those of the last view until then."""
        self.done = True

    def aim(self, plane: Plane | None, viewport: Viewport, size: tuple[int, int]) -> None:
        """Say what is wanted. What was computed for the same wish stays."""
        key = (plane, viewport, size)
        if key == self._key:
            return
        if self._of is None or self._of[0] is not plane:
            self.hollows = ()
        self._last = self.contours if plane is not None else None
        self._key, self.done, self._contourer, self._of = key, plane is None, None, None
        if plane is not None:
            self._contourer = Contourer(plane.function, viewport, size)
            self._of = plane, viewport

    def advance(self, seconds: float) -> None:
        """Go on with the map; the minima have a turn of their own."""
        if self.done or self._contourer is None or self._of is None:
            return
        if not self._contourer.done:
            self._contourer.advance(seconds)
            return
        plane, viewport = self._of
        self.hollows = hollows(plane.objective.evaluate, viewport)
        self.done = True

    @property
    def contours(self) -> Contours | None:
        """The best map so far; that of another view until there is any."""
        found = None if self._contourer is None else self._contourer.contours
        return found or self._last
