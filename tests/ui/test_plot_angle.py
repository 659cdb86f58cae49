"""The angle α: its label stands at it, whatever else is in the picture."""

from dataclasses import replace
from math import atan, cos, degrees, hypot, radians, sin

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import PlotScene, TangentPicture
from gdviz.ui.plot import render_picture
from gdviz.ui.plot.angle import angle_places, leader, reach_of
from gdviz.ui.plot.foreground import Foreground, Places, settle
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import room_of
from gdviz.ui.plot.painter import paint_still
from gdviz.ui.plot.room import Room
from gdviz.ui.plot.tangent_figure import TangentFigure, tangent_figure
from gdviz.ui.theme import THEME_NAMES, Theme, theme
from tests.ui.plot_scenes import curve

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, HEIGHT = 920, 600
FRAME = Frame(Viewport(-6.0, 6.0, -3.0, 3.0), WIDTH, HEIGHT)
CROWDED = (
    *(("tg x^2", x0) for x0 in (0.3, 0.8, 3.0)),
    *(("x sin(x^2)", x0) for x0 in (0.3, 1.5, 5.02)),
    *(("sin(30x)", x0) for x0 in (0.3, 0.7, 5.0)),
    *(("sigma(x)", x0) for x0 in (-5.0, 0.5, 3.0)),
)
NEAR = 4.0
"""A label at the angle is no further from its arc, in sizes of a label."""
SPAN = 10.0
"""And nothing of it is further from the arc's middle."""
LOOKS = [theme(name, window_height=720) for name in THEME_NAMES]
each = pytest.mark.parametrize("look", LOOKS, ids=list(THEME_NAMES))
shares = st.floats(0.0, 1.0)


def tangent(x: float, y: float, slope: float) -> TangentPicture:
    alpha = f"α = {degrees(atan(slope)):.4g}°"
    return TangentPicture(x, y, slope, f"tan α = {slope:.4g}", alpha, False)


def tangent_to(text: str, x0: float) -> TangentPicture:
    local = Differentiable(parse(text).body, "x", {}).at(x0)
    assert local.value is not None
    assert local.slope is not None
    return tangent(x0, local.value, local.slope)


def pixels(scene: PlotScene, look: Theme) -> NDArray[np.uint8]:
    image = render_picture(scene, look, WIDTH, HEIGHT)
    return np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4).copy()


def gap(figure: TangentFigure, rect: QRectF) -> float:
    """Between a label and the arc, px."""
    arc = [figure.on_arc(share) for share in np.linspace(0.0, 1.0, 40).tolist()]
    return min(distance(rect, at) for at in arc)


def distance(rect: QRectF, at: QPointF) -> float:
    return hypot(
        max(rect.left() - at.x(), at.x() - rect.right(), 0.0),
        max(rect.top() - at.y(), at.y() - rect.bottom(), 0.0),
    )


@each
@pytest.mark.parametrize(("text", "x0"), CROWDED)
def test_the_angle_is_named_where_curves_crowd_it(text: str, x0: float, look: Theme):
    shown = tangent_to(text, x0)
    middle = tangent_figure(shown, look, FRAME).on_arc(0.5)
    named, unnamed = shown, replace(shown, angle_label=" ")
    away = changes(text, named, unnamed, look, middle)
    assert np.count_nonzero(away <= SPAN * look.sizes.label) > 150
    # Without the tangent's label, which makes room for it, nothing changes anywhere else.
    named, unnamed = replace(named, label=" "), replace(unnamed, label=" ")
    assert changes(text, named, unnamed, look, middle).max() <= SPAN * look.sizes.label


def changes(
    text: str, one: TangentPicture, other: TangentPicture, look: Theme, middle: QPointF
) -> NDArray[np.float64]:
    """How far from a place the pixels are in which the pictures of two tangents differ."""
    scene = PlotScene(FRAME.viewport, curves=(curve(text, FRAME.viewport),))
    first, second = (pixels(replace(scene, tangent=shown), look) for shown in (one, other))
    places = np.argwhere((first != second).any(axis=2))
    away: NDArray[np.float64] = np.hypot(places[:, 1] - middle.x(), places[:, 0] - middle.y())
    return away


