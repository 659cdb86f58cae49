"""The secant by a real hand: dragged, typed, moved by keys, played to the tangent, undone."""

from collections.abc import Callable
from functools import partial

import pytest

from gdviz.document.document import Panel
from gdviz.session.scene import Role
from gdviz.ui.approach import SecantPlayback
from gdviz.ui.controller import Controller
from gdviz.ui.theme import theme
from tests.x11.person import Person

SitDown = Callable[..., Person]
SECANT = theme("light").colour(Role.SECANT)


def quarter(x: float) -> float:
    return x * x / 4


def open_section(person: Person) -> None:
    """The panel of the derivative, with nothing but the secant unfolded."""
    session = person.window.findChildren(Controller)[0].session
    person.hand.key("ctrl+shift+d")
    person.waits(lambda: session.document.shown.secant)
    session.open_panel(Panel.DERIVATIVE)
    session.edit(sections=("secant",))
    person.waits(person.control("delta_x").isVisible)
    person.comes_to_rest()


def begin(sit_down: SitDown) -> Person:
    """x²/4 with its tangent at 1, and a secant to 3."""
    person = sit_down("x^2/4")
    person.writes("x0", "1")
    open_section(person)
    person.writes("delta_x", "2")
    person.waits(lambda: person.exact("delta_x") == 2.0)
    return person


def stands_near(person: Person, delta_x: float) -> bool:
    return abs(person.exact("delta_x") - delta_x) < 0.1


def is_at(person: Person, delta_x: float) -> bool:
    return person.exact("delta_x") == delta_x


def is_on_the_curve(person: Person) -> bool:
    """Whether the second point is painted where it is said to be."""
    x = 1 + person.exact("delta_x")
    return person.has_colour(x, quarter(x), SECANT)


def test_the_second_point_is_dragged_to_both_sides(sit_down: SitDown):
    person = begin(sit_down)
    person.hand.press(*person.at(3, quarter(3)))
    for x in (2.3, 1.6, 0.2, -1.4):
        person.hand.move(*person.at(x, quarter(x)))
        person.waits(partial(stands_near, person, x - 1))
        person.waits(partial(is_on_the_curve, person))
    person.hand.release()
    assert person.exact("x0") == 1.0
    person.hand.key("ctrl+z")
    person.waits(lambda: person.exact("delta_x") == 2.0)
    person.hand.key("ctrl+shift+z")
    person.waits(partial(stands_near, person, -2.4))


def test_the_first_point_takes_the_second_along(sit_down: SitDown):
    person = begin(sit_down)
    person.hand.drag(
        person.at(1, quarter(1)), person.at(0.3, 0.3), person.at(-1.55, quarter(-1.55))
    )
    person.waits(lambda: person.exact("x0") < -1)
    assert person.exact("delta_x") == 2.0


def test_a_step_is_typed_also_negative_and_tiny(sit_down: SitDown):
    person = begin(sit_down)
    for text, value in (("-0,5", -0.5), ("1e-9", 1e-9)):
        person.writes("delta_x", text)
        person.waits(partial(is_at, person, value))
    person.click("delta_x")
    person.hand.key("ctrl+a")
    person.hand.type("0")
    person.hand.key("Return")
    person.waits(lambda: bool(person.control("delta_x").accessibleDescription()))
    assert person.exact("delta_x") == 1e-9


def test_arrows_move_the_second_point_that_tab_reached(sit_down: SitDown):
    person = begin(sit_down)
    person.plot.setFocus()
    person.hand.key("Tab", "Tab")
    moved = []
    for held in ("", "shift+", "ctrl+"):
        person.hand.key(held + "Right")
        person.waits(lambda: person.exact("delta_x") > 2.0)
        moved.append(person.exact("delta_x") - 2.0)
        person.hand.key(held + "Left")
        person.waits(lambda: person.exact("delta_x") == pytest.approx(2.0))
    plain, coarse, fine = moved
    assert coarse == pytest.approx(10 * plain)
    assert fine == pytest.approx(plain / 10)


def test_played_the_secant_becomes_the_tangent(sit_down: SitDown):
    person = begin(sit_down)
    person.window.findChildren(Controller)[0].session.iterates.set_speed(30.0)
    person.click("approach_left")
    person.waits(lambda: -1e-5 < person.exact("delta_x") < 0)
    person.waits(lambda: "turns into the tangent" in person.text("secant_limits"))
    person.hand.key("ctrl+z")
    person.waits(lambda: person.exact("delta_x") == 2.0)


def test_f9_plays_and_pauses_with_a_hand_on_the_tangent(sit_down: SitDown):
    person = begin(sit_down)
    person.hand.key("F9")
    person.waits(lambda: person.exact("delta_x") < 1.5)
    person.hand.press(*person.at(1, quarter(1)))
    person.hand.move(*person.at(-0.6, quarter(-0.6)))
    person.waits(lambda: person.exact("x0") < 0)
    person.waits(lambda: person.exact("delta_x") < 0.5)
    person.hand.release()
    playback = person.window.findChildren(SecantPlayback)[0]
    assert playback.playing
    person.hand.key("F9")
    person.waits(lambda: not playback.playing)


@pytest.mark.parametrize(
    ("line", "delta_x", "words"),
    [
        ("|x|", "-1", ("−1 from the left", "1 from the right")),
        ("cbrt x", "1", ("upright",)),
        ("sqrt x", "1", ("on the right of x₀ alone",)),
    ],
)
def test_what_it_tends_to_is_told(
    sit_down: SitDown, line: str, delta_x: str, words: tuple[str, ...]
):
    person = sit_down(line)
    person.writes("x0", "0")
    open_section(person)
    person.writes("delta_x", delta_x)
    person.waits(lambda: all(word in person.text("secant_limits") for word in words))
