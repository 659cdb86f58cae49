"""Δx → 0 in the program as it is put together: by button, key and hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.document.document import Panel, Side
from gdviz.session.approach import NEAR
from gdviz.session.session import Session
from gdviz.ui.approach import SecantPlayback
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow
from gdviz.ui.panels.secant_section import SecantSection

PATIENCE = 30_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    found: MainWindow = app.create(["gdviz", "--lang", "en"], home=tmp_path)
    qtbot.addWidget(found)
    return found


@pytest.fixture
def session(window: MainWindow) -> Session:
    found = window.findChildren(Controller)[0].session
    found.open_panel(Panel.DERIVATIVE)
    found.edit(sections=("secant",))
    found.iterates.set_speed(60.0)
    return found


@pytest.fixture
def section(window: MainWindow, session: Session) -> SecantSection:
    return window.derivative.section(SecantSection)


@pytest.fixture
def waits(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda seen: qtbot.waitUntil(seen, timeout=PATIENCE)


def delta_x(session: Session) -> float:
    return session.document.secant.delta_x


@pytest.mark.parametrize(("side", "sign"), [(Side.RIGHT, 1), (Side.LEFT, -1)])
def test_played_until_the_secant_is_the_tangent(window, session, waits, side, sign):
    window.deeds[f"approach_{side}"].trigger()
    assert session.document.shown.secant
    waits(lambda: 0 < sign * delta_x(session) <= NEAR)
    assert session.document.secant.side is side
    waits(lambda: session.can_undo)
    session.undo()
    assert abs(delta_x(session)) > NEAR


def test_what_plays_is_seen_in_the_panel(window, session, section, waits):
    session.edit(sections=("derivation",), panel=Panel.DESCENT)
    waits(lambda: not section.isVisible())
    window.deeds["approach"].trigger()
    waits(lambda: section.isVisible() and section.body.isVisible())


def test_what_plays_is_scrolled_into_view(window, session, section, waits):
    """The section stands above all that is unfolded under it."""
    session.edit(sections=("secant", "derivation", "proof", "result", "table"))
    session.choose_text("x^2 sin x cos x ln x")
    window.show()
    bar = window.derivative._scroll.verticalScrollBar()
    waits(lambda: bar.maximum() > 3 * section.height())
    bar.setValue(bar.maximum())
    assert section.visibleRegion().isEmpty()
    window.deeds["approach"].trigger()
    waits(lambda: not section.switch.visibleRegion().isEmpty())


@pytest.mark.parametrize("deed", ["derivation_next", "derivation_back", "approach"])
def test_a_presentation_brings_the_panel_for_what_is_told_there(window, session, section, deed):
    session.edit(sections=(), panel=Panel.DESCENT, revealed=2)
    window.show()
    window.deeds["presentation"].trigger()
    assert not window.panels.isVisible()
    window.deeds[deed].trigger()
    window.findChildren(Controller)[0].complete()
    told = section.body if deed == "approach" else window.derivative.steps.derivation
    assert told.isVisible()
    assert window.deeds["panel"].isChecked()
    window.deeds["panel"].trigger()
    assert not window.panels.isVisible()
    window.deeds["presentation"].trigger()
    assert window.panels.isVisible()


def test_on_into_rounding_and_anew(window, session, waits):
    session.secant.step_by_tens(True)
    window.deeds["approach"].trigger()
    playback = window.findChildren(SecantPlayback)[0]
    waits(lambda: delta_x(session) <= NEAR and not playback.playing)
    window.deeds["approach_on"].trigger()
    waits(lambda: delta_x(session) < 2e-16 and not playback.playing)
    window.deeds["approach"].trigger()
    assert delta_x(session) > 1e-3


def test_a_second_press_pauses(window, session, section):
    session.iterates.set_speed(0.5)
    window.deeds["approach"].trigger()
    playing = section.players[Side.RIGHT].grab().toImage()
    window.deeds["approach"].trigger()
    assert section.players[Side.RIGHT].grab().toImage() != playing
    before = delta_x(session)
    QApplication.processEvents()
    assert delta_x(session) == before


def test_the_hand_on_the_second_point_stops_it(window, session, waits):
    session.iterates.set_speed(2.0)
    window.deeds["approach"].trigger()
    window.plot.secant_dragged.emit(1.5)
    QApplication.processEvents()
    assert delta_x(session) == 1.5


def test_x0_may_be_moved_meanwhile(window, session, waits):
    window.deeds["approach"].trigger()
    window.plot.tangent_dragged.emit(1.0)
    waits(lambda: delta_x(session) <= NEAR)
    assert session.document.x0 == 1.0


def test_less_motion_jumps_from_beat_to_beat(window, session, waits):
    window.deeds["less_motion"].trigger()
    session.secant.step_by_tens(True)
    session.secant.enter(1.0)
    seen = set()
    window.deeds["approach"].trigger()
    while delta_x(session) > NEAR:
        seen.add(delta_x(session))
        QApplication.processEvents()
    assert seen <= {1.0, 0.1, 0.01, 0.001, 1e-4, 1e-5}
    assert window.findChildren(Controller)[0].preferences.less_motion


def test_the_switch_and_its_key(window, session, section, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.plot, Qt.Key.Key_D, held)
    assert session.document.shown.secant
    QTest.mouseClick(section.switch, Qt.MouseButton.LeftButton)
    assert not session.document.shown.secant
    assert not section.switch.isChecked()


def test_a_row_of_the_table_goes_there(window, session, section, waits):
    session.show("secant", True)
    waits(lambda: section.table.model().rowCount() > 10)
    section.table.delta_x_chosen.emit(1e-8)
    assert delta_x(session) == 1e-8
    waits(lambda: section.table.currentIndex().row() == 8)
    assert section.delta_x.value() == 1e-8


def test_zooming_along(window, session, waits):
    session.show("secant", True)
    session.secant.enter(1e-5)
    window.deeds["secant_zoom"].trigger()
    assert window.plot.scene.viewport.width < 1e-3
    window.deeds["secant_zoom"].trigger()
    assert window.plot.scene.viewport.width > 1.0


def test_switched_off_while_it_plays_it_stops(window, session, section, waits):
    session.iterates.set_speed(2.0)
    window.deeds["approach"].trigger()
    session.show("secant", False)
    waits(lambda: not section.body.isVisible())
    before = delta_x(session)
    QApplication.processEvents()
    assert delta_x(session) == before
