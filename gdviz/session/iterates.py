"""Which iterate of the descent is the current one, and how a person goes along them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdviz.session.following import with_visited, with_visited_in_plane
from gdviz.session.resolve.plot import current_index

if TYPE_CHECKING:
    from gdviz.session.session import Session


class Iterates:
    """The part of a session that stands at a step of the descent and goes to others."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    @property
    def current(self) -> int:
        """Index of the iterate that is shown as the current one."""
        descent = self._session.results.descent
        return 0 if descent is None else current_index(self._session.document, descent)

    @property
    def last(self) -> int:
        """Index of the last iterate computed so far."""
        descent = self._session.results.descent
        return 0 if descent is None else max(len(descent.losses) - 1, 0)

    @property
    def at_end(self) -> bool:
        """Whether there is no further iterate, and none is being computed."""
        return self.current >= self.last and self._session.results.complete

    def go_to(self, step: int) -> None:
        """Stand at a step; a change of its own."""
        self._stand_at(step, None)

    def scrub_to(self, step: int) -> None:
        """The same by a hand that goes on, or by the clock that plays."""
        self._stand_at(step, "step")

    def go_to_end(self) -> None:
        """To the last iterate, also where it is still being computed."""
        session = self._session
        if session.results.complete:
            self._stand_at(self.last, None)
        else:
            session.edit(step=session.document.descent.max_steps)

    def _stand_at(self, step: int, gesture: str | None) -> None:
        """The automatic view goes with a descent that leaves it, and comes back with it."""
        session, descent = self._session, self._session.results.descent
        document = replace(session.document, step=min(max(step, 0), self.last))
        if descent is not None and document.viewport is None:
            visited, view = descent.points[: document.step + 1], session.results.viewport
            plane = session.results.plane
            if plane is None:
                document = with_visited(document, visited[:, 0], view)
            else:
                document = with_visited_in_plane(document, plane, visited, view)
        session.put(document, gesture)

    def set_speed(self, speed: float) -> None:
        """Steps a second when the descent plays."""
        self._session.edit("speed", speed=speed)
