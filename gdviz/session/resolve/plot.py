"""What is in the plot: curves, the tangent, the descent, and words for a screen reader."""

from typing import TYPE_CHECKING

from gdviz.calculus.sampling import Samples
from gdviz.calculus.sampling.samples import UNDEFINED
from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.markup import Markup, Scripts, Upright
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.calculus.view.ticks import Unit
from gdviz.descent.run import Descent
from gdviz.document.document import Document, Ticks
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis
from gdviz.session.marked_places import NOTHING_MARKED, MarkedPlaces
from gdviz.session.naming import PARAMETER, USUAL_NAMES, Names
from gdviz.session.phrases import DOUBLE_PRIME, PRIME
from gdviz.session.resolve.readout import angle_alone, angle_text, slope_reason
from gdviz.session.results import Results
from gdviz.session.scene import (
    Curve,
    Follower,
    GapPicture,
    Handle,
    PathPicture,
    PlotScene,
    Role,
    SecantPicture,
    StepArrow,
    TangentPicture,
    TracePicture,
)

if TYPE_CHECKING:
    from gdviz.session.plane import Plane


def plot_scene(
    document: Document,
    results: Results,
    curves: tuple[Curve, ...],
    local: LocalSlope | None,
    tr: Translator,
    marked: MarkedPlaces = NOTHING_MARKED,
) -> PlotScene:
    """`curves` and `marked` come ready made, so that a drag hands the very same objects on to the
    painter."""
    if results.plane is not None:
        return _plane_scene(document, results, results.plane, tr)
    if results.analysis is None or local is None:
        return PlotScene(results.viewport, description=tr("An empty plot"))
    secant = _secant(document, results.analysis, local)
    description = _description(document, results, results.analysis, local, secant, tr)
    return PlotScene(
        viewport=results.viewport,
        curves=curves,
        tangent=_tangent(document, results, results.analysis.names, local, tr),
        secant=secant,
        handles=_handles(document, results, local),
        path=_path(document, results),
        x_name=results.analysis.variable,
        y_name=results.analysis.upright,
        units=axis_units(document, results.analysis),
        equal_axes=document.equal_axes,
        note=_note(document, results.curve, tr) or marked.note,
        remark=slope_reason(local, tr) if document.shown.tangent else "",
        description=f"{description} {marked.told}".strip(),
        show_iterates=document.shown.iterates,
        landmarks=results.landmarks,
        followers=_followers(document, results, local),
        guide_reaches="bottom" if results.below is not None and document.shown.tangent else "",
        gap=_gap(document, results, local),
        trace=trace_of(results.analysis, "", tr) if document.shown.trace else None,
        marks=marked.places,
        arrows=_arrows(document, results),
        lines=marked.lines,
    )


def _plane_scene(document: Document, results: Results, plane: "Plane", tr: Translator) -> PlotScene:
    """Loaded when there is one: the start waits for none."""
    from gdviz.session.resolve.plane import plane_scene

    return plane_scene(document, results, plane, tr)


def axis_units(document: Document, analysis: Analysis) -> tuple[Unit, Unit]:
    """As the person wants them, else as they suit the function. Parts of π are wanted on Ox."""
    if document.ticks is Ticks.DECIMAL:
        return Unit.DECIMAL, Unit.DECIMAL
    across, up = analysis.units
    return (Unit.PI if document.ticks is Ticks.PI else across), up


def function_curves(results: Results) -> tuple[Curve, ...]:
    """f, and f′ and f″ where they were sampled, with the names that stand at their ends."""
    if results.analysis is None or results.curve is None:
        return ()
    name = function_letter(results.analysis.formula)
    found = (
        (Role.SECOND, results.second, Scripts(name, upper=Upright(DOUBLE_PRIME))),
        (Role.DERIVATIVE, results.derivative, Scripts(name, upper=Upright(PRIME))),
        (Role.FUNCTION, results.curve, name),
    )
    return tuple(_curve(role, samples, label) for role, samples, label in found if samples)


def curve_marks(document: Document, results: Results, tr: Translator) -> MarkedPlaces:
    """What is marked on the curve of f."""
    if results.curve_marks is None:
        return NOTHING_MARKED
    from gdviz.session.resolve.marking import marked_places  # which the start does not wait for

    return marked_places(document.shown, results, tr)


def _curve(role: Role, samples: Samples, label: Markup) -> Curve:
    return Curve(role, samples.pieces, label, samples.bands)


def _tangent(
    document: Document, results: Results, names: Names, local: LocalSlope, tr: Translator
) -> TangentPicture | None:
    if not document.shown.tangent or local.slope is None or local.value is None:
        return None
    angle = angle_text(local.slope, names, tr)
    return TangentPicture(
        x=local.x,
        y=local.value,
        slope=local.slope,
        label=tr("tan α = {slope}", slope=significant(local.slope)),
        angle_label=f"α = {angle}" if document.shown.angle else None,
        angle_drawn_true=results.equal_scales,
        triangle=not document.shown.secant,
    )


def _secant(document: Document, analysis: Analysis, local: LocalSlope) -> SecantPicture | None:
    if not document.shown.secant:
        return None
    from gdviz.session.resolve.secant import secant_picture

    return secant_picture(document, analysis, local)