@given(shares, shares, st.floats(-1e3, 1e3), st.sampled_from(LOOKS), st.floats(10.0, 400.0))
@example(1.0, 0.0, 3.0, LOOKS[0], 40.0)
@example(0.5, 0.5, 0.0, LOOKS[0], 40.0)
@example(0.0, 1.0, -1e-3, LOOKS[-1], 12.0)
def test_its_label_is_in_the_picture_and_at_the_arc(
    across: float, up: float, slope: float, look: Theme, apart: float
):
    view = FRAME.viewport
    shown = tangent(view.x0 + across * view.width, view.y0 + up * view.height, slope)
    figure = tangent_figure(shown, look, FRAME)
    label = figure.words(shown.angle_label or "")
    room = Room(WIDTH, HEIGHT)
    for x in np.arange(0.0, WIDTH, apart).tolist():
        room.take_line(np.array(((x, 0.0), (x + 60.0, HEIGHT))))
    places = angle_places(figure, label)
    stand = settle(label, "angle", places, Foreground(room), FRAME.rect)
    rect = room_of(label, stand.corner)
    assert FRAME.rect.contains(rect)
    arc_is_seen = FRAME.rect.contains(figure.on_arc(0.5))
    assert not arc_is_seen or gap(figure, rect) <= NEAR * figure.size


@given(st.floats(0.0, 90.0), st.floats(5.0, 80.0), st.floats(4.0, 20.0), st.floats(10.0, 60.0))
def test_a_label_touches_the_circle_it_stands_at(
    way: float, half_width: float, half_height: float, radius: float
):
    x, y = cos(radians(way)), sin(radians(way))
    (reach,) = reach_of(half_width, half_height, np.array([x]), np.array([y]), radius).tolist()
    rect = QRectF(-half_width, -half_height, 2 * half_width, 2 * half_height)
    assert distance(rect.translated(x * reach, y * reach), QPointF()) == pytest.approx(radius)


def test_a_label_that_does_not_stand_at_the_arc_is_joined_to_it():
    figure = tangent_figure(tangent(-3.0, -1.0, 0.5), LOOKS[0], FRAME)
    arc, size = figure.on_arc(0.5), QPointF(60.0, 14.0)
    beside = QRectF(arc + QPointF(4.0, -7.0), arc + QPointF(4.0, -7.0) + size)
    assert leader(figure, beside) is None
    above = beside.translated(0.0, -60.0)
    line = leader(figure, above)
    assert line is not None
    assert distance(above, line.p1()) == pytest.approx(0.0, abs=1e-9)
    on_circle = line.p2() - figure.vertex
    assert hypot(on_circle.x(), on_circle.y()) == pytest.approx(figure.radius)


def test_a_label_that_must_be_seen_does_not_jump():
    """Where every place is crowded, it goes only for one that is clearly better."""
    label = tangent_figure(tangent(0.0, 0.0, 1.0), LOOKS[0], FRAME).words("α = 45°")
    places = Places(np.array(((100.0, 100.0), (300.0, 100.0))), np.array((3.0, 2.0)))
    room, habits = Room(WIDTH, HEIGHT), {"angle": 0}
    first = settle(label, "angle", places, Foreground(room, habits), FRAME.rect)
    assert first.corner.x() == 100.0
    room.take_line(np.array(((90.0, 105.0), (200.0, 105.0))))
    second = settle(label, "angle", places, Foreground(room, habits), FRAME.rect)
    assert second.corner.x() == 300.0
    assert habits == {"angle": 1}


def test_no_words_are_written_where_something_stands_over_the_plot():
    """Neither numbers of the axes nor the label of the angle, which stands on Ox there."""
    top = HEIGHT - 120.0
    free = Frame(Viewport(-6.0, 6.0, -0.2, 1.2), WIDTH, HEIGHT)
    covered = replace(free, covered=((0.0, top, 330.0, float(HEIGHT)),))
    numbers = [inked(paper(frame)[0], top) for frame in (free, covered)]
    assert numbers[0] > numbers[1] + 100
    shown = tangent(0.5, 0.62, 0.235)
    figure = tangent_figure(shown, LOOKS[0], free)
    label = figure.words(shown.angle_label or "")
    places = angle_places(figure, label)
    lower, higher = (
        settle(label, "angle", places, Foreground(paper(frame)[1]), frame.rect).corner.y()
        for frame in (free, covered)
    )
    assert lower + label.extent.height() > top > higher + label.extent.height()


def paper(frame: Frame) -> tuple[QImage, Room]:
    """Graph paper, and what is taken in it."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        return image, paint_still(painter, PlotScene(frame.viewport), LOOKS[0], frame).room


def inked(image: QImage, top: float) -> int:
    """How much is written in the lower left part of a picture."""
    data = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
    part = data[round(top) :, :330, :3].astype(np.int64).sum(axis=2)
    return int(np.count_nonzero(part < 3 * 160))
