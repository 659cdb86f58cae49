"""The least a window with a curve in it can be: one widget, one painter."""

import math
import sys

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1280, 800)
CURVE = "#4B5EF3"


class Curve(QWidget):
    """Paints a sine."""

    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width(), self.height()
        ys = [height * (0.5 - 0.4 * math.sin(10 * x / width)) for x in range(width)]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.setPen(QPen(QColor(CURVE), 2.5))
        painter.drawPolyline([QPointF(x, y) for x, y in enumerate(ys)])
        painter.end()


if __name__ == "__main__":
    application = QApplication.instance() or QApplication([])
    window = Curve()
    window.resize(*SIZE)
    window.show()
    sys.exit(application.exec())
