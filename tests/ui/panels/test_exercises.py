"""The panel of exercises in the whole window: by hand and by keys, in every language and look."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.document.document import Panel
from gdviz.practice.exercise import Kind
from gdviz.practice.progress import Tally
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.controls.tabs import Tabs
from gdviz.ui.controls.view import home
from gdviz.ui.main_window import MainWindow
from gdviz.ui.preferences import Preferences
from gdviz.ui.proportions import PLOT_SHARE
from tests.ui.geometry import complaints

CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKS = ("light", "dark", "projector")
SIZES = ((1024, 640), (1280, 720), (1920, 1080))
NAMES = ("answer", "check_answer", "hint", "exercise_kind", "next_exercise", "show_solution")


@pytest.fixture
def open_in(qtbot: QtBot, tmp_path: Path) -> Callable[[str], MainWindow]:
    def open_it(language: str) -> MainWindow:
        window = app.create(["gdviz", "--lang", language], home=tmp_path)
        qtbot.addWidget(window)
        session_of(window).open_panel(Panel.EXERCISES)
        settle(window, qtbot)
        return window

    return open_it


def session_of(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session_of(window).work_done, timeout=20_000)
    for _ in range(4):
        QApplication.processEvents()


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    button = window.findChild(QWidget, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)


def type_answer(window: MainWindow, qtbot: QtBot, text: str) -> None:
    field = window.exercises.answer.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    settle(window, qtbot)


def words(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    return label.text() if label is not None and label.isVisible() else ""


@pytest.fixture
def window(open_in: Callable[[str], MainWindow], qtbot: QtBot) -> MainWindow:
    made = open_in("en")
    press(made, qtbot, "next_exercise")
    return made


def test_the_next_exercise_is_ready_to_be_answered(window: MainWindow):
    assert session_of(window).document.text == "y = tan x²"
    assert window.editor.field.text() == "y = tan x²"
    assert window.focusWidget() is window.exercises.answer.field


def test_enter_checks_and_the_keyboard_stays(window: MainWindow, qtbot: QtBot):
    type_answer(window, qtbot, "2x/cos^2 x^2")
    QTest.keyClick(window.exercises.answer.field, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert words(window, "exercise_verdict_1") == "Right!"
    assert window.focusWidget() is window.exercises.answer.field


def test_a_mistake_is_told_and_goes_with_the_next_letter(window: MainWindow, qtbot: QtBot):
    type_answer(window, qtbot, "1/cos^2 x^2")
    press(window, qtbot, "check_answer")
    assert words(window, "exercise_verdict_1") == "Not yet."
    assert "inner derivative" in words(window, "exercise_verdict_2")
    type_answer(window, qtbot, "2x")
    assert words(window, "exercise_verdict_1") == ""


def test_trouble_stands_under_the_field_and_nothing_is_checked(window: MainWindow, qtbot: QtBot):
    type_answer(window, qtbot, "2x +")
    assert words(window, "answer_message")
    assert not window.exercises.check.isEnabled()
    type_answer(window, qtbot, "2x")
    assert words(window, "answer_message") == ""
    assert window.exercises.answer.preview.isVisible()


def test_the_other_reading_is_a_click_away(window: MainWindow, qtbot: QtBot):
    type_answer(window, qtbot, "sin x/2")
    press(window, qtbot, "answer_alternative")
    assert window.exercises.answer.field.text() == "sin(x/2)"


@pytest.mark.parametrize("by_key", [True, False])
def test_one_change_that_mends_an_answer_is_a_click_or_a_key_away(
    window: MainWindow, qtbot: QtBot, by_key: bool
):
    type_answer(window, qtbot, "2x/cos^2(x^2")
    if by_key:
        QTest.keyClick(window.exercises.answer.field, Qt.Key.Key_F3)
        settle(window, qtbot)
    else:
        press(window, qtbot, "answer_alternative")
    assert window.exercises.answer.field.text() == "2x/cos^2(x^2)"
    assert words(window, "answer_message") == ""


def test_the_key_is_for_the_function_where_the_answer_has_not_the_keyboard(
    window: MainWindow, qtbot: QtBot
):
    type_answer(window, qtbot, "sin x/2")
    window.plot.setFocus()
    QTest.keyClick(window.plot, Qt.Key.Key_F3)
    settle(window, qtbot)
    assert window.exercises.answer.field.text() == "sin x/2"


def place_of(window: MainWindow, name: str) -> QRect:
    part = window.findChild(QWidget, name)
    assert part is not None
    assert part.isVisible(), name
    return QRect(part.mapTo(window.exercises, QPoint(0, 0)), part.size())


def test_nothing_jumps_while_an_answer_is_typed(window: MainWindow, qtbot: QtBot):
    press(window, qtbot, "hint")
    check, hint = place_of(window, "check_answer"), place_of(window, "hints_1")
    field = window.exercises.answer.field
    lowest = hint.top()
    for letter in "sin x/2 + 2x/cos^2(x^2)":
        QTest.keyClicks(field, letter)
        settle(window, qtbot)
        assert place_of(window, "check_answer") == check
        top = place_of(window, "hints_1").top()
        assert top >= lowest, "what was moved down for a message stays there"
        lowest = top


def test_the_verdict_stands_where_it_stood_whatever_else_is_said(window: MainWindow, qtbot: QtBot):
    tops = set()
    for answer in ("2x", "sin x/2", "2x/cos^2 x^2", "x + cos x/2"):
        type_answer(window, qtbot, answer)
        press(window, qtbot, "check_answer")
        tops.add(place_of(window, "exercise_verdict").top())
    assert len(tops) == 1


def test_no_hint_is_left_beside_a_right_answer(window: MainWindow, qtbot: QtBot):
    press(window, qtbot, "hint")
    type_answer(window, qtbot, "2x/cos^2 x^2")
    press(window, qtbot, "check_answer")
    assert words(window, "exercise_verdict_1") == "Right!"
    assert words(window, "hints_1") == ""
    assert not window.exercises.hint.isEnabled()


def test_while_a_line_is_typed_that_is_said_and_not_that_there_is_none(
    window: MainWindow, qtbot: QtBot
):
    for line, told in (("y = x +", "gives no function yet"), ("", "There is no function")):
        session_of(window).type_text(line)
        settle(window, qtbot)
        assert told in window.exercises.task.text()
        assert not window.exercises.answer.isVisible()


def test_a_tab_that_the_pointer_left_does_not_stand_out(window: MainWindow, qtbot: QtBot):
    tabs, handle = window.panels.tabBar(), window.windowHandle()
    first = tabs.tabRect(0).center()
    with_pointer_elsewhere = picture_of(tabs)
    QTest.mouseMove(handle, tabs.mapTo(window, first))
    qtbot.waitUntil(lambda: picture_of(tabs) != with_pointer_elsewhere)
    solution = window.exercises.solution
    QTest.mouseMove(handle, solution.mapTo(window, solution.rect().center()))
    qtbot.waitUntil(lambda: picture_of(tabs) == with_pointer_elsewhere)


def picture_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_hints_come_one_by_one_until_there_are_none(window: MainWindow, qtbot: QtBot):
    button = window.exercises.hint
    count = 0
    while button.isEnabled():
        press(window, qtbot, "hint")
        count += 1
        assert words(window, f"hints_{count}")
    assert count == 6


def test_what_is_newly_said_comes_into_view(window: MainWindow, qtbot: QtBot):
    window.resize(1024, 640)
    settle(window, qtbot)
    for _ in range(6):
        press(window, qtbot, "hint")
    scroll = home(home(window.exercises))
    assert isinstance(scroll, QScrollArea)
    last = window.findChild(QWidget, "hints_6")
    assert last is not None
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("answer", ["2x/(cos x^2", "sin x/2 + x/2y"])
def test_a_message_fits_into_the_narrowest_panel(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, look: str, answer: str
):
    window = open_in("ru")
    press(window, qtbot, "next_exercise")
    window.resize(1024, 640)
    window.deeds[f"theme_{look}"].trigger()
    settle(window, qtbot)
    type_answer(window, qtbot, answer)
    assert complaints(window) == []
    assert too_wide(window) == []
    messages = window.exercises.answer.messages
    for card in messages.cards:
        assert card.isHidden() or messages.rect().contains(card.geometry())


def test_trouble_comes_into_view_and_the_field_stays_in_it(window: MainWindow, qtbot: QtBot):
    window.resize(1024, 640)
    window.deeds["theme_projector"].trigger()
    settle(window, qtbot)
    type_answer(window, qtbot, "2x/(cos x^2")
    button = window.findChild(QWidget, "answer_alternative")
    assert button is not None
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    field = window.exercises.answer.field
    assert field.visibleRegion().boundingRect() == field.rect()


def test_keys_that_work_from_anywhere(window: MainWindow, qtbot: QtBot):
    session_of(window).open_panel(Panel.DESCENT)
    settle(window, qtbot)
    window.plot.setFocus()
    QTest.keyClick(window.plot, Qt.Key.Key_J, CONTROL)
    settle(window, qtbot)
    assert session_of(window).document.panel is Panel.EXERCISES
    assert session_of(window).document.text == "y = arctan²(x³)"
    QTest.keyClick(window.exercises.answer.field, Qt.Key.Key_H, CONTROL)
    settle(window, qtbot)
    assert words(window, "hints_1")


def test_the_solution_is_in_the_panel_of_the_derivative(window: MainWindow, qtbot: QtBot):
    press(window, qtbot, "show_solution")
    assert session_of(window).document.panel is Panel.DERIVATIVE
    assert window.derivative.isVisible()


def test_kinds_and_difficulties_from_menus(window: MainWindow, qtbot: QtBot):
    assert not window.exercises.difficulty.isVisible()
    for name, place, wanted in (("exercise_kind", 4, Kind.CHAIN), ("exercise_difficulty", 2, 3)):
        button = window.findChild(QWidget, name)
        assert button is not None
        menu = button.findChild(QMenu)
        assert menu is not None
        menu.actions()[place].trigger()
        settle(window, qtbot)
        attempt = session_of(window).document.attempt
        assert wanted in (attempt.kind, attempt.difficulty)
    assert window.exercises.kind.text() == "Chain rule"
    assert window.exercises.difficulty.text() == "hard"


def test_the_score_is_kept_for_the_next_time(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, tmp_path: Path
):
    window = open_in("en")
    assert words(window, "progress") == ""
    press(window, qtbot, "next_exercise")
    type_answer(window, qtbot, "2x/cos^2 x^2")
    press(window, qtbot, "check_answer")
    assert words(window, "progress").splitlines()[0].endswith("1 of 1")
    window.close()
    again = open_in("ru")
    assert words(again, "progress").splitlines() == [
        "Верно с первого раза: 1 из 1",
        "Из лекции: 1 из 1 с первого раза",
    ]
    press(again, qtbot, "clear_progress")
    assert words(again, "progress") == ""
    settings = QSettings(str(tmp_path / "gdviz.ini"), QSettings.Format.IniFormat)
    assert not any(key.startswith("exercises") for key in settings.allKeys())


def test_tallies_survive_damage(tmp_path: Path):
    settings = QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings, "en")
    settings.setValue("exercises/power", "many")
    assert preferences.tallies[Kind.POWER] == Tally()
    preferences.note_exercise(Kind.POWER, right=True)
    assert preferences.tallies[Kind.POWER] == Tally(1, 1)
    preferences.clear_tallies()
    assert set(preferences.tallies.values()) == {Tally()}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_cut_off_and_the_plot_has_its_share(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, language: str
):
    window = open_in(language)
    window.exercises.kind_chosen.emit("nested-chain")
    settle(window, qtbot)
    type_answer(window, qtbot, "sin x/2")
    press(window, qtbot, "check_answer")
    for _ in range(4):
        press(window, qtbot, "hint")
    wrong: list[str] = []
    for width, height in SIZES:
        window.resize(width, height)
        for look in LOOKS:
            window.deeds[f"theme_{look}"].trigger()
            settle(window, qtbot)
            place = f"{width}×{height}, {look}"
            wrong += [f"{place}: {what}" for what in complaints(window)]
            wrong += [f"{place}: {what}" for what in too_wide(window)]
            plot = window.plot.size()
            if plot.width() * plot.height() < PLOT_SHARE * width * height:
                wrong.append(f"{place}: the plot is too small")
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_another_language_leaves_no_button_cut_off(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, language: str
):
    window = open_in(language)
    press(window, qtbot, "next_exercise")
    window.deeds["next_language"].trigger()
    settle(window, qtbot)
    assert complaints(window) == []
    for name in ("check_answer", "hint", "show_solution", "next_exercise"):
        button = window.findChild(QWidget, name)
        assert button is not None
        assert button.width() == button.sizeHint().width(), name


def too_wide(window: MainWindow) -> list[str]:
    """What reaches out of the panel, and tabs out of sight."""
    panel, tabs = window.exercises, window.panels.tabBar()
    scroll = home(home(panel))
    assert isinstance(scroll, QScrollArea)
    assert isinstance(tabs, Tabs)
    found = [] if panel.width() <= scroll.viewport().width() else ["the panel is too wide"]
    ends = [tabs.tabRect(place).right() for place in range(tabs.count())]
    found += ["a tab is out of sight"] if max(ends) > window.panels.width() else []
    for part in panel.findChildren(QWidget):
        if part.isVisible() and part.mapTo(panel, part.rect().bottomRight()).x() > panel.width():
            found.append(f"{part.objectName()} reaches out")
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_control_has_a_name_and_is_reached_by_tab(
    open_in: Callable[[str], MainWindow], language: str
):
    window = open_in(language)
    for name in NAMES:
        control = window.findChild(QWidget, name)
        assert control is not None, name
        assert control.accessibleName(), name
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
