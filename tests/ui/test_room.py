"""Where there is little room nothing that matters goes out of sight, and nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.app import create
from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Panel
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow
from gdviz.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = create(["gdviz", "--lang", "ru", "tg x^2"], tmp_path)
    qtbot.addWidget(found)
    found.resize(1280, 720)
    settle(found, qtbot)
    yield found
    found.close()


def session_of(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChildren(Controller)[0].at_rest, timeout=20_000)
    for _ in range(4):
        QApplication.processEvents()


def larger(window: MainWindow, times: int) -> None:
    for _ in range(times):
        window.deeds["larger"].trigger()
    QApplication.processEvents()


def test_the_menu_is_one_column_on_a_small_screen(window: MainWindow):
    menu = window.menu_button.whole
    assert menu.sizeHint().height() <= 720
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert len({menu.actionGeometry(action).x() for action in actions}) == 1


@pytest.mark.parametrize("times", [0, 4, 8])
def test_a_slider_has_a_track_beside_its_knob(window: MainWindow, qtbot: QtBot, times: int):
    larger(window, times)
    settle(window, qtbot)
    for slider in (window.transport.speed, window.transport.rate_slider, window.transport.timeline):
        track = slider.x_of(slider.maximum()) - slider.x_of(slider.minimum())
        assert track >= 0.9 * slider.knob, slider.objectName()


@pytest.mark.parametrize("times", [0, 4, 8, 12])
def test_a_number_is_seen_from_its_first_digit(window: MainWindow, qtbot: QtBot, times: int):
    session_of(window).descent.type_rate(1 / 3)
    larger(window, times)
    settle(window, qtbot)
    field = window.transport.rate
    assert field.text() == "0.3333"
    field.home(False)
    start = field.cursorRect().center().x()
    field.end(False)
    assert 0 <= start < field.cursorRect().center().x() <= field.width()


def test_many_sizes_at_once_are_one_layout(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    shown: list[float] = []
    real = window.show_theme

    def show_theme(look: Theme) -> None:
        shown.append(look.scale)
        real(look)

    monkeypatch.setattr(window, "show_theme", show_theme)
    larger(window, 5)
    settle(window, qtbot)
    assert len(shown) == 1
    assert shown[0] == pytest.approx(1.125**5)


def test_the_result_waits_for_the_last_step(window: MainWindow, qtbot: QtBot):
    session = session_of(window)
    session.open_panel(Panel.DERIVATIVE)
    settle(window, qtbot)
    result = window.derivative.result
    assert result.isVisible()
    analysis = session.results.analysis
    assert analysis is not None
    seen = []
    for _ in range(analysis.beats):
        session.derivation.reveal(1)
        settle(window, qtbot)
        seen.append(result.isVisible())
    assert seen == [False] * (analysis.beats - 1) + [True]
    session.derivation.reveal(-1)
    settle(window, qtbot)
    assert not result.isVisible()
    session.derivation.reveal_all()
    settle(window, qtbot)
    assert result.isVisible()


def test_a_step_that_is_told_is_seen_from_its_heading_on(window: MainWindow, qtbot: QtBot):
    session = session_of(window)
    for _ in range(3):
        session.derivation.reveal(1)
        settle(window, qtbot)
        tree = window.derivative.steps.derivation
        view = window.derivative._scroll.viewport()
        top = tree.mapTo(view, tree.visualRect(tree.currentIndex()).topLeft()).y()
        assert 0 <= top < view.height()


@pytest.mark.parametrize("line", ["a sin(bx) + c cos(kx) + m", "(a x^2 + b)/(x - c)", "a x^2 + b"])
def test_nothing_hangs_over_the_top_of_an_axis(window: MainWindow, qtbot: QtBot, line: str):
    session = session_of(window)
    session.choose_text(line)
    settle(window, qtbot)
    view = window.plot.scene.viewport
    axis = round(-view.x0 / view.width * window.plot.width())
    assert 0 < axis < window.plot.width()
    top = QRect(axis - 8, 0, 32, 24)
    hanging = [card for card in window.editor.drop.lasting if card.isVisible()]
    assert window.editor.drop.parameters in hanging
    assert [card.objectName() for card in hanging if card.geometry().intersects(top)] == []
    before = window.editor.drop.parameters.geometry()
    session.views.show(Viewport(-1.0, 12.0, -3.0, 3.0))
    session.parameters.move("a", 1.5)
    settle(window, qtbot)
    assert window.editor.drop.parameters.geometry() == before


@pytest.mark.parametrize("name", ["table", "ways"])
def test_what_is_opened_is_seen(window: MainWindow, qtbot: QtBot, name: str):
    session_of(window).open_panel(Panel.DERIVATIVE)
    settle(window, qtbot)
    panel = window.derivative
    section = panel._sections[name]
    section.head.click()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: section.height() > 2 * section.head.height())
    settle(window, qtbot)
    view = panel._scroll.viewport()
    head = section.head.mapTo(view, section.head.rect().topLeft()).y()
    end = min(head + section.height(), head + view.height() // 2)
    assert head >= 0
    assert end <= view.height() + 1
