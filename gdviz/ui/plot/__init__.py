"""The plot: a PlotScene painted, and the widget in which a hand takes hold of it."""

from gdviz.ui.plot.picture import render_picture
from gdviz.ui.plot.widget import PlotWidget

__all__ = ["PlotWidget", "render_picture"]
