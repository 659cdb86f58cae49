"""The automatic view: what of a function a person should see first."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.landmarks import Function, Kind, Landmarks, landmarks
from gdviz.calculus.view.viewport import Viewport

Array = NDArray[np.float64]

USUAL = Viewport(-10.0, 10.0, -6.0, 6.0)
"""Where there is nothing to go by."""
USUAL_REACH = 5.0
"""Half the width of a view that nothing else determines."""
AT_HOME = 1.0
"""A lone landmark nearer to 0 than this is seen in a view with 0 in its middle."""
NEAR, FAR = 10.0, 1e4
NOT_FAR = 50.0
"""Landmarks are looked for out to NEAR; a little farther where there is but one, that would not say
how wide a view should be; and to FAR only where there are none."""
FINEST = 1e-5
"""Nearer to 0 nothing is told apart."""
CROWD = 1e3
"""Landmarks whose gaps are so many times as large outside as near 0 crowd at 0."""
INNERMOST = 0.1
"""Of those the ones nearer to 0 than this share of the outermost are left out."""
TAIL = 2.0
"""So many times as far as from the last zero or extremum to where the curve bends back is seen."""
EXPLODES, MOST_HALVINGS = 100.0, 3
"""f explodes where it is so many times as high as up to half the way; half the way is then seen."""
TURNS = (Kind.ZERO, Kind.EXTREMUM)
WIDER = 1.5
"""Poles stand too close where a view is so many times as wide as need be."""
FLAT, MUCH_HIGHER = 1 / 30, 8.0
"""Zeros and extrema that take less than this share of a view's height can hardly be seen; and a
view so many times as high as need be shows nothing but its ends."""
FEW = 10
"""A view shows so many landmarks, those nearest to 0; some functions have no end of them."""
SIDE, HEADROOM = 0.15, 0.14
"""Blank beside and above what is to be seen, as a share of its width and height."""
AXIS_COST = 1.0
"""An axis is taken into view if the view grows by no more than this share."""
INTERCEPT_COST = 5.0
"""Where the curve crosses Oy is shown if the view is at most so many times as high for it."""
WHOLE_COST, LONE_WHOLE_COST = 2.5, 8.0
"""The whole curve between the sides is shown if it is at most so many times as high as what
matters most: with several landmarks, and with one or none."""
OUT_OF_SIGHT = 1e7
"""Points so many times as high as the middle of the curve would flatten it: they are left out."""
HIGHEST = 1e100
"""No view reaches higher, nor further out."""
LOWEST = 1e-300
"""What is lower cannot be told from 0."""
BESIDE_POLES, BESIDE_POLES_AND_TURNS = (0.04, 0.96), (0.1, 0.9)
"""Where there are poles, the share of the curve's values between these is to be seen; the second
where there are heights of zeros and extrema to go by, too."""
MIDDLE = (0.25, 0.75)
"""Where there are none, the share of the values around the middle that is to be seen."""
ALMOST_EVEN = 0.3
"""Beside poles a view that reaches almost as far down as up does so exactly."""
LEVEL = 1e-290
"""A smaller range cannot be divided any more."""
ROUND_TO = 40
"""Limits are round to about so many parts of the view."""


def automatic_viewport(
    function: Differentiable, points: Sequence[float] = (), aspect: float = 1.6
) -> Viewport:
    """The view that shows what matters: zeros, extrema, edges, poles from both sides.

    points: x of points that should be seen too (where the tangent touches, where the descent
    starts), as far as f has a value there; aspect: width by height of the plot in pixels, to
    which a view is fitted that nothing else determines.
    """
    found = _survey(function)
    kept = [x for x in points if _is_showable(function, x)]
    if not found.x.size and not kept and not np.isfinite(function.value(_near_nodes())).any():
        return Viewport(USUAL.x0, USUAL.x1, -USUAL.x1 / aspect, USUAL.x1 / aspect)
    x0, x1 = _width(function, found, kept)
    y0, y1 = _height(function, found, kept, x0, x1)
    return Viewport(*_rounded(x0, x1), *_rounded(y0, y1))


def flattens(function: Differentiable, points: Sequence[float], view: Viewport) -> bool:
    """Whether a view is so high for the sake of the points that all else lies flat in it, or so
    wide that poles crowd."""
    found = _survey(function)
    alone = automatic_viewport(function)
    is_off = any(not alone.x0 <= x <= alone.x1 for x in points)
    if Kind.POLE in found.kinds:
        return is_off and alone.width * WIDER < view.width
    if not is_off:
        return alone.height * MUCH_HIGHER < view.height
    seen = found.y[[kind in TURNS for kind in found.kinds]]
    is_flat = _span(found) > FINEST and float(np.ptp(seen)) < FLAT * view.height
    return is_flat or alone.height * MUCH_HIGHER < view.height


def _values_of(function: Differentiable) -> Function:
    return lambda x: np.asarray(function.value(x))


def _near_nodes() -> Array:
    """Even steps, and ever smaller ones towards 0."""
    fine = np.geomspace(FINEST, NEAR / 400, 60)
    # Not np.unique: it loads numpy.ma, which the start would wait for.
    return np.sort(np.concatenate((np.linspace(-NEAR, NEAR, 801) + 1e-3 / 7, fine, -fine, [0.0])))


@lru_cache(maxsize=2)
def _survey(function: Differentiable) -> Landmarks:
    near = _uncrowded(landmarks(_values_of(function), _near_nodes())).nearest(FEW)
    if _span(near) > FINEST:
        return near
    right = np.geomspace(NEAR, FAR, 400)
    far = landmarks(_values_of(function), np.concatenate((-right[::-1], right)))
    # What happens between −NEAR and NEAR is known: one thing, or nothing.
    outside, reach = np.abs(far.x) >= NEAR, NOT_FAR if near.x.size else FAR
    return near.and_also(far.where(np.flatnonzero(outside & (np.abs(far.x) <= reach))).nearest(2))


def _uncrowded(found: Landmarks) -> Landmarks:
    """Without the innermost landmarks where they crowd at 0 without end, as those of sin(1/x)."""
    distance = np.sort(np.abs(found.x))
    gaps = np.diff(distance)
    gaps = gaps[gaps > FINEST * distance[1:]] if gaps.size else gaps
    if found.x.size <= FEW or gaps.size < 2 or gaps[-1] <= CROWD * gaps[0]:
        return found
    return found.where(np.flatnonzero(np.abs(found.x) >= INNERMOST * distance[-1]))


def _is_showable(function: Differentiable, x: float) -> bool:
    if abs(x) > HIGHEST:
        return False
    value = abs(float(function.value(x)))
    around = np.abs(function.value(np.linspace(-x / 2, x / 2, 33)))
    around = around[np.isfinite(around)]
    # The lower of the two in the middle: their mean may be beyond float64.
    typical = float(np.sort(around)[(around.size - 1) // 2]) if around.size else 0.0
    return isfinite(value) and (typical == 0.0 or value <= OUT_OF_SIGHT * typical)


def _span(found: Landmarks) -> float:
    """How far zeros and extrema lie apart: what says how wide a view should be."""
    x = [x for x, kind in zip(found.x, found.kinds, strict=True) if kind in TURNS]
    return float(max(x) - min(x)) if x else 0.0


def _width(
    function: Differentiable, found: Landmarks, points: Sequence[float]
) -> tuple[float, float]:
    """From side to side, 0 in the middle where there is as much to see on both sides of it."""
    places = np.concatenate((found.x, points, _tails(function, found)))
    low, high = (float(places.min()), float(places.max())) if places.size else (0.0, 0.0)
    if abs(low) <= NEAR or abs(high) <= NEAR:
        low, high = min(low, 0.0), max(high, 0.0)
    if _span(found) <= FINEST:
        middle = _lone_place(found)
        if high >= middle and _is_defined_beside(function, middle, -USUAL_REACH):
            low = min(low, middle - _reach(function, middle, -1.0))
        if low <= middle and _is_defined_beside(function, middle, USUAL_REACH):
            high = max(high, middle + _reach(function, middle, 1.0))
    reach = max(-low, high)
    if reach > FINEST and low <= 0.0 <= high and _is_centred(function, found, reach):
        return -(1 + SIDE) * reach, (1 + SIDE) * reach
    width = high - low if high - low > FINEST else max(2 * USUAL_REACH, abs(high))
    is_open = _span(found) > FINEST and _is_defined_beside(function, low, -SIDE * width)
    before = 2 if is_open else 1
    return low - before * SIDE * width, high + 2 * SIDE * width


def _reach(function: Differentiable, middle: float, side: float) -> float:
    """How far from a lone landmark to one side: less far where f explodes, as x^x and e^(x²) do."""
    reach = USUAL_REACH
    for _ in range(MOST_HALVINGS):
        values = np.abs(function.value(middle + side * reach * np.linspace(0.0, 1.0, 33)))
        near = values[:17][np.isfinite(values[:17])]
        if not near.size or not float(values[-1]) > EXPLODES * float(near.max()) > 0.0:
            break
        reach /= 2
    return reach


@lru_cache(maxsize=2)
def _tails(function: Differentiable, found: Landmarks) -> Array:
    """How far the curve is to be seen beyond its last zero or extremum, where it then bends back
    and levels off, as x·e^(−x) does."""
    if _span(found) <= FINEST or found.x.size >= FEW:
        return np.empty(0)
    slopes = landmarks(lambda x: np.asarray(function.rule_slope(x)), _near_nodes())
    bends = slopes.x[[kind is Kind.EXTREMUM for kind in slopes.kinds]]
    ends = []
    for side in (-1.0, 1.0):
        outermost = int(np.argmax(side * found.x))
        end = found.x[outermost]
        # The first bend only: others are of something farther away.
        beyond = np.sort(side * (bends[side * bends > side * end] - end))
        if beyond.size and found.kinds[outermost] in TURNS:
            ends.append(end + side * TAIL * beyond[0])
    return np.array(ends)


def _is_centred(function: Differentiable, found: Landmarks, reach: float) -> bool:
    """Whether there is as much to see left of 0 as right of it."""
    landmarks = found.x
    least = FINEST if landmarks.size > 1 else AT_HOME
    one_sided = landmarks.size and (landmarks.min() > least or landmarks.max() < -least)
    if _span(found) > FINEST:
        one_sided = landmarks.min() > -least or landmarks.max() < least
    sides = (_is_defined_beside(function, 0.0, side * reach) for side in (-1, 1))
    both_sides = landmarks.size and landmarks.min() < 0.0 < landmarks.max()
    return bool((reach <= 1.5 * NEAR or both_sides) and not one_sided and all(sides))


def _lone_place(found: Landmarks) -> float:
    """About where there is something to see, where that is one place only: 0 if it is near."""
    middle = float(found.x.mean()) if found.x.size else 0.0
    return middle if abs(middle) > AT_HOME else 0.0


def _is_defined_beside(function: Differentiable, start: float, way: float) -> bool:
    """Whether f has values on most of the way from the start, and near its end."""
    there = ~np.isnan(function.value(start + np.linspace(0.0, way, 34)[1:]))
    return bool(there.mean() > 0.5 and there[-4:].any())


def _height(
    function: Differentiable, found: Landmarks, points: Sequence[float], x0: float, x1: float
) -> tuple[float, float]:
    """From bottom to top: what matters most, the whole curve if it fits, and the axis if near."""
    curve, inner, heights = (
        _showable(np.asarray(values))
        for values in (
            function.value(np.linspace(x0, x1, 401)),
            function.value(np.linspace(*_inner_half(x0, x1), 201)),
            np.concatenate((found.y, function.value(np.asarray(points, dtype=np.float64)))),
        )
    )
    has_poles = Kind.POLE in found.kinds
    beside = BESIDE_POLES_AND_TURNS if _span(found) > FINEST else BESIDE_POLES
    most = np.quantile(curve, beside) if has_poles and curve.size else _middle(inner)
    known = np.concatenate((most, heights))
    if not known.size:
        known = curve if curve.size else np.zeros(1)
    low, high = float(known.min()), float(known.max())
    if has_poles and abs(low + high) <= ALMOST_EVEN * (high - low):
        low, high = min(low, -high), max(high, -low)
    elif not has_poles and curve.size and np.ptp(curve) <= _whole_cost(found) * (high - low):
        low, high = min(low, float(curve.min())), max(high, float(curve.max()))
    low, high = _with_intercept(function, low, high) if x0 < 0.0 < x1 else (low, high)
    return with_headroom(low, high)


def _with_intercept(function: Differentiable, low: float, high: float) -> tuple[float, float]:
    """The heights to be seen, and that where the curve crosses Oy, if it is not far from them."""
    crossing = float(function.value(0.0))
    bottom, top = min(low, crossing), max(high, crossing)
    fits = isfinite(crossing) and top - bottom <= INTERCEPT_COST * (high - low)
    return (bottom, top) if fits else (low, high)


def _showable(values: Array) -> Array:
    return values[np.abs(values) <= HIGHEST]


def _inner_half(low: float, high: float) -> tuple[float, float]:
    quarter = (high - low) / 4
    return low + quarter, high - quarter


def _middle(values: Array) -> Array:
    # Not np.quantile: it loads numpy.ma, which the start would wait for.
    last = values.size - 1
    if last < 0:
        return np.empty(0)
    middle: Array = np.interp(np.array(MIDDLE) * last, np.arange(last + 1), np.sort(values))
    return middle


def _whole_cost(found: Landmarks) -> float:
    """Where several landmarks say what matters, the rest of the curve may cost less."""
    return WHOLE_COST if _span(found) > FINEST else LONE_WHOLE_COST


def with_headroom(low: float, high: float) -> tuple[float, float]:
    """Some blank under and over what is to be seen, and Ox with it if that is near."""
    height = high - low
    if height <= 1e-12 * max(abs(low), abs(high)):
        low, high = min(low, 0.0), max(high, 0.0)
        height = high - low if high - low > LOWEST else 2.0
        return low - height / 2, high + height / 2
    if low > 0.0 and low <= AXIS_COST * height:
        low = 0.0
    elif high < 0.0 and -high <= AXIS_COST * height:
        high = 0.0
    height = high - low
    return low - HEADROOM * height, high + HEADROOM * height


def _rounded(low: float, high: float) -> tuple[float, float]:
    """Limits that are round for the view's size, outwards; what is level to float64 is in the
    middle."""
    if high - low < LEVEL:
        low, high = low - 1.0, high + 1.0
    rough = (high - low) / ROUND_TO
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough)
    return floor(low / step) * step, ceil(high / step) * step
