"""Runs a program without a screen until a curve is in its window: `first_curve.py PROGRAM …`.

PROGRAM is a file, or a module after `-m`. What the window shows is looked at after each turn of
the event loop, as it is in the window's memory; once enough of it has the curve's colour the time
is printed (seconds of the system's monotonic clock) and the program ends.
"""

import os
import runpy
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

CURVE = bytes.fromhex("F35E4BFF")
"""#4B5EF3 as it lies in memory."""
ENOUGH = 200
"""So many pixels are a curve and no letter."""


def shows_curve() -> bool:
    """Whether a window shows a curve."""
    screen = QGuiApplication.primaryScreen()
    for window in QGuiApplication.topLevelWindows():
        if window.isExposed():
            image = screen.grabWindow(window.winId()).toImage()
            pixels = image.convertToFormat(QImage.Format.Format_RGB32).constBits()
            if bytes(pixels).count(CURVE) >= ENOUGH:
                return True
    return False


def watch() -> None:
    """Look, and end the program if there is something to see."""
    if shows_curve():
        print(time.monotonic(), flush=True)
        os._exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    timer = QTimer()
    timer.timeout.connect(watch)
    timer.start(0)
    if sys.argv[1] == "-m":
        sys.argv = sys.argv[2:]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = sys.argv[1:]
        runpy.run_path(sys.argv[0], run_name="__main__")
