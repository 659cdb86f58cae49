"""document + results → scenes: pure functions, so testing what is shown needs no screen.

Exercises, proofs and the table have modules of their own (exercises, stories, table), which are
loaded when they are first shown: the start does not wait for them.
"""

from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.descent import descent_scene, iterate_row
from gdviz.session.resolve.editor import editor_scene
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.resolve.readout import readout_scene
from gdviz.session.resolve.secant import secant_scene

__all__ = [
    "derivative_scene",
    "descent_scene",
    "editor_scene",
    "iterate_row",
    "plot_scene",
    "readout_scene",
    "secant_scene",
]
