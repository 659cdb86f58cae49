"""The strip of numbers at x₀."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Fraction, Letter, Upright
from gdviz.ui.readout import Readout
from gdviz.ui.readout.equation_text import in_one_line
from gdviz.ui.theme import theme
from tests.ui import scenes
from tests.ui.typing import retype

FALLING = "−67.95° (112.1° к оси Ox)"


class Place:
    """A readout under its stage, as in the window."""

    def __init__(self, home, actions, tr, look):
        self.stage = QWidget(home)
        self.strip = Readout(actions, self.stage, home)
        layout = QVBoxLayout(home)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self.strip)
        self.strip.retranslate(tr)
        self.show(look, 900)

    def show(self, look, width):
        self.strip.show_theme(look)
        self.strip.show_height(40)
        self.strip.window().resize(width, 500)
        self.strip.window().show()
        QGuiApplication.processEvents()


@pytest.fixture
def place(home, actions, english, look):
    return Place(home, actions, english, look)


@pytest.fixture
def strip(place):
    place.strip.x0.clearFocus()
    place.strip.show_scene(scenes.readout())
    return place.strip


def shown_inside(strip):
    return [
        child
        for child in strip.findChildren(QWidget)
        if child.isVisible() and child.parentWidget() is strip
    ]


def test_it_shows_the_numbers(strip):
    assert strip.x0.text() == "−1.234"
    assert strip.value.text() == "13.52"
    assert strip.slope.text() == "−2.469"
    assert strip.angle.text() == "−67.95°"


def test_x0_can_be_typed(strip):
    entered: list[float] = []
    strip.x0_entered.connect(entered.append)
    retype(strip.x0, "1/2")
    QTest.keyClick(strip.x0, Qt.Key.Key_Return)
    assert entered == [0.5]


@pytest.mark.parametrize("name", ["value", "slope", "angle"])
def test_numbers_are_told_with_their_names(strip, name):
    number = strip.findChild(QWidget, name)
    assert number.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert number.text() in number.accessibleName()
    assert len(number.accessibleName()) > len(number.text()) + 3


def test_a_number_can_be_copied(strip):
    strip.slope.setFocus()
    QTest.keyClick(strip.slope, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "−2.469"


def test_nothing_jitters_during_a_drag(strip):
    for x in (-9.876, 0.1234, 12.34):
        strip.show_scene(scenes.readout(x))
    corners = [child.pos() for child in strip.findChildren(QWidget)]
    for x in np.linspace(-10, 10, 200):
        strip.show_scene(scenes.readout(float(x)))
        assert [child.pos() for child in strip.findChildren(QWidget)] == corners


def test_a_long_number_gets_its_room(strip):
    strip.show_scene(scenes.readout(value="−1.234·10⁻¹²"))
    needed = strip.value.fontMetrics().horizontalAdvance("−1.234·10⁻¹²")
    assert strip.value.width() >= needed


def test_why_there_is_no_tangent(strip):
    strip.show_scene(
        scenes.readout(0.0, slope="—", angle="—", equation=None, reason="a corner here")
    )
    assert strip.tail.reason.isVisible()
    assert strip.tail.reason.text() == "a corner here"
    assert not strip.tail.equation.isVisible()
    strip.show_scene(scenes.readout())
    assert not strip.tail.reason.isVisible()
    assert strip.tail.equation.isVisible()


def test_equal_axes_are_one_click_away_where_scales_differ(strip, actions):
    assert not strip.tail.equal_axes.isVisible()
    strip.show_scene(scenes.readout(scales_differ="the axes have different scales"))
    assert strip.tail.equal_axes.isVisible()
    asked: list[tuple[str, bool]] = []
    actions.switched.connect(lambda *what: asked.append(what))
    QTest.mouseClick(strip.tail.equal_axes, Qt.MouseButton.LeftButton)
    assert asked == [("equal_axes", True)]


@pytest.mark.parametrize("angle", ["−67.95°", FALLING])
@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        *(("light", 740, 640), ("light", 920, 720), ("light", 1480, 1080), ("dark", 583, 500)),
        *(("projector", 790, 640), ("projector", 960, 720), ("projector", 1480, 1080)),
    ],
)
def test_nothing_is_cut_off(place, name, width, height, angle):
    place.show(theme(name, 1.0, height), width)
    place.strip.show_scene(scenes.readout(angle=angle, scales_differ="scales differ"))
    QGuiApplication.processEvents()
    inside = shown_inside(place.strip)
    for child in inside:
        assert place.strip.rect().contains(child.geometry()), child.objectName()
        others = [other for other in inside if other is not child]
        assert not any(o.geometry().intersects(child.geometry()) for o in others)
    tail = place.strip.tail
    assert tail.isVisible()
    assert tail.parentWidget().rect().contains(tail.geometry())
    assert "112.1" not in angle or "112.1" in place.strip.angle.text()


def test_the_numbers_that_matter_are_large_on_a_projector(place):
    place.show(theme("projector", 1.0, 1080), 1480)
    place.strip.show_scene(scenes.readout())
    assert place.strip.slope.font().pixelSize() >= 1080 / 20


def test_the_addition_to_the_angle_is_painted_somewhere(place):
    """In a very narrow strip it stands in the tail."""
    place.show(theme("light"), 560)
    place.strip.show_scene(scenes.readout(angle=FALLING))
    assert place.strip.tail.addition.isVisible()
    assert place.strip.tail.addition.text() == "α: 112.1° к оси Ox"
    place.show(theme("light"), 1480)
    place.strip.show_scene(scenes.readout(angle=FALLING))
    assert not place.strip.tail.addition.isVisible()


def test_the_equation_stands_in_the_row_whenever_there_is_room_now(place, qtbot):
    strip = place.strip
    place.show(theme("light"), 920)
    strip.show_scene(scenes.readout(scales_differ="scales differ"))
    assert strip.tail.parentWidget() is strip
    long = "−1.234·10⁻¹²"
    wide = scenes.readout(value=long, slope=long, angle=FALLING, scales_differ="scales differ")
    strip.show_scene(wide)
    assert strip.tail.parentWidget() is place.stage
    for _ in range(3):  # nothing flips while numbers change
        strip.show_scene(scenes.readout(scales_differ="scales differ"))
        assert strip.tail.parentWidget() is place.stage
    qtbot.waitUntil(lambda: strip.tail.parentWidget() is strip)
    assert not strip.tail.addition.isVisible()


def test_the_angle_to_ox_keeps_to_its_angle(place):
    place.show(theme("light"), 920)
    place.strip.show_scene(scenes.readout(angle=FALLING, scales_differ="scales differ"))
    tail = place.strip.tail
    assert tail.parentWidget() is place.strip
    assert not tail.addition.isVisible()
    assert place.strip.angle.width() >= place.strip.angle.measure(FALLING)


def test_the_tail_makes_room_when_the_line_begins_to_fall(place):
    place.show(theme("projector", 1.0, 640), 794)
    for x, angle in ((1.0, "63.43°"), (-1.0, "−63.43° (116.6° к оси Ox)")):
        place.strip.show_scene(scenes.readout(x, angle=angle, scales_differ="scales differ"))
        QGuiApplication.processEvents()
    tail = place.strip.tail
    parts = [part for part in (tail.addition, tail.equal_axes, tail.equation) if part.isVisible()]
    assert len(parts) == 3
    for before, after in pairwise(parts):
        assert before.geometry().right() < after.geometry().left()
    assert tail.rect().contains(parts[-1].geometry())


def test_equations_in_one_line():
    assert in_one_line(scenes.formula("y = −2.469 x + 12")) == "𝑦 = −2.469𝑥 + 12"


def test_an_equation_that_is_no_plain_line_is_still_told():
    assert "x" in in_one_line(Fraction(Letter("x"), Upright("2")))


def test_the_equation_is_painted(strip):
    image = QImage(strip.tail.equation.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    strip.tail.equation.render(image)
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 10
