"""What can be proved of an expression on intervals: bounds of its values and of its slope, and
whether it is continuous there, undefined, or possibly broken."""

from gdviz.calculus.intervals.encloser import Encloser
from gdviz.calculus.intervals.enclosure import Enclosure

__all__ = ["Encloser", "Enclosure"]
