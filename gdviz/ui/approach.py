"""Δx → 0 in the window: typed, dragged, or played by the clock."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from gdviz.document.document import Side
from gdviz.session.approach import Approach, Way
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow

if TYPE_CHECKING:
    from gdviz.ui.panels.derivative_panel import DerivativePanel

FRAME_MS = 16


class SecantPlayback(QObject):
    """Moves the session's Δx. While it plays x₀ may be moved; Δx moved by hand stops it."""

    def __init__(
        self, session: Session, window: MainWindow, smooth: Callable[[], bool], parent: QObject
    ) -> None:
        """`smooth` says whether Δx is to glide; else it jumps from beat to beat."""
        super().__init__(parent)
        self._session, self._smooth = session, smooth
        self._window = window
        self._approach = Approach()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._play_on)
        window.panels.derivative.then(self._connect)
        window.plot.secant_dragged.connect(self._drag)

    def _connect(self, panel: "DerivativePanel") -> None:
        panel.secant.delta_x_entered.connect(self._enter)

    @property
    def playing(self) -> bool:
        """Whether Δx is on its way."""
        return self._approach.playing

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What its actions do, by their ids."""
        return {
            "approach": lambda: self.toggle(self._session.secant.settings.side),
            "approach_right": lambda: self.toggle(Side.RIGHT),
            "approach_left": lambda: self.toggle(Side.LEFT),
            "approach_both": lambda: self.toggle(Side.BOTH),
            "approach_on": self.go_on,
        }

    def switches(self) -> dict[str, Callable[[bool], object]]:
        """The same for what is switched on and off."""
        secant = self._session.secant
        return {"secant_tens": secant.step_by_tens, "secant_zoom": secant.zoom}

    def toggle(self, side: Side) -> None:
        """Play Δx → 0 from a side, or pause if that is what plays."""
        was_playing = self._approach.playing and self._session.secant.settings.side is side
        self.stop()
        if not was_playing:
            self._begin(side)

    def go_on(self) -> None:
        """On from where Δx is, until rounding wins and beyond."""
        self.stop()
        secant = self._session.secant
        secant.begin()
        self._play(secant.way_into_rounding())

    def stop(self) -> None:
        """Pause; what follows is undone by itself."""
        if self._approach.playing:
            self._approach.pause()
            self._rest()

    def _begin(self, side: Side) -> None:
        secant = self._session.secant
        self._window.presentation.call_panel()
        secant.begin(side)
        self._window.derivative.bring("secant")
        self._play(secant.way_to_tangent())

    def _play(self, way: Way) -> None:
        self._approach.play(way, time.monotonic())
        self._frames.start()
        self._window.derivative.secant.show_playing(way.side)
        self._play_on()

    def _play_on(self) -> None:
        session = self._session
        now, speed = time.monotonic(), session.document.speed
        delta_x = self._approach.delta_x(now, speed, smooth=self._smooth())
        if delta_x is None or not session.document.shown.secant:
            self._approach.pause()
            self._rest()
        else:
            session.secant.play_to(delta_x)

    def _rest(self) -> None:
        self._frames.stop()
        self._window.derivative.secant.show_playing(None)
        self._session.finish_gesture()

    def _enter(self, delta_x: float) -> None:
        self.stop()
        self._session.secant.enter(delta_x)

    def _drag(self, delta_x: float) -> None:
        self.stop()
        self._session.secant.move(delta_x)
