"""gdviz render of a function of two variables: its map, and the gradient at a point."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gdviz.calculus.contours import Contourer, Contours
from gdviz.calculus.view.hollows import hollows
from gdviz.calculus.view.viewport import Viewport
from gdviz.cli import numbers as read_numbers
from gdviz.cli.bounds import view_of
from gdviz.cli.options import Words
from gdviz.cli.render_options import descent_by, path_of
from gdviz.cli.trouble import CommandError
from gdviz.document.document import Document, Framing, Shown
from gdviz.i18n import Translator
from gdviz.session.plane import Plane
from gdviz.session.resolve.plane import gradient_picture, plane_scene
from gdviz.session.results import Results
from gdviz.session.scene import PlotScene

OF_CURVES = ("--derivative", "--second", "--delta-x")
"""Options that a map has no use for."""
SAME_SCALE = 1e-3
"""Axes whose scales differ by less than this share count as equal."""


def map_of(plane: Plane, size: tuple[int, int], words: Words, tr: Translator) -> PlotScene:
    """What is to be painted: the contours in their automatic view, the gradient where it is asked
    for. Raises CommandError."""
    for option in OF_CURVES:
        if words.has(option):
            raise CommandError(tr("{option} is for functions of one variable.", option=option))
    points = read_numbers.points(words.get("--at"), list(plane.variables), "--at", tr)
    if len(points) > 1:
        raise CommandError(tr("--at takes one point here, for one gradient."))
    settings = descent_by(words, tr, plane.variables)
    shown = Shown(iterates=words.has("--start"))
    document = Document(shown=shown, descent=settings, step=settings.max_steps)
    aspect = size[0] / size[1]
    framing = _framing(document, plane, points)
    view = view_of(words, lambda: plane.view_of(framing, aspect), tr)
    is_square = abs(view.width / view.height / aspect - 1.0) < SAME_SCALE
    results = Results(
        *(plane, None, view, is_square),
        contours=_contours(plane, view, size),
        hollows=hollows(plane.objective.evaluate, view),
        descent=path_of(plane, document, tr) if document.shown.iterates else None,
    )
    scene = plane_scene(document, results, plane, tr)
    if not points:
        return scene
    with np.errstate(all="ignore"):
        _, *slopes = plane.objective.evaluate(*(np.float64(part) for part in points[0]))
    numbers = [float(slope) for slope in slopes]
    return replace(
        scene, gradient=gradient_picture(plane, points[0], numbers, rate=0.0, is_square=is_square)
    )


def _framing(document: Document, plane: Plane, points: Sequence[Sequence[float]]) -> Framing:
    """The start and the point of the gradient are to be seen."""
    seen = [pair for point in points for pair in zip(plane.variables, point, strict=True)]
    framing = document.present_framing
    return replace(framing, starts=(*framing.starts, *seen))


def _contours(plane: Plane, view: Viewport, size: tuple[int, int]) -> Contours | None:
    contourer = Contourer(plane.function, view, size)
    while not contourer.advance(1.0):
        pass
    return contourer.contours
