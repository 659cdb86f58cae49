"""gdviz render: the plot as a PNG file, without a display."""

import os
from pathlib import Path

from gdviz.calculus.marks import marks
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Pane
from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.reading import read_of_one_variable
from gdviz.cli.trouble import CommandError
from gdviz.display import why_no_picture
from gdviz.document.atomic import write_atomically
from gdviz.document.codec import FileError
from gdviz.document.document import Document, SecantSettings, Shown
from gdviz.i18n import N_, Translator
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis
from gdviz.session.below import LOWER_SHARE, lower_view
from gdviz.session.resolve.below import lower_scene
from gdviz.session.resolve.plot import curve_marks, function_curves, plot_scene
from gdviz.session.results import Results
from gdviz.session.scene import PlotScene, Role
from gdviz.session.work import CurveWork

THEMES = ("light", "dark", "projector")
SAME, BELOW = PLACES = ("same", "below")
"""Where f′ may be drawn: on the plot of f, or on one of its own."""
SUFFIX = ".png"
SEVERAL_VARIABLES = N_("Pictures are drawn of functions of one variable, not of {names}.")
SCREEN_HEIGHT = 1080
"""Pictures higher than this are a magnified screen: text and lines grow with them."""


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command."""
    path = _path(words, tr)
    theme = words.get("--theme", THEMES[0])
    if theme not in THEMES:
        known = ", ".join(THEMES)
        raise CommandError(
            tr("There is no theme {name}. Known are: {known}.", name=theme, known=known)
        )
    size = read_numbers.size(words.get("--size", "1920x1080"), tr)
    scenes = scenes_of(expression, size, words, tr)
    if sentence_of_qt := why_no_picture(tr):
        raise CommandError(sentence_of_qt)
    try:
        write_atomically(path, _painted(scenes, size, theme))
    except FileError as error:
        elsewhere = tr("Write to another place after -o.")
        raise CommandError(sentence(tr, error.code, error.fields), hint=elsewhere) from error


def _path(words: Words, tr: Translator) -> Path:
    if not words.has("--output"):
        raise CommandError(tr("Say where to write the picture: -o picture.png."))
    path = Path(words.get("--output"))
    if path.suffix.lower() != SUFFIX:
        raise CommandError(tr("{name}: the picture is a PNG; name it ….png.", name=path))
    if not path.parent.is_dir():
        raise CommandError(
            tr(
                "There is no folder {folder} for the picture: make it first, or write to another "
                "place after -o.",
                folder=path.parent,
            )
        )
    return path


Scenes = list[tuple[PlotScene, float]]
"""What is painted from top to bottom, each with its share of the height."""


def scenes_of(expression: str, size: tuple[int, int], words: Words, tr: Translator) -> Scenes:
    """What is to be painted: the curve in its automatic view, the tangent, the secant and the
    derivative where they are asked for."""
    analysis = _analysis(expression, words, tr)
    points = read_numbers.points(words.get("--at"), [analysis.variable], "--at", tr)
    if len(points) > 1:
        raise CommandError(tr("--at takes one point here, for one tangent."))
    places = [x for (x,) in points]
    step = _delta_x(words, places, tr)
    document = Document(
        text=expression,
        x0=places[0] if places else 0.0,
        shown=_shown(words, places, step, tr),
        secant=SecantSettings() if step is None else SecantSettings(step),
    )
    seen = places if step is None else [*places, places[0] + step]
    results = _results(analysis, seen, size, document.shown)
    local = analysis.function.at(document.x0)
    curves, marked = function_curves(results), curve_marks(document, results, tr)
    if results.below is None:
        return [(plot_scene(document, results, curves, local, tr, marked), 1.0)]
    above = tuple(curve for curve in curves if curve.role is Role.FUNCTION)
    others = tuple(curve for curve in curves if curve.role is not Role.FUNCTION)
    below = lower_scene(document, results, others, local, tr)
    assert below is not None
    return [
        (plot_scene(document, results, above, local, tr, marked), 1.0 - LOWER_SHARE),
        (below, LOWER_SHARE),
    ]


def _shown(words: Words, places: list[float], step: float | None, tr: Translator) -> Shown:
    wanted = words.get("--derivative")
    if wanted not in ("", *PLACES):
        known = ", ".join(PLACES)
        raise CommandError(
            tr("--derivative cannot be {name}. Known are: {known}.", name=wanted, known=known)
        )
    return Shown(
        tangent=bool(places),
        angle=bool(places),
        iterates=False,
        secant=step is not None,
        derivative=bool(wanted),
        below=wanted == BELOW,
    )


def _delta_x(words: Words, places: list[float], tr: Translator) -> float | None:
    """Δx of the secant, None where none is asked for."""
    if not words.has("--delta-x"):
        return None
    if not places:
        raise CommandError(tr("--delta-x needs --at: the secant begins at that point."))
    step = read_numbers.number(words.get("--delta-x"), "--delta-x", tr)
    if step == 0.0:
        raise CommandError(tr("--delta-x cannot be 0: Δf/Δx would be 0/0."))
    return step


def _analysis(expression: str, words: Words, tr: Translator) -> Analysis:
    values = read_numbers.assignments(words.get("--values"), "--values", tr)
    formula = read_of_one_variable(expression, values, SEVERAL_VARIABLES, tr)
    return Analysis(formula, dict.fromkeys(formula.parameters, 1.0) | values)


def _results(
    analysis: Analysis, places: list[float], size: tuple[int, int], shown: Shown
) -> Results:
    """Curves for the part of the picture that each has."""
    width, whole = size
    height = round(whole * (1.0 - LOWER_SHARE)) if shown.below else whole
    view = automatic_viewport(analysis.function, places, width / height)
    below = lower_view(analysis, view, shown) if shown.below else None
    work = CurveWork()
    work.aim(
        analysis,
        view,
        (width, height),
        derivative=shown.derivative,
        below=None if below is None else Pane(below, width, whole - height),
    )
    while not work.done:
        work.advance(1.0)
    setting = analysis.formula.body, analysis.variable, analysis.parameters, view
    equal_scales = abs(view.width / width * height / view.height - 1) < 1e-3
    return Results(
        *(analysis, None, view, equal_scales, below),
        curve=work.function,
        derivative=work.derivative,
        curve_marks=marks(*setting, (width, height)),
    )


def _painted(scenes: Scenes, size: tuple[int, int], look: str) -> bytes:
    """The picture as the bytes of a PNG. Qt is loaded only here, and told to ask for no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from gdviz.ui.plot.picture import render_pictures
    from gdviz.ui.png import png
    from gdviz.ui.theme import theme

    application = QGuiApplication.instance() or QGuiApplication(["gdviz"])
    scale = max(1.0, size[1] / SCREEN_HEIGHT)
    width, height = (side / scale for side in size)
    painted = theme(look, window_height=height)
    parts = [(scene, share * height) for scene, share in scenes]
    picture = png(render_pictures(parts, painted, width, scale))
    del application
    return picture
