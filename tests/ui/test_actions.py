"""The table of actions: no key twice, everything named in every language, keys that work."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gdviz.ui.actions import ACTIONS

KEY = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def pressed(key, modifiers=NONE, *, held=False):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", held)


def combination(key: str) -> QKeyCombination:
    found = QKeySequence(key)[0]  # type: ignore[index]
    assert isinstance(found, QKeyCombination)
    return found


@pytest.fixture
def asked(actions):
    ids: list[object] = []
    actions.triggered.connect(ids.append)
    actions.switched.connect(lambda name, on: ids.append((name, on)))
    return ids


def test_ids_and_keys_are_unique():
    assert [i for i, count in Counter(deed.id for deed in ACTIONS).items() if count > 1] == []
    keys = Counter(k for deed in ACTIONS for k in (*deed.keys, *deed.bare, *deed.presenting))
    assert [key for key, count in keys.items() if count > 1] == []


def test_keys_are_keys():
    for deed in ACTIONS:
        for key in (*deed.keys, *deed.bare, *deed.presenting):
            assert combination(key).key() != KEY.Key_unknown, (deed.id, key)


def test_bare_keys_work_on_a_text_field_only_when_it_has_no_use_for_them():
    """Letters and the like would be stolen from whoever types: they are for presenting alone."""
    for deed in ACTIONS:
        for key in deed.keys:
            pressed_keys = combination(key)
            is_letter = pressed_keys.key() < KEY.Key_Escape
            assert not is_letter or pressed_keys.keyboardModifiers() & CONTROL, (deed.id, key)


def test_a_click_is_told_by_its_id(actions, asked):
    actions["step"].trigger()
    actions["undo"].trigger()
    assert asked == ["step", "undo"]


def test_switches_tell_what_they_were_switched_to(actions, asked):
    actions["show_angle"].trigger()
    actions["show_angle"].trigger()
    assert asked == [("show_angle", True), ("show_angle", False)]


def test_showing_is_not_asking(actions, asked):
    actions.show_checked("equal_axes", True)
    actions.show_choice("theme", "theme_dark")
    actions.show_enabled("undo", False)
    assert asked == []
    assert actions["theme_dark"].isChecked()
    assert not actions["theme_light"].isChecked()
    assert not actions["undo"].isEnabled()


def test_one_of_a_choice(actions, asked):
    actions["theme_dark"].trigger()
    actions["theme_dark"].trigger()
    assert asked == ["theme_dark", "theme_dark"]
    assert actions["theme_dark"].isChecked()
    actions["theme_light"].trigger()
    assert not actions["theme_dark"].isChecked()


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (pressed(KEY.Key_Space), "play"),
        (pressed(KEY.Key_Right), "step"),
        (pressed(KEY.Key_Right, Qt.KeyboardModifier.KeypadModifier), "step"),
        (pressed(KEY.Key_PageDown), "page_on"),
        (pressed(KEY.Key_Home), "first"),
        (pressed(KEY.Key_C, CONTROL), "copy_picture"),
    ],
)
def test_bare_keys(actions, asked, event, expected):
    assert actions.press(event, presenting=False)
    assert asked == [expected]


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_Period])
def test_a_remote_blanks_only_during_a_presentation(actions, asked, key):
    assert not actions.press(pressed(key), presenting=False)
    assert actions.press(pressed(key), presenting=True)
    assert asked == ["blank"]


def test_a_held_key_steps_on_but_does_not_toggle(actions, asked):
    assert actions.press(pressed(KEY.Key_Space, held=True), presenting=False)
    assert actions.press(pressed(KEY.Key_Right, held=True), presenting=False)
    assert asked == ["step"]


def test_keys_that_mean_nothing(actions, asked):
    assert not actions.press(pressed(KEY.Key_Q), presenting=True)
    assert not actions.press(pressed(KEY.Key_Right, CONTROL), presenting=False)
    assert asked == []


def test_what_is_disabled_stays_undone(actions, asked):
    actions.show_enabled("step", False)
    actions.press(pressed(KEY.Key_Right), presenting=False)
    assert asked == []


def test_names_and_keys_in_two_languages(actions, russian):
    assert actions["play"].toolTip() == "Play or pause (Space)"
    actions.retranslate(russian)
    assert actions["play"].toolTip() == "Пуск или пауза (Пробел)"
    assert actions["step"].iconText() == "Шаг вперёд"
    english = {deed.name for deed in ACTIONS} - {"English", "Русский"}
    assert [action.iconText() for _, action in actions if action.iconText() in english] == []
