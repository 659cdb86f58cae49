"""The secant in the plot: painted, dragged, moved by keys."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from gdviz.session.scene import Handle, PlotScene, Role, SecantPicture
from gdviz.ui.plot import PlotWidget
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.picture import render_picture
from gdviz.ui.plot.room import OUTSIDE, Room
from gdviz.ui.plot.secant import secant_figure
from gdviz.ui.theme import theme
from tests.ui.plot_hand import ALT, CONTROL, SHIFT, Heard, Window, drag, pixel, put_up
from tests.ui.plot_scenes import PARABOLA_VIEW, parabola

WIDTH, HEIGHT = 1200, 600
KEYS = Qt.Key
CLOSE = 14
"""How far apart colours that are about the same are at most, of 255 in each part."""


def secant_at(x: float, step: float) -> SecantPicture:
    """Of w² + 12."""
    rise = step * (2 * x + step)
    return SecantPicture(
        x, x * x + 12, step, rise, 2 * x + step,
        label=f"Δf/Δx = {2 * x + step:g}", step_label=f"Δx = {step:g}", rise_label=f"Δf = {rise:g}",
        gap=step * step, gap_label=f"gap = {step * step:g}",
    )  # fmt: skip


def with_secant(x: float, step: float) -> PlotScene:
    scene = parabola(x, None)
    second = Handle("delta_x", Role.SECANT, x + step, (x + step) ** 2 + 12, "x₁", base=x)
    handles = (scene.handles[0], second, scene.handles[1])
    return replace(scene, secant=secant_at(x, step), handles=handles)


@pytest.fixture
def window(qtbot) -> Window:
    found = Window()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def plot(window: Window, qtbot) -> PlotWidget:
    return put_up(qtbot, window, with_secant(2.0, 2.5), WIDTH, HEIGHT)


@pytest.fixture
def said(plot: PlotWidget) -> list[float]:
    found: list[float] = []
    plot.secant_dragged.connect(found.append)
    return found


def near(pixel: int, colour: str) -> bool:
    """Whether a pixel has about this colour."""
    one, other = QColor(pixel), QColor(colour)
    parts = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return max(map(abs, parts)) <= CLOSE


def count(picture: QImage, colour: str, box: QRectF | None = None) -> int:
    """Pixels of about this colour."""
    area = (box or QRectF(picture.rect())).toRect() & picture.rect()
    pixels = (
        picture.pixel(x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )
    return sum(times for pixel, times in Counter(pixels).items() if near(pixel, colour))


def painted(scene: PlotScene, name: str = "light", box: QRectF | None = None) -> int:
    """Pixels of the secant's colour that are there because of it."""
    look = theme(name)
    with_it = render_picture(scene, look, WIDTH, HEIGHT)
    without = render_picture(replace(scene, secant=None), look, WIDTH, HEIGHT)
    colour = look.colour(Role.SECANT)
    return count(with_it, colour, box) - count(without, colour, box)


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
def test_the_secant_is_there_in_its_own_colour(qapp, name):
    assert painted(with_secant(2.0, 2.5), name) > 200


def test_it_is_dotted(qapp):
    look = theme("light")
    scene = replace(with_secant(2.0, 2.5), curves=(), tangent=None, handles=())
    picture = render_picture(scene, look, WIDTH, HEIGHT)
    frame = Frame(PARABOLA_VIEW, WIDTH, HEIGHT)
    ink = [
        QColor(picture.pixel(frame.point(x / 400, 16 + 6.5 * (x / 400 - 2)).toPoint())).lightness()
        for x in range(160, 760)
    ]
    dark = [lightness < 200 for lightness in ink]
    changes = sum(one != other for one, other in pairwise(dark))
    assert changes > 40
    assert 0.1 < sum(dark) / len(dark) < 0.8


@pytest.mark.parametrize("step", [2.5, -3.0, 0.4, -0.05, 1e-3, 1e-9, 1e-16, 1e6, -1e12])
def test_every_step_can_be_painted(qapp, step):
    assert painted(replace(with_secant(2.0, step), tangent=None)) > 50


