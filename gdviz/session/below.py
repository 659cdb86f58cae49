"""The plot that f′ and f″ may have below that of f: the same x, and a height of its own."""

import numpy as np

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Shown
from gdviz.session.analysis import Analysis

LOWER_SHARE = 0.38
"""Of the height of both plots."""


def lower_view(analysis: Analysis, above: Viewport, shown: Shown) -> Viewport:
    """From side to side that of the plot above; as high as the curves in it are."""
    from gdviz.calculus.view.heights import NODES, heights  # which the start does not wait for

    function = analysis.function
    nodes = np.linspace(above.x0, above.x1, NODES)
    with np.errstate(all="ignore"):
        wanted = [function.rule_slope] if shown.derivative else []
        wanted += [function.rule_second] if shown.second else []
        is_there = np.isfinite(function.value(nodes))
        values = [np.where(is_there, curve(nodes), np.nan) for curve in wanted]
    return Viewport(above.x0, above.x1, *heights(values))
