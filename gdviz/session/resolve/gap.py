"""The gap f − f_l between the curve and its tangent near x₀."""

import numpy as np

from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.document.document import Document
from gdviz.session.results import Results
from gdviz.session.scene import GapPicture, Points

NEAR = 1 / 6
"""As far as this share of the view's width from x₀ on both sides is near; with a secant, Δx is."""


def gap_picture(document: Document, results: Results, local: LocalSlope) -> GapPicture | None:
    """Between the tangent and the sampled curve, as far as that goes on from x₀ without a break.
    Where the secant is shown its bracket tells the gap at x₀ + Δx in numbers."""
    if results.analysis is None or results.curve is None:
        return None
    is_told = document.shown.secant
    reach = abs(document.secant.delta_x) if is_told else NEAR * results.viewport.width
    name = plain(function_letter(results.analysis.formula))
    here = [piece for piece in results.curve.pieces if piece[0, 0] <= local.x <= piece[-1, 0]]
    parts = (_cut(piece, local.x - reach, local.x + reach) for piece in here)
    pieces = tuple(_beside_tangent(part, local) for part in parts if len(part) > 1)
    return GapPicture(pieces, "" if is_told else f"{name} − {name}ₗ") if pieces else None


def _cut(piece: Points, low: float, high: float) -> Points:
    """The part of a polyline from low to high; empty where there is none."""
    x, y = piece.T
    low, high = max(low, float(x[0])), min(high, float(x[-1]))
    if low >= high:
        return piece[:0]
    inside = piece[(x > low) & (x < high)]
    ends = np.array((low, high))
    first, last = np.stack((ends, np.interp(ends, x, y)), axis=1)
    return np.concatenate((first[None], inside, last[None]))


def _beside_tangent(part: Points, local: LocalSlope) -> Points:
    """Rows of x, f(x), f_l(x)."""
    value, slope = local.value or 0.0, local.slope or 0.0
    return np.column_stack((part, value + slope * (part[:, 0] - local.x)))
