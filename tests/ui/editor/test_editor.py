"""The editor row and what hangs from it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Fraction, Letter, Markup, Operator, Row, Upright
from gdviz.session.scene import Message, ParameterSlider
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.editor import Editor
from gdviz.ui.editor.examples import FIRST_THREE
from gdviz.ui.theme import theme
from tests.ui import scenes
from tests.ui.typing import retype

LEFT = Qt.MouseButton.LeftButton
ERROR = Message(6, 3, "There is no function foo.", "Did you mean floor?", is_error=True)
NOTICE = Message(0, 7, "Read as (sin x)/2.", alternative="sin(x/2)")
A, B = ParameterSlider("a", 1.5, -5, 5), ParameterSlider("b", 1.0, -5, 5)


@pytest.fixture
def stage(home):
    return QWidget(home)


@pytest.fixture
def row(home, stage, english, dressed):
    made = Editor(stage, home)
    layout = QVBoxLayout(home)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addWidget(stage, 1)
    made.retranslate(english)
    return dressed(made)


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what if len(what) > 1 else what[0]))
    return got


def settled():
    QGuiApplication.processEvents()


def message_of(stage):
    return stage.findChild(QWidget, "message")


def test_typing(row):
    lines = heard(row.text_edited)
    retype(row.field, "x²")
    assert lines == ["x", "x²"]


def test_names_and_tab_order(row):
    for name in ("expression", "preview", "examples"):
        control = row.findChild(QWidget, name)
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.field.accessibleName() == "Function"


def test_the_left_hand_side_is_written_unless_it_is_typed(row):
    row.field.clearFocus()
    row.show_scene(scenes.editor("tg x^2", name="f", variables=("x",)))
    settled()
    assert row.caption.isVisible()
    row.show_scene(scenes.editor("y = tg x^2"))
    assert not row.caption.isVisible()


def test_the_field_does_not_jump_when_a_left_hand_side_is_typed(row):
    row.field.clearFocus()
    row.show_scene(scenes.editor("y", name="f", variables=("y",)))
    settled()
    row.field.setFocus()
    before = row.field.pos()
    row.show_scene(scenes.editor("y = x"))
    settled()
    assert row.field.pos() == before
    row.field.clearFocus()
    settled()
    assert row.field.pos() == before


def test_a_message_stands_under_its_place(row, stage):
    row.show_scene(scenes.editor("sin + foo", messages=(ERROR,)))
    settled()
    message = message_of(stage)
    assert message.isVisible()
    assert message.text() == "There is no function foo. Did you mean floor?"
    place = row.field.mapTo(row.window(), QPoint(round(row.field.x_of(6)), row.field.height()))
    card = message.parentWidget()
    corner = card.mapTo(row.window(), QPoint(0, 0))
    assert abs(corner.x() - place.x()) <= 16
    assert 0 <= corner.y() - place.y() <= 24
    assert ERROR.text in row.field.accessibleDescription()


def test_a_message_goes_with_its_cause(row, stage):
    row.show_scene(scenes.editor("sin + foo", messages=(ERROR,)))
    row.show_scene(scenes.editor("sin x"))
    assert not message_of(stage).isVisible()
    assert message_of(stage).text() == ""
    assert row.field.accessibleDescription() == ""


def test_a_message_far_to_the_right_stays_on_the_stage(row, stage):
    long = Message(150, 3, "There is something here that nobody can read. " * 3, is_error=True)
    row.field.setFocus()
    row.show_scene(scenes.editor("x + " * 40, messages=(long,)))
    settled()
    card = message_of(stage).parentWidget()
    assert stage.rect().contains(card.geometry())


def test_the_other_reading_is_one_click_away(row, stage):
    chosen = heard(row.alternative_chosen)
    row.show_scene(scenes.editor("sin x/2", messages=(NOTICE,)))
    settled()
    button = stage.findChild(QWidget, "alternative")
    assert "sin(x/2)" in button.text()
    QTest.mouseClick(button, LEFT)
    assert chosen == ["sin(x/2)"]


def test_an_error_offers_no_other_reading(row, stage):
    row.show_scene(scenes.editor("sin x/2", messages=(NOTICE,)))
    row.show_scene(scenes.editor("sin + foo", messages=(ERROR,)))
    settled()
    assert not stage.findChild(QWidget, "alternative").isVisible()


def test_three_messages_do_not_cover_each_other(row, stage):
    row.show_scene(scenes.editor("abc def", messages=(NOTICE, NOTICE, ERROR, ERROR)))
    settled()
    cards = [card for card in row.drop.cards if card.isVisible()]
    assert len(cards) == 3
    for card in cards:
        others = [other for other in cards if other is not card]
        assert not any(card.geometry().intersects(other.geometry()) for other in others)


def test_parameters_have_sliders(row, stage):
    dragged, entered = heard(row.parameter_dragged), heard(row.parameter_entered)
    ended: list[bool] = []
    row.drag_finished.connect(lambda: ended.append(True))
    row.show_scene(scenes.editor("a x + b", parameters=(A, B)))
    settled()
    slider = stage.findChild(ValueSlider, "parameter_a_slider")
    assert slider.accessibleName()
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 2, 16))
    assert dragged == [("a", 5.0)]
    assert ended == [True]
    field = stage.findChild(NumberField, "parameter_b")
    assert field.text() == "1"
    retype(field, "−2,5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered == [("b", -2.5)]


def test_a_slider_lives_on_while_its_letter_does(row, stage):
    row.show_scene(scenes.editor("a x", parameters=(A,)))
    first = stage.findChild(ValueSlider, "parameter_a_slider")
    row.show_scene(scenes.editor("a x + b", parameters=(A, B)))
    assert stage.findChild(ValueSlider, "parameter_a_slider") is first
    row.show_scene(scenes.editor("x"))
    settled()
    assert not row.drop.parameters.isVisible()


def test_many_parameters_stay_on_the_stage(row, stage):
    letters = tuple(ParameterSlider(letter, 1.0, -5, 5) for letter in "abcdkmnpq")
    row.show_scene(scenes.editor("abcdkmnpq", parameters=letters))
    settled()
    strip = row.drop.parameters
    assert stage.rect().contains(strip.geometry())
    for control in strip.children():
        if isinstance(control, QWidget):
            assert strip.rect().contains(control.geometry())


def test_an_empty_line_offers_three_examples(row, stage):
    chosen = heard(row.example_chosen)
    row.show_scene(scenes.editor("  ", preview=None))
    settled()
    buttons = [stage.findChild(QWidget, f"first_example_{index}") for index in range(3)]
    assert [button.text() for button in buttons] == [example.line for example in FIRST_THREE]
    assert all(button.isVisible() for button in buttons)
    QTest.mouseClick(buttons[1], LEFT)
    assert chosen == ["y = tg x^2"]
    row.show_scene(scenes.editor("y = tg x^2"))
    assert not buttons[0].isVisible()


def test_a_presentation_shows_the_reading_alone(row):
    row.show_scene(scenes.editor())
    row.field.clearFocus()
    row.show_presentation(True)
    settled()
    assert not row.field.isVisible()
    assert row.preview.isVisible()
    row.begin()
    settled()
    assert row.field.isVisible()
    assert row.field.hasFocus()
    row.field.clearFocus()
    settled()
    assert not row.field.isVisible()
    row.show_presentation(False)
    assert row.field.isVisible()


def test_a_line_without_a_reading_is_seen_in_a_presentation_too(row):
    row.field.clearFocus()
    row.show_scene(scenes.editor("sin +", preview=None))
    row.show_presentation(True)
    settled()
    assert row.field.isVisible()


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
@pytest.mark.parametrize("width", [640, 1024, 1920])
def test_nothing_is_cut_off(row, stage, name, width):
    row.show_theme(theme(name))
    row.window().resize(width, 600)
    parts = {"messages": (NOTICE, ERROR), "parameters": (A, B)}
    row.show_scene(scenes.editor("a sin x/2 + b", **parts))
    settled()
    for piece in (*row.drop.cards[:2], row.drop.parameters):
        assert stage.rect().contains(piece.geometry())
    for control in (row.field, row.preview, row.examples):
        assert row.rect().contains(control.geometry())
    label = row.drop.cards[1].label
    assert label.heightForWidth(label.width()) <= label.height()


def tower(height):
    formula: Markup = Letter("x")
    for _ in range(height):
        formula = Fraction(Upright("1"), Row((Upright("1"), Operator("+"), formula)))
    return formula


def test_a_high_formula_hangs_below_the_row_where_it_can_be_read(row, stage):
    row.setFixedHeight(40)
    row.show_scene(scenes.editor("1/(1 + 1/(1 + 1/x))", preview=tower(3)))
    settled()
    assert row.preview.isVisible()
    assert stage.isAncestorOf(row.preview)
    assert row.preview.height() > row.height()
    assert stage.rect().contains(row.drop.reading.geometry())
    row.show_scene(scenes.editor())
    settled()
    assert row.preview.isVisible()
    assert row.isAncestorOf(row.preview)
    assert row.layout().indexOf(row.preview) == row.layout().indexOf(row.field) + 1
    assert not row.drop.reading.isVisible()


def test_what_hangs_does_not_cover_the_sliders(row):
    row.setFixedHeight(40)
    row.show_scene(scenes.editor("1/(1 + a/x)", preview=tower(3), parameters=(A, B)))
    settled()
    assert not row.drop.reading.geometry().intersects(row.drop.parameters.geometry())


def test_a_long_line_is_offered_round_its_place(row, stage):
    line = "x + " * 30 + "sin(x/2)" + " + x" * 30
    notice = Message(120, 8, "?", alternative=line)
    row.show_scene(scenes.editor("x", messages=(notice,)))
    settled()
    button = row.drop.cards[0].button
    assert "sin(x/2)" in button.text()
    assert len(button.text()) < 70
    assert line in button.toolTip()
    assert stage.rect().contains(row.drop.cards[0].geometry())