@pytest.mark.parametrize("slope", [1e300, -1e300, 1e-300, 0.0])
def test_every_slope_can_be_painted(qapp, slope):
    secant = replace(secant_at(2.0, 1.0), slope=slope, rise=slope, gap=slope)
    scene = replace(with_secant(2.0, 1.0), secant=secant)
    assert painted(scene) > 50


def test_a_tiny_secant_has_the_direction_of_its_slope_not_of_its_pixels():
    figure = secant_figure(
        secant_at(2.0, 1e-13), theme("light"), Frame(PARABOLA_VIEW, WIDTH, HEIGHT)
    )
    assert -figure.dy / figure.dx == pytest.approx(4.0 * 10 / 100, rel=1e-9)


def test_the_triangle_goes_when_it_is_too_small_to_be_seen(qapp):
    point = Frame(PARABOLA_VIEW, WIDTH, HEIGHT).point(2.0, 16.0)
    around = QRectF(point + QPointF(12, -3), point + QPointF(40, 3))
    bare = [replace(with_secant(2.0, step), handles=(), tangent=None) for step in (1.0, 0.01)]
    large, small = (painted(scene, "projector", around) for scene in bare)
    assert large > 15 > small


def test_labels_keep_off_the_curve(qapp):
    """Where they stand is found anew in each frame; here it is where nothing else is."""
    look = theme("light")
    scene = with_secant(-4.0, 3.0)
    picture = render_picture(scene, look, WIDTH, HEIGHT)
    bare = render_picture(replace(scene, secant=None, tangent=None), look, WIDTH, HEIGHT)
    function = look.colour(Role.FUNCTION)
    assert count(picture, function) > 0.9 * count(bare, function)


def test_a_room_that_is_full_has_no_place_for_a_lesser_label(qapp):
    room = Room(100, 100)
    room.take_rect(QRectF(0, 0, 100, 100))
    assert 0.0 < room.cost(QRectF(20, 20, 40, 12)) < OUTSIDE


def test_the_second_point_is_dragged_and_says_how_far_it_is(plot: PlotWidget, said: list[float]):
    start = pixel(plot, 4.5, 32.25)
    drag(plot, start, pixel(plot, 3.71, 0), pixel(plot, 0.72, 0), held=ALT)
    assert said == pytest.approx([1.71, -1.28])


def test_it_rests_at_round_distances_and_at_landmarks(plot: PlotWidget, said: list[float]):
    plot.show_scene(replace(plot.scene, landmarks=(0.3,)))
    start = pixel(plot, 4.5, 32.25)
    drag(plot, start, pixel(plot, 3.02, 0), pixel(plot, 0.33, 0))
    assert said == [1.0, pytest.approx(-1.7)]


def test_it_need_not_be_hit_well(plot: PlotWidget, said: list[float]):
    drag(plot, pixel(plot, 4.5, 32.25) + QPointF(9, 10), pixel(plot, 4.0, 0) + QPointF(9, 10))
    assert said == [2.0]


def test_where_both_points_are_the_first_is_taken(plot: PlotWidget, said: list[float]):
    heard = Heard(plot)
    plot.show_scene(with_secant(2.0, 1e-9))
    drag(plot, pixel(plot, 2.0, 16.0), pixel(plot, 1.0, 0))
    assert said == []
    assert heard.last("tangent_dragged") == 1.0


@pytest.mark.parametrize(
    ("held", "expected"), [(Qt.KeyboardModifier.NoModifier, 0.1), (SHIFT, 1.0), (CONTROL, 0.01)]
)
def test_arrows_move_it(plot: PlotWidget, said: list[float], held, expected: float):
    plot.focus_handle("delta_x")
    QTest.keyClick(plot, KEYS.Key_Right, held)
    assert said[0] - 2.5 == pytest.approx(expected, abs=0.5 * expected)


def test_arrows_step_over_the_first_point(plot: PlotWidget, said: list[float]):
    plot.show_scene(with_secant(2.0, 0.1))
    plot.focus_handle("delta_x")
    QTest.keyClick(plot, KEYS.Key_Left)
    assert said == [pytest.approx(-0.1)]


def test_tab_reaches_it(plot: PlotWidget):
    order = []
    for _ in range(3):
        QTest.keyClick(plot, KEYS.Key_Tab)
        order.append(plot.focused_handle)
    assert order == ["x0", "delta_x", "start"]
