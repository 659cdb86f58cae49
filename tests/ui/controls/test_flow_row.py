"""Controls on as many lines as they need; a choice of a few behind words."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gdviz.ui.controls.choice_button import ChoiceButton
from gdviz.ui.controls.flow_row import FlowRow
from gdviz.ui.controls.icon_button import WordButton

WORDS = ("Check", "Hint", "Solution")


@pytest.fixture
def row(home, dressed, look):
    made = FlowRow(home)
    buttons = [WordButton(word, made) for word in WORDS]
    for button in buttons:
        button.setText(button.objectName())
        button.show_theme(look)
    made.add(*buttons)
    made.resize(600, 10)
    return dressed(made)


def buttons_of(row):
    return [row.findChild(WordButton, word) for word in WORDS]


def test_side_by_side_where_there_is_room(row):
    buttons = buttons_of(row)
    assert {button.y() for button in buttons} == {0}
    assert all(a.geometry().right() < b.x() for a, b in pairwise(buttons))
    assert row.height() == buttons[0].height()


def test_one_under_another_where_there_is_none(row, qapp):
    row.resize(70, row.height())
    qapp.processEvents()
    buttons = buttons_of(row)
    assert [button.x() for button in buttons] == [0, 0, 0]
    assert all(a.geometry().bottom() < b.y() for a, b in pairwise(buttons))
    assert row.height() == buttons[-1].geometry().bottom() + 1
    assert all(button.width() <= 70 for button in buttons)


def test_what_is_hidden_takes_no_room(row):
    first, second, _ = buttons_of(row)
    place = second.x()
    first.hide()
    row.arrange()
    assert second.x() < place


def test_a_choice_is_told_and_shown(home, dressed, qtbot):
    button = dressed(ChoiceButton("kind", home))
    button.offer("Exercises on", {"power": "Powers", "chain": "Chain rule"})
    button.show_choice("power")
    assert button.text() == "Powers"
    assert button.accessibleName() == "Exercises on: Powers"
    menu = button.findChild(QMenu)
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(button.chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["chain"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
