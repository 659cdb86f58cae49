"""What tables of numbers have in common."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from gdviz.ui.panels.number_delegate import NumberDelegate
from gdviz.ui.panels.number_table import NumbersModel, NumbersTable

HEADINGS = (("x", "The point"), ("f", "The value"))
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Numbers(NumbersModel):
    """Three rows of two numbers."""

    def rowCount(self, parent=None):
        return 3

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def table(home):
    made = NumbersTable(home)
    numbers = Numbers(2, made)
    made.set_up(numbers, NumberDelegate(made))
    numbers.show_headings(HEADINGS)
    return made


def test_headings_are_told_in_letters_and_in_words(table):
    model = table.model()
    assert model.columnCount() == 2
    assert model.columnCount(model.index(0, 0)) == 0
    for column, (letters, words) in enumerate(HEADINGS):
        assert model.heading(column) == model.headerData(column, ACROSS) == letters
        assert model.headerData(column, ACROSS, Qt.ItemDataRole.ToolTipRole) == words
        assert model.headerData(column, ACROSS, Qt.ItemDataRole.AccessibleTextRole) == words
    assert model.headerData(0, DOWN) is None


def test_other_headings_are_told(table):
    told = []
    model = table.model()
    model.headerDataChanged.connect(lambda *where: told.append(where))
    model.show_headings((("y", ""), ("g", "")))
    assert told == [(ACROSS, 0, 1)]
    assert model.heading(1) == "g"


def test_a_row_is_chosen_by_hand_alone(table):
    chosen: list[int] = []
    table.row_chosen.connect(chosen.append)
    table.selectRow(1)
    assert chosen == [1]
    table.following = True
    table.selectRow(2)
    table.setCurrentIndex(QModelIndex())
    assert chosen == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_keys_that_step_and_play_are_left_to_the_window(table, key):
    table.selectRow(1)
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    table.keyPressEvent(press)
    assert not press.isAccepted()
    assert table.currentIndex().row() == 1


def test_keys_up_and_down_choose(table):
    chosen: list[int] = []
    table.selectRow(1)
    table.row_chosen.connect(chosen.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen == [2]


def test_looks_are_those_of_the_theme(table, look):
    table.dress(look, heading=20.0, row=33.4)
    assert table.model().heading_font.pixelSize() == 20
    assert table.rowHeight(0) == 33
    assert table.horizontalHeader().height() == round(look.sizes.body * 2)
