"""The editor's helps by hand: completion, the palette, brackets, pasted LaTeX, sliders' ranges."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from tests.x11.person import Person
from tests.x11.test_typing import begin, reads_as, type_on


def test_tab_completes_a_name_and_enter_enters_the_line(sit_down: Callable[..., Person]):
    person = sit_down()
    field = begin(person)
    type_on(person, field, "x arct")
    person.waits(person.control("completions").isVisible)
    person.hand.key("Tab")
    person.waits(lambda: field.text() == "x arctan ")
    type_on(person, field, "x")
    person.waits(lambda: reads_as(person.control("preview"), "x arctan x"))
    type_on(person, field, " + co")
    person.waits(person.control("completions").isVisible)
    person.hand.key("Return")
    person.waits(person.plot.hasFocus)
    assert field.text() == "x arctan x + co"


def test_escape_sends_the_names_away_first_and_leaves_the_line_then(
    sit_down: Callable[..., Person],
):
    person = sit_down()
    field = begin(person)
    type_on(person, field, "x co")
    person.waits(person.control("completions").isVisible)
    person.hand.key("Escape")
    person.waits(lambda: not person.control("completions").isVisible())
    assert field.hasFocus()
    person.hand.key("Escape")
    person.waits(person.plot.hasFocus)


def test_the_palette_writes_at_the_cursor(sit_down: Callable[..., Person]):
    person = sit_down()
    field = begin(person)
    person.hand.key("F2")
    person.waits(person.control("symbols").isVisible)
    person.click("symbol_sqrt")
    person.waits(lambda: field.text() == "√()")
    type_on_inside = "x+1"
    person.hand.type(type_on_inside)
    person.waits(lambda: field.text() == "√(x+1)")
    person.hand.key("Escape")
    person.waits(lambda: not person.control("symbols").isVisible())
    assert field.hasFocus()


def test_a_bracket_goes_round_what_is_selected(sit_down: Callable[..., Person]):
    person = sit_down()
    field = begin(person)
    type_on(person, field, "2x+1")
    person.hand.key("shift+Left", "shift+Left", "shift+Left")
    person.waits(lambda: field.selectedText() == "x+1")
    person.hand.type("(")
    person.waits(lambda: field.text() == "2(x+1)")
    person.hand.key("End")
    type_on(person, field, "^2")
    person.waits(lambda: reads_as(person.control("preview"), "2(x+1)^2"))


def test_latex_is_pasted(sit_down: Callable[..., Person]):
    person = sit_down()
    field = begin(person)
    QGuiApplication.clipboard().setText(r"$\frac{x^2}{\sqrt{x^2+1}}$" + "\n")
    person.hand.key("ctrl+v")
    person.waits(lambda: field.text().startswith("$"))
    person.waits(lambda: reads_as(person.control("preview"), "x^2/sqrt(x^2+1)"))
    assert not person.control("message").isVisible()


def test_a_key_takes_the_other_reading(sit_down: Callable[..., Person]):
    person = sit_down()
    field = begin(person)
    type_on(person, field, "sin x/2")
    person.waits(person.control("alternative").isVisible)
    person.hand.key("F3")
    person.waits(lambda: field.text() == "sin(x/2)")


def test_a_parameter_has_a_range_and_runs(sit_down: Callable[..., Person]):
    person = sit_down("a sin x")
    person.click("parameter_a_range")
    person.waits(person.control("range_high").isVisible)
    person.writes("range_high", "2")
    person.writes("range_low", "1")
    person.click("range_leave")
    person.waits(lambda: not person.control("parameter_range").isVisible())
    person.click("parameter_a_play")
    person.waits(lambda: person.exact("parameter_a") > 1.2)
    person.click("parameter_a_play")
    stood = person.exact("parameter_a")
    assert 1 <= stood <= 2
    person.hand.key("ctrl+z")
    person.waits(lambda: person.exact("parameter_a") == 1)


def test_the_page_of_notation_comes_and_goes(sit_down: Callable[..., Person]):
    person = sit_down()
    person.hand.key("shift+F1")
    person.waits(person.control("notation_page").isVisible)
    person.hand.key("Escape")
    person.waits(lambda: not person.control("notation_page").isVisible())
