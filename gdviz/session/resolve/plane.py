"""What is in the plot of a function of two variables: its map, the descent on it, the gradient.

Loaded when such a function is first shown.
"""

from collections.abc import Sequence
from math import hypot, inf

from gdviz.calculus.typesetting.markup import Fenced, Markup
from gdviz.calculus.typesetting.notation import function_letter, listed, plain
from gdviz.calculus.view.ticks import Unit
from gdviz.descent.run import Descent
from gdviz.document.document import Document, Ticks
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.plane import Plane
from gdviz.session.resolve.descent import is_lectures_own
from gdviz.session.resolve.plot import current_index
from gdviz.session.results import Results
from gdviz.session.scene import GradientPicture, Handle, PathPicture, PlotScene, Role

MOST_TOLD = 4
"""Minima that are told to a screen reader; of more their number."""


def plane_scene(document: Document, results: Results, plane: Plane, tr: Translator) -> PlotScene:
    """The whole picture."""
    is_blank = results.contours is not None and results.contours.is_blank
    return PlotScene(
        viewport=results.viewport,
        handles=_handles(document, plane),
        path=_path(document, results),
        x_name=plain(plane.both_names[0].letter),
        y_name=plain(plane.both_names[1].letter),
        units=_units(document, plane),
        equal_axes=document.equal_axes,
        note=_note(document, tr) if is_blank else "",
        description=_description(document, results, plane, tr),
        show_iterates=document.shown.iterates,
        contours=results.contours,
        hollows=results.hollows,
        gradient=_gradient(document, results, plane),
    )


def _units(document: Document, plane: Plane) -> tuple[Unit, Unit]:
    """As the person wants them, else as they suit the function."""
    if document.ticks is Ticks.DECIMAL:
        return Unit.DECIMAL, Unit.DECIMAL
    return (Unit.PI, Unit.PI) if document.ticks is Ticks.PI else plane.units


def _note(document: Document, tr: Translator) -> str:
    lost = document.viewport is not None
    return sentence(tr, "undefined-in-this-view" if lost else "undefined-in-view")


def _handles(document: Document, plane: Plane) -> tuple[Handle, ...]:
    if not document.shown.iterates:
        return ()
    x, y = plane.start_of(document.descent)
    return (Handle("start", Role.DESCENT, x, y, is_free=True),)


def _path(document: Document, results: Results) -> PathPicture | None:
    descent = results.descent
    if descent is None or not document.shown.iterates or not len(descent.losses):
        return None
    current = current_index(document, descent)
    return PathPicture(descent.points, None, current, numbers=descent.steps)


def point_name(plane: Plane) -> Markup:
    """(x, y)"""
    return Fenced(listed([names.letter for names in plane.both_names]))


def partial_names(plane: Plane) -> tuple[str, str]:
    """∂L/∂x and ∂L/∂y, on one line."""
    across, up = (partial.titled[1] for partial in plane.partials)
    return across, up


def _gradient(document: Document, results: Results, plane: Plane) -> GradientPicture | None:
    """At the iterate that the descent stands at."""
    descent = results.descent
    if descent is None or not document.shown.iterates or not len(descent.losses):
        return None
    index = current_index(document, descent)
    point, slopes = descent.points[index].tolist(), descent.gradients[index].tolist()
    rate = document.descent.rate if is_lectures_own(descent.plan) else 0.0
    is_square = results.equal_scales
    return gradient_picture(plane, point, slopes, rate=rate, is_square=is_square)


def gradient_picture(
    plane: Plane, point: Sequence[float], slopes: Sequence[float], *, rate: float, is_square: bool
) -> GradientPicture | None:
    """The gradient at a point, None where it has no direction. rate: λ of the step, 0 for none."""
    if not 0.0 < hypot(*slopes) < inf:
        return None
    name = plain(function_letter(plane.formula))
    across, up = partial_names(plane)
    return GradientPicture(
        *(point[0], point[1], slopes[0], slopes[1], rate),
        label=f"∇{name}",
        across_label=f"{across} = {significant(slopes[0])}",
        up_label=f"{up} = {significant(slopes[1])}",
        step_label=f"−λ∇{name}",
        is_square=is_square,
    )


def _description(document: Document, results: Results, plane: Plane, tr: Translator) -> str:
    parts = [tr("Contours of {line}.", line=plane.formula.text.strip())]
    parts += _minima_in_words(results, plane, tr)
    if results.descent is not None and document.shown.iterates and len(results.descent.losses):
        index = current_index(document, results.descent)
        parts.append(_descent_in_words(plane, results.descent, index, tr))
    return " ".join(parts)


def _minima_in_words(results: Results, plane: Plane, tr: Translator) -> list[str]:
    found = results.hollows
    if not found:
        return []
    if len(found) > MOST_TOLD:
        return [tr("Minima in view: {count}.", count=len(found))]
    places = "; ".join(f"({significant(one.x)}, {significant(one.y)})" for one in found)
    return [tr("Minima in view: {places}.", places=places)]


def _descent_in_words(plane: Plane, descent: Descent, index: int, tr: Translator) -> str:
    x, y = (float(part) for part in descent.points[index])
    gradient = (float(part) for part in descent.gradients[index])
    across, up = (plain(names.letter) for names in plane.both_names)
    return tr(
        "The descent stands at step {step}: {place}, {name} = {loss}, gradient ({gradient}).",
        step=index,
        place=f"{across} = {significant(x)}, {up} = {significant(y)}",
        name=plain(function_letter(plane.formula)),
        loss=significant(float(descent.losses[index])),
        gradient=", ".join(significant(part) for part in gradient),
    )
