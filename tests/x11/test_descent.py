"""The descent: set up, stepped, played and scrubbed by the hand and by keys."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSlider, QTableView

from gdviz.session.scene import Role
from gdviz.ui.panels.iterates_table import IteratesTable
from gdviz.ui.theme import theme
from tests.x11.person import Person

SitDown = Callable[..., Person]
DESCENT = theme("light").colour(Role.DESCENT)
LAST = 17
"""The update at which L = w² + 12 from w₀ = 5 with λ = 0.1 and ε = 0.01 stops."""


def at_step(person: Person, step: int, last: int = LAST) -> Callable[[], bool]:
    """Whether everything that shows the step shows this one."""

    def shown() -> bool:
        return (
            person.text("step_count") == f"step {step} of {last}"
            and person.find(QSlider, "timeline").value() == step
            and person.find(QTableView, "iterates").currentIndex().row() == step
        )

    return shown


def iterate(step: int, start: float = 5.0, rate: float = 0.1) -> float:
    """w of L = w² + 12."""
    return float(start * (1 - 2 * rate) ** step)


def shows_iterate(person: Person, w: float) -> bool:
    return person.has_colour(w, w * w + 12, DESCENT)


def test_buttons_step_there_and_back(sit_down: SitDown):
    person = sit_down()
    for button, step in (("step", 1), ("step", 2), ("step_back", 1), ("last", LAST), ("first", 0)):
        person.click(button)
        person.waits(at_step(person, step))
        person.waits(partial(shows_iterate, person, iterate(step)))


def test_keys_step_there_and_back(sit_down: SitDown):
    person = sit_down()
    keys = {"Right": 1, "Next": 2, "Left": 1, "Prior": 0, "End": LAST, "Home": 0}
    for key, step in keys.items():
        person.hand.key(key)
        person.waits(at_step(person, step))


def test_space_plays_and_pauses_from_the_start(sit_down: SitDown):
    person = sit_down()
    button = person.control("play")
    pausing = button.grab().toImage()
    person.hand.key("space")
    person.waits(lambda: person.find(QSlider, "timeline").value() >= 2)
    assert button.grab().toImage() != pausing
    person.hand.key("space")
    person.waits(lambda: button.grab().toImage() == pausing)
    stopped_at = person.find(QSlider, "timeline").value()
    person.hand.key("Right")
    person.waits(at_step(person, stopped_at + 1))


def test_play_at_a_chosen_speed_to_the_end_and_again(sit_down: SitDown):
    person = sit_down()
    speed = person.control("speed")
    person.hand.click(*person.on_screen(speed, speed.rect().center() + speed.rect().topRight() / 2))
    person.waits(lambda: person.text("speed_text") == "1000/s")
    person.click("play")
    person.waits(at_step(person, LAST))
    person.click("speed")  # in its middle; slow enough to be seen on the way
    person.waits(lambda: person.text("speed_text") != "1000/s")
    person.click("play")
    person.waits(lambda: person.find(QSlider, "timeline").value() < LAST)


def test_the_timeline_scrubs(sit_down: SitDown):
    person = sit_down()
    line = person.find(QSlider, "timeline")
    middle = line.rect().center()
    person.hand.press(*person.on_screen(line, middle))
    person.waits(lambda: line.value() in (8, 9))
    person.hand.move(*person.on_screen(line, line.rect().topRight() + middle))
    person.waits(at_step(person, LAST))
    person.hand.release()
    person.hand.key("ctrl+z")
    person.waits(at_step(person, 0))


def test_the_step_is_written_out_with_its_numbers(sit_down: SitDown):
    person = sit_down()
    rule, numbers, test = (
        person.control(n) for n in ("update_rule", "update_numbers", "stop_test")
    )
    assert all(part.isVisible() and part.height() > 16 for part in (rule, numbers, test))
    before = numbers.grab().toImage()
    person.hand.key("Right", "Right")
    person.waits(at_step(person, 2))
    assert numbers.grab().toImage() != before
    assert table_row(person, 2) == ["2", "3.2", "22.24", "6.4", "−5.76"]


def table_row(person: Person, row: int) -> list[str]:
    """The texts of a row of the table."""
    model = person.find(QTableView, "iterates").model()
    texts = [model.index(row, column).data() for column in range(model.columnCount())]
    return [str(text) for text in texts]


def test_a_row_of_the_table_is_a_place_to_go(sit_down: SitDown):
    person = sit_down()
    table = person.find(IteratesTable, "iterates")
    middle = table.visualRect(table.model().index(4, 1)).center()
    person.hand.click(*person.on_screen(table.viewport(), middle))
    person.waits(at_step(person, 4))
    person.waits(lambda: shows_iterate(person, iterate(4)))


def test_a_place_of_the_loss_curve_is_a_place_to_go(sit_down: SitDown):
    person = sit_down()
    curve = person.control("loss_curve")
    right = QPoint(curve.width() - 9, curve.height() // 2)
    person.hand.click(*person.on_screen(curve, right))
    person.waits(at_step(person, LAST))


def test_w0_is_typed(sit_down: SitDown):
    person = sit_down()
    person.writes("start", "-3,5")
    person.waits(lambda: table_row(person, 0)[1] == "−3.5")
    person.waits(lambda: shows_iterate(person, -3.5))


def test_w0_is_dropped_on_the_curve(sit_down: SitDown):
    person = sit_down()
    person.hand.press(*person.at(5, 37))
    for w in (3.9, -1.1, -3.9):
        person.hand.move(*person.at(w, w * w + 12))
        person.waits(partial(starts_near, person, w))
    person.hand.release()
    w = person.exact("start")
    person.waits(lambda: shows_iterate(person, w))
    person.click("step")
    person.waits(lambda: shows_iterate(person, 0.8 * w))


def starts_near(person: Person, w: float) -> bool:
    """Whether the descent starts about there."""
    return abs(person.exact("start") - w) < 0.15


def test_w0_is_drawn_at_random_within_view(sit_down: SitDown):
    person = sit_down()
    starts = {person.exact("start")}
    while len(starts) < 4:
        person.click("random_start")
        person.waits(lambda: person.exact("start") not in starts)
        starts.add(person.exact("start"))
    x0, x1, _, _ = person.view
    assert all(x0 <= start <= x1 for start in starts)


@pytest.mark.parametrize("written", ["0.25", "0,25", ".25", "1/4", "25e-2"])
def test_rate_and_epsilon_are_typed(sit_down: SitDown, written: str):
    person = sit_down()
    person.writes("learning_rate", written)
    person.waits(lambda: table_row(person, 1)[1] == "2.5")
    person.writes("epsilon", written)
    person.waits(lambda: person.exact("epsilon") == 0.25)
    person.hand.key("End")
    person.waits(lambda: "ε = 0.25" in person.text("stop_reason"))


def test_rate_is_dragged_and_the_path_follows(sit_down: SitDown):
    person = sit_down()
    person.hand.key("Right")
    slider = person.control("learning_rate_slider")
    middle = slider.rect().center()
    person.hand.press(*person.on_screen(slider, middle))
    seen = set()
    for share in (0.05, 0.1, 0.15):
        person.hand.move(*person.on_screen(slider, middle * (1 + share)))
        person.waits(lambda: person.text("learning_rate") not in seen)
        after_one = iterate(1, rate=person.exact("learning_rate"))
        person.waits(partial(shows_iterate, person, after_one))
        seen.add(person.text("learning_rate"))
    person.hand.release()


STOPS = [
    ((), {}, "converged", f"step {LAST} of {LAST}"),
    ((), {"learning_rate": "1.2"}, "diverged", ""),
    (("ln x",), {"start": "0.1", "learning_rate": "1"}, "not defined", "step 0 of 0"),
    (("x^2",), {"start": "0"}, "minimum", "step 0 of 0"),
    (("x/1000 + x",), {"epsilon": "1e-9"}, "1000", "step 1000 of 1000"),
    (("x^4/4 - x^2/2",), {"start": "0"}, "maximum", "step 0 of 0"),
]


@pytest.mark.parametrize(("line", "settings", "words", "count"), STOPS)
def test_the_reason_it_stopped_is_said(
    sit_down: SitDown, line: tuple[str, ...], settings: dict[str, str], words: str, count: str
):
    person = sit_down(*line)
    for name, value in settings.items():
        person.writes(name, value)
    person.hand.key("End")
    person.waits(lambda: words in person.text("stop_reason").lower())
    person.waits(lambda: count in person.text("step_count"))


def test_a_start_outside_the_domain_is_answered(sit_down: SitDown):
    person = sit_down("ln x")
    person.writes("start", "-2")
    person.waits(person.control("descent_trouble").isVisible)
    person.hand.key("space", "Right", "End")
    person.writes("start", "2")
    person.waits(lambda: not person.control("descent_trouble").isVisible())


def test_the_tangent_at_the_iterate_is_the_slope_that_the_step_uses(sit_down: SitDown):
    person = sit_down()
    person.writes("x0", "-4")
    person.hand.key("Right", "Right")
    person.waits(at_step(person, 2))
    w, slope = iterate(2), 2 * iterate(2)
    along = w - 2.5, w * w + 12 - 2.5 * slope
    assert not person.has_colour(*along, DESCENT)
    person.click("iterate_tangent")
    person.waits(lambda: person.has_colour(*along, DESCENT))
    person.writes("x0", f"{w}")
    person.waits(lambda: person.number("slope") == pytest.approx(slope))
    assert table_row(person, 2)[3] == person.text("slope")


def test_the_current_row_is_in_sight(sit_down: SitDown):
    person = sit_down(size=(1024, 640))
    person.hand.key("End")
    person.waits(at_step(person, LAST))
    table = person.find(IteratesTable, "iterates")

    def in_sight() -> bool:
        return table.viewport().rect().contains(table.visualRect(table.currentIndex()))

    person.waits(in_sight)
