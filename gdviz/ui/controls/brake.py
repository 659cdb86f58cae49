"""What is dear to show and cannot be read as fast as it changes is shown a few times a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 120


class Brake(QObject):
    """Calls `act` at once, and again after a pause if it was asked for meanwhile."""

    def __init__(self, act: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._act, self._is_wanted = act, False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._rested)

    def __call__(self) -> None:
        """Ask for it."""
        self._is_wanted = True
        if not self.is_braking:
            self._rested()

    @property
    def is_braking(self) -> bool:
        """Whether the pause goes on: what is asked for is done after it."""
        return self._pause.isActive()

    def _rested(self) -> None:
        if self._is_wanted:
            self._is_wanted = False
            self._act()
            self._pause.start()
