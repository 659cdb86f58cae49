"""Signs and functions to click, under the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gdviz.ui.editor import Editor
from gdviz.ui.editor.symbols import SYMBOLS
from gdviz.ui.theme import theme
from tests.ui import scenes
from tests.ui.typing import retype

LEFT = Qt.MouseButton.LeftButton
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
    made.show_scene(scenes.editor("x + 1"))
    return made


@pytest.fixture
def palette(row):
    row.toggle_symbols()
    QGuiApplication.processEvents()
    return row.drop.symbols


def button(stage, name):
    return stage.findChild(QWidget, f"symbol_{name}")


def test_it_comes_and_goes_and_the_line_has_the_keyboard(row, palette):
    assert palette.isVisible()
    assert row.field.hasFocus()
    row.toggle_symbols()
    assert not palette.isVisible()
    assert row.field.hasFocus()


def test_a_click_writes_at_the_cursor(row, palette, stage):
    retype(row.field, "a")
    QTest.mouseClick(button(stage, "tan"), LEFT)
    assert row.field.text() == "a tg()"
    assert row.field.cursorPosition() == 5
    assert row.field.hasFocus()
    QTest.mouseClick(button(stage, "pi"), LEFT)
    assert row.field.text() == "a tg(π)"
    assert palette.isVisible()


def test_a_click_goes_round_what_is_selected(row, palette, stage):
    told: list[str] = []
    row.text_edited.connect(told.append)
    row.field.show_text("2x+1")
    row.field.setSelection(1, 3)
    QTest.mouseClick(button(stage, "sqrt"), LEFT)
    assert row.field.text() == "2√(x+1)"
    assert told == ["2√(x+1)"]


def test_escape_folds_it_away(row, palette):
    QTest.keyClick(row.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert row.field.hasFocus()


def test_it_goes_when_something_else_has_the_keyboard(row, palette, home):
    other = QLineEdit(home)
    other.show()
    other.setFocus()
    assert not palette.isVisible()


def test_the_keyboard_goes_into_it_and_back(row, palette, stage):
    retype(row.field, "")
    QTest.keyClick(row.field, Key.Key_Down)
    assert button(stage, "square").hasFocus()
    for _ in range(2):
        QTest.keyClick(stage.window().focusWidget(), Key.Key_Right)
    assert button(stage, "sqrt").hasFocus()
    QTest.keyClick(stage.window().focusWidget(), Key.Key_Return)
    assert row.field.text().endswith("√()")
    assert row.field.hasFocus()
    QTest.keyClick(row.field, Key.Key_Down)
    QTest.keyClick(stage.window().focusWidget(), Key.Key_Up)
    assert row.field.hasFocus()
    assert not palette.isVisible()


def test_its_names_follow_the_language(row, palette, stage, english):
    assert button(stage, "tan").accessibleName() == "тангенс: sin/cos"
    before = button(stage, "tan").grab().toImage()
    row.retranslate(english)
    assert button(stage, "tan").grab().toImage() != before


def test_the_page_of_notation_is_at_its_end(row, palette, stage):
    wanted: list[bool] = []
    row.help_wanted.connect(lambda: wanted.append(True))
    QTest.mouseClick(stage.findChild(QWidget, "symbols_help"), LEFT)
    assert wanted == [True]


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
@pytest.mark.parametrize("width", [640, 1024, 1920])
def test_nothing_is_cut_off(row, palette, stage, name, width):
    row.show_theme(theme(name))
    row.window().resize(width, 700)
    QGuiApplication.processEvents()
    row.drop.place()
    assert stage.rect().contains(palette.geometry())
    buttons = [button(stage, symbol.id) for symbol in SYMBOLS]
    for one in buttons:
        assert palette.rect().contains(one.geometry())
        assert one.width() >= one.natural_width
    places = [one.geometry() for one in [*buttons, stage.findChild(QWidget, "symbols_help")]]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
