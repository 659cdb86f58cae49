"""Completion while typing: a help for those who want it, and nothing to the others."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from gdviz.session.scene import Message
from gdviz.ui.controls.formula_rows import FORMULA
from gdviz.ui.editor import Editor
from tests.ui import scenes
from tests.ui.typing import retype, type_text

Key = Qt.Key


@pytest.fixture
def stage(home):
    return QWidget(home)


@pytest.fixture
def row(home, stage, russian, dressed):
    made = Editor(stage, home)
    layout = QVBoxLayout(home)
    layout.addWidget(made)
    layout.addWidget(stage, 1)
    made.retranslate(russian)
    dressed(made)
    made.text_edited.connect(lambda text: made.show_scene(scenes.editor(text)))
    return made


def names(row):
    model = row.drop.completions.findChild(QListView).model()
    is_there = row.drop.completions.isVisible()
    return [model.index(at, 0).data() for at in range(model.rowCount())] if is_there else []


LINES = [
    "x sin x",
    "L(w)=w^2+12",
    "ln cos^2(sin sqrt x)",
    "у = х sin х",
    "y = arctg^2 x^3",
    "a b c",
]


@pytest.mark.parametrize("line", LINES)
def test_plain_typing_goes_straight_through(row, line):
    retype(row.field, line)
    assert row.field.text() == line


def test_the_list_comes_under_its_word_and_goes_when_it_is_whole(row, stage):
    retype(row.field, "x + ta")
    assert names(row)[:2] == ["tg", "th"]
    card = row.drop.completions
    left = card.mapTo(row.window(), QPoint(0, 0)).x()
    word = row.field.mapTo(row.window(), QPoint(round(row.field.x_of(4)), 0)).x()
    assert abs(left - word) <= 16
    assert stage.rect().contains(card.geometry())
    type_text(row.field, "n")
    assert names(row) == []


def test_tab_takes_the_first(row):
    retype(row.field, "2 arct")
    QTest.keyClick(row.field, Key.Key_Tab)
    assert row.field.text() == "2 arctg "
    assert row.field.hasFocus()
    assert names(row) == []
    assert row.field.cursorPosition() == len("2 arctg ")


def test_arrows_choose_and_enter_takes(row):
    retype(row.field, "ta")
    QTest.keyClick(row.field, Key.Key_Down)
    QTest.keyClick(row.field, Key.Key_Down)
    QTest.keyClick(row.field, Key.Key_Return)
    assert row.field.text() == "th "
    retype(row.field, "ta")
    QTest.keyClick(row.field, Key.Key_Up)
    QTest.keyClick(row.field, Key.Key_Enter)
    assert row.field.text() == "τ"


def test_enter_is_not_swallowed_while_nothing_is_chosen(row):
    entered: list[str] = []
    row.field.returnPressed.connect(lambda: entered.append(row.field.text()))
    retype(row.field, "x + co")
    assert names(row)
    QTest.keyClick(row.field, Key.Key_Return)
    assert entered == ["x + co"]


def test_escape_sends_it_away_for_this_word(row):
    retype(row.field, "x co")
    QTest.keyClick(row.field, Key.Key_Escape)
    assert names(row) == []
    assert row.field.hasFocus()
    type_text(row.field, "se")
    assert names(row) == []
    type_text(row.field, " si")
    assert names(row)


def test_a_click_takes_a_name(row):
    retype(row.field, "x + ta")
    view = row.drop.completions.findChild(QListView)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert row.field.text() == "x + th "
    assert row.field.hasFocus()


def test_it_goes_with_the_cursor_and_with_the_keyboard(row, home):
    retype(row.field, "x + co")
    QTest.keyClick(row.field, Key.Key_Left)
    assert names(row) == []
    retype(row.field, "x + co")
    other = QLineEdit(home)
    other.show()
    other.setFocus()
    assert names(row) == []


def test_tab_without_a_list_leaves_the_field(row):
    retype(row.field, "x")
    QTest.keyClick(row.field, Key.Key_Tab)
    assert not row.field.hasFocus()


def test_setting_a_line_from_elsewhere_offers_nothing(row):
    row.field.setFocus()
    row.field.show_text("x + co")
    assert names(row) == []


def test_messages_step_aside(row):
    retype(row.field, "x + co")
    trouble = Message(4, 2, "?", is_error=True)
    row.show_scene(scenes.editor("x + co", messages=(trouble,)))
    QGuiApplication.processEvents()
    card = row.drop.cards[0]
    assert not card.geometry().intersects(row.drop.completions.geometry())


def test_the_list_says_what_names_mean(row):
    retype(row.field, "ta")
    model = row.drop.completions.findChild(QListView).model()
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "tg: тангенс: sin/cos"


def test_formulas_come_after_the_key_and_move_nothing(row, qtbot):
    retype(row.field, "x + arc")
    model = row.drop.completions.findChild(QListView).model()
    place = row.drop.completions.geometry()
    assert model.index(0, 0).data(FORMULA) is None
    last = model.index(model.rowCount() - 1, 0)
    qtbot.waitUntil(lambda: last.data(FORMULA) is not None)
    assert row.drop.completions.geometry() == place
