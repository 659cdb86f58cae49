"""Parts of the window are shown again only when what they depend on has changed."""

from collections.abc import Callable, Hashable
from typing import Any


class Once:
    """Remembers what each part was last shown from."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[Hashable, ...]] = {}

    def __call__(self, what: str, show: Callable[[], Any], *depends_on: Hashable) -> bool:
        """Show the part `what` unless it shows that already; whether it was shown."""
        if self._shown.get(what) == depends_on:
            return False
        self._shown[what] = depends_on
        show()
        return True

    def forget(self, *parts: str) -> None:
        """Show these parts the next time, whatever they depend on; all if none is named."""
        for what in parts or tuple(self._shown):
            self._shown.pop(what, None)
