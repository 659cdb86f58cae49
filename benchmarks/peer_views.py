"""A view that zooms and pans as others show it: in plain pyqtgraph and in matplotlib's QtAgg.

Each takes wheel and mouse as its manual says, and gets new values of the curve, two a pixel column,
whenever the sides of its view have changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, NavigationToolbar2QT
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from benchmarks.peers import CURVE, LINE, PAPER
from gdviz.calculus.view.viewport import Viewport

VALUES = 2
"""To a pixel column."""
NOTCH = 0.8
"""What a notch of the wheel leaves of a view's width."""
INCH = 100.0
"""Pixels to an inch of a figure."""
POINTS = 72.0
"""Points, in which matplotlib measures lines, to an inch."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Plane:
    """What is shown: the function, the view, and the size in pixels."""

    function: Callable[[Array], Array]
    view: Viewport
    size: QSize

    def curve(self, low: float, high: float) -> tuple[Array, Array]:
        """New values between two sides."""
        x = np.linspace(low, high, VALUES * self.size.width())
        return x, self.function(x)


class PyqtgraphView:
    """A PlotWidget, whose view box knows wheel and mouse."""

    def __init__(self, plane: Plane) -> None:
        pg.setConfigOptions(antialias=True)
        view = plane.view
        self.widget = pg.PlotWidget(background=PAPER)
        self.widget.showGrid(x=True, y=True, alpha=0.3)
        self._plane, self._box = plane, self.widget.getViewBox()
        self._curve = self.widget.plot(pen=pg.mkPen(CURVE, width=LINE), connect="finite")
        self._box.sigXRangeChanged.connect(self._renew)
        self.widget.setRange(xRange=(view.x0, view.x1), yRange=(view.y0, view.y1), padding=0)
        self.widget.resize(plane.size)
        self.widget.show()
        self.canvas: QWidget = self.widget.viewport()

    @property
    def seen(self) -> object:
        """The sides of the view."""
        return self._box.viewRange()

    def _renew(self, *_: object) -> None:
        self._curve.setData(*self._plane.curve(*self._box.viewRange()[0]))


class MatplotlibView:
    """A canvas with its toolbar's way to pan, and the usual answer to the wheel."""

    def __init__(self, plane: Plane) -> None:
        width, height, view = plane.size.width(), plane.size.height(), plane.view
        self.canvas = self.widget = _canvas(plane.size)
        self._plane, self._axes = plane, self.canvas.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.grid(True)
        self._axes.set(xlim=(view.x0, view.x1), ylim=(view.y0, view.y1))
        (self._curve,) = self._axes.plot([], [], color=CURVE, linewidth=LINE * POINTS / INCH)
        self._renew()
        self._axes.callbacks.connect("xlim_changed", self._renew)
        self.canvas.mpl_connect("scroll_event", self._zoom)
        self._toolbar = NavigationToolbar2QT(self.canvas)
        self._toolbar.pan()
        self.canvas.resize(width, height)
        self.canvas.show()

    @property
    def seen(self) -> object:
        """The sides of the view."""
        return self._axes.get_xlim(), self._axes.get_ylim()

    def _renew(self, *_: object) -> None:
        self._curve.set_data(*self._plane.curve(*self._axes.get_xlim()))

    def _zoom(self, event: Any) -> None:
        factor = NOTCH**event.step
        for name, at in (("xlim", event.xdata), ("ylim", event.ydata)):
            low, high = self._axes.get_xlim() if name == "xlim" else self._axes.get_ylim()
            self._axes.set(**{name: (at + (low - at) * factor, at + (high - at) * factor)})
        self.canvas.draw_idle()


def _canvas(size: QSize) -> Any:
    """An empty figure of that size in a widget."""
    figure = Figure(figsize=(size.width() / INCH, size.height() / INCH), dpi=INCH, facecolor=PAPER)
    return FigureCanvasQTAgg(figure)
