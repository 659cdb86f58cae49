"""What is worth a mark on a curve: breaks of every kind, zeros, extrema, inflections."""

from gdviz.calculus.marks.asymptotes import Asymptote
from gdviz.calculus.marks.mark import Crowd, Kind, Mark, Marks, Side, Turn
from gdviz.calculus.marks.marker import Marker, marks

__all__ = ["Asymptote", "Crowd", "Kind", "Mark", "Marker", "Marks", "Side", "Turn", "marks"]
