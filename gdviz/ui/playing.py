"""What runs by the clock: the descent, Δx → 0, a parameter."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gdviz.session.session import Session
from gdviz.ui.approach import SecantPlayback
from gdviz.ui.main_window import MainWindow
from gdviz.ui.parameter_playback import ParameterPlayback
from gdviz.ui.playback import Playback


class Playing:
    """A player for each of them. The descent and a parameter play one at a time."""

    def __init__(
        self, session: Session, window: MainWindow, smooth: Callable[[], bool], parent: QObject
    ) -> None:
        """`smooth` says whether what moves is to glide."""
        self.descent = Playback(session, window.transport, parent)
        self.secant = SecantPlayback(session, window, smooth, parent)
        self.parameter = ParameterPlayback(session, window.editor, parent)

    def toggle_descent(self) -> None:
        """Play the descent, or pause."""
        self.parameter.stop()
        self.descent.toggle()

    def toggle_parameter(self, name: str) -> None:
        """Play a parameter, or pause."""
        self.descent.stop()
        self.parameter.toggle(name)

    def stop(self) -> None:
        """All of it."""
        self.descent.stop()
        self.secant.stop()
        self.parameter.stop()

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the actions do that play or step, by their ids."""
        descent = self.descent
        return {
            "play": self.toggle_descent,
            "step": lambda: descent.step_by(1),
            "step_back": lambda: descent.step_by(-1),
            "first": lambda: descent.go_to(0),
            "last": descent.go_to_end,
            **self.secant.deeds(),
        }
