"""The painted plot, looked at pixel by pixel."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import Handle, PlotScene, Role
from gdviz.ui.colours import channels, contrast, hexadecimal
from gdviz.ui.plot import render_picture
from gdviz.ui.theme import THEME_NAMES, Theme, theme
from tests.ui.plot_scenes import PARABOLA_VIEW, curve, descent, only, parabola, values

Pixels = NDArray[np.int64]
SIZE = (640, 400)
LOOKS = [theme(name, window_height=720) for name in THEME_NAMES]
each = pytest.mark.parametrize("look", LOOKS, ids=list(THEME_NAMES))
pytestmark = pytest.mark.usefixtures("qapp")


def pixels(image: QImage) -> Pixels:
    """Rows of red, green, blue."""
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return data[:, : image.width(), 2::-1].astype(np.int64)


def painted(
    scene: PlotScene, look: Theme, size: tuple[int, int] = SIZE, scale: float = 1.0
) -> Pixels:
    return pixels(render_picture(scene, look, *size, scale))


def is_colour(picture: Pixels, colour: str, off: int = 0) -> NDArray[np.bool_]:
    """Where a picture has a colour, to within `off` in each channel."""
    near: NDArray[np.bool_] = (np.abs(picture - channels(colour)) <= off).all(axis=2)
    return near


@each
def test_the_curve_is_painted_in_its_colour_where_the_function_runs(look: Theme):
    view = Viewport(-2.0, 2.0, -1.0, 5.0)
    picture = painted(only("x^2", view), look)
    found = is_colour(picture, look.colour(Role.FUNCTION))
    x = np.linspace(-1.9, 1.9, 200)
    column = np.floor((x - view.x0) / view.width * SIZE[0]).astype(int)
    row = np.floor((view.y1 - values("x^2", x)) / view.height * SIZE[1]).astype(int)
    inside = (row > 1) & (row < SIZE[1] - 2)
    near = [found[r - 1 : r + 2, c].any() for r, c in zip(row[inside], column[inside], strict=True)]
    assert np.mean(near) > 0.97


@each
def test_a_line_has_the_width_that_the_theme_says(look: Theme):
    picture = painted(only("1.37", Viewport(-1.0, 1.0, 0.5, 2.0)), look)
    paper = channels(look.colours.paper)
    line = channels(look.colour(Role.FUNCTION))
    whole = np.abs(np.array(paper) - line).sum()
    ink = np.abs(picture[:, 401] - paper).sum(axis=1)
    near = slice(*np.clip([np.argmax(ink) - 8, np.argmax(ink) + 9], 0, SIZE[1]))
    assert ink[near].sum() / whole == pytest.approx(look.width(Role.FUNCTION), rel=0.25)


def test_pens_are_right_at_every_device_pixel_ratio():
    look = theme("light")
    widths = []
    for scale in (1.0, 1.5, 2.0, 3.0):
        picture = painted(only("1.37", Viewport(-1.0, 1.0, 0.5, 2.0)), look, SIZE, scale)
        assert picture.shape[:2] == (round(SIZE[1] * scale), round(SIZE[0] * scale))
        found = is_colour(picture, look.colour(Role.FUNCTION), off=60)
        widths.append(np.count_nonzero(found[:, round(401 * scale)]) / scale)
    assert widths == pytest.approx([2.5] * 4, abs=0.75)


@each
def test_what_is_painted_keeps_its_contrast(look: Theme):
    """The strongest pixel of each thing, as it came out of the painter."""
    picture = painted(parabola(), look, (1280, 720))
    numbers, counts = np.unique(picture @ (65536, 256, 1), return_counts=True)
    solid = {f"#{number:06X}" for number in numbers[counts > 20].tolist()}
    paper = look.colours.paper
    for role in (Role.FUNCTION, Role.TANGENT):
        assert look.colour(role) in solid
        assert contrast(look.colour(role), paper) >= 4.5
    assert look.text_colour(Role.TANGENT) in solid
    assert look.colours.axis in solid
    assert {look.colours.grid_minor, look.colours.grid_major} <= solid


@each
def test_the_derivative_is_dashed_and_the_function_is_not(look: Theme):
    view = Viewport(-1.0, 1.0, -1.0, 1.0)
    for role, shares in ((Role.FUNCTION, (0.98, 1.0)), (Role.DERIVATIVE, (0.35, 0.85))):
        picture = painted(only("0.73", view, role), look)
        inked = is_colour(picture, look.colour(role), off=40).any(axis=0)
        assert shares[0] <= inked.mean() <= shares[1]


def test_dashes_keep_their_rhythm_along_the_whole_curve():
    look = theme("light")
    picture = painted(only("0.73", Viewport(1.0, 3.0, -1.0, 1.0), Role.DERIVATIVE), look)
    inked = is_colour(picture, look.colour(Role.DERIVATIVE), off=60).any(axis=0)
    starts = np.flatnonzero(np.diff(inked.astype(int)) == 1)[1:]
    assert np.diff(starts) == pytest.approx(sum(look.dash(Role.DERIVATIVE)), abs=1.1)


def test_nothing_is_painted_across_a_pole():
    look = theme("light")
    picture = painted(only("1/x", Viewport(-1.0, 1.0, -3.0, 3.0)), look, (641, 400))
    found = is_colour(picture, look.colour(Role.FUNCTION), off=60)
    middle = found[60:340, 317:324]
    assert not middle.any()


def test_a_band_is_painted_between_its_bounds():
    look = theme("light")
    picture = painted(only("sin(10^6 x)", Viewport(-1.0, 1.0, -2.0, 2.0)), look)
    background = is_colour(picture, look.colours.paper, off=40)
    # Numbers of the axes stand on paper even there.
    assert background[130:270, 10:600].mean() < 0.03
    assert not background[130:190, 10:280].any()
    assert background[20:80, 10:600].mean() > 0.6


@each
def test_the_point_has_a_ring_of_paper(look: Theme):
    scene = parabola(steps=None)
    scene = replace(scene, tangent=None, handles=scene.handles[:1])
    picture = painted(scene, look, (1280, 720))
    x, y = round((3 + 6) / 12 * 1280), round((52 - 21) / 60 * 720)
    tangent = is_colour(picture, look.colour(Role.TANGENT), off=3)
    assert tangent[y, x]
    radius = np.count_nonzero(tangent[y, x - 40 : x + 40]) / 2
    assert 2 * radius == pytest.approx(look.sizes.point, abs=2.5)
    out = round(radius + 0.11 * look.sizes.point)
    assert is_colour(picture, look.colours.paper, off=30)[y - out - 1 : y - out + 2, x].any()


def test_a_handle_without_a_value_lies_on_the_axis():
    look = theme("light")
    scene = replace(parabola(steps=None), tangent=None, handles=())
    with_handle = replace(scene, handles=(Handle("x0", Role.TANGENT, -2.0, None, "x₀"),))
    changed = np.argwhere((painted(scene, look) != painted(with_handle, look)).any(axis=2))
    axis = 52 / 60 * SIZE[1]
    rows, columns = changed[:, 0], changed[:, 1]
    assert abs(np.median(columns) - 4 / 12 * SIZE[0]) < 12
    assert rows.min() > axis - 12


def test_iterates_fade_from_the_last_to_the_first():
    look = theme("light")
    scene = replace(parabola(steps=5), tangent=None, handles=())
    picture = painted(scene, look, (1280, 720))
    assert scene.path is not None
    shades = []
    for w, loss in scene.path.points:
        x, y = round((w + 6) / 12 * 1280), round((52 - loss) / 60 * 720)
        shades.append(contrast(hexadecimal(*picture[y, x]), look.colours.paper))
    assert shades == sorted(shades)
    assert shades[-1] > 2 * shades[0]


def test_iterates_can_be_hidden():
    scene = parabola(steps=5)
    hidden = replace(scene, show_iterates=False)
    without = replace(scene, path=None)
    look = theme("light")
    assert (painted(hidden, look) == painted(without, look)).all()
    assert (painted(scene, look) != painted(without, look)).any()


def test_a_move_shows_the_tangent_that_its_step_follows():
    look = theme("light")
    scene = replace(parabola(steps=None), tangent=None, handles=())
    one = replace(scene, path=descent(1, rate=0.7))
    changed = (painted(scene, look, (1280, 720)) != painted(one, look, (1280, 720))).any(axis=2)
    # Half way along the tangent at w = 5, and half way up to the curve at w = −2.
    for w, loss in ((1.5, 37 + 10 * (1.5 - 5)), (-2.0, (37 - 70 + 16) / 2)):
        x, y = round((w + 6) / 12 * 1280), round((52 - loss) / 60 * 720)
        if 0 <= y < 720:
            assert changed[y - 6 : y + 7, x - 3 : x + 4].any(), (w, loss)


@pytest.mark.parametrize("x0", np.linspace(-5.5, 5.5, 12))
def test_labels_of_the_tangent_are_always_there(x0: float):
    look = theme("light")
    scene = parabola(float(x0), steps=None)
    assert scene.tangent is not None
    silent = replace(scene, tangent=replace(scene.tangent, label="", angle_label=" "))
    differing = (painted(scene, look, (900, 600)) != painted(silent, look, (900, 600))).any(axis=2)
    assert np.count_nonzero(differing) > 150


def test_a_note_and_a_remark_are_written():
    look = theme("light")
    plain = replace(parabola(steps=None), tangent=None)
    for told in (replace(plain, note="Nothing is to be seen"), replace(plain, remark="A corner")):
        assert (painted(told, look) != painted(plain, look)).any()


@pytest.mark.parametrize(
    "view",
    [
        Viewport(2.0, 8.0, 100.0, 140.0),
        Viewport(-8.0, -2.0, -140.0, -100.0),
        Viewport(1e6, 1e6 + 1e-3, 1e12, 1e12 + 1.0),
        Viewport(-1e-300, 1e-300, -1e-300, 1e-300),
        Viewport(-1e12, 1e12, -1e12, 1e12),
    ],
)
def test_any_view_can_be_painted(view: Viewport):
    scene = replace(parabola(), viewport=view, curves=(curve("x^2", view, label="f"),))
    assert painted(scene, theme("dark")).shape == (400, 640, 3)


def test_numbers_on_the_axes_do_not_touch():
    """Between two numbers there is a blank as wide as a digit."""
    look = theme("light")
    for view in (PARABOLA_VIEW, Viewport(0.0, 1e-5, -1.0, 1.0), Viewport(-1e5, 1e5, -1.0, 1.0)):
        picture = painted(PlotScene(view), look, (1000, 300))
        bottom = round(view.y1 / view.height * 300) + 4
        strip = is_colour(picture[bottom : bottom + 14], look.colours.secondary_ink, off=90)
        inked = np.flatnonzero(strip.any(axis=0))
        gaps = np.diff(inked)
        assert np.count_nonzero(gaps > 12) >= 3


def test_the_picture_of_an_empty_plot_is_graph_paper():
    look = theme("light")
    picture = painted(PlotScene(Viewport(-10.0, 10.0, -6.0, 6.0)), look)
    assert is_colour(picture, look.colours.paper).mean() > 0.75


def test_a_picture_without_size_is_refused(qtbot: QtBot):
    with pytest.raises(ValueError, match="no picture"):
        render_picture(parabola(), theme("light"), 0, 100)


@each
def test_axes_grid_and_numbers_are_read_over_a_band(look: Theme):
    view = Viewport(-1.0, 1.0, -2.0, 2.0)
    covered = painted(only("sin(10^6 x)", view), look)
    below, above = covered[150:198], covered[198:203]
    axis = is_colour(above, look.colours.axis, off=8).any(axis=0)
    assert axis.mean() > 0.95
    numbers = is_colour(covered[203:230], look.colours.paper, off=4)
    assert np.count_nonzero(numbers.any(axis=0)) > 30
    assert len(np.unique(below[:, 20:280].reshape(-1, 3), axis=0)) >= 2
