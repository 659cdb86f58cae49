"""The field where f is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from gdviz.session.scene import Message
from gdviz.ui.editor.expression_field import LONGEST, ExpressionField
from tests.ui.typing import retype, type_text


@pytest.fixture
def field(home, dressed):
    made = ExpressionField(home)
    made.setGeometry(20, 20, 300, 32)
    return dressed(made)


@pytest.fixture
def typed(field):
    lines: list[str] = []
    field.typed.connect(lines.append)
    return lines


def pasted(field, text):
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    field.paste()


def test_every_keystroke_is_told(field, typed):
    retype(field, "x√²")
    assert typed == ["x", "x√", "x√²"]


def test_showing_is_not_typing(field, typed):
    field.show_text("tg x")
    assert field.text() == "tg x"
    assert typed == []


def test_setting_the_text_from_outside_is_typing(field, typed):
    field.setText("sin x")
    assert typed == ["sin x"]


def test_the_cursor_stays(field):
    retype(field, "sin x")
    field.setCursorPosition(2)
    field.show_text("sin x")
    assert field.cursorPosition() == 2
    field.show_text("cos x")
    assert field.cursorPosition() == 2


@pytest.mark.parametrize(
    ("pasted_text", "expected"),
    [
        ("a\nb", "a b"),
        ("x^2\r\n+ 1", "x^2 + 1"),
        ("\tx\t+ 1", " x + 1"),
        ("x \u2028 + 1", "x + 1"),
    ],
)
def test_a_pasted_text_becomes_one_line(field, typed, pasted_text, expected):
    field.show_text("")
    pasted(field, pasted_text)
    assert field.text() == expected
    assert typed == [expected]
    assert field.cursorPosition() == len(expected)


def test_a_pasted_page(field, typed):
    page = "sin x + cos x\n" * 5000
    field.show_text("")
    pasted(field, page)
    assert len(field.text()) <= LONGEST
    assert "\n" not in field.text()
    assert len(typed) == 1


def test_pasting_in_the_middle_keeps_the_cursor_behind(field):
    field.show_text("ab")
    field.setFocus()
    field.setCursorPosition(1)
    QGuiApplication.clipboard().setText("1\n2")
    field.paste()
    assert field.text() == "a1 2b"
    assert field.cursorPosition() == 4


@pytest.mark.parametrize("is_error", [True, False])
def test_trouble_is_underlined_at_its_place(field, look, is_error):
    field.show_text("sin foo + x")
    field.clearFocus()
    before = field.grab().toImage()
    field.show_messages((Message(4, 3, "?", is_error=is_error),))
    after = field.grab().toImage()
    colour = QColor(look.colours.error if is_error else look.colours.notice)
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert min(x for x, _ in changed) == pytest.approx(field.x_of(4), abs=3)
    assert max(x for x, _ in changed) == pytest.approx(field.x_of(7), abs=3)
    assert any(after.pixelColor(x, y).name() == colour.name() for x, y in changed)


def test_a_scrolled_line_knows_its_places(field):
    field.show_text("x + " * 60)
    field.setFocus()
    field.end(False)
    QGuiApplication.processEvents()
    assert field.x_of(len(field.text())) == pytest.approx(field.cursorRect().center().x(), abs=1)
    assert field.x_of(0) < 0
    assert field.x_of(10) < field.x_of(11)


def test_undo_is_the_window_s(field, home):
    undone: list[str] = []
    action = QAction(home)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(field.text()))
    home.addAction(action)
    retype(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["abc"]
    assert field.text() == "abc"


def test_space_and_arrows_are_its_own(field):
    retype(field, "a")
    type_text(field, " b")
    QTest.keyClick(field, Qt.Key.Key_Left)
    assert field.text() == "a b"
    assert field.cursorPosition() == 2


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("(", "(x+1)^2"), ("[", "[x+1]^2"), ("|", "|x+1|^2"), ("√", "√(x+1)^2"), ("a", "a^2")],
)
def test_a_bracket_goes_round_what_is_selected(field, typed, sign, expected):
    field.show_text("x+1^2")
    field.setFocus()
    field.setSelection(0, 3)
    type_text(field, sign)
    assert field.text() == expected
    assert typed == [expected]
    assert field.selectedText() == ("x+1" if sign != "a" else "")


def test_nothing_is_closed_unasked(field):
    retype(field, "(x")
    assert field.text() == "(x"


def tabbed_into(field):
    field.clearFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)


@pytest.mark.parametrize("begin", [ExpressionField.offer_whole, tabbed_into])
def test_a_line_that_is_offered_whole_is_typed_over(field, begin):
    field.show_text("x+1")
    field.setFocus()
    begin(field)
    assert field.selectedText() == "x+1"
    type_text(field, "(x")
    assert field.text() == "(x"


def test_a_whole_line_that_is_selected_is_typed_over(field):
    retype(field, "x+1")
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(field, "(x")
    assert field.text() == "(x"


def places_that_change(field, position):
    """Pixels of the field that a cursor at a position changes, without the cursor's own."""
    field.setCursorPosition(len(field.text()))
    field.setReadOnly(True)
    before = field.grab().toImage()
    field.setCursorPosition(position)
    after = field.grab().toImage()
    size = [(x, y) for x in range(after.width()) for y in range(after.height())]
    return {x for x, y in size if after.pixel(x, y) != before.pixel(x, y)}


def test_the_bracket_at_the_cursor_and_its_partner_are_marked(field):
    retype(field, "sin(x(x+1))-x")
    changed = places_that_change(field, 6)
    spots = [field.x_of(5) - 1, field.x_of(9) - 1]
    assert all(any(abs(x - spot) <= 2 for x in changed) for spot in spots)
    assert all(field.x_of(5) - 3 <= x <= field.x_of(10) + 3 for x in changed)
    assert not any(field.x_of(6) + 3 < x < field.x_of(9) - 3 for x in changed)


def test_a_bracket_without_a_partner_is_marked_otherwise(field, look):
    retype(field, "sin(x-x")
    assert places_that_change(field, 4)
    field.setCursorPosition(4)
    picture = field.grab().toImage()
    place = range(round(field.x_of(3)) - 3, round(field.x_of(4)) + 4)
    colours = {picture.pixelColor(x, y).name() for x in place for y in range(4, 28)}
    assert not any(colour == look.colours.accent.lower() for colour in colours)


def test_what_is_put_goes_where_the_cursor_is(field, typed):
    field.show_text("2x")
    field.setFocus()
    field.setCursorPosition(1)
    field.put("sin(", ")")
    assert field.text() == "2sin()x"
    assert field.cursorPosition() == 5
    assert typed == ["2sin()x"]
