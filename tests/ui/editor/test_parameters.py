"""Sliders of letters: range, step, play."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.session.scene import ParameterSlider
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.editor import Editor
from tests.ui import scenes
from tests.ui.typing import retype

LEFT = Qt.MouseButton.LeftButton
A, B = ParameterSlider("a", 1.5, -5, 5), ParameterSlider("b", 1.0, 0, 2, 0.5)


@pytest.fixture
def stage(home):
    return QWidget(home)


@pytest.fixture
def row(home, stage, english, dressed):
    made = Editor(stage, home)
    layout = QVBoxLayout(home)
    layout.addWidget(made)
    layout.addWidget(stage, 1)
    made.retranslate(english)
    dressed(made)
    made.show_scene(scenes.editor("a x + b", parameters=(A, B)))
    QGuiApplication.processEvents()
    return made


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what if len(what) > 1 else what[0]))
    return got


def part(stage, name):
    return stage.findChild(QWidget, name)


def test_a_click_on_the_letter_opens_its_range(row, stage):
    card = part(stage, "parameter_range")
    assert not card.isVisible()
    QTest.mouseClick(part(stage, "parameter_b_range"), LEFT)
    assert card.isVisible()
    assert [part(stage, f"range_{end}").value() for end in ("low", "high", "step")] == [0, 2, 0.5]
    assert part(stage, "range_low").hasFocus()
    assert stage.rect().contains(card.geometry())
    assert not card.geometry().intersects(row.drop.parameters.geometry())
    QTest.mouseClick(part(stage, "parameter_b_range"), LEFT)
    assert not card.isVisible()


def test_a_range_is_typed(row, stage):
    entered = heard(row.range_entered)
    QTest.mouseClick(part(stage, "parameter_a_range"), LEFT)
    for end, text in (("low", "-1"), ("high", "2,5"), ("step", "0.5")):
        retype(part(stage, f"range_{end}"), text)
        QTest.keyClick(part(stage, f"range_{end}"), Qt.Key.Key_Return)
    assert entered == [("a", -1, 5, 0), ("a", -1, 2.5, 0), ("a", -1, 2.5, 0.5)]


def test_escape_closes_the_range_and_gives_the_keyboard_to_its_letter(row, stage):
    letter = part(stage, "parameter_a_range")
    QTest.mouseClick(letter, LEFT)
    QTest.keyClick(part(stage, "range_low"), Qt.Key.Key_Escape)
    assert not part(stage, "parameter_range").isVisible()
    assert letter.hasFocus()


def test_the_range_goes_with_its_letter(row, stage):
    QTest.mouseClick(part(stage, "parameter_b_range"), LEFT)
    row.show_scene(scenes.editor("a x", parameters=(A,)))
    assert not part(stage, "parameter_range").isVisible()


def test_a_slider_moves_by_its_step(row, stage):
    dragged = heard(row.parameter_dragged)
    slider = stage.findChild(ValueSlider, "parameter_b_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert dragged == [("b", 1.5)]


def test_the_play_button_says_what_it_does(row, stage, russian):
    wanted = heard(row.parameter_play_wanted)
    play = part(stage, "parameter_a_play")
    QTest.mouseClick(play, LEFT)
    assert wanted == ["a"]
    before = play.grab().toImage()
    row.show_playing("a")
    assert play.accessibleName() == "Let a stand"
    assert play.grab().toImage() != before
    row.retranslate(russian)
    row.show_playing("")
    assert play.accessibleName() == "Пусть a бегает туда и обратно"
