"""The automatic view of a function of two variables, and where a descent on it may start."""

from collections.abc import Sequence
from math import floor, log10

import numpy as np

from gdviz.calculus.view.hollows import Array, Evaluate, Hollow, hollows
from gdviz.calculus.view.viewport import Viewport

USUAL_REACH = 5.0
"""Half the height of a view that nothing determines."""
SEARCHED = (5.0, 20.0, 1.0, 200.0)
"""Half the sides of the squares in which minima are looked for, one after another."""
FEW = 25
"""A view shows so many minima, those nearest to 0; some functions have no end of them."""
AT_HOME = 0.6
"""Minima all nearer to 0 than this say nothing of how wide a view should be."""
BESIDE_ONE, BESIDE_MANY = 2.0, 1.45
"""The view's reach in parts of the farthest minimum's: of a lone one, and of several."""
PARTLY = 0.6
"""A function that has values in less than this share of a square is shown where it has."""
MARGIN = 1.25
"""Room around what is to be seen, in parts of how far it reaches."""
GRID = 81
ROUND_TO = 2
"""Digits of a view's reach."""
STARTS = ((-0.8, 0.6), (0.8, 0.6), (0.8, -0.6), (0.5, 0.3), (-0.3, 0.45), (0.2, 0.1), (0.1, -0.3))
"""Where a descent may start, in parts of the view's reach, the best place first."""
Point = tuple[float, float]


def plane_viewport(reach: float, points: Sequence[Point] = (), aspect: float = 1.6) -> Viewport:
    """The view around 0, of equal scales, that shows what is within `reach` of 0.

    points: what should be seen besides; aspect: width by height of the plot in pixels.
    """
    wide = max((abs(x) * MARGIN / aspect for x, _ in points), default=0.0)
    high = max((abs(y) * MARGIN for _, y in points), default=0.0)
    half = _rounded(max(reach, wide, high))
    return Viewport(-half * aspect, half * aspect, -half, half)


def natural_reach(evaluate: Evaluate) -> float:
    """How far from 0 there is something to be seen: minima, else where f has values."""
    for half in SEARCHED:
        square = Viewport(-half, half, -half, half)
        domain = _domain(evaluate, half)
        found = hollows(evaluate, square, hasty=True) if domain else ()
        if found:
            return _reach_of(found)
        if domain and domain < half:
            return MARGIN * domain
    return USUAL_REACH


def usual_start(evaluate: Evaluate, reach: float) -> Point:
    """A place with a value and a slope, well away from the middle of the view."""
    for across, up in STARTS:
        x, y = (_to_say(part * reach) for part in (across, up))
        with np.errstate(all="ignore"):
            values = np.array([float(part) for part in evaluate(np.float64(x), np.float64(y))])
        if np.isfinite(values).all() and (values[1:] != 0.0).any():
            return x, y
    return _to_say(STARTS[0][0] * reach), _to_say(STARTS[0][1] * reach)


def _reach_of(found: Sequence[Hollow]) -> float:
    nearest = sorted(max(abs(h.x), abs(h.y)) for h in found)[:FEW]
    if nearest[-1] < AT_HOME:
        return USUAL_REACH
    return nearest[-1] * (BESIDE_ONE if len(nearest) == 1 else BESIDE_MANY)


def _domain(evaluate: Evaluate, half: float) -> float:
    """How far from 0 f has values in a square: `half` unless it has few; 0 if it has none."""
    side: Array = np.linspace(-half, half, GRID)
    x, y = np.tile(side, GRID), np.repeat(side, GRID)
    with np.errstate(all="ignore"):
        defined = np.isfinite(np.asarray(evaluate(x, y)[0]))
    if not defined.any():
        return 0.0
    if defined.mean() >= PARTLY:
        return half
    far = np.maximum(np.abs(x[defined]), np.abs(y[defined])).max() + side[1] - side[0]
    return float(min(far, half))


def _rounded(reach: float) -> float:
    """Up to a number that is easily said."""
    unit = 10.0 ** (floor(log10(reach)) - ROUND_TO + 1)
    return float(f"{np.ceil(reach / unit - 1e-9) * unit:.{ROUND_TO + 1}g}")


def _to_say(number: float) -> float:
    """A coordinate with two digits."""
    return float(f"{number:.2g}")
