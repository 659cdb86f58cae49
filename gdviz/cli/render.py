"""gdviz render: the plot as a PNG file, without a display."""

import os
from pathlib import Path

from gdviz.calculus.marks import marks
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Pane, Viewport
from gdviz.cli import numbers as read_numbers
from gdviz.cli.bounds import view_of
from gdviz.cli.options import Words
from gdviz.cli.reading import read
from gdviz.cli.render_options import delta_x, descent_by, path_of, shown_by
from gdviz.cli.trouble import CommandError
from gdviz.display import why_no_picture
from gdviz.document.atomic import write_atomically
from gdviz.document.codec import FileError
from gdviz.document.document import Document, SecantSettings
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
SUFFIX = ".png"
SEVERAL_VARIABLES = N_("Pictures are drawn of functions of one variable or two, not of {names}.")
SCREEN_HEIGHT = 540
"""Pictures higher than this are a magnified screen, for a slide is read from afar: text and lines
grow with them."""


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
    """What is to be painted: the curve, and the tangent, the secant, derivatives and the path of a
    descent where they are asked for; of a function of two variables its map."""
    values = read_numbers.assignments(words.get("--values"), "--values", tr)
    formula = read(expression, values, tr)
    if len(formula.variables) > 2:
        raise CommandError(tr(SEVERAL_VARIABLES, names=", ".join(formula.variables)))
    given = dict.fromkeys(formula.parameters, 1.0) | values
    if len(formula.variables) == 2:
        from gdviz.cli.render_map import map_of  # which curves do not wait for
        from gdviz.session.plane import Plane

        return [(map_of(Plane(formula, given), size, words, tr), 1.0)]
    return _curves_of(expression, Analysis(formula, given), size, words, tr)


def _curves_of(
    expression: str, analysis: Analysis, size: tuple[int, int], words: Words, tr: Translator
) -> Scenes:
    points = read_numbers.points(words.get("--at"), [analysis.variable], "--at", tr)
    if len(points) > 1:
        raise CommandError(tr("--at takes one point here, for one tangent."))
    places = [x for (x,) in points]
    step, descent = delta_x(words, places, tr), descent_by(words, tr)
    document = Document(
        text=expression,
        x0=places[0] if places else 0.0,
        shown=shown_by(words, places, step, tr),
        secant=SecantSettings() if step is None else SecantSettings(step),
        descent=descent,
        step=descent.max_steps,
    )
    seen = places if step is None else [*places, places[0] + step]
    seen = [*seen, descent.start] if document.shown.iterates else seen
    aspect = size[0] / size[1]
    view = view_of(words, lambda: automatic_viewport(analysis.function, seen, aspect), tr)
    results = _results(analysis, view, size, document, tr)
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


def _results(
    analysis: Analysis, view: Viewport, size: tuple[int, int], document: Document, tr: Translator
) -> Results:
    """Curves for the part of the picture that each has; the descent to its end."""
    width, whole = size
    shown = document.shown
    height = round(whole * (1.0 - LOWER_SHARE)) if shown.below else whole
    below = lower_view(analysis, view, shown) if shown.below else None
    work = CurveWork()
    work.aim(
        analysis,
        view,
        (width, height),
        derivative=shown.derivative,
        second=shown.second,
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
        second=work.second,
        descent=path_of(analysis, document, tr) if shown.iterates else None,
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
