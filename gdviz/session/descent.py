"""What a person does with a descent: its start is moved, typed, drawn; λ and ε are chosen."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gdviz.descent.start import random_start
from gdviz.document.document import DescentSettings
from gdviz.session.following import showing

if TYPE_CHECKING:
    from gdviz.session.session import Session


class DescentIntents:
    """The part of a session that says whence it descends, and how. (Which iterate it stands at:
    `Iterates`.)"""

    def __init__(self, session: "Session") -> None:
        self._session = session

    @property
    def settings(self) -> DescentSettings:
        """As the document has them."""
        return self._session.document.descent

    def edit(self, gesture: str | None = None, **changes: Any) -> None:
        """Change fields of the settings. Edits of one gesture in a row are undone as one."""
        self._session.edit(gesture, descent=replace(self.settings, **changes))

    def move_start(self, start: float) -> None:
        """w₀ is dropped somewhere; it is not the one that was drawn any more."""
        self.edit("start", start=start, seed=None)

    def type_start(self, start: float) -> None:
        """w₀ is typed: a change of its own, and the view shows it."""
        session, settings = self._session, replace(self.settings, start=start, seed=None)
        document = replace(session.document, descent=settings)
        session.put(showing(document, session.results, start), None)

    def draw_start(self) -> None:
        """A new random w₀, uniform over the part of the domain in view, from the next seed."""
        analysis, view = self._session.results.analysis, self._session.results.viewport
        if analysis is None:
            return
        seed = (self.settings.seed or 0) + 1
        start = random_start(analysis.function.value, view.x0, view.x1, seed)
        if start is not None:
            settings = replace(self.settings, start=start, seed=seed)
            self._session.edit(descent=settings, step=0)

    def move_rate(self, rate: float) -> None:
        """λ goes along with the hand."""
        self.edit("rate", rate=rate)

    def type_rate(self, rate: float) -> None:
        """λ is typed: a change of its own."""
        self.edit(rate=rate)

    def type_epsilon(self, epsilon: float) -> None:
        """ε of the lecture's rule."""
        self.edit(epsilon=epsilon)
