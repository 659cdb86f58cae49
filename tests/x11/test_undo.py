"""Undo and redo of each kind of change by Ctrl+Z and Ctrl+Shift+Z, a drag being one."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QSlider

from gdviz.ui import controller
from tests.x11.person import Person

SitDown = Callable[..., Person]


def state(person: Person) -> tuple[object, ...]:
    """All that a person can change of a document, as it is seen."""
    texts = ("expression", "x0", "slope", "start", "learning_rate", "epsilon", "step_count")
    boxes = ("log_loss", "iterate_tangent")
    return (
        *(person.text(name) for name in texts),
        *(person.control(name).isChecked() for name in boxes),  # type: ignore[attr-defined]
        person.view,
        person.find(QSlider, "speed").value(),
        person.control("panel_tabs").currentIndex(),  # type: ignore[attr-defined]
        person.control("panels").isVisible(),
    )


def type_a_line(person: Person) -> None:
    person.hand.key("ctrl+l")
    person.hand.type("w^3 - w")
    person.waits(lambda: person.text("expression") == "w^3 - w")
    person.hand.key("Return")


def drag_the_tangent(person: Person) -> None:
    person.hand.drag(person.at(3, 21), *(person.at(x, x * x + 12) for x in (2.2, 1.1, -1.7)))
    person.waits(lambda: person.exact("x0") < -1)


def drag_the_start(person: Person) -> None:
    person.hand.drag(person.at(5, 37), *(person.at(x, x * x + 12) for x in (4.2, 1.1, -1.7)))
    person.waits(lambda: person.exact("start") < -1)


def drag_the_rate(person: Person) -> None:
    slider = person.control("learning_rate_slider")
    stops = [person.on_screen(slider, slider.rect().center() * share) for share in (1, 1.2, 1.4)]
    person.hand.drag(stops[0], *stops[1:])
    person.waits(lambda: person.exact("learning_rate") > 0.2)


def drag_the_speed(person: Person) -> None:
    slider = person.control("speed")
    person.hand.drag(person.spot("speed"), person.on_screen(slider, slider.rect().topRight()))
    person.waits(lambda: person.find(QSlider, "speed").value() == 1000)


def scrub(person: Person) -> None:
    line = person.control("timeline")
    person.hand.drag(person.spot("timeline"), person.on_screen(line, line.rect().topRight()))
    person.waits(lambda: "17 of" in person.text("step_count"))


def pan(person: Person) -> None:
    before = person.view
    person.hand.drag(person.at(-3, 40), person.at(-2, 35), person.at(-1, 30))
    person.waits(lambda: person.view != before)


def zoom(person: Person) -> None:
    before = person.view
    person.hand.scroll(*person.at(-3, 40), steps=2)
    person.waits(lambda: person.view != before)


def move_out_of_view_by_keys(person: Person) -> None:
    right = person.view[1]
    person.hand.click(*person.at(3, 21))
    person.hand.hold("shift")
    person.hand.hold("Right")
    person.waits(lambda: person.exact("x0") > right)
    person.hand.let_go("Right")
    person.hand.let_go("shift")


CHANGES: dict[str, Callable[[Person], None]] = {
    "typing": type_a_line,
    "x0": lambda person: person.writes("x0", "-2"),
    "start": lambda person: person.writes("start", "-2"),
    "rate": lambda person: person.writes("learning_rate", "0.3"),
    "epsilon": lambda person: person.writes("epsilon", "0.5"),
    "random start": lambda person: person.click("random_start"),
    "a step": lambda person: person.click("step"),
    "the end": lambda person: person.hand.key("End"),
    "logarithm": lambda person: person.click("log_loss"),
    "tangent at the iterate": lambda person: person.click("iterate_tangent"),
    "tangent drag": drag_the_tangent,
    "keys out of view": move_out_of_view_by_keys,
    "start drag": drag_the_start,
    "rate drag": drag_the_rate,
    "speed drag": drag_the_speed,
    "scrub": scrub,
    "pan": pan,
    "zoom": zoom,
}


@pytest.fixture(autouse=True)
def _no_pause_in_typing(monkeypatch: pytest.MonkeyPatch):
    """Where a pause ends a change, a busy machine makes one."""
    monkeypatch.setattr(controller, "TYPING_PAUSE_MS", 10**6)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_is_undone_and_done_again(sit_down: SitDown, kind: str):
    person = sit_down()
    before = state(person)
    CHANGES[kind](person)
    person.waits(lambda: state(person) != before)
    person.comes_to_rest()
    after = state(person)
    person.hand.key("ctrl+z")
    person.waits(lambda: state(person) == before)
    person.hand.key("ctrl+shift+z")
    person.waits(lambda: state(person) == after)


def test_an_example_is_one_change(sit_down: SitDown):
    person = sit_down("x^2")
    person.writes("x0", "-1")
    before = state(person)
    person.hand.key("ctrl+l")
    person.hand.key("BackSpace")
    person.waits(person.control("first_example_2").isVisible)
    person.click("first_example_2")
    person.waits(lambda: person.text("expression") == "sigma(x)")
    person.hand.key("ctrl+z")
    person.waits(lambda: person.text("expression") == "")
    person.hand.key("ctrl+z")
    person.waits(lambda: state(person) == before)


def test_many_changes_are_undone_to_the_first_and_done_again(sit_down: SitDown):
    person = sit_down()
    before = state(person)
    for change in ("x0", "rate", "a step", "tangent at the iterate", "zoom", "random start"):
        CHANGES[change](person)
    person.comes_to_rest()
    after = state(person)
    person.hand.key(*["ctrl+z"] * 9)
    person.waits(lambda: state(person) == before)
    person.hand.key(*["ctrl+y"] * 9)
    person.waits(lambda: state(person) == after)
