"""One thing after another, each in a turn of the event loop of its own.

Between two of them one turn is left to painting: so a key or the mouse never waits for more than
one of them, or for what it has to be painted.
"""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Job = Callable[[], bool]
"""Does something and says whether there was anything to do."""


class Turns(QObject):
    """Goes through jobs; what has nothing to do costs no turn."""

    def __init__(self, parent: QObject, all_done: Callable[[], None]) -> None:
        super().__init__(parent)
        self._all_done = all_done
        self._left: deque[Job] = deque()
        self._paints = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def go_through(self, jobs: Iterable[Job]) -> None:
        """Do these from now on, in the place of all that is left; the next turn is for painting."""
        self._left = deque(jobs)
        self._paints = True
        self._timer.start()

    def then(self, jobs: Iterable[Job]) -> None:
        """Do these after all that is left."""
        self._left.extend(jobs)

    @property
    def left(self) -> bool:
        """Whether there is anything to do yet."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._left:
            self._left.popleft()()
        self._end()

    def _turn(self) -> None:
        if self._paints:
            self._paints = False
            return
        while self._left and not self._paints:
            self._paints = self._left.popleft()()
        if not self._paints:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._all_done()
