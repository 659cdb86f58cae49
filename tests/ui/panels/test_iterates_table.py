"""The table of iterates."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gdviz.session.scene import IterateRow
from gdviz.ui.panels.iterates_table import IteratesTable
from gdviz.ui.theme import theme
from tests.ui import scenes

MANY = 100_000


@pytest.fixture
def table(home, dressed, english):
    made = IteratesTable(home)
    made.setGeometry(20, 20, 340, 240)
    made.retranslate(english)
    made.show_rows(scenes.COUNT, scenes.iterate_row)
    made.show_step(3)
    return dressed(made)


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what if len(what) > 1 else what[0]))
    return got


def texts(table, row):
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_what_stands_in_it(table):
    assert table.model().rowCount() == scenes.COUNT
    assert texts(table, 0) == ["0", "5", "37", "10", ""]
    assert texts(table, 1) == ["1", "4", "28", "8", "−9"]


def test_the_current_iterate_is_marked_and_seen(table):
    table.show_step(35)
    assert table.currentIndex().row() == 35
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_showing_is_not_choosing(table):
    chosen = heard(table.iterate_chosen)
    table.show_step(7)
    table.show_rows(5, scenes.iterate_row)
    table.show_step(2)
    assert chosen == []


def test_a_click_goes_there(table):
    chosen = heard(table.iterate_chosen)
    place = table.visualRect(table.model().index(5, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [5]


def test_arrows_go_there_and_the_window_s_keys_pass_through(table):
    chosen = heard(table.iterate_chosen)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert chosen == [4]


def test_headings_speak_in_the_letters_of_the_line(table):
    table.show_letters("w1", "cost")
    heading = table.model().headerData
    headings = [heading(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert headings == ["𝑖", "𝑤1", "𝑐𝑜𝑠𝑡", "𝑐𝑜𝑠𝑡′", "Δ𝑐𝑜𝑠𝑡"]


def test_copying_asks_for_all_or_for_the_chosen_rows(table):
    wanted = heard(table.copy_wanted)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [(0, scenes.COUNT - 1), (3, 4)]


def test_nothing_to_copy(table):
    table.show_rows(0, scenes.iterate_row)
    wanted = heard(table.copy_wanted)
    table.copy()
    assert wanted == []


def test_only_rows_in_sight_are_made(table, qapp):
    made: list[int] = []

    def row_of(index: int) -> IterateRow:
        made.append(index)
        return IterateRow(index, "1", "2", "3", "4")

    table.show_rows(MANY, row_of)
    table.show_step(MANY - 1)
    qapp.processEvents()
    assert 0 < len(made) < 60
    assert max(made) == MANY - 1


@pytest.mark.parametrize("width", [340, 250, 190, 120])
def test_no_column_is_ever_left_out(table, qapp, width):
    table.resize(width, 240)
    qapp.processEvents()
    assert not any(table.isColumnHidden(column) for column in range(5))
    right = table.columnViewportPosition(4) + table.columnWidth(4)
    is_moved = table.horizontalScrollBar().isVisible()
    assert is_moved == (right > table.viewport().width())
    assert is_moved or right >= table.viewport().width() - 12


def test_columns_that_fit_nowhere_are_moved_into_sight(table, qapp):
    table.resize(120, 240)
    qapp.processEvents()
    bar = table.horizontalScrollBar()
    assert bar.isVisible()
    bar.setValue(bar.maximum())
    right = table.columnViewportPosition(4) + table.columnWidth(4)
    assert right <= table.viewport().width()
    table.show_step(3)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("height", [200, 300, 400])
def test_the_current_row_is_always_in_sight(table, qapp, look, height):
    table.show_rows(50, lambda i: IterateRow(i, "1", "2", "3", "4"))
    table.show_step(27)
    table.resize(260, height)
    table.show_theme(theme("projector", 1.5))
    qapp.processEvents()
    place = table.visualRect(table.currentIndex())
    assert table.viewport().rect().top() <= place.top()
    assert place.bottom() <= table.viewport().rect().bottom()


def test_a_long_number_stays_in_its_column(table, qapp, look):
    table.show_rows(1, lambda i: IterateRow(i, "", "−1.234·10⁻¹²³", "", ""))
    qapp.processEvents()
    image = table.viewport().grab().toImage()
    left = table.columnViewportPosition(2)
    strip = {image.pixel(left - 3, y) for y in range(2, table.rowHeight(0) - 2)}
    assert len(strip) == 1
    assert image.pixel(QPoint(left + 8, 2)) in strip


def test_headings_are_told_in_words(table, russian):
    role = Qt.ItemDataRole.AccessibleTextRole
    horizontal = Qt.Orientation.Horizontal
    assert table.model().headerData(3, horizontal, role) == "Slope"
    table.retranslate(russian)
    assert table.model().headerData(3, horizontal, role) == "Производная"
    assert table.accessibleName() == "Шаги"
