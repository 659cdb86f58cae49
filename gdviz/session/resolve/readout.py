"""The numbers at x₀: f, tg α = f′, α and the tangent's equation, or why there is no tangent."""

from math import isinf

from gdviz.calculus.tangent import LocalSlope, angle_degrees
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.numerals import MINUS, significant
from gdviz.sentences import sentence
from gdviz.session.naming import USUAL_NAME, USUAL_NAMES, Names
from gdviz.session.phrases import line_equation
from gdviz.session.resolve.limits import exact_limits, limits_beside
from gdviz.session.results import Results
from gdviz.session.scene import ReadoutScene

NO_VALUE = "—"
USUAL_DIGITS, MORE_DIGITS = 4, (5, 6, 7, 8)


def readout_scene(
    document: Document, local: LocalSlope | None, results: Results, tr: Translator
) -> ReadoutScene:
    """`local` is f at x₀; None where there is no function at all."""
    name, names = _name(results), _names(results)
    if local is None or local.slope is None:
        return ReadoutScene(
            x0=document.x0,
            function=name,
            value=significant(local.value) if local and local.value is not None else NO_VALUE,
            slope=NO_VALUE,
            angle=NO_VALUE,
            equation=None,
            reason=_reason(local, results, tr) if local else "",
            names=names,
        )
    value = local.value if local.value is not None else 0.0
    return ReadoutScene(
        x0=document.x0,
        function=name,
        value=significant(value),
        slope=significant(local.slope),
        angle=angle_text(local.slope, names, tr),
        equation=line_equation(local.slope, local.x, value, plain(names.letter), _upright(results)),
        exact=f"{plain(name)} = {value!r}\n{plain(name)}′ = {local.slope!r}",
        scales_differ="" if results.equal_scales else tr("the axes have different scales"),
        names=names,
    )


def slope_reason(local: LocalSlope, tr: Translator) -> str:
    """Why there is no finite derivative at the point, with one-sided slopes where they exist."""
    if local.problem is None:
        return ""
    said = sentence(tr, local.problem, local.fields), limits_beside(local, tr)
    return " ".join(filter(None, said))


def _reason(local: LocalSlope, results: Results, tr: Translator) -> str:
    """The same, and what computer algebra adds to it."""
    said = slope_reason(local, tr), exact_limits(local, results.findings.limits, tr)
    return " ".join(filter(None, said))


def angle_text(slope: float, names: Names, tr: Translator) -> str:
    """α in degrees; for a falling line Russian schools add the angle to Ox (Ot, Ow), 180° more."""
    angle, written = angle_degrees(slope), angle_alone(slope, tr)
    if angle < 0 and tr.language == "ru":
        axis, obtuse = f"O{plain(names.letter)}", _obtuse(angle + 180, tr)
        return tr("{angle} ({obtuse} to {axis})", angle=written, obtuse=obtuse, axis=axis)
    return written


def angle_alone(slope: float, tr: Translator) -> str:
    """α in degrees: 80.54°. No tangent with a slope is upright: 89.999°, just under 90°."""
    angle = angle_degrees(slope)
    written = _degrees(angle)
    if written.removeprefix(MINUS) != "90" or isinf(slope):
        return f"{written}°"
    return tr("just under 90°") if slope > 0 else tr("just over −90°")


def _obtuse(angle: float, tr: Translator) -> str:
    written = _degrees(angle)
    return tr("just over 90°") if written == "90" else f"{written}°"


def _degrees(angle: float) -> str:
    """4 significant digits, more where they would say 90."""
    for digits in (USUAL_DIGITS, *MORE_DIGITS):
        text = significant(angle, digits)
        if text.removeprefix(MINUS) != "90":
            break
    return text


def _names(results: Results) -> Names:
    return results.analysis.names if results.analysis else USUAL_NAMES


def _upright(results: Results) -> str:
    """What the upright axis is called."""
    return results.analysis.upright if results.analysis is not None else "y"


def _name(results: Results) -> Markup:
    return function_letter(results.analysis.formula) if results.analysis else USUAL_NAME
