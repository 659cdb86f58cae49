"""Views that follow from what a hand does: zoomed at a point, panned, boxed. Pure functions."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.plot.frame import Frame

SMALLEST, LARGEST = 1e-13, 1e12
"""Widths of a view: the least in parts of where it is, the greatest in units."""
NOTCH = 0.8
"""What is left of a view's width after one notch of the wheel."""


def zoomed(frame: Frame, at: QPointF, factor_x: float, factor_y: float) -> Viewport:
    """The view shrunk (factors below 1) or grown around the pixel `at`, which keeps its place."""
    view = frame.viewport
    x, y = frame.x_at(at.x()), frame.y_at(at.y())
    x0, x1 = _scaled(view.x0, view.x1, x, factor_x)
    y0, y1 = _scaled(view.y0, view.y1, y, factor_y)
    return Viewport(x0, x1, y0, y1)


def _scaled(low: float, high: float, fixed: float, factor: float) -> tuple[float, float]:
    width = (high - low) * factor
    least = SMALLEST * max(abs(low), abs(high))
    if factor == 1.0 or (factor < 1.0 and width < least) or (factor > 1.0 and width > LARGEST):
        return low, high
    return fixed + (low - fixed) * factor, fixed + (high - fixed) * factor


def panned(frame: Frame, by: QPointF, *, across: bool = True, up: bool = True) -> Viewport:
    """The view after the plane was drawn along by so many pixels, along one axis or both."""
    view = frame.viewport
    dx = by.x() / frame.across if across else 0.0
    dy = by.y() / frame.up if up else 0.0
    return Viewport(view.x0 - dx, view.x1 - dx, view.y0 + dy, view.y1 + dy)


def pinched(
    frame: Frame,
    start: QPointF,
    end: QPointF,
    factor: float,
    *,
    across: bool = True,
    up: bool = True,
) -> Viewport:
    """The view zoomed at the pixel `start`, which is drawn to `end`, along one axis or both."""
    view = zoomed(frame, start, factor if across else 1.0, factor if up else 1.0)
    moved = replace(frame, viewport=view)
    return panned(moved, end - start, across=across, up=up)


def boxed(frame: Frame, box: QRectF) -> Viewport:
    """The part of the view inside a rectangle of pixels."""
    return Viewport(
        frame.x_at(box.left()),
        frame.x_at(box.right()),
        frame.y_at(box.bottom()),
        frame.y_at(box.top()),
    )


def brought_in(view: Viewport, x: float, margin: float = 0.08) -> Viewport:
    """The view moved sideways, as far as is needed to have x inside."""
    room = margin * view.width
    left, right = view.x0 + room - x, x - (view.x1 - room)
    shift = -left if left > 0.0 else max(right, 0.0)
    return replace(view, x0=view.x0 + shift, x1=view.x1 + shift)


def turned(view: Viewport) -> Viewport:
    """Its axes exchanged: what is up is across."""
    return Viewport(view.y0, view.y1, view.x0, view.x1)
