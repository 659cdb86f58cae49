"""f′ and f″ on the plot: their points at x₀, and the plot that they may have below that of f."""

from math import isfinite

from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.calculus.view.ticks import Unit
from gdviz.document.document import Document
from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.session.analysis import Analysis
from gdviz.session.phrases import DOUBLE_PRIME, PRIME
from gdviz.session.resolve.plot import axis_units, trace_of
from gdviz.session.results import Results
from gdviz.session.scene import Curve, Follower, Handle, PlotScene, Role

DERIVATIVES = (Role.DERIVATIVE, Role.SECOND)
NAMES_OF_OY = {(True, False): "y′", (False, True): "y″", (True, True): "y′, y″"}
"""By whether f′ and f″ are shown."""
IN_WORDS = {
    (True, False): N_("Below: the graph of the derivative."),
    (False, True): N_("Below: the graph of the second derivative."),
    (True, True): N_("Below: the graphs of the first and the second derivative."),
}


def followers(document: Document, analysis: Analysis, local: LocalSlope) -> tuple[Follower, ...]:
    """The points of f′ and f″ at x₀, where they are shown and have values."""
    found = []
    if document.shown.derivative and local.slope is not None:
        label = _label(analysis, PRIME, local.slope)
        found.append(Follower(Role.DERIVATIVE, local.x, local.slope, label))
    if document.shown.second and local.value is not None:
        second = float(analysis.function.second(local.x))
        if isfinite(second):
            label = _label(analysis, DOUBLE_PRIME, second)
            found.append(Follower(Role.SECOND, local.x, second, label))
    return tuple(found)


def _label(analysis: Analysis, primes: str, value: float) -> str:
    """f′(x₀) = 6"""
    name, point = plain(function_letter(analysis.formula)), plain(analysis.names.point)
    return f"{name}{primes}({point}) = {significant(value)}"


def lower_scene(
    document: Document,
    results: Results,
    curves: tuple[Curve, ...],
    local: LocalSlope | None,
    tr: Translator,
) -> PlotScene | None:
    """The plot below that of f; None where there is none."""
    if results.below is None or results.analysis is None or local is None:
        return None
    shown = document.shown.derivative, document.shown.second
    traced = PRIME if document.shown.derivative else DOUBLE_PRIME
    points = followers(document, results.analysis, local)
    said = [tr(IN_WORDS[shown]), *(f"{point.label}." for point in points)]
    return PlotScene(
        viewport=results.below,
        curves=curves,
        handles=(_handle(document, results.analysis, points),) if document.shown.tangent else (),
        x_name=results.analysis.variable,
        y_name=NAMES_OF_OY[shown],
        units=(axis_units(document, results.analysis)[0], Unit.DECIMAL),
        description=" ".join(said),
        show_iterates=False,
        landmarks=results.landmarks,
        followers=points,
        guide_reaches="top",
        trace=trace_of(results.analysis, traced, tr) if document.shown.trace else None,
    )


def _handle(document: Document, analysis: Analysis, points: tuple[Follower, ...]) -> Handle:
    """x₀ can be dragged here as well, by the point of f′, or of f″ where that stands alone."""
    first = points[0] if points else None
    role = first.role if first else Role.DERIVATIVE
    return Handle("x0", role, document.x0, first.y if first else None, analysis.names.point)
