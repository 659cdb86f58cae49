"""An automatic view that goes with a descent."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document

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
