"""The numbers at x₀, under the plot."""

from gdviz.ui.readout.readout import Readout

__all__ = ["Readout"]
