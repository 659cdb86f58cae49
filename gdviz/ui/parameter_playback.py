"""A parameter that runs to and fro between the ends of its slider."""

import time

from PySide6.QtCore import QObject, QTimer

from gdviz.session.resolve.editor import parameter_sliders
from gdviz.session.scene import ParameterSlider
from gdviz.session.session import Session
from gdviz.ui.controls.scales import LinearScale
from gdviz.ui.editor import Editor

FRAME_MS = 16
ONE_WAY = 4.0
"""Seconds from one end to the other."""
LONGEST_HITCH = 0.25
"""After a longer pause it goes on where it was."""


class Swing:
    """Where on the slider it stands, 0 to 1 on the way up, 1 to 2 on the way back."""

    def __init__(self, fraction: float) -> None:
        self._phase = fraction

    def after(self, seconds: float) -> float:
        """The fraction of the slider after so many more seconds."""
        self._phase = (self._phase + min(max(seconds, 0.0), LONGEST_HITCH) / ONE_WAY) % 2
        return 1 - abs(1 - self._phase)


class ParameterPlayback(QObject):
    """Plays one parameter at a time. A hand on it, an undo, another line: it stands."""

    def __init__(self, session: Session, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._editor = session, editor
        self._name = ""
        self._value = 0.0
        self._scale = LinearScale(-1, 1)
        self._swing = Swing(0.0)
        self._last = 0.0
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._play_on)

    @property
    def is_running(self) -> bool:
        """Whether a parameter runs."""
        return bool(self._name)

    def toggle(self, name: str) -> None:
        """Let a parameter run, or stand."""
        is_other = name != self._name
        self.stop()
        slider = self._slider(name)
        if slider is None or not is_other:
            return
        self._scale = LinearScale(slider.low, slider.high, slider.step)
        self._name, self._value = name, slider.value
        self._swing, self._last = Swing(self._scale.fraction(slider.value)), time.monotonic()
        self._session.finish_gesture()
        self._frames.start()
        self._editor.show_playing(name)

    def stop(self) -> None:
        """Let it stand; all of its run is undone as one."""
        if self._name:
            self._name = ""
            self._frames.stop()
            self._editor.show_playing("")
            self._session.finish_gesture()

    def follow(self) -> None:
        """The document changed: it stands if that was not its own doing."""
        slider = self._slider(self._name) if self._name else None
        if self._name and (slider is None or slider.value != self._value):
            self.stop()

    def advance(self, seconds: float) -> None:
        """Move it by so much time."""
        self._value = self._scale.value(self._swing.after(seconds))
        self._session.parameters.play(self._name, self._value)

    def _play_on(self) -> None:
        now = time.monotonic()
        elapsed, self._last = now - self._last, now
        self.advance(elapsed)

    def _slider(self, name: str) -> ParameterSlider | None:
        sliders = parameter_sliders(self._session.document, self._session.results)
        return next((slider for slider in sliders if slider.name == name), None)
