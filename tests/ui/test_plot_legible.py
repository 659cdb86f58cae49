"""The painted plot: contrast of every line and label, nothing hidden or written over, sharp at
every scale. The scenes are the session's own, the font is the program's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, SecantSettings, Shown
from gdviz.i18n import Translator
from gdviz.session.resolve.below import lower_scene
from gdviz.session.resolve.plot import function_curves, plot_scene
from gdviz.session.scene import PlotScene, Role
from gdviz.session.session import Session
from gdviz.ui.colours import channels, contrast, hexadecimal, mixture
from gdviz.ui.plot import render_picture, render_pictures
from gdviz.ui.plot.gap import PAPER
from gdviz.ui.plot.lettering import Kept, Mathematics, Words
from gdviz.ui.theme import THEME_NAMES, Theme, theme
from tests.ui.plot_scenes import only
from tests.ui.test_plot_picture import Pixels, is_colour, painted, pixels

GLARE = 0.2
SIZE = (1120, 700)
LOOKS = [theme(name, window_height=900) for name in THEME_NAMES]
each = pytest.mark.parametrize("look", LOOKS, ids=list(THEME_NAMES))
pytestmark = pytest.mark.usefixtures("qapp")

ALL = Shown(derivative=True, second=True, secant=True)
LINES = ("x^3/6 - x", "sin 20x", "tg x", "x sin x^2", "1/x", "ln x", "e^x", "|x|", "x^2")


def session_on(text: str, shown: Shown = ALL) -> Session:
    """All of its work done."""
    secant = SecantSettings(1.5)
    session = Session(replace(Document(), text=text, x0=1.2, shown=shown, secant=secant))
    while not session.advance(1.0):
        pass
    return session


def scene_on(text: str, shown: Shown = ALL) -> PlotScene:
    session = session_on(text, shown)
    results, tr = session.results, Translator("en")
    return plot_scene(session.document, results, function_curves(results), session.local, tr)


def solid(picture: Pixels, least: int) -> dict[str, int]:
    """Colours of at least so many pixels."""
    numbers, counts = np.unique(picture @ (65536, 256, 1), return_counts=True)
    pairs = zip(numbers.tolist(), counts.tolist(), strict=True)
    return {f"#{number:06X}": count for number, count in pairs if count >= least}


@each
def test_every_line_and_label_keeps_its_contrast(look: Theme):
    found = solid(painted(scene_on("x^3/6 - x"), look, SIZE, 2.0), 12)
    paper = look.colours.paper
    glare = GLARE if look.name == "projector" else 0.0
    for role in Role:
        assert look.colour(role) in found, role
        assert contrast(look.colour(role), paper) >= 4.5
        assert contrast(look.colour(role), paper, glare) >= 3.0
        if role is not Role.DESCENT:
            assert look.text_colour(role) in found, role
        assert contrast(look.text_colour(role), paper) >= 7.0
    for ink in (look.colours.secondary_ink, look.colours.ink):
        assert ink in found
        assert contrast(ink, paper) >= 7.0
    assert contrast(look.colours.axis, paper, glare) >= 3.0


@each
def test_curves_are_told_apart_without_colour(look: Theme):
    """One is solid, one has dashes of one length, one has long and short ones."""
    marks = {}
    for role in (Role.FUNCTION, Role.DERIVATIVE, Role.SECOND):
        picture = painted(only("0.75", Viewport(-1.0, 1.0, -1.0, 1.0), role), look)
        line = picture[42:58]  # Ox and its numbers, which are much like it, lie lower.
        inked = np.asarray(is_colour(line, look.colour(role), off=90).any(axis=0))
        ends = np.flatnonzero(np.diff(inked.astype(int)))
        inks = inked[ends[:-1] + 1]  # what lies between two ends: ink or paper
        marks[role] = np.diff(ends)[inks] if len(ends) > 1 else ends
    assert len(marks[Role.FUNCTION]) <= 1
    dashes, mixed = marks[Role.DERIVATIVE], marks[Role.SECOND]
    assert len(dashes) > 5
    assert dashes.max() < 1.5 * dashes.min()
    assert len(mixed) > 5
    assert mixed.max() > 1.8 * mixed.min()


@each
def test_the_gap_is_seen_and_hides_nothing(look: Theme):
    scene = replace(scene_on("x^2", Shown(gap=True)), handles=(), path=None)
    without = replace(scene, gap=None)
    bare, shaded = (painted(one, look, SIZE) for one in (without, scene))
    tint = mixture(look.colour(Role.TANGENT), look.colours.paper, PAPER)
    assert np.count_nonzero(is_colour(shaded, tint)) > 1500
    assert contrast(tint, look.colours.paper) > 1.15
    uprights = np.count_nonzero(is_colour(shaded, look.colour(Role.TANGENT), off=90))
    assert uprights > np.count_nonzero(is_colour(bare, look.colour(Role.TANGENT), off=90)) + 300
    curve = is_colour(bare, look.colour(Role.FUNCTION))
    seen = is_colour(shaded, look.colour(Role.FUNCTION), off=40)
    assert np.mean(seen[curve]) > 0.99


@contextmanager
def labels_noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, QRectF]]]:
    """Every label that is painted into the picture, with its place."""
    found: list[tuple[object, QRectF]] = []
    busy: list[object] = []

    def noting(kind: type[Words] | type[Mathematics] | type[Kept]) -> None:
        real = kind.paint

        def paint(label, painter: QPainter, corner: QPointF, paper: str) -> None:
            if not busy:
                found.append((getattr(label, "label", label), QRectF(corner, label.extent)))
            busy.append(label)
            real(label, painter, corner, paper)
            busy.pop()

        monkeypatch.setattr(kind, "paint", paint)

    with monkeypatch.context():
        for kind in (Words, Mathematics, Kept):
            noting(kind)
        yield found


@pytest.mark.parametrize("text", LINES)
def test_names_of_curves_never_touch_nor_are_cut(text: str, monkeypatch: pytest.MonkeyPatch):
    scene = scene_on(text, Shown(derivative=True, second=True))
    named = {curve.label for curve in scene.curves}
    told = {follower.label for follower in scene.followers}
    for look in (LOOKS[0], LOOKS[2]):
        for size in ((720, 440), SIZE):
            with labels_noted(monkeypatch) as found:
                render_picture(scene, look, *size)
            places = [
                place
                for label, place in found
                if getattr(label, "markup", None) in named or getattr(label, "text", "") in told
            ]
            assert len(places) >= 3
            inked = [place.adjusted(3, 3, -3, -3) for place in places]
            picture = QRectF(0.0, 0.0, *size)
            assert all(picture.contains(place) for place in places)
            assert not any(one.intersects(other) for one, other in combinations(inked, 2))


def luminances(picture: Pixels) -> NDArray[np.float64]:
    """Grey, 0 to 255."""
    return np.asarray(picture.mean(axis=2), dtype=np.float64)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_lines_of_the_grid_are_whole_pixels(scale: float):
    look = theme("light")
    picture = painted(PlotScene(Viewport(-7.3, 7.1, -4.2, 4.6)), look, (700, 430), scale)
    row = picture[round(0.93 * len(picture))]
    known = {look.colours.paper, look.colours.grid_minor, look.colours.grid_major}
    colours = [hexadecimal(*pixel) for pixel in row]
    axis = round(7.3 / 14.4 * 700 * scale)
    margin = round(14 * scale)
    assert set(colours[: axis - 4 * margin]) | set(colours[axis + margin :]) == known


@pytest.mark.parametrize("name", THEME_NAMES)
def test_words_and_curves_are_as_sharp_on_every_screen(name: str):
    """From paper to ink it takes a pixel or two, of the screen's own."""
    look = theme(name, window_height=900)
    scene = scene_on("x^3/6 - x")
    shares = []
    for scale in (1.0, 1.5, 2.0):
        grey = luminances(painted(scene, look, (720, 440), scale))
        whole = abs(np.mean(channels(look.colours.paper)) - np.mean(channels(look.colours.ink)))
        steps = np.abs(np.diff(grey, axis=1)) / whole
        shares.append(np.count_nonzero(steps > 0.5) / np.count_nonzero(steps > 0.15))
        assert steps.max() > 0.8
    # Blown up from the picture at scale 1 nothing would be steep any more.
    assert min(shares) > 0.6 * shares[0] > 0.05


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_plot_below_is_as_sharp_as_one_alone(scale: float):
    session = session_on("x^3/6 - x", Shown(derivative=True, below=True))
    results, tr = session.results, Translator("en")
    upper = plot_scene(session.document, results, (), session.local, tr)
    lower = lower_scene(session.document, results, function_curves(results), session.local, tr)
    assert lower is not None
    look = theme("light")
    both = pixels(render_pictures([(upper, 373.0), (lower, 229.0)], look, 700, scale))
    alone = pixels(render_picture(lower, look, 700, 229.0, scale))
    rows = round(20 * scale)
    part = both[-len(alone) :][rows:-rows]
    assert np.mean(np.abs(part - alone[rows:-rows]).max(axis=2) > 30) < 0.002
