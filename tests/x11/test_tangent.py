"""The tangent taken by the hand and by keys: its numbers follow, and are those of the rules."""

from collections.abc import Callable
from functools import partial
from math import atan, cos, degrees, isnan, sin, tan

import pytest

from gdviz.session.scene import Role
from gdviz.ui.theme import theme
from tests.x11.person import Person

Slope = Callable[[float], float]
SitDown = Callable[..., Person]
TANGENT = theme("light").colour(Role.TANGENT)
STOPS = [-2.2, -1.05, 0.4, 1.35, 2.3]

FUNCTIONS = [
    ("x sin x", lambda x: x * sin(x), lambda x: sin(x) + x * cos(x)),
    ("y = tg(x/2)", lambda x: tan(x / 2), lambda x: 0.5 / cos(x / 2) ** 2),
    ("L(w) = w^2 + 12", lambda w: w * w + 12, lambda w: 2 * w),
]


def take(person: Person, x: float, f: Slope) -> None:
    """Type where the tangent is to touch, then lay the hand on its point."""
    person.writes("x0", f"{x:g}")
    person.waits(lambda: person.number("x0") == x)
    person.hand.press(*person.at(x, f(x)))


def stands_near(person: Person, x: float, reach: float) -> bool:
    """Whether the tangent touches about there."""
    return abs(person.exact("x0") - x) < reach


def check_numbers(person: Person, slope: Slope) -> None:
    """f′ and α on the screen are those of the point on the screen."""
    x = person.exact("x0")
    assert person.number("slope") == pytest.approx(slope(x), rel=6e-4, abs=1e-9)
    assert person.number("angle") == pytest.approx(degrees(atan(slope(x))), rel=6e-4, abs=1e-6)


@pytest.mark.parametrize(("line", "f", "slope"), FUNCTIONS, ids=[f[0] for f in FUNCTIONS])
def test_the_numbers_follow_a_drag_in_each_frame(
    sit_down: SitDown, line: str, f: Slope, slope: Slope
):
    person = sit_down(line)
    take(person, -1.0, f)
    for stop in STOPS:
        person.hand.move(*person.at(stop, f(stop)))
        person.waits(partial(stands_near, person, stop, 0.1))
        check_numbers(person, slope)
        person.waits(lambda: person.has_colour(person.exact("x0"), f(person.exact("x0")), TANGENT))
    person.hand.release()
    check_numbers(person, slope)


def test_a_drag_goes_to_both_ends_of_the_view_and_no_further(sit_down: SitDown):
    person = sit_down("x^2/4")
    take(person, 1.0, lambda x: x * x / 4)
    x0, x1, _, _ = person.view
    for end, edge in ((x1 + 99, x1), (x0 - 99, x0)):
        person.hand.move(*person.at(min(max(end, x0 - 2), x1 + 2), 1.0))
        person.waits(partial(stands_near, person, edge, 0.02))
        check_numbers(person, lambda x: x / 2)
    person.hand.release()
    assert person.view == (x0, x1, *person.view[2:])


def test_a_point_near_a_round_value_rests_on_it(sit_down: SitDown):
    person = sit_down("x^2/4")
    take(person, 1.0, lambda x: x * x / 4)
    person.hand.move(*person.at(1.6, 0.64))
    person.waits(lambda: person.exact("x0") != 1.0)
    x, y = person.at(2.0, 1.0)
    person.hand.move(x + 4, y)
    person.waits(lambda: person.exact("x0") == 2.0)
    person.hand.release()


def test_arrows_move_the_point_that_was_clicked(sit_down: SitDown):
    person = sit_down("x^2/4")
    take(person, 1.0, lambda x: x * x / 4)
    person.hand.release()
    moved = []
    for held in ("", "shift+", "ctrl+"):
        person.hand.key(held + "Right")
        person.waits(lambda: person.exact("x0") > 1.0)
        moved.append(person.exact("x0") - 1.0)
        check_numbers(person, lambda x: x / 2)
        person.hand.key(held + "Left")
        person.waits(lambda: person.exact("x0") == 1.0)
    plain, coarse, fine = moved
    assert coarse == pytest.approx(10 * plain)
    assert fine == pytest.approx(plain / 10)


def test_arrows_take_the_view_along(sit_down: SitDown):
    person = sit_down("x^2/4")
    take(person, 1.0, lambda x: x * x / 4)
    person.hand.release()
    right = person.view[1]
    person.hand.key(*["shift+Right"] * 12)
    person.waits(lambda: person.exact("x0") > right + 1)
    x = person.exact("x0")
    person.waits(lambda: person.view[0] < x < person.view[1])
    check_numbers(person, lambda x: x / 2)


@pytest.mark.parametrize(
    ("line", "x0", "words"),
    [
        ("|x|", "0", ("corner", "−1", "1")),
        ("|x^2 - 1| + x", "1", ("corner", "−1", "3")),
        ("cbrt x", "0", ("vertical",)),
        ("ln x", "-0.5", ("not defined",)),
        ("1/x", "0", ("not defined",)),
    ],
)
def test_no_tangent_and_the_reason_why(
    sit_down: SitDown, line: str, x0: str, words: tuple[str, ...]
):
    person = sit_down(line)
    person.writes("x0", x0)
    person.waits(lambda: isnan(person.number("slope")) and isnan(person.number("angle")))
    said = person.text("reason") + person.plot.accessibleDescription()
    assert all(word in said for word in words), said
    assert not person.control("equation").isVisible()
    x, _, y, _ = person.view
    assert not person.has_colour((x + person.view[1]) / 2, y, TANGENT)


def test_the_tangent_comes_back_behind_the_corner(sit_down: SitDown):
    person = sit_down("|x|")
    person.writes("x0", "-1")
    person.waits(lambda: person.text("slope") == "−1")
    person.hand.press(*person.at(-1, 1))
    person.hand.move(*person.at(0, 0))
    person.waits(lambda: person.text("slope") == "—")
    person.hand.move(*person.at(1.03, 1.03))
    person.waits(lambda: person.text("slope") == "1")
    person.hand.release()
    person.waits(lambda: person.text("reason") == "")


def test_x0_is_typed_with_a_comma_too_and_nonsense_is_answered(sit_down: SitDown):
    person = sit_down("x^2/4")
    person.writes("x0", "-1,5")
    person.waits(lambda: person.text("slope") == "−0.75")
    person.click("x0")
    person.hand.key("ctrl+a")
    person.hand.type("two")
    person.hand.key("Return")
    person.waits(lambda: bool(person.control("x0").accessibleDescription()))
    assert person.text("slope") == "−0.75"
    assert person.field("x0").hasFocus()
    person.hand.key("Escape")
    person.waits(lambda: person.text("x0") == "−1.5")
