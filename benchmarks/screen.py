"""gdviz' real window at 1920×1080 without a screen, and turns of its event loop."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.lines import HEIGHT, WIDTH
from gdviz.session.scene import Role
from gdviz.session.session import Session
from gdviz.ui import theme
from gdviz.ui.main_window import MainWindow

LINE = 3.0
"""The width of a curve, px."""
IDLE = 0.0002
"""A turn of the loop that is shorter than so many seconds had nothing to do."""
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A window with the session behind it."""

    window: MainWindow
    session: Session


def application() -> QApplication:
    """The one of this process, which all benchmarks share."""
    found = QApplication.instance() or QApplication(["gdviz"])
    assert isinstance(found, QApplication)
    return found


@contextmanager
def opened(line: str) -> Iterator[Opened]:
    """The window on a line, all there is to be computed computed and painted."""
    from gdviz import app
    from gdviz.ui.controller import Controller

    application()
    with tempfile.TemporaryDirectory() as home:
        window = app.create(["gdviz", "--lang", "en", line], home=Path(home))
        window.resize(WIDTH, HEIGHT)
        controller = window.findChild(Controller)
        assert isinstance(controller, Controller)
        session = controller.session
        settle(session)
        try:
            yield Opened(window, session)
        finally:
            close(window)


def thicken(window: MainWindow) -> None:
    """Give the curve a line of 3 px, and every other line its share."""
    usual = theme.theme("light")
    window.show_theme(replace(usual, line=LINE / theme.WIDTHS[Role.FUNCTION]))


def settle(session: Session) -> None:
    """Turns of the loop until everything is computed and painted."""
    deadline = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 3:
        if time.monotonic() > deadline:
            raise TimeoutError("the window has not come to rest")
        quiet = quiet + 1 if turn() < IDLE and session.work_done else 0


def turn() -> float:
    """One turn of the event loop; how long nobody could have reached the window, seconds."""
    started = time.perf_counter()
    QCoreApplication.processEvents()
    return time.perf_counter() - started


def picture(widget: QWidget) -> QImage:
    """What stands in the window's memory, where a screen would take it from."""
    window = widget.window().windowHandle()
    return QApplication.primaryScreen().grabWindow(window.winId()).toImage()


def close(window: QWidget) -> None:
    """Close a window for good."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
