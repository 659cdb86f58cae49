"""Prints how many references to None a few thousand frames of a widget lose.

Run as a program of its own, because the defect it looks for ends the interpreter: PySide6
6.12.0 on Python 3.11 gives away a reference to None at each call of a method without a result,
until None itself is freed.
"""

import sys

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

FRAMES = 3000


class Canvas(QWidget):
    """Paints with the void methods that a plot calls in each frame."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("black"), 2.5))
        painter.save()
        painter.translate(1, 1)
        painter.drawLine(0, 0, 20, 20)
        painter.restore()


def lost_references() -> int:
    """References to None that went missing over all the frames (negative: gained)."""
    canvas = Canvas()
    canvas.resize(40, 40)
    canvas.grab()
    before = sys.getrefcount(None)
    for _ in range(FRAMES):
        canvas.grab()
    return before - sys.getrefcount(None)


if __name__ == "__main__":
    application = QApplication([])
    print(lost_references(), flush=True)
