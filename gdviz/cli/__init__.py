"""The command line: the window, and derive, descend and render without one.

Importing it loads neither Qt nor NumPy; each command loads what it needs.
"""

from gdviz.cli.main import main

__all__ = ["main"]
