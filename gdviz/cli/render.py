"""gdviz render: the plot as a PNG file, without a display."""

import os
from pathlib import Path

from gdviz.calculus.sampling import sample
from gdviz.calculus.view.framing import automatic_viewport
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
from gdviz.session.resolve.plot import function_curves, plot_scene
from gdviz.session.results import Results
from gdviz.session.scene import PlotScene

THEMES = ("light", "dark", "projector")
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
    scene = scene_of(expression, size, words, tr)
    if sentence_of_qt := why_no_picture(tr):
        raise CommandError(sentence_of_qt)
    try:
        write_atomically(path, _painted(scene, size, theme))
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


def scene_of(expression: str, size: tuple[int, int], words: Words, tr: Translator) -> PlotScene:
    """What is to be painted: the curve in its automatic view, the tangent and the secant where they
    are asked for."""
    analysis = _analysis(expression, words, tr)
    points = read_numbers.points(words.get("--at"), [analysis.variable], "--at", tr)
    if len(points) > 1:
        raise CommandError(tr("--at takes one point here, for one tangent."))
    places = [x for (x,) in points]
    step = _delta_x(words, places, tr)
    document = Document(
        text=expression,
        x0=places[0] if places else 0.0,
        shown=Shown(
            tangent=bool(places), angle=bool(places), iterates=False, secant=step is not None
        ),
        secant=SecantSettings() if step is None else SecantSettings(step),
    )
    seen = places if step is None else [*places, places[0] + step]
    results = _results(analysis, seen, size)
    local = analysis.function.at(document.x0)
    return plot_scene(document, results, function_curves(results), local, tr)


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


def _results(analysis: Analysis, places: list[float], size: tuple[int, int]) -> Results:
    width, height = size
    view = automatic_viewport(analysis.function, places, width / height)
    body, variable = analysis.formula.body, analysis.variable
    curve = sample(body, variable, analysis.parameters, view, size)
    equal_scales = abs(view.width / width * height / view.height - 1) < 1e-3
    return Results(analysis, None, view, equal_scales, curve=curve)


def _painted(scene: PlotScene, size: tuple[int, int], look: str) -> bytes:
    """The picture as the bytes of a PNG. Qt is loaded only here, and told to ask for no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from gdviz.ui.plot.picture import render_picture
    from gdviz.ui.png import png
    from gdviz.ui.theme import theme

    application = QGuiApplication.instance() or QGuiApplication(["gdviz"])
    scale = max(1.0, size[1] / SCREEN_HEIGHT)
    width, height = (side / scale for side in size)
    painted = theme(look, window_height=height)
    picture = png(render_picture(scene, painted, width, height, scale))
    del application
    return picture