def _handles(document: Document, results: Results, local: LocalSlope) -> tuple[Handle, ...]:
    handles = []
    names = results.analysis.names if results.analysis else USUAL_NAMES
    if document.shown.tangent or document.shown.secant:
        handles.append(Handle("x0", Role.TANGENT, document.x0, local.value, names.point))
    if document.shown.secant and results.analysis is not None:
        from gdviz.session.resolve.secant import secant_handle

        handles.append(secant_handle(document, results.analysis))
    if document.shown.iterates and results.analysis is not None:
        start = document.descent.start
        value = float(results.analysis.function.value(start))
        y = value if value - value == 0 else None
        handles.append(Handle("start", Role.DESCENT, start, y, names.start))
    return tuple(handles)


def _followers(document: Document, results: Results, local: LocalSlope) -> tuple[Follower, ...]:
    """The points of f′ and f″ at x₀, where they are drawn on the plot of f."""
    shown = document.shown
    if results.analysis is None or results.below is not None or not shown.tangent:
        return ()
    if not (shown.derivative or shown.second):
        return ()
    from gdviz.session.resolve.below import followers

    return followers(document, results.analysis, local)


def _arrows(document: Document, results: Results) -> tuple[StepArrow, ...]:
    """Of the next step, where they are switched on."""
    if not (document.shown.arrows and document.shown.iterates):
        return ()
    from gdviz.session.resolve.step_arrows import step_arrows

    return step_arrows(document, results)


def _gap(document: Document, results: Results, local: LocalSlope) -> GapPicture | None:
    if not (document.shown.gap and document.shown.tangent) or local.slope is None:
        return None
    from gdviz.session.resolve.gap import gap_picture

    return gap_picture(document, results, local)


def trace_of(analysis: Analysis, primes: str, tr: Translator) -> TracePicture:
    """What the pointer is followed on: f, f′ or f″, by its primes."""
    function = analysis.function
    role, value = {
        "": (Role.FUNCTION, function.value),
        PRIME: (Role.DERIVATIVE, function.slope),
        DOUBLE_PRIME: (Role.SECOND, function.second),
    }[primes]
    name = plain(function_letter(analysis.formula)) + primes
    return TracePicture(role, lambda x: float(value(x)), name, tr("not defined"))


def start_letter(results: Results) -> str:
    """The parameter that a descent changes: the variable, w where there is no function."""
    return plain(results.line.names.letter) if results.line else PARAMETER


def _path(document: Document, results: Results) -> PathPicture | None:
    descent = results.descent
    if descent is None or not document.shown.iterates or not len(descent.losses):
        return None
    current = current_index(document, descent)
    return PathPicture(
        points=descent.track,
        slopes=descent.slopes,
        current=current,
        show_tangent=document.shown.iterate_tangent,
        numbers=descent.steps,
        tangent_slope=_true_slope(document, results, descent, current),
    )


def _true_slope(
    document: Document, results: Results, descent: Descent, current: int
) -> float | None:
    """Of the tangent at the iterate, where that is not the slope of the step."""
    if not (document.shown.iterate_tangent and descent.plan.by_chance) or not results.analysis:
        return None
    return float(results.analysis.function.slope(descent.points[current, 0]))


def current_index(document: Document, descent: Descent) -> int:
    """Index of the iterate that the document stands at, within those there are."""
    return min(max(document.step, 0), len(descent.losses) - 1)


def _note(document: Document, samples: Samples | None, tr: Translator) -> str:
    """Of a view that was moved also how to come back from where there is nothing."""
    if samples is None or samples.message is None:
        return ""
    is_lost = samples.message == UNDEFINED and document.viewport is not None
    return sentence(tr, "undefined-in-this-view" if is_lost else samples.message)


def _description(
    document: Document,
    results: Results,
    analysis: Analysis,
    local: LocalSlope,
    secant: SecantPicture | None,
    tr: Translator,
) -> str:
    parts = [
        tr("Graph of {line}.", line=analysis.formula.text.strip()),
        _tangent_in_words(analysis, local, tr),
    ]
    if document.shown.secant:
        parts.append(_secant_in_words(document, secant, plain(analysis.names.step), tr))
    if results.descent is not None and document.shown.iterates and len(results.descent.losses):
        index = current_index(document, results.descent)
        parts.append(_descent_in_words(analysis, results.descent, index, tr))
    return " ".join(parts)


def _tangent_in_words(analysis: Analysis, local: LocalSlope, tr: Translator) -> str:
    fields = {"point": plain(analysis.names.point), "x": significant(local.x)}
    if local.slope is None:
        return tr("At {point} = {x}: {reason}", reason=slope_reason(local, tr), **fields)
    return tr(
        "At {point} = {x} the tangent has the slope {slope}, α = {angle}.",
        slope=significant(local.slope),
        angle=angle_alone(local.slope, tr),
        **fields,
    )


def _descent_in_words(analysis: Analysis, descent: Descent, index: int, tr: Translator) -> str:
    return tr(
        "The descent stands at step {step}: {letter} = {point}, {name} = {loss}.",
        step=index,
        letter=plain(analysis.names.letter),
        name=plain(function_letter(analysis.formula)),
        point=significant(float(descent.points[index, 0])),
        loss=significant(float(descent.losses[index])),
    )


def _secant_in_words(
    document: Document, secant: SecantPicture | None, delta: str, tr: Translator
) -> str:
    step = significant(document.secant.delta_x)
    if secant is None:
        return tr("With {delta} = {step} there is no secant.", delta=delta, step=step)
    return tr(
        "The secant with {delta} = {step} has the slope {slope}.",
        delta=delta,
        step=step,
        slope=significant(secant.slope),
    )
