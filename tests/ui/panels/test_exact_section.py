"""Under f′: formulas that come, change and go."""

import pytest
from PySide6.QtWidgets import QWidget

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import typeset
from gdviz.i18n import Translator
from gdviz.session.exact_scene import ExactScene
from gdviz.ui.panels.exact_section import ExactSection

LONG = "x + " + " + ".join(f"√(x + {n})" for n in range(30))


def formula(text: str):
    return typeset(parse(text).body, "en")


@pytest.fixture
def section(home, dressed, english):
    made = ExactSection(home)
    made.setGeometry(0, 0, 320, 400)
    made.retranslate(english)
    return dressed(made)


def seen(section: ExactSection) -> list[str]:
    parts = (section.zeros, *section.extrema, section.corners, section.nothing, section.remark)
    return [part.objectName() for part in parts if part.isVisible()]


def test_nothing_takes_no_room(section):
    assert seen(section) == []
    section.show_scene(None)
    assert seen(section) == []


def test_what_is_there_is_seen(section, qapp):
    lines = (formula("x^2"), formula("x^3"))
    section.show_scene(ExactScene(formula("x"), lines, remark="checked", confirmed=True))
    qapp.processEvents()
    assert seen(section) == ["stationary_points", "extrema_0", "extrema_1", "algebra_remark"]
    assert section.remark.text() == "✓ checked"
    section.show_scene(ExactScene(nothing="There is none.", remark="too long"))
    assert seen(section) == ["no_stationary_points", "algebra_remark"]
    assert section.remark.text() == "too long"


def test_an_extremum_at_a_corner_is_told_with_what_is_not_there(section):
    corner = formula("x")
    section.show_scene(ExactScene(extrema=(corner,), corners=corner, nothing="No zero."))
    assert seen(section) == ["extrema_0", "corners", "no_stationary_points"]
    section.show_scene(ExactScene(formula("x")))
    assert seen(section) == ["stationary_points"]


def test_a_shorter_formula_takes_less_room(section, qapp):
    section.show_scene(ExactScene(formula(LONG)))
    qapp.processEvents()
    high = section.zeros.height()
    section.show_scene(ExactScene(formula("x")))
    qapp.processEvents()
    assert section.zeros.height() < high


def test_every_part_has_a_name_for_screen_readers(section):
    section.show_scene(ExactScene(formula("x"), (formula("x"),), "nothing", "remark"))
    for language in ("en", "ru"):
        section.retranslate(Translator(language))
        parts = [part for part in section.findChildren(QWidget) if part.isVisible()]
        assert parts
        assert all(part.accessibleName() for part in parts)
