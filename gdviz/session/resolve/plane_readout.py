"""The numbers under the map: L, ∂L/∂x, ∂L/∂y and |∇L| at the iterate that the descent stands at."""

from math import hypot, isfinite

from gdviz.calculus.typesetting.markup import Fenced, Markup, Upright
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.session.phrases import row
from gdviz.session.plane import Plane
from gdviz.session.resolve.plot import current_index
from gdviz.session.resolve.readout import NO_VALUE
from gdviz.session.results import Results
from gdviz.session.scene.readout import PlaneReadoutScene

SLASH = Upright("/")


def plane_readout_scene(
    document: Document, results: Results, plane: Plane, tr: Translator
) -> PlaneReadoutScene:
    """Dashes where there is no descent."""
    values, point = _values(document, results)
    texts = [significant(value) if isfinite(value) else NO_VALUE for value in values]
    letters = [plain(names.letter) for names in plane.both_names]
    at = ", ".join(f"{letter} = {part!r}" for letter, part in zip(letters, point, strict=False))
    names = _names(plane)
    exact = [f"{plain(name)} = {value!r}" for name, value in zip(names, values, strict=True)]
    return PlaneReadoutScene(
        numbers=tuple(zip(names, texts, strict=True)),
        exact="\n".join(([at] if at else []) + exact) if point else "",
        scales_differ="" if results.equal_scales else tr("the axes have different scales"),
    )


def _values(document: Document, results: Results) -> tuple[list[float], list[float]]:
    """L, both slopes and the length of the gradient; and the place."""
    descent = results.descent
    if descent is None or not len(descent.losses):
        return [float("nan")] * 4, []
    index = current_index(document, descent)
    across, up = descent.gradients[index].tolist()
    point: list[float] = descent.points[index].tolist()
    return [float(descent.losses[index]), across, up, hypot(across, up)], point


def _names(plane: Plane) -> list[Markup]:
    name = function_letter(plane.formula)
    curl = Upright("∂")
    slopes = [row(curl, name, SLASH, curl, names.letter) for names in plane.both_names]
    return [name, *slopes, Fenced(row(Upright("∇"), name), "|", "|")]
