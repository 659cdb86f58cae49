"""Views in which Δx is seen, however small: the closer one looks, the straighter a smooth curve."""

from gdviz.calculus.view.viewport import Viewport

Secant = tuple[float, float, float, float]
"""x₀, f(x₀), Δx, Δf."""

ACROSS, UP = 0.3, 0.5
"""What Δx and Δf take of the view at most."""
SMALLEST, LARGEST = 0.02, 0.9
"""A Δx that took less or more of the view after it was followed is magnified anew."""
FINEST = 1e-11
"""Sizes of a view in parts of where it is: nearer, float64 has too few numbers to show a curve."""
LEAST = 1e-15
"""The same at 0."""


def magnified(view: Viewport, secant: Secant) -> Viewport:
    """The view with its proportions kept, so large that the secant is seen, in its middle."""
    x0, y0, step, rise = secant
    factor = max(abs(step) / (ACROSS * view.width), abs(rise) / (UP * view.height))
    return _around(view, (x0 + step / 2, y0 + rise / 2), max(factor, _finest(view, x0, y0)))


def followed(view: Viewport, secant: Secant, before: float, after: float) -> Viewport:
    """The view magnified as Δx got smaller, about (x₀, f(x₀)), which keeps its place.

    `secant` is the one with Δx as it was before.
    """
    x0, y0, step, rise = secant
    factor = abs(after / before)
    scaled = max(factor, _finest(view, x0, y0)) if factor < 1.0 else factor
    share = abs(after) / (view.width * scaled)
    if not (view.x0 <= x0 <= view.x1 and SMALLEST <= share <= LARGEST):
        return magnified(view, (x0, y0, after, rise * after / step))
    return Viewport(
        x0 + (view.x0 - x0) * scaled,
        x0 + (view.x1 - x0) * scaled,
        y0 + (view.y0 - y0) * scaled,
        y0 + (view.y1 - y0) * scaled,
    )


def _finest(view: Viewport, x0: float, y0: float) -> float:
    """The factor at which the view is as small as float64 allows."""
    return max(
        max(FINEST * abs(x0), LEAST) / view.width, max(FINEST * abs(y0), LEAST) / view.height
    )


def _around(view: Viewport, middle: tuple[float, float], factor: float) -> Viewport:
    (x, y), half_width, half_height = middle, view.width * factor / 2, view.height * factor / 2
    return Viewport(x - half_width, x + half_width, y - half_height, y + half_height)
