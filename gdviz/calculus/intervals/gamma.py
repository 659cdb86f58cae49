"""Γ and ψ⁽ⁿ⁾ on intervals between their poles 0, −1, −2 …"""

import numpy as np

from gdviz.calculus.evaluation import special
from gdviz.calculus.intervals.arithmetic import Array, Bounds, Flags, pair, widened

ACCURACY = 2000.0
"""Ulps to which the evaluator computes these functions, with a margin."""


def breaks(u: Bounds) -> Flags:
    """Whether a pole lies in u."""
    pole: Flags = (u[0] <= 0.0) & ((np.floor(u[0]) != np.floor(u[1])) | (u[0] == np.floor(u[0])))
    return pole


def gamma(u: Bounds) -> Bounds:
    """|Γ| is convex on each branch: greatest at an end, and above the tangents at both ends."""
    ends, slopes = _gamma(u), gamma_slope(u)
    turns = (slopes[0] < 0.0) & (slopes[1] > 0.0)
    slack = np.where(turns, (u[1] - u[0]) * np.minimum(-slopes[0], slopes[1]), 0.0)
    upward = ends[0] > 0.0
    low = np.minimum(*ends) - np.where(upward, slack, 0.0)
    high = np.maximum(*ends) + np.where(upward, 0.0, slack)
    signed = np.where(upward, pair(np.maximum(low, 0.0), high), pair(low, np.minimum(high, 0.0)))
    return widened(signed, ACCURACY)


def gamma_slope(u: Bounds) -> Bounds:
    """Γ′ = Γψ is monotone on each branch, because |Γ| is convex."""
    ends = _gamma(u) * _polygamma(0, u)
    return widened(pair(np.fmin(*ends), np.fmax(*ends)), ACCURACY)


def polygamma(order: int, u: Bounds) -> Bounds:
    """ψ⁽ⁿ⁾ rises on each branch for even n; for odd n it is positive and greatest at an end."""
    ends = _polygamma(order, u)
    low, high = widened(pair(np.minimum(*ends), np.maximum(*ends)), ACCURACY)
    return pair(low if order % 2 == 0 else np.where(u[0] > 0.0, low, 0.0), high)


def _gamma(x: Array) -> Array:
    out = np.empty_like(x)
    special.gamma(x, out)
    return out


def _polygamma(order: int, x: Array) -> Array:
    out = np.empty_like(x)
    special.polygamma(x, order, out)
    return out
