"""Horizontal and oblique asymptotes: what is painted, and what is told of each."""

from gdviz.calculus.marks import Asymptote
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import N_, Translator
from gdviz.session.marked_places import MarkedLine
from gdviz.session.phrases import line_equation

HORIZONTAL, OBLIQUE = N_("Horizontal asymptote"), N_("Oblique asymptote")
ENDS = {
    (True, True): N_("as {variable} → ±∞"),
    (True, False): N_("as {variable} → −∞"),
    (False, True): N_("as {variable} → +∞"),
}
"""By whether the curve comes up to the line on the left and on the right."""


def marked_line(line: Asymptote, variable: str, upright: str, tr: Translator) -> MarkedLine:
    """One of them with its words: y = x + 3, as x → ±∞. variable, upright: of the axes."""
    equation = line_equation(line.slope, 0.0, line.intercept, variable, upright)
    end = tr(ENDS[line.left, line.right], variable=variable)
    title = tr(OBLIQUE if line.slope else HORIZONTAL)
    sides = {"left": line.left, "right": line.right}
    return MarkedLine(
        line.slope, line.intercept, **sides, title=title, facts=(plain(equation), end)
    )
