"""Functions typed key by key, as the lecture writes them."""

from collections.abc import Callable
from math import atan, cos, exp, log, sin, sqrt, tan

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.parser import parse
from gdviz.session.analysis import analyse
from gdviz.session.scene import Role
from gdviz.ui.theme import theme
from tests.x11.person import Person

CURVE = theme("light").colour(Role.FUNCTION)
LECTURE = [
    ("y = tg x^2", lambda x: tan(x * x), 0.7),
    ("y = arctg^2 x^3", lambda x: atan(x**3) ** 2, -0.9),
    ("ln cos^2(sin sqrt x)", lambda x: log(cos(sin(sqrt(x))) ** 2), 7.0),
    ("sigma(x)", lambda x: 1 / (1 + exp(-x)), -1.3),
    ("L(w) = w^2 + 12", lambda w: w * w + 12, -3.1),
    ("у = х sin х", lambda x: x * sin(x), 2.2),
]


def begin(person: Person) -> QLineEdit:
    """An empty line with the keyboard in it."""
    field = person.field("expression")
    person.hand.key("ctrl+l")
    person.waits(field.hasFocus)
    person.hand.key("BackSpace")
    person.waits(lambda: field.text() == "")
    return field


def type_on(person: Person, field: QLineEdit, line: str) -> None:
    before = field.text()
    person.hand.type(line)
    person.waits(lambda: field.text() == before + line)


def reads_as(preview: QWidget, line: str) -> bool:
    """Whether the formula that is shown is what the line means."""
    return parse(preview.accessibleName()).body == parse(line).body


def read(line: str) -> Formula | ParseError:
    """What a line means, or why it means nothing."""
    try:
        return analyse(line, {}).formula
    except ParseError as error:
        return error


def check_keystroke(person: Person, line: str, before: str) -> str:
    """What the window says of a line; returns the last line that made sense."""
    preview, message, formula = person.control("preview"), person.control("message"), read(line)
    if isinstance(formula, ParseError):
        person.waits(lambda: message.isVisible() and person.text("message"))
        person.waits(lambda: is_at_its_place(person, message, formula.position))
        return before
    person.waits(lambda: reads_as(preview, line))
    person.waits(lambda: message.isVisible() == bool(formula.notices))
    return line


def is_at_its_place(person: Person, message: QWidget, position: int) -> bool:
    """Whether a message begins no further to the right than what it speaks of."""
    left = person.on_screen(message, message.rect().topLeft())[0]
    return left <= x_of(person, position) + 8


def is_shown(person: Person, name: str) -> bool:
    """Whether there is a control of this name, and it is seen."""
    control = person.window.findChild(QWidget, name)
    return control is not None and control.isVisible()


def x_of(person: Person, position: int) -> float:
    """Where a character of the line is, pixels of the screen."""
    field = person.field("expression")
    width = field.fontMetrics().horizontalAdvance
    here, cursor = field.text()[:position], field.text()[: field.cursorPosition()]
    at_cursor = person.on_screen(field, field.cursorRect().center())[0]
    return at_cursor + width(here) - width(cursor)


@pytest.mark.parametrize(("line", "f", "x"), LECTURE, ids=[line for line, _, _ in LECTURE])
def test_each_keystroke_is_followed(
    sit_down: Callable[..., Person], line: str, f: Callable[[float], float], x: float
):
    """What makes no sense yet leaves what was there, before the name that is being typed."""
    person = sit_down()
    first = person.field("expression").text()
    field, good = begin(person), [""]
    for count, character in enumerate(line, start=1):
        type_on(person, field, character)
        good.append(check_keystroke(person, line[:count], good[-1]))
        preview = person.control("preview")
        assert not good[-1] or any(reads_as(preview, shown) for shown in (first, *good) if shown)
    assert good[-1] == line
    person.waits(lambda: person.has_colour(x, f(x), CURVE))


def test_the_last_good_picture_stays_while_the_line_is_broken(sit_down: Callable[..., Person]):
    person = sit_down("x^2 - 2")
    person.waits(lambda: person.has_colour(1.5, 0.25, CURVE))
    view, slope = person.view, person.text("slope")
    field = person.field("expression")
    person.click("expression")
    person.hand.key("End")
    type_on(person, field, " + (")
    person.waits(person.control("message").isVisible)
    assert (person.view, person.text("slope")) == (view, slope)
    assert person.has_colour(1.5, 0.25, CURVE)
    assert "x^2 - 2. " in person.plot.accessibleDescription()
    type_on(person, field, "x)")
    person.waits(lambda: not person.control("message").isVisible())
    person.waits(lambda: person.has_colour(-1.7, -0.81, CURVE))


def test_the_other_reading_is_one_click_away(sit_down: Callable[..., Person]):
    person = sit_down()
    type_on(person, begin(person), "1/2x")
    person.waits(person.control("alternative").isVisible)
    person.click("alternative")
    person.waits(lambda: person.text("expression") == "1/(2x)")
    person.waits(lambda: person.has_colour(0.5, 1.0, CURVE))


def test_an_empty_line_offers_examples_to_click(sit_down: Callable[..., Person]):
    person = sit_down()
    begin(person)
    person.waits(person.control("first_example_1").isVisible)
    person.click("first_example_1")
    person.waits(lambda: person.text("expression") == "y = tg x^2")
    person.waits(lambda: not person.control("first_example_1").isVisible())


def test_parameters_get_sliders_that_bend_the_curve(sit_down: Callable[..., Person]):
    person = sit_down()
    type_on(person, begin(person), "a sin(bx)")
    person.waits(lambda: is_shown(person, "parameter_b"))
    person.writes("parameter_a", "0,5")
    person.waits(lambda: person.has_colour(2.0, 0.5 * sin(2.0), CURVE))
    slider = person.control("parameter_b_slider")
    left, middle = slider.rect().left() + 9, slider.rect().center()
    person.hand.drag(
        person.on_screen(slider, middle), person.on_screen(slider, middle - middle / 3)
    )
    person.waits(lambda: person.number("parameter_b") < 0)
    assert left > 0
    b = person.number("parameter_b")
    person.waits(lambda: person.has_colour(2.0, 0.5 * sin(2.0 * b), CURVE))


def test_a_pasted_page_is_answered_and_nothing_is_lost(sit_down: Callable[..., Person]):
    person = sit_down("x^2 - 2")
    person.waits(lambda: person.has_colour(1.5, 0.25, CURVE))
    begin(person)
    QGuiApplication.clipboard().setText("It was a dark and stormy night.\n" * 120)
    person.hand.key("ctrl+v")
    person.waits(lambda: len(person.text("expression")) > 3000)
    person.waits(lambda: "500" in person.text("message"))
    assert person.has_colour(1.5, 0.25, CURVE)
    person.hand.key("ctrl+z")
    person.waits(lambda: person.text("expression") in ("", "x^2 - 2"))
