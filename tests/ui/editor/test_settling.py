"""Sliders while a line is typed: none come and go with the letters of a name."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gdviz.session.resolve.editor import editor_scene
from gdviz.session.scene import ParameterSlider
from gdviz.session.session import Session
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.editor import Editor
from gdviz.ui.editor.settling import Settling, while_typed, word_before
from tests.ui.typing import type_text

A, B, S = (ParameterSlider(name, 1.0, -5, 5) for name in "abs")


@pytest.fixture
def session() -> Session:
    made = Session()
    made.choose_text("x")
    return made


@pytest.fixture
def row(home, english, dressed, session) -> Editor:
    """The editor with the session behind it."""
    stage = QWidget(home)
    made = Editor(stage, home)
    layout = QVBoxLayout(home)
    layout.addWidget(made)
    layout.addWidget(stage, 1)
    made.retranslate(english)
    dressed(made)
    show(made, session, english)

    def follow(text: str) -> None:
        session.type_text(text)
        show(made, session, english)

    made.text_edited.connect(follow)
    made.begin()
    return made


def show(row: Editor, session: Session, english) -> None:
    row.show_scene(editor_scene(session.document, session.results, english))


def letters(row: Editor) -> str:
    """Those that have a slider."""
    if row.drop.parameters.isHidden():
        return ""
    sliders = row.drop.parameters.findChildren(ValueSlider)
    shown = [slider.objectName() for slider in sliders if not slider.isHidden()]
    return "".join(name.removeprefix("parameter_").removesuffix("_slider") for name in shown)


def typed(row: Editor, line: str) -> list[str]:
    """The letters that have sliders after each keystroke."""
    seen = []
    for character in line:
        type_text(row.field, character)
        seen.append(letters(row))
    return seen


@pytest.mark.parametrize("line", ["x sin x", "x arctg x", "x + exp(-x) + sigma(x)", "x тангенс x"])
def test_the_letters_of_a_name_get_no_sliders(row: Editor, line: str):
    assert set(typed(row, line)) == {""}


def test_a_letter_that_is_meant_has_one_from_its_next_sign_on(row: Editor):
    seen = typed(row, "x + a sin(bx)")
    assert [seen[4], seen[5]] == ["", "a"]
    assert set(seen[5:-1]) == {"a"}
    assert seen[-1] == "ab"


def test_a_pause_brings_and_takes_them(row: Editor, qtbot: QtBot):
    assert typed(row, "x a")[-1] == ""
    qtbot.waitUntil(lambda: letters(row) == "a")
    row.field.backspace()
    assert letters(row) == "a"
    qtbot.waitUntil(lambda: letters(row) == "")


def test_a_line_that_breaks_off_has_those_of_the_picture(
    row: Editor, session: Session, english, qtbot: QtBot
):
    session.choose_text("a x^2 + b")
    show(row, session, english)
    row.field.selectAll()
    assert typed(row, "x + ")[-1] == "ab"
    qtbot.waitUntil(lambda: letters(row) == "")


def test_nothing_comes_while_names_are_offered(row: Editor, qtbot: QtBot):
    (settling,) = row.findChildren(Settling)
    (clock,) = settling.findChildren(QTimer)
    typed(row, "x + si")
    assert row.drop.completions.isVisible()
    qtbot.waitSignal(clock.timeout).wait()
    assert letters(row) == ""
    row.completer.close()
    qtbot.waitUntil(lambda: letters(row) == "si")


def test_a_line_that_is_chosen_has_them_at_once(row: Editor, session: Session, english):
    session.choose_text("a x + b")
    show(row, session, english)
    assert letters(row) == "ab"
    session.choose_text("x")
    show(row, session, english)
    assert letters(row) == ""


def test_the_field_stays_where_it_is_while_one_types(row: Editor):
    places = {place_of(row)}
    for character in "L(w) = a w^2 + sin(kw)":
        type_text(row.field, character)
        places.add(place_of(row))
    assert not row.caption.isVisible()
    row.field.clearFocus()
    places.add(place_of(row))
    assert len(places) == 1


def place_of(row: Editor) -> tuple[int, int, int]:
    """Where the field begins, and how high the row is."""
    QApplication.processEvents()
    return row.field.x(), row.field.y(), row.height()


@pytest.mark.parametrize(
    ("text", "cursor", "word"),
    [
        ("x sin", 5, "sin"), ("x sin", 3, "s"), ("2ax", 2, "2a"), ("sin ", 4, ""),
        ("x_1", 3, "x1"), ("", 0, ""), ("а", 1, "a"),
    ],
)  # fmt: skip
def test_the_word_of_which_more_may_come(text: str, cursor: int, word: str):
    assert word_before(text, cursor) == word


def test_sliders_keep_their_order_while_one_types():
    assert while_typed((B, A), (A, B, S), "") == (B, A, S)
    assert while_typed((B, A), (A, S), "si") == (B, A)
    assert while_typed((), (A, S), "si") == (A,)
