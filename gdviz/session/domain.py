"""Where in view a function is defined."""

from collections.abc import Callable
from typing import Any

import numpy as np

from gdviz.calculus.view.viewport import Viewport

PLACES = 41
"""Round places looked at across the view."""


def nearest_defined(value: Callable[[Any], Any], view: Viewport, x: float) -> float:
    """x itself if f has a finite value there, else the nearest of some places in view that has.

    The outermost defined places are passed over if there are others: the edge of a domain is no
    place for a tangent. x again where there is none.
    """
    if np.isfinite(value(np.float64(x))):
        return x
    places = np.linspace(view.x0, view.x1, PLACES)[1:-1]
    defined = places[np.isfinite(value(places))]
    if not len(defined):
        return x
    inner = defined[1:-1] if len(defined) > 2 else defined
    nearest = float(inner[np.argmin(np.abs(inner - x))])
    return float(f"{nearest:.3g}")
