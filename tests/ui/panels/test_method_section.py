"""The optimiser and its numbers, chosen and typed by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gdviz.document.document import DescentSettings
from gdviz.i18n import Translator
from gdviz.session.resolve.method import method_scene
from gdviz.ui.panels.method_section import Chooser, ScheduleContent

ADAM = method_scene(DescentSettings(optimiser="adam"), Translator("en")).optimiser


@pytest.fixture
def chooser(home, dressed, english):
    made = Chooser("optimizer", home)
    made.setGeometry(20, 10, 340, 300)
    made.call("Optimizer")
    made.retranslate(english)
    dressed(made).show_choice(ADAM)
    QApplication.processEvents()
    return made


def heard(signal):
    got: list[tuple[object, ...]] = []
    signal.connect(lambda *what: got.append(what))
    return got


def typed(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_choice_says_what_it_is_and_what_it_does(chooser):
    assert chooser.button.accessibleName() == "Optimizer: Adam"
    assert chooser.button.text() == "Adam"
    assert "Momentum and RMSProp" in chooser.button.toolTip()
    assert chooser.about.isVisible()
    chooser.show_choice(ADAM, told=False)
    assert not chooser.about.isVisible()


def test_an_optimiser_is_chosen_in_the_menu(chooser):
    got = heard(chooser.chosen)
    menu = chooser.button.menu()
    assert [action.isChecked() for action in menu.actions()].index(True) == 5
    assert chooser.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    menu.actions()[1].trigger()
    assert got == [("momentum",)]


def test_a_setting_is_typed_stepped_and_dragged(chooser):
    field = chooser.settings.field("beta1")
    entered, dragged = heard(chooser.settings.entered), heard(chooser.settings.dragged)
    typed(field.field, "0,5")
    assert entered == [("beta1", 0.5)]
    QTest.keyClick(field.field, Qt.Key.Key_Down)
    assert entered[-1] == ("beta1", pytest.approx(0.4))
    QTest.keyClick(field.slider, Qt.Key.Key_Left)
    assert dragged[-1][0] == "beta1"
    assert 0.8 <= dragged[-1][1] < 0.9


def test_what_is_out_of_range_stays_with_a_sentence(chooser):
    field = chooser.settings.field("beta2").field
    got = heard(chooser.settings.entered)
    typed(field, "1")
    assert got == []
    assert field.accessibleDescription() == "β₂ must be at least 0 and less than 1."
    typed(field, "0.99")
    assert got == [("beta2", 0.99)]
    assert field.accessibleDescription() == ""
    field.show_value(0.95)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert all(0 <= value < 1 for _, value in got)


def test_another_optimiser_has_other_numbers(chooser):
    momentum = method_scene(DescentSettings(optimiser="momentum"), Translator("en")).optimiser
    chooser.show_choice(momentum)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert chooser.settings.field("momentum").isVisible()
    with pytest.raises(KeyError):
        chooser.settings.field("beta1")
    plain = method_scene(DescentSettings(), Translator("en")).optimiser
    chooser.show_choice(plain)
    assert not chooser.settings.isVisible()


def test_noise_is_typed_and_drawn_anew(home, actions, dressed, english):
    content = ScheduleContent(actions, home)
    content.setGeometry(20, 10, 340, 300)
    content.retranslate(english)
    scene = method_scene(DescentSettings(), english)
    dressed(content).show_scene(scene)
    entered, again = heard(content.noise_entered), heard(content.noise_redrawn)
    assert not content.again.isVisible()
    typed(content.noise, "-1")
    assert entered == []
    typed(content.noise, "0.25")
    assert entered == [(0.25,)]
    content.show_scene(replace(scene, noise=0.25, noise_seed=7))
    assert content.seed.text() == "seed 7"
    QTest.keyClick(content.again, Qt.Key.Key_Return)
    assert len(again) == 1
