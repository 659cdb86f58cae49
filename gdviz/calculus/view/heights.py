"""How high a view must be for curves between given sides: for a plot whose x is another's."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.framing import HIGHEST, with_headroom

NODES = 401
"""At so many places a curve is looked at."""
MOST = (0.12, 0.88)
"""Between these shares of its values lies what must be seen of a curve."""
WHOLE_COST = 6.0
"""All of it is shown if that is at most so many times as high."""


def heights(values: Sequence[NDArray[np.float64]]) -> tuple[float, float]:
    """From bottom to top, for curves given by their values at even steps, NaN where undefined.

    Towards a pole a curve leaves the view.
    """
    spans = [_span(seen) for each in values if (seen := each[np.abs(each) <= HIGHEST]).size]
    if not spans:
        return -1.0, 1.0
    return with_headroom(min(low for low, _ in spans), max(high for _, high in spans))


def _span(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    places = np.array(MOST) * (values.size - 1)
    # Not np.quantile: it loads numpy.ma.
    bottom, top = np.interp(places, np.arange(values.size), np.sort(values)).tolist()
    return (low, high) if high - low <= WHOLE_COST * (top - bottom) else (bottom, top)
