"""Where points are put on a new function: where it is defined, and well seen."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport, flattens
from gdviz.calculus.view.vantage import vantage_points
from gdviz.calculus.view.viewport import Viewport

PLACES = 41
"""Round places looked at across the view."""
MARGIN = 0.05
"""Share of the view's height at its bottom and top where no point is put."""
LOOKED_AT = 401
"""Places at which it is looked whether the curve is in view."""
CROSSED = 2.0
"""From below the view to above it, or back."""


def well_placed(
    function: Differentiable, view: Viewport, x0: float, start: float
) -> tuple[float, float]:
    """Where x₀ and w₀ go on a function that was chosen as a whole, seen in `view` with them.

    They stay, unless f has no value there, or the view has to be so high for their sake that
    zeros and extrema lie flat in it.
    """
    if np.isfinite(function.value(np.array((x0, start)))).all():
        if not flattens(function, (x0, start), view):
            return x0, start
        found = vantage_points(function, automatic_viewport(function))
        return (found[-1], found[0]) if found else (x0, start)
    defined = partial(nearest_defined, function.value, view)
    return defined(x0), defined(start)


def nearest_defined(value: Callable[[Any], Any], view: Viewport, x: float) -> float:
    """x itself if f has a finite value there, else the nearest of some places in view that has.

    The outermost defined places are passed over if there are others: the edge of a domain is no
    place for a tangent. x again where there is none.
    """
    if np.isfinite(value(np.float64(x))):
        return x
    places = np.linspace(view.x0, view.x1, PLACES)[1:-1]
    values = value(places)
    low, high = view.y0 + MARGIN * view.height, view.y1 - MARGIN * view.height
    # Beside a pole the tangent stands upright, far out of sight.
    defined = places[(values >= low) & (values <= high)]
    if not len(defined):
        defined = places[np.isfinite(values)]
    if not len(defined):
        return x
    inner = defined[1:-1] if len(defined) > 2 else defined
    nearest = float(inner[np.argmin(np.abs(inner - x))])
    return float(f"{nearest:.3g}")


def is_in_view(function: Differentiable, view: Viewport) -> bool:
    """Whether any part of the curve is in view, as far as some places between its sides tell."""
    y = np.asarray(function.value(np.linspace(view.x0, view.x1, LOOKED_AT)))
    with np.errstate(invalid="ignore"):
        side = np.where(y > view.y1, 1.0, np.where(y < view.y0, -1.0, y * 0.0))
        return bool((side == 0.0).any() or (np.abs(np.diff(side)) == CROSSED).any())
