"""Back and forward through the views of a function, as a browser goes through pages.

The trail is neither saved nor undone. Undo takes back what was done last, whatever it was; back
changes nothing but the view. To go back is itself a change that can be undone, and an undone zoom
is a step back on the trail.
"""

from dataclasses import dataclass, replace

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, Framing

DEPTH = 100
"""Views that are kept; older ones are forgotten."""
FRAME = "frame"
"""The gesture that asks for the automatic view: it is a view of its own even after another
automatic one, where all others follow what is shown."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of the plane is asked for: a viewport, or the automatic one for a framing."""

    viewport: Viewport | None
    framing: Framing | None
    equal_axes: bool

    @classmethod
    def of(cls, document: Document) -> "View":
        framing = document.framing if document.viewport is None else None
        return cls(document.viewport, framing, document.equal_axes)

    def on(self, document: Document) -> Document:
        """The document seen so, and no longer magnified along with the secant."""
        return replace(
            document,
            viewport=self.viewport,
            framing=self.framing or document.framing,
            equal_axes=self.equal_axes,
            secant=replace(document.secant, zoom=False),
        )

    def follows(self, before: "View") -> bool:
        """Whether this is the automatic view that `before` was, moved by what it shows."""
        is_automatic = self.viewport is None and before.viewport is None
        return is_automatic and self.equal_axes == before.equal_axes


class Trail:
    """The views of one function, and which of them is the present one."""

    def __init__(self, text: str, view: View, seen: Viewport) -> None:
        self.text = text
        self._here, self._seen = view, seen
        self._past: list[View] = []
        self._future: list[View] = []
        self._run: str | None = None

    @property
    def back(self) -> View | None:
        """The view before this one."""
        return self._past[-1] if self._past else None

    @property
    def forward(self) -> View | None:
        """The view that was left by going back."""
        return self._future[-1] if self._future else None

    def rest(self) -> None:
        """The run is over: what moves the view next makes another one."""
        self._run = None

    def visit(self, view: View, seen: Viewport, gesture: str | None) -> None:
        """The view is another one. A run of one gesture (a wheel, a drag) is one view."""
        is_same = view == self._here or (gesture != FRAME and view.follows(self._here))
        is_other = seen != self._seen and not is_same
        goes_on = gesture is not None and gesture == self._run
        if is_other and not goes_on:
            self._past.append(self._here)
            del self._past[:-DEPTH]
        if is_other:
            self._future.clear()
            self._run = gesture
        self._here, self._seen = view, seen

    def retrace(self, view: View, seen: Viewport) -> None:
        """Undo, redo, back or forward led here: a step along the trail where it has that view."""
        if view == self.back:
            self._future.append(self._here)
            self._past.pop()
        elif view == self.forward:
            self._past.append(self._here)
            self._future.pop()
        self._here, self._seen, self._run = view, seen, None
