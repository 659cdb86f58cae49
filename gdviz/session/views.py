"""What part of the plane a person looks at: moved to, gone back to, and what its axes are counted
in."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Ticks
from gdviz.session.trail import Trail, View

if TYPE_CHECKING:
    from gdviz.session.session import Session

GESTURE = "view"
"""What moves the view."""


class Views:
    """The part of a session that its view is. The trail is forgotten when the line is another one,
    which has views of its own."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._trail: Trail | None = None

    def show(self, viewport: Viewport) -> None:
        """A view that follows a point under the hand is part of that move."""
        self._session.edit(self._session.gesture_or(GESTURE), viewport=viewport)

    def show_sides(self, viewport: Viewport) -> None:
        """The plot below was moved: both have the same x, and each a height of its own."""
        session, view = self._session, self._session.results.viewport
        if session.document.equal_axes:
            view = view.stretched_up(viewport.width / view.width)
        self.show(replace(view, x0=viewport.x0, x1=viewport.x1))

    def choose_ticks(self, ticks: Ticks) -> None:
        """What the axes are counted in."""
        self._session.edit(ticks=ticks)

    @property
    def can_go_back(self) -> bool:
        return self._trail is not None and self._trail.back is not None

    @property
    def can_go_forward(self) -> bool:
        return self._trail is not None and self._trail.forward is not None

    def back(self) -> None:
        """To the view before this one."""
        self._go(self._trail.back if self._trail else None)

    def forward(self) -> None:
        """To the view that was left by going back."""
        self._go(self._trail.forward if self._trail else None)

    def _go(self, view: View | None) -> None:
        if view is not None:
            session = self._session
            session.finish_gesture()
            session.put(view.on(session.document), None, retraces=True)

    def rest(self) -> None:
        """The hand that moved the view rests: what it does next is another view, and another
        change."""
        if self._trail is not None:
            self._trail.rest()
        if self._session.gesture == GESTURE:
            self._session.finish_gesture()

    def forget(self) -> None:
        """Another document."""
        self._trail = None

    def follow(self, gesture: str | None, *, retraces: bool) -> None:
        """The document or the results have changed."""
        document, seen = self._session.document, self._session.results.viewport
        view = View.of(document)
        if self._trail is None or self._trail.text != document.text:
            self._trail = Trail(document.text, view, seen)
        elif retraces:
            self._trail.retrace(view, seen)
        else:
            self._trail.visit(view, seen, gesture)
