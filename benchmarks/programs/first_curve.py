"""Runs a program without a screen until a curve is in its window: `first_curve.py PROGRAM …`.

PROGRAM is a file, or a module after `-m`. It loads what it likes in the order it likes; in the
place of Qt's event loop it gets one that looks, after each turn, at what the window shows, as it
stands in the window's memory. Once enough of that has the curve's colour the time is printed
(seconds of the system's monotonic clock) and the program ends.
"""

import os
import runpy
import sys
import time
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType

CURVE = bytes.fromhex("F35E4BFF")
"""#4B5EF3 as it lies in memory."""
ENOUGH = 200
"""So many pixels are a curve and no letter."""
WIDGETS = "PySide6.QtWidgets"


class Watch:
    """Finds Qt's widgets for the program, once, and gives them another event loop."""

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        """The module as it is found without us, with a loader that changes it when loaded."""
        if name != WIDGETS:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec is not None
        assert spec.loader is not None
        load = spec.loader.exec_module

        def load_and_change(module: ModuleType) -> None:
            load(module)
            module.QApplication.exec = staticmethod(run_until_curve)

        spec.loader.exec_module = load_and_change  # type: ignore[method-assign]
        return spec


def shows_curve() -> bool:
    """Whether a window shows a curve."""
    from PySide6.QtGui import QGuiApplication, QImage

    screen = QGuiApplication.primaryScreen()
    for window in QGuiApplication.topLevelWindows():
        if window.isExposed():
            image = screen.grabWindow(window.winId()).toImage()
            pixels = image.convertToFormat(QImage.Format.Format_RGB32).constBits()
            if bytes(pixels).count(CURVE) >= ENOUGH:
                return True
    return False


def run_until_curve(*_: object) -> int:
    """Turns of the event loop until there is something to see; ends the program then."""
    turn = sys.modules[WIDGETS].QApplication.processEvents
    while not shows_curve():
        turn()
    print(time.monotonic(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.meta_path.insert(0, Watch())
    if sys.argv[1] == "-m":
        sys.argv = sys.argv[2:]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = sys.argv[1:]
        runpy.run_path(sys.argv[0], run_name="__main__")
