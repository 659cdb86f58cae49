"""The field for numbers: what it shows, what it takes, what it says."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.remark import Remark
from tests.ui.typing import retype, type_text

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(home, dressed, english):
    made = NumberField("rate", positive=True, parent=home)
    QLineEdit(home).setObjectName("elsewhere")
    made.describe("Learning rate", english)
    made.show_value(0.1)
    return dressed(made)


@pytest.fixture
def entered(field):
    values: list[float] = []
    field.value_entered.connect(values.append)
    return values


def remark_of(field):
    return field.window().findChild(Remark)


def test_four_digits_until_it_has_the_keyboard(field):
    field.clearFocus()
    field.show_value(1 / 3)
    assert field.text() == "0.3333"
    field.setFocus()
    assert field.text() == "0.3333333333333333"
    assert field.selectedText() == field.text()
    field.clearFocus()
    assert field.text() == "0.3333"
    assert field.value() == 1 / 3


def test_digits_that_do_not_fit_are_left_out(field):
    field.clearFocus()
    field.hold("−0.0000")
    for value, expected in ((1.23456e-7, "1.2·10⁻⁷"), (-123456.0, "−1·10⁵"), (0.1, "0.1")):
        field.show_value(value)
        assert field.text() == expected
        assert field.value() == value


@pytest.mark.parametrize(("text", "expected"), [("0.25", 0.25), ("0,25", 0.25), ("1e−3", 1e-3)])
def test_enter_takes_what_was_retype(field, entered, text, expected):
    retype(field, text)
    assert entered == []
    QTest.keyClick(field, KEY.Key_Return)
    assert entered == [expected]
    assert field.value() == expected


def test_leaving_takes_what_was_retype(field, entered):
    retype(field, "0.5")
    field.clearFocus()
    assert entered == [0.5]


def test_looking_at_it_enters_nothing(field, entered):
    field.setFocus()
    QTest.keyClick(field, KEY.Key_Return)
    field.clearFocus()
    assert entered == []


@pytest.mark.parametrize("text", ["abc", "0", "-1", "1e400", ""])
def test_trouble_is_said_beside_the_field(field, entered, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    type_text(field, text)
    QTest.keyClick(field, KEY.Key_Return)
    assert entered == []
    assert field.text() == text
    assert field.property("wrong")
    remark = remark_of(field)
    assert remark.isVisible()
    assert remark.text() == field.accessibleDescription()
    assert field.window().rect().contains(remark.geometry())


def test_the_keyboard_stays_to_mend_trouble(field, home):
    passed_on = []
    home.keyPressEvent = lambda event: passed_on.append(event.key())
    retype(field, "abc")
    QTest.keyClick(field, KEY.Key_Return)
    assert passed_on == []
    retype(field, "0.3")
    QTest.keyClick(field, KEY.Key_Return)
    assert passed_on == [KEY.Key_Return]


def test_what_was_left_behind_gives_way_to_a_new_value(field):
    retype(field, "abc")
    field.clearFocus()
    field.show_value(0.1)
    assert field.text() == "abc"
    field.show_value(0.2)
    assert field.text() == "0.2"
    assert remark_of(field).isHidden()


def test_trouble_goes_with_its_cause(field):
    retype(field, "abc")
    QTest.keyClick(field, KEY.Key_Return)
    type_text(field, "1")
    assert remark_of(field).isHidden()
    assert not field.property("wrong")
    assert field.accessibleDescription() == ""


def test_trouble_is_said_in_the_person_s_language(field, russian):
    field.describe("Скорость", russian)
    retype(field, "abc")
    QTest.keyClick(field, KEY.Key_Return)
    assert remark_of(field).text().startswith("Это не число")


def test_escape_puts_the_value_back(field, entered):
    retype(field, "7777")
    QTest.keyClick(field, KEY.Key_Escape)
    assert field.text() == "0.1"
    field.clearFocus()
    assert entered == []


def test_arrows_step(field, entered):
    field.setFocus()
    QTest.keyClick(field, KEY.Key_Up)
    QTest.keyClick(field, KEY.Key_Down)
    QTest.keyClick(field, KEY.Key_Up, SHIFT)
    QTest.keyClick(field, KEY.Key_Up, CONTROL)
    assert entered == [0.11, 0.1, 0.2, 0.201]


def turned(field, clicks):
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(field.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_the_wheel_steps_only_with_the_keyboard(field, entered):
    field.clearFocus()
    turned(field, 1)
    assert entered == []
    field.setFocus()
    turned(field, -2)
    assert entered == [0.098]


def test_a_new_value_leaves_alone_what_is_being_typed(field):
    retype(field, "0.7")
    field.show_value(0.2)
    assert field.text() == "0.7"
    assert field.value() == 0.2


def test_showing_a_value_says_nothing(field, entered):
    field.show_value(3.0)
    assert entered == []


def test_its_font_survives_trouble(field):
    before = field.font().toString()
    retype(field, "x")
    QTest.keyClick(field, KEY.Key_Return)
    QTest.keyClick(field, KEY.Key_Escape)
    assert field.font().toString() == before


def test_accessible_name(field):
    assert field.accessibleName() == "Learning rate"


def test_no_negative_number_is_suggested_where_none_is_taken(field, home, dressed, english):
    retype(field, "abc")
    QTest.keyClick(field, KEY.Key_Return)
    assert "1/3" in remark_of(field).text()
    assert "−3" not in remark_of(field).text()
