"""The drag's scene in matplotlib's QtAgg, blitted as its manual advises: what stands still is kept
as a picture, and what moves is drawn over it."""

from typing import Any

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure

from benchmarks.peers import CURVE, LINE, PAPER, POINT, RADIUS, TANGENT, Scene, words

INCH = 100.0
"""Pixels to an inch."""
PIXEL = 72.0 / INCH
"""A pixel in points, in which matplotlib measures lines."""


class MatplotlibDrag:
    """The same curve and words as the other peers show, with an artist for each thing."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        width, height = scene.size.width() / INCH, scene.size.height() / INCH
        figure = Figure(figsize=(width, height), dpi=INCH, facecolor=PAPER)
        self.widget: Any = FigureCanvasQTAgg(figure)
        self._axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        view = scene.view
        self._axes.set(xlim=(view.x0, view.x1), ylim=(view.y0, view.y1))
        self._axes.grid(True)
        for piece in scene.pieces:
            self._axes.plot(*piece.T, color=CURVE, linewidth=LINE * PIXEL)
        self._moving = self._artists()
        self.widget.show()
        self.widget.draw()
        self._still = self.widget.copy_from_bbox(figure.bbox)

    def _artists(self) -> list[Any]:
        usual = {"color": TANGENT, "animated": True}
        line = {**usual, "linewidth": LINE * PIXEL}
        lines = [self._axes.plot([], [], **line)[0] for _ in range(2)]
        point = self._axes.plot([], [], marker="o", markersize=POINT * PIXEL, **usual)[0]
        return [*lines, point, *(self._axes.text(0, 0, "", **usual) for _ in range(3))]

    def move(self, x: float, y: float, slope: float) -> None:
        """The tangent goes to another point."""
        view, (across, up) = self._scene.view, self._scene.unit
        tangent, arc, point, *labels = self._moving
        ends = np.array([view.x0, view.x1])
        tangent.set_data(ends, y + slope * (ends - x))
        turn = np.linspace(0, self._scene.angle(slope), 30)
        arc.set_data(x + RADIUS * across * np.cos(turn), y + RADIUS * up * np.sin(turn))
        point.set_data([x], [y])
        for line, (label, text) in enumerate(zip(labels, words(x, slope), strict=True)):
            label.set_text(text)
            label.set_position((x + 20 * across, y + 25 * line * up))
        self.widget.restore_region(self._still)
        for artist in self._moving:
            self._axes.draw_artist(artist)
        self.widget.blit(self.widget.figure.bbox)
