"""A view that goes with what is shown: with a descent, and with another function."""

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, Framing
from gdviz.session.analysis import Analysis
from gdviz.session.domain import is_in_view
from gdviz.session.results import Results

if TYPE_CHECKING:
    from gdviz.session.plane import Plane

FARTHEST = 100.0
"""A view of the plane does not go along with a descent further than so many times its size."""
BASE = 2
"""Points that a view is framed for in any case: where the tangent touches, where w₀ is."""


def with_visited(document: Document, visited: NDArray[np.float64], view: Viewport) -> Document:
    """The document framed for the iterates visited so far, if they lie outside of its view.

    A diverging descent is thus seen to diverge; stepping back brings the view back.
    """
    framing = document.framing or document.present_framing
    base = framing.points[:BASE]
    low, high = float(visited.min()), float(visited.max())
    is_extended = len(framing.points) > BASE
    if not is_extended and view.x0 <= low and high <= view.x1:
        return document
    stays_home = min(base) <= low and high <= max(base)
    points = base if stays_home else (*base, low, high)
    return replace(document, framing=replace(framing, points=points))


def with_visited_in_plane(
    document: Document, plane: "Plane", visited: NDArray[np.float64], view: Viewport
) -> Document:
    """The same in the plane; visited: shape (n, 2). What is beyond all bounds is left out."""
    framing = document.framing or document.present_framing
    home = framing.starts[: len(document.descent.starts)]
    kept = visited[(np.abs(visited) < FARTHEST * max(view.width, view.height)).all(axis=1)]
    if not len(kept):
        return document
    low, high = kept.min(axis=0), kept.max(axis=0)
    is_inside = view.contains(*low.tolist()) and view.contains(*high.tolist())
    if len(framing.starts) == len(home) and is_inside:
        return document
    corners = zip(plane.variables * 2, (*low.tolist(), *high.tolist()), strict=True)
    alone = replace(document, framing=replace(framing, starts=home))
    reach = plane.view_of(framing_of(alone), view.width / view.height)
    if reach.contains(*low.tolist()) and reach.contains(*high.tolist()):
        return alone
    return replace(document, framing=replace(framing, starts=(*home, *corners)))


def framing_of(document: Document) -> Framing:
    """What the automatic view is chosen for."""
    return document.framing or document.present_framing


def showing(document: Document, results: Results, x: float) -> Document:
    """The document in a view that shows the point at x: one that was moved is moved on to it."""
    view, analysis = results.viewport, results.analysis
    if document.viewport is None:
        return document if view.x0 <= x <= view.x1 else document.framed()
    value = float("nan") if analysis is None else float(analysis.function.value(x))
    return replace(document, viewport=view.showing(x, value if isfinite(value) else None))


def seen_anew(document: Document) -> Document:
    """The document in its automatic view, no longer magnified along with the secant."""
    settings = replace(document.secant, zoom=False)
    return replace(document, viewport=None, secant=settings).framed()


def is_lost(document: Document, results: Results, before: "Analysis | Plane | None") -> bool:
    """Whether a view that was moved is of no use any more: its line is another function, or the
    curve is not in it. `before` is the last line that could be read."""
    line = results.line
    if document.viewport is None or line is None or results.error is not None:
        return False
    is_other = before is not None and is_replaced(before.formula.text, document.text)
    if is_other or (before is not None and type(before) is not type(line)):
        return True
    return isinstance(line, Analysis) and not is_in_view(line.function, results.viewport)


def is_replaced(before: str, after: str) -> bool:
    """Whether a line was written anew: nothing of what stood behind the = is there any more."""
    old, new = (text.rpartition("=")[2].strip() for text in (before, after))
    is_kept = old[:1] == new[:1] or old[-1:] == new[-1:] or old in new or new in old
    return not is_kept
