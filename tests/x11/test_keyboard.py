"""Everything without a mouse: Tab, the palette, the keys, the language."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gdviz.ui.plot.widget import PlotWidget
from tests.x11.person import Person

SitDown = Callable[..., Person]
REACHED = (
    *("expression", "preview", "plot", "x0", "slope", "angle", "panel_tabs", "iterates"),
    *("stop_reason", "first", "step_back", "play", "step", "last", "timeline", "speed"),
    *("learning_rate", "epsilon", "start", "random_start"),
)
"""Of screens.md, what this window has."""


QTS_OWN = ("", "ScrollLeftButton", "ScrollRightButton")
"""Hidden parts of Qt's widgets; Qt names them once and for all."""
FORMULAS = {f"first_example_{count}{kind}" for count in range(3) for kind in ("", ", spoken")}
"""What reads the same in both languages."""


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def place(person: Person) -> tuple[str, str]:
    """Where the keyboard is, and in the plot, at which point."""
    return focused(), person.find(PlotWidget, "plot").focused_handle


def has_left(person: Person, before: tuple[str, str]) -> bool:
    return place(person) != before


def go_round(person: Person, key: str) -> list[str]:
    """The names that the keyboard passes, once round."""
    names: list[str] = []
    while names.count("expression") < 2:
        before = place(person)
        person.hand.key(key)
        person.waits(partial(has_left, person, before))
        names.append(focused())
    return names


@pytest.mark.parametrize("key", ["Tab", "shift+Tab"])
def test_tab_reaches_every_control(sit_down: SitDown, key: str):
    person = sit_down(size=(1920, 1060))
    person.hand.key("End")
    person.waits(lambda: person.text("stop_reason") != "")
    person.click("expression")
    assert set(REACHED) <= set(go_round(person, key))


def test_tab_reaches_the_derivation(sit_down: SitDown):
    person = sit_down()
    tabs = person.control("panel_tabs")
    person.hand.click(*person.on_screen(tabs, tabs.tabRect(0).center()))  # type: ignore[attr-defined]
    person.waits(person.control("derivation").isVisible)
    person.click("expression")
    assert "derivation" in go_round(person, "Tab")


def test_tab_goes_through_the_points_and_arrows_move_them(sit_down: SitDown):
    person = sit_down()
    person.hand.key("Tab")
    person.waits(lambda: person.find(PlotWidget, "plot").focused_handle == "x0")
    person.hand.key("Right")
    person.waits(lambda: person.exact("x0") > 3)
    person.hand.key("Tab", "Left")
    person.waits(lambda: person.exact("start") < 5)
    person.hand.key("Escape", "Right")
    person.waits(lambda: "step 1 " in person.text("step_count"))


def test_the_palette_does_what_is_named(sit_down: SitDown):
    person = sit_down()
    person.hand.key("ctrl+k")
    person.waits(person.control("action_palette").isVisible)
    person.hand.type("dark")
    person.hand.key("Return")
    person.waits(lambda: person.window.palette().window().color().lightness() < 60)
    assert not person.control("action_palette").isVisible()
    assert focused() == "plot"
    person.hand.key("ctrl+k", "Escape")
    person.waits(lambda: not person.control("action_palette").isVisible())


def test_f1_tells_the_keys(sit_down: SitDown):
    person = sit_down()
    person.hand.key("F1")
    person.waits(person.control("keys_overview").isVisible)
    words = " ".join(label.text() for label in person.control("keys_overview").findChildren(QLabel))
    assert "Ctrl+K" in words
    person.hand.key("F1")
    person.waits(lambda: not person.control("keys_overview").isVisible())


def test_ctrl_l_edits_and_enter_goes_back_to_the_plot(sit_down: SitDown):
    person = sit_down()
    person.hand.key("ctrl+l")
    person.waits(lambda: focused() == "expression")
    assert person.field("expression").selectedText() == "L(w) = w^2 + 12"
    person.hand.key("Return")
    person.waits(lambda: focused() == "plot")


def words(window: QWidget) -> dict[str, str]:
    """All that is written on controls, and their names for screen readers."""
    controls = [w for w in window.findChildren(QWidget) if w.objectName() not in QTS_OWN]
    written = {w.objectName(): str(w.property("text") or "") for w in controls}
    return written | {f"{w.objectName()}, spoken": w.accessibleName() for w in controls}


def test_the_language_is_switched_live(sit_down: SitDown):
    person = sit_down()
    person.hand.key("End")
    person.waits(lambda: person.text("stop_reason") != "")
    person.comes_to_rest()
    english = words(person.window)
    person.hand.key("F7")
    person.waits(lambda: "шаг 17 из 17" in person.text("step_count"))
    person.comes_to_rest()
    russian = words(person.window)
    same = {name for name, text in english.items() if text and text == russian.get(name)}
    assert not {name for name in same if re.search("[a-z]{3}", english[name])} - FORMULAS
    assert "сошёлся" in person.text("stop_reason")
    assert "касательн" in person.plot.accessibleDescription()
    person.hand.key("F7")
    person.waits(lambda: words(person.window) == english)
