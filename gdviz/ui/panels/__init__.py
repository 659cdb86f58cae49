"""The panels beside the plot."""

from gdviz.ui.panels.panels import Panels

__all__ = ["Panels"]
