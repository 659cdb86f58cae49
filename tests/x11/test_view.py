"""The view: zoomed at the pointer, panned, boxed, put back; and painted where it says."""

from collections.abc import Callable
from functools import partial
from math import sin

import pytest
from PySide6.QtGui import QColor

from gdviz.session.scene import Role
from gdviz.ui.theme import theme
from tests.x11.person import Person

SitDown = Callable[..., Person]
CURVE = theme("light").colour(Role.FUNCTION)
View = tuple[float, float, float, float]


def changed(person: Person, before: View) -> Callable[[], bool]:
    return lambda: person.view != before


def width(view: View) -> float:
    return view[1] - view[0]


def height(view: View) -> float:
    return view[3] - view[2]


@pytest.mark.parametrize("look", ["light", "dark", "projector"])
def test_the_curve_is_where_the_view_says(sit_down: SitDown, look: str):
    person = sit_down("3 sin x")
    looks = iter(("light", "dark", "projector"))
    while next(looks) != look:
        person.hand.key("F6")
    colour = theme(look).colour(Role.FUNCTION)
    x0, x1, _, _ = person.view
    for share in (0.07, 0.31, 0.52, 0.83, 0.97):
        x = x0 + share * (x1 - x0)
        person.waits(partial(person.has_colour, x, 3 * sin(x), colour))
        assert not person.has_colour(x, 3 * sin(x) + 0.9, colour)


def test_the_wheel_zooms_at_the_pointer(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    before = person.view
    spot = person.at(0.7, 1.0)
    person.hand.scroll(*spot, steps=3)
    person.waits(lambda: width(person.view) < 0.6 * width(before))
    assert person.at(0.7, 1.0) == pytest.approx(spot, abs=1)
    assert height(person.view) / height(before) == pytest.approx(width(person.view) / width(before))
    person.waits(lambda: person.has_colour(1.3, -1.31, CURVE))
    person.hand.scroll(*spot, steps=-6)
    person.waits(lambda: width(person.view) > 1.5 * width(before))
    assert person.at(0.7, 1.0) == pytest.approx(spot, abs=1)
    person.waits(lambda: person.has_colour(1.3, -1.31, CURVE))


def test_over_an_axis_the_wheel_zooms_that_axis_alone(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    before = person.view
    person.hand.scroll(*person.at(1.0, 0.0), steps=2)
    person.waits(changed(person, before))
    assert height(person.view) == height(before)
    zoomed = person.view
    assert width(zoomed) < width(before)
    person.hand.scroll(*person.at(0.0, zoomed[3] * 0.7), steps=2)
    person.waits(changed(person, zoomed))
    assert width(person.view) == width(zoomed)
    assert height(person.view) < height(zoomed)


def test_a_drag_of_the_plane_pans(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    before = person.view
    x, y = person.at(-1.0, 0.5)
    person.hand.drag((x, y), (x + 20, y), (x + 90, y + 60))
    person.waits(changed(person, before))
    person.waits(lambda: person.at(-1.0, 0.5) == pytest.approx((x + 90, y + 60), abs=1))
    assert width(person.view) == pytest.approx(width(before))
    person.waits(lambda: person.has_colour(-1.5, -0.75, CURVE))


def test_a_box_is_drawn_with_shift(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    before = person.view
    person.hand.hold("shift")
    person.hand.drag(person.at(-1.5, 1.2), person.at(-1.0, 0.5), person.at(1.0, -3.2))
    person.hand.let_go("shift")
    person.waits(changed(person, before))
    assert person.view == pytest.approx((-1.5, 1.0, -3.2, 1.2), abs=0.05)


def test_back_and_forward_through_boxes(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    whole = person.view
    person.hand.hold("shift")
    person.hand.drag(person.at(-1.5, 1.2), person.at(-1.0, 0.5), person.at(1.0, -3.2))
    person.hand.let_go("shift")
    person.waits(changed(person, whole))
    boxed = person.view
    person.hand.key("alt+Left")
    person.waits(lambda: person.view == whole)
    person.hand.key("alt+Right")
    person.waits(lambda: person.view == boxed)
    person.hand.key("ctrl+z")
    person.waits(lambda: person.view == whole)
    person.hand.key("ctrl+z")
    person.waits(lambda: person.view == boxed)


def test_a_double_click_brings_the_automatic_view_back(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    before = person.view
    person.hand.scroll(*person.at(1.0, 0.8), steps=2)
    person.waits(changed(person, before))
    person.hand.click(*person.at(-0.7, 0.6), times=2)
    person.waits(lambda: person.view == before)


def test_equal_axes_show_the_true_angle(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    person.click("equal_axes")
    person.waits(lambda: not person.control("equal_axes").isVisible())
    inside = person.plot.property("plotRect")
    view = person.view
    assert width(view) / inside.width() == pytest.approx(height(view) / inside.height())


def test_the_plane_is_paper_where_there_is_nothing(sit_down: SitDown):
    person = sit_down("x^2 + 1")
    colours = theme("light").colours
    picture = person.screen()
    at = person.plot.mapTo(person.window, person.place(0.31, -0.37)).toPoint()
    empty = {QColor(c).rgb() for c in (colours.paper, colours.grid_minor, colours.grid_major)}
    assert picture.pixel(at) in empty
