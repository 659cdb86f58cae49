"""The plot: a PlotScene painted, and the widget in which a hand takes hold of it."""

from gdviz.ui.plot.lower import LowerPlot
from gdviz.ui.plot.picture import render_picture, render_pictures
from gdviz.ui.plot.widget import PlotWidget

__all__ = ["LowerPlot", "PlotWidget", "render_picture", "render_pictures"]
