"""Composition root: builds the application, the session and the window, and wires them."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from gdviz.cli.window import WindowArguments, read_window_arguments
from gdviz.document.kept import Kept
from gdviz.i18n import preferred_language
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.filing import Filing
from gdviz.ui.fonts import register_fonts
from gdviz.ui.main_window import MainWindow
from gdviz.ui.mishaps import watch
from gdviz.ui.preferences import Preferences


def create(argv: Sequence[str] | None = None, home: Path | None = None) -> MainWindow:
    """Build and return the main window, shown, with all that can be opened in it.

    argv: as sys.argv, the program's name first; then an expression or a .gdviz file, and options.
    home: folder for preferences and kept work, that of the person's system unless given.
    """
    controller = open_window(list(argv or sys.argv[:1]), home)
    controller.complete()
    return controller.window


def open_window(argv: Sequence[str], home: Path | None = None) -> Controller:
    """The window, shown, with all that keeps it alive; arguments as of `create`.

    Panels come after the first picture, so that nobody waits for them.
    """
    arguments = read_window_arguments(argv[1:])
    application = QApplication.instance() or QApplication(list(argv[:1]))
    application.setApplicationName("gdviz")
    register_fonts()
    window = MainWindow()
    session = Session()
    if arguments.text is not None:
        session.open_text(arguments.text)
    filing = Filing(window, session, Kept(_folder(home, "AppDataLocation") / "kept"))
    controller = Controller(window, session, filing, _preferences(arguments, home))
    controller.start(arguments.path)
    window.show()
    return controller


def _preferences(arguments: WindowArguments, home: Path | None) -> Preferences:
    path = _folder(home, "AppConfigLocation") / "gdviz.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    preferences = Preferences(settings, preferred_language(dict(os.environ)))
    if arguments.language is not None:
        preferences.language = arguments.language
    return preferences


def _folder(home: Path | None, location: str) -> Path:
    if home is not None:
        return home
    wanted = QStandardPaths.StandardLocation[location]
    return Path(QStandardPaths.writableLocation(wanted))


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    controller = open_window(argv)
    path = _folder(None, "AppDataLocation") / "gdviz.log"
    watch(path, lambda: controller.say_mishap(path))
    signal.signal(signal.SIGINT, lambda *_: controller.window.close())
    QTimer.singleShot(0, _collect_garbage)
    return QApplication.exec()


def _collect_garbage() -> None:
    """From now on, and only what comes from now on: what was loaded stays, and to go through it
    again and again would hold the window for tens of milliseconds each time."""
    gc.freeze()
    gc.enable()
