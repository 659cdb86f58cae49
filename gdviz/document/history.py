"""Undo and redo of values: what was there is kept whole, so nothing has to be inverted."""

from typing import Generic, TypeVar

Value = TypeVar("Value")
DEPTH = 500
"""Changes that can be undone; older ones are forgotten."""


class History(Generic[Value]):
    """The present value with what was before it and what was undone.

    Values are compared and kept, never changed; they must be immutable.
    """

    def __init__(self, value: Value, depth: int = DEPTH) -> None:
        self._depth = depth
        self._past: list[Value] = []
        self._future: list[Value] = []
        self._present = value
        self._gesture: str | None = None

    @property
    def current(self) -> Value:
        """The value as it stands."""
        return self._present

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return bool(self._future)

    @property
    def gesture(self) -> str | None:
        """The gesture that the next change may belong to."""
        return self._gesture

    def push(self, value: Value, gesture: str | None = None) -> None:
        """Change to `value`. Changes of one gesture in a row (a drag, typing) are undone as one.

        A value equal to the present one is no change, and leaves what was undone in place.
        """
        if value == self._present:
            return
        if gesture is None or gesture != self._gesture:
            self._past.append(self._present)
            del self._past[: -self._depth]
        self._present, self._gesture = value, gesture
        self._future.clear()
        if self._past[-1] == value:  # the drag came back to where it began
            self._past.pop()
            self.seal()

    def amend(self, value: Value) -> None:
        """Put another value in the place of the present one: a change that is not undone."""
        self._present = value

    def seal(self) -> None:
        """End the gesture: the next change is undone by itself."""
        self._gesture = None

    def undo(self) -> None:
        """Back to before the last change. Raises IndexError if there is none."""
        self._move(self._past, self._future)

    def redo(self) -> None:
        """Do the change again that was undone last. Raises IndexError if there is none."""
        self._move(self._future, self._past)

    def _move(self, source: list[Value], target: list[Value]) -> None:
        value = source.pop()
        target.append(self._present)
        self._present = value
        self.seal()
