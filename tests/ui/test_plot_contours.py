"""The map as it is painted: bands, lines, what is drawn over them, and its colours."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from gdviz.calculus.contours import Contourer, Contours
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.parser import parse
from gdviz.calculus.view.hollows import Hollow
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import GradientPicture, Handle, PathPicture, PlotScene, Role
from gdviz.ui.colours import channels, contrast, luminance
from gdviz.ui.plot.shades import LINES, bands_of, line_colour
from gdviz.ui.theme import THEME_NAMES, Theme, theme
from tests.ui.test_plot_picture import each, is_colour, painted

VIEW = Viewport(-4.0, 4.0, -2.5, 2.5)
SIZE = (640, 400)
WASHED_OUT = 0.2
MOST_BANDS = 17
pytestmark = pytest.mark.usefixtures("qapp")


def contours(text: str) -> Contours:
    formula = parse(text)
    function = compile_function(formula.body, formula.variables, {})
    contourer = Contourer(function, VIEW, SIZE)
    while not contourer.advance(1.0):
        pass
    assert contourer.contours is not None
    return contourer.contours


def scene_of(text: str) -> PlotScene:
    return PlotScene(VIEW, contours=contours(text), y_name="y")


def pixel(x: float, y: float) -> tuple[int, int]:
    """Row and column."""
    column = (x - VIEW.x0) / VIEW.width * SIZE[0]
    row = (VIEW.y1 - y) / VIEW.height * SIZE[1]
    return round(row), round(column)


@each
def test_every_band_has_its_colour(look: Theme):
    scene = scene_of("x^2 + 25y^2")
    assert scene.contours is not None
    levels, picture = scene.contours.levels, painted(scene, look, SIZE)
    colours = bands_of(look, len(levels) + 1)
    right = 0
    for x, y in ((3.1, 0.4), (-2.3, 1.9), (1.2, -2.2), (-3.4, -1.3), (2.0, 1.4), (-1.0, -0.6)):
        band = int(np.searchsorted(levels, x * x + 25 * y * y, side="right"))
        right += bool((picture[pixel(x, y)] == channels(colours[band])).all())
    assert right >= 4  # the others may lie under a line or a number


@each
def test_where_there_is_no_value_there_is_paper(look: Theme):
    picture = painted(scene_of("sqrt(1 - x^2 - y^2)"), look, SIZE)
    for place in ((3.1, 1.7), (-2.6, -1.9), (2.2, -1.3)):
        assert (picture[pixel(*place)] == channels(look.colours.paper)).all()


@each
def test_low_is_deep_and_lightness_grows_evenly(look: Theme):
    for count in (2, 8, MOST_BANDS):
        tones = [luminance(colour) ** (1 / 3) for colour in bands_of(look, count)]
        steps = [high - low for low, high in pairwise(tones)]
        assert min(steps) > 0.0
        assert max(steps) < 2.0 * min(steps) + 0.01


@each
def test_the_path_is_seen_over_every_band(look: Theme):
    for colour in bands_of(look, MOST_BANDS):
        assert contrast(look.colour(Role.DESCENT), colour) >= 4.5
        assert contrast(look.colours.ink, colour) >= 7.0


def test_the_path_is_seen_on_a_washed_out_wall():
    look = theme("projector")
    for colour in bands_of(look, MOST_BANDS):
        assert contrast(look.colour(Role.DESCENT), colour, WASHED_OUT) >= 3.0


@pytest.mark.parametrize("name", THEME_NAMES)
def test_lines_are_seen_over_their_bands(name: str):
    look = theme(name)
    for shade in bands_of(look, MOST_BANDS):
        assert contrast(line_colour(shade, look.colours.ink, name), shade) >= LINES[name]


@each
def test_path_start_and_gradient_are_painted_over_the_map(look: Theme):
    bare = scene_of("x^2 + 25y^2")
    points = np.array(((-3.0, 1.5), (-2.0, -1.0), (-1.5, 0.5)))
    path = PathPicture(points, None, 2)
    handle = Handle("start", Role.DESCENT, -3.0, 1.5, is_free=True)
    whole = replace(bare, path=path, handles=(handle,))
    count = [
        int(is_colour(painted(scene, look, SIZE), look.colour(Role.DESCENT), 3).sum())
        for scene in (bare, whole)
    ]
    assert count[1] > count[0] + 150
    arrow = GradientPicture(1.0, 0.5, 2.0, 25.0, 0.02, "∇f", "∂f/∂x = 2", "∂f/∂y = 25", "−λ∇f")
    tangents = [
        int(is_colour(painted(scene, look, SIZE), look.colour(Role.TANGENT), 3).sum())
        for scene in (bare, replace(bare, gradient=arrow))
    ]
    assert tangents[1] > tangents[0] + 100


@each
def test_minima_are_marked(look: Theme):
    scene = replace(scene_of("x^2 + 25y^2"), hollows=(Hollow(1.0, 1.0, 0.0),))
    picture = painted(scene, look, SIZE)
    assert (picture[pixel(1.0, 1.0)] == channels(look.colour(Role.FUNCTION))).all()


def test_a_gradient_far_outside_is_left_out():
    look = theme("light")
    scene = scene_of("x^2 + 25y^2")
    far = GradientPicture(1e9, 1e9, 2e200, 5e200, 0.1, "∇f", "a = 1", "b = 2", "−λ∇f")
    assert (painted(replace(scene, gradient=far), look, SIZE) == painted(scene, look, SIZE)).all()
