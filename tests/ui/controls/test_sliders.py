"""Sliders: mouse and keys, and what they say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LogScale
from gdviz.ui.controls.timeline import Timeline
from gdviz.ui.controls.value_slider import ValueSlider
from tests.ui.typing import retype

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rate(home, dressed):
    slider = ValueSlider("rate", LogScale(0.001, 10.0), home)
    slider.setGeometry(20, 20, 220, 32)
    return dressed(slider)


@pytest.fixture
def timeline(home, dressed):
    slider = Timeline("timeline", home)
    slider.setGeometry(20, 80, 420, 32)
    slider.show_step(3, 40)
    return dressed(slider)


def heard(signal):
    values: list[float] = []
    signal.connect(lambda *got: values.append(*got) if got else values.append(-1))
    return values


def at(slider, position):
    return QPoint(round(slider.x_of(position)), slider.height() // 2)


def test_a_press_goes_there(timeline):
    steps, ends = heard(timeline.moved_to), heard(timeline.drag_finished)
    QTest.mousePress(timeline, LEFT, pos=at(timeline, 12))
    QTest.mouseMove(timeline, at(timeline, 20))
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, 20))
    assert steps[0] == 12
    assert steps[-1] == 20
    assert len(ends) == 1


def test_showing_a_step_says_nothing(timeline):
    steps = heard(timeline.moved_to)
    timeline.show_step(7, 99)
    assert (timeline.value(), timeline.maximum()) == (7, 99)
    assert steps == []


def test_the_hand_is_not_moved_away(timeline):
    QTest.mousePress(timeline, LEFT, pos=at(timeline, 12))
    timeline.show_step(3, 40)
    assert timeline.value() == 12
    QTest.mouseRelease(timeline, LEFT, pos=at(timeline, 12))


def test_nothing_to_scrub(timeline):
    timeline.show_step(0, 0)
    assert not timeline.isEnabled()


def test_keys_move_and_finish(timeline):
    timeline.setFocus()
    steps, ends = heard(timeline.moved_to), heard(timeline.drag_finished)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert steps == [4]
    assert len(ends) == 1


def test_places_and_positions_agree(timeline):
    assert [timeline.position_at(timeline.x_of(k)) for k in range(41)] == list(range(41))


def test_values_are_round(rate):
    values = heard(rate.value_dragged)
    for x in range(10, 200, 7):
        QTest.mouseClick(rate, LEFT, pos=QPoint(x, 16))
    assert values == [float(f"{value:.1e}") for value in values]
    assert values == sorted(values)


def test_a_value_beyond_the_range_stands_at_the_end(rate):
    rate.show_value(1e6)
    assert rate.value() == rate.maximum()
    rate.show_value(0.001)
    assert rate.value() == rate.minimum()


def test_setting_it_from_outside_is_heard(rate):
    values = heard(rate.value_dragged)
    rate.setValue(rate.maximum())
    assert values == [10.0]


def test_a_click_takes_no_keyboard_but_enters_what_was_typed(home, rate):
    field = NumberField("epsilon", parent=home)
    field.setGeometry(300, 20, 80, 32)
    field.show()
    entered = heard(field.value_entered)
    retype(field, "0.5")
    QTest.mouseClick(rate, LEFT, pos=QPoint(50, 16))
    assert entered == [0.5]
    assert field.hasFocus()


def test_a_plain_field_is_left_in_peace(home, rate):
    line = QLineEdit(home)
    line.show()
    retype(line, "abc")
    QTest.mouseClick(rate, LEFT, pos=QPoint(50, 16))
    assert line.text() == "abc"
