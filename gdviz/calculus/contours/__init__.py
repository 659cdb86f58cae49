"""A function of two variables as a map: levels, lines of equal value, and bands between them."""

from gdviz.calculus.contours.contouring import Contourer
from gdviz.calculus.contours.map import ContourLine, Contours

__all__ = ["ContourLine", "Contourer", "Contours"]
