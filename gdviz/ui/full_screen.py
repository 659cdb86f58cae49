"""The window over the whole screen, and back; also where the window manager does not know how, or
where there is none."""

from typing import cast

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

IN_TIME_MS = 250
"""So long a window manager has to do what it was asked for."""
SPREAD = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized


class FullScreen(QObject):
    """Asks for it as is usual, and after a while sees to it itself if nothing has come of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._state_before = Qt.WindowState.WindowNoState
        self._place_before = window.geometry()
        self._is_on = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(IN_TIME_MS)
        self._clock.timeout.connect(self._see_to_it)

    @property
    def _window(self) -> QWidget:
        """Asked of Qt each time: kept here, it would be kept alive when it is closed."""
        return cast("QWidget", self.parent())

    def enter(self) -> None:
        """Fill the screen that the window is on."""
        window = self._window
        self._state_before, self._place_before = window.windowState(), window.geometry()
        self._is_on = True
        window.showFullScreen()
        self._clock.start()

    def leave(self) -> None:
        """Be as before."""
        self._is_on = False
        self._window.setWindowState(self._state_before & ~Qt.WindowState.WindowFullScreen)
        self._clock.start()

    def _see_to_it(self) -> None:
        window, whole = self._window, _screen_of(self._place_before)
        # Its frame may have moved it a little.
        fills = window.size() == whole.size()
        if self._is_on and not fills:
            window.setGeometry(whole)
        elif not self._is_on and fills and not window.windowState() & SPREAD:
            window.setGeometry(self._place_before)


def _screen_of(place: QRect) -> QRect:
    """The screen that the middle of a window is on.

    The application is asked, not the window: see `room_on_screen` in arrangement.py.
    """
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    return screen.geometry()
