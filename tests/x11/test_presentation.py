"""A lecture: the presentation, driven by the keys that a remote sends, and the looks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSlider

from gdviz.ui.theme import theme
from tests.x11.desktop import SIZE
from tests.x11.person import Person

SitDown = Callable[..., Person]


def present(person: Person) -> None:
    person.hand.key("F5")
    person.waits(lambda: person.window.size().toTuple() == SIZE)


def stands_at(person: Person, step: int) -> bool:
    return person.find(QSlider, "timeline").value() == step


def test_a_presentation_fills_the_screen_with_the_plot_and_goes_back(sit_down: SitDown):
    person = sit_down()
    size, plot = person.window.size(), person.plot.size()
    present(person)
    person.waits(lambda: not person.control("panels").isVisible())
    room = person.plot.width() * person.plot.height() / (SIZE[0] * SIZE[1])
    assert room > 0.8
    assert person.plot.hasFocus()
    person.hand.key("Escape")
    person.waits(lambda: person.window.size() == size)
    person.waits(lambda: person.plot.size() == plot)
    assert person.control("panels").isVisible()


def test_a_remote_turns_steps(sit_down: SitDown):
    person = sit_down()
    present(person)
    for key, step in (("Next", 1), ("Next", 2), ("Prior", 1), ("Next", 2)):
        person.hand.key(key)
        person.waits(partial(stands_at, person, step))
    person.hand.key("F5")
    person.waits(lambda: person.window.size().toTuple() != SIZE)


def test_a_remote_blanks_the_screen(sit_down: SitDown):
    person = sit_down()
    present(person)
    for key in ("b", "period", "b"):
        person.hand.key(key)
        person.waits(person.control("blank").isVisible)
        person.waits(lambda: is_one_colour(person))
        person.hand.key(key)
        person.waits(lambda: not person.control("blank").isVisible())
    person.hand.key("b")
    person.waits(person.control("blank").isVisible)
    person.hand.key("Escape")
    person.waits(lambda: not person.control("blank").isVisible())
    assert person.window.size().toTuple() == SIZE


def is_one_colour(person: Person) -> bool:
    picture = person.screen()
    places = range(5, picture.width(), 50)
    return len({picture.pixel(x, picture.height() * x // picture.width()) for x in places}) == 1


def test_b_is_a_letter_elsewhere(sit_down: SitDown):
    person = sit_down()
    person.hand.key("b", "period")
    person.hand.key("ctrl+l")
    person.hand.type("b.")
    person.waits(lambda: person.text("expression") == "b.")
    assert not person.control("blank").isVisible()


def test_the_function_can_be_changed_during_a_presentation(sit_down: SitDown):
    person = sit_down()
    present(person)
    assert not person.control("expression").isVisible()
    person.hand.key("ctrl+l")
    person.waits(person.control("expression").hasFocus)
    person.hand.type("b cos x")
    person.waits(lambda: "cos" in person.control("preview").accessibleName())
    person.hand.key("Return")
    person.waits(lambda: not person.control("expression").isVisible())
    person.hand.key("Escape")
    person.waits(lambda: person.window.size().toTuple() != SIZE)


def test_looks_change_the_paper(sit_down: SitDown):
    person = sit_down("x^2 + 1")
    for name in ("dark", "projector", "light"):
        person.hand.key("F6")
        person.waits(partial(has_corner, person, theme(name).colours.paper))


def has_corner(person: Person, colour: str) -> bool:
    """Whether the window's lower right corner, beside all controls, is of this colour."""
    picture = person.screen()
    return picture.pixelColor(picture.width() - 3, picture.height() - 3) == QColor(colour)


def test_text_grows_and_shrinks(sit_down: SitDown):
    person = sit_down()
    usual = person.control("slope").font().pixelSize()
    person.hand.key("ctrl+plus", "ctrl+plus")
    person.waits(lambda: person.control("slope").font().pixelSize() >= 1.2 * usual)
    person.hand.key("ctrl+minus", "ctrl+minus", "ctrl+minus")
    person.waits(lambda: person.control("slope").font().pixelSize() < usual)
    person.hand.key("ctrl+0")
    person.waits(lambda: person.control("slope").font().pixelSize() == usual)
