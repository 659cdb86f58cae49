"""The drag's scene as others would show it: in plain pyqtgraph, and with a bare painter.

Both show the same curve and the same words as gdviz, and move the same things in a frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, sin

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gdviz.calculus.view.viewport import Viewport

CURVE, TANGENT, GRID, PAPER = "#4B5EF3", "#B2541A", "#DDE0E6", "#FFFFFF"
LINE = 3.0
POINT = 10.0
RADIUS = 40.0
"""Of the arc that shows α, px."""
GRID_LINES = 12

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown: the curve in pieces (n, 2), the view, and the size in pixels."""

    pieces: Sequence[Points]
    view: Viewport
    size: QSize

    @property
    def unit(self) -> tuple[float, float]:
        """How much of x and of y a pixel is."""
        width, height = self.size.width(), self.size.height()
        return (self.view.x1 - self.view.x0) / width, (self.view.y1 - self.view.y0) / height

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a point of the function stands."""
        across, up = self.unit
        return QPointF((x - self.view.x0) / across, (self.view.y1 - y) / up)

    def angle(self, slope: float) -> float:
        """The drawn angle of a line of that slope, radians."""
        across, up = self.unit
        return atan2(slope / up, 1 / across)


def words(x: float, slope: float) -> tuple[str, str, str]:
    """The labels of a frame."""
    return f"tg α = {slope:.4g}", f"α = {degrees(atan2(slope, 1)):.2f}°", f"x₀ = {x:.4g}"


class Pyqtgraph:
    """The scene in a PlotWidget, with the items that its manual offers for each thing."""

    def __init__(self, scene: Scene) -> None:
        pg.setConfigOptions(antialias=True)
        self._scene = scene
        self.widget = pg.PlotWidget(background=PAPER)
        self.widget.showGrid(x=True, y=True, alpha=0.3)
        self.widget.setRange(
            xRange=(scene.view.x0, scene.view.x1), yRange=(scene.view.y0, scene.view.y1), padding=0
        )
        curve = np.concatenate([np.vstack([piece, [[np.nan] * 2]]) for piece in scene.pieces])
        self.widget.plot(
            curve[:, 0], curve[:, 1], pen=pg.mkPen(CURVE, width=LINE), connect="finite"
        )
        self._tangent = self.widget.plot(pen=pg.mkPen(TANGENT, width=LINE))
        self._arc = self.widget.plot(pen=pg.mkPen(TANGENT, width=LINE))
        self._point = pg.ScatterPlotItem(size=POINT, brush=TANGENT, pen=pg.mkPen(PAPER, width=2))
        self.widget.addItem(self._point)
        self._labels = [pg.TextItem(color=TANGENT) for _ in range(3)]
        for label in self._labels:
            self.widget.addItem(label)
        self.widget.resize(scene.size)
        self.widget.show()

    def move(self, x: float, y: float, slope: float) -> None:
        """The tangent goes to another point."""
        view, (across, up) = self._scene.view, self._scene.unit
        ends = np.array([view.x0, view.x1])
        self._tangent.setData(ends, y + slope * (ends - x))
        turn = np.linspace(0, self._scene.angle(slope), 30)
        self._arc.setData(x + RADIUS * across * np.cos(turn), y + RADIUS * up * np.sin(turn))
        self._point.setData([x], [y])
        for line, (label, text) in enumerate(zip(self._labels, words(x, slope), strict=True)):
            label.setText(text)
            label.setPos(x + 20 * across, y + 25 * line * up)


class Painter:
    """The scene by hand: what stands still is a pixmap, what moves is painted over it."""

    def __init__(self, scene: Scene) -> None:
        self.widget = _Canvas(scene)
        self.widget.resize(scene.size)
        self.widget.show()

    def move(self, x: float, y: float, slope: float) -> None:
        """The tangent goes to another point."""
        self.widget.at = (x, y, slope)
        self.widget.update()


class _Canvas(QWidget):
    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self.at = (0.0, 0.0, 0.0)
        self._still = self._paint_still()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _paint_still(self) -> QPixmap:
        width, height = self._scene.size.width(), self._scene.size.height()
        pixmap = QPixmap(self._scene.size)
        pixmap.fill(QColor(PAPER))
        painter = QPainter(pixmap)
        painter.setPen(QPen(QColor(GRID), 1))
        for line in range(1, GRID_LINES):
            x, y = width * line / GRID_LINES, height * line / GRID_LINES
            painter.drawLine(QLineF(x, 0, x, height))
            painter.drawLine(QLineF(0, y, width, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(CURVE), LINE))
        for piece in self._scene.pieces:
            painter.drawPolyline([self._scene.pixel(x, y) for x, y in piece.tolist()])
        painter.end()
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        x, y, slope = self.at
        place, angle = self._scene.pixel(x, y), self._scene.angle(slope)
        along = QPointF(cos(angle), -sin(angle)) * (2 * self.width())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(TANGENT), LINE))
        painter.drawLine(QLineF(place - along, place + along))
        box = QRectF(place.x() - RADIUS, place.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
        painter.drawArc(box, 0, round(16 * degrees(angle)))
        for line, text in enumerate(words(x, slope)):
            painter.drawText(place + QPointF(20, -25 * line - 10), text)
        painter.setPen(QPen(QColor(PAPER), 2))
        painter.setBrush(QColor(TANGENT))
        painter.drawEllipse(place, POINT / 2, POINT / 2)
        painter.end()
