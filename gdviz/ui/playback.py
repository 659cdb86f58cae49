"""Walking along a descent: a step at a time, by the scrubber, or played."""

import time

from PySide6.QtCore import QObject, QTimer

from gdviz.session.player import Player
from gdviz.session.session import Session
from gdviz.ui.transport import Transport

FRAME_MS = 16


class Playback(QObject):
    """Moves the session's cursor; whatever is done by hand stops the playing."""

    def __init__(self, session: Session, transport: Transport, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._iterates = session, session.iterates
        self._transport = transport
        self._player = Player()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._play_on)

    def toggle(self) -> None:
        """Play, from the start again if it stands at the end; or pause."""
        if self._player.playing:
            self.stop()
            return
        if self._iterates.at_end:
            self._iterates.scrub_to(0)
        self._player.play(time.monotonic())
        self._frames.start()
        self._transport.show_playing(True)
        self._play_on()

    def stop(self) -> None:
        """Pause; what follows is undone by itself."""
        self._player.pause()
        self._frames.stop()
        self._transport.show_playing(False)
        self._session.finish_gesture()

    def go_to(self, step: int) -> None:
        """Stand at a step."""
        self.stop()
        self._iterates.go_to(step)

    def step_by(self, steps: int) -> None:
        """So many steps on, or back."""
        self.go_to(self._iterates.current + steps)

    def go_to_end(self) -> None:
        """Stand at the last step, computed already or not."""
        self.stop()
        self._iterates.go_to_end()

    def scrub_to(self, step: int) -> None:
        """Stand at a step while the hand is still moving."""
        if self._player.playing:
            self.stop()
        self._iterates.scrub_to(step)

    def _play_on(self) -> None:
        due = self._player.steps_due(time.monotonic(), self._session.document.speed)
        if due:
            self._iterates.scrub_to(self._iterates.current + due)
        if self._iterates.at_end:
            self.stop()
