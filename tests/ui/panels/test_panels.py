"""The panels beside the plot: tabs, and the descent in numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gdviz.document.document import Panel
from gdviz.ui.panels import Panels
from gdviz.ui.panels.panel_view import PanelScroll
from gdviz.ui.panels.panels import KINDS
from gdviz.ui.theme import theme
from tests.ui import scenes


@pytest.fixture
def panels(home, actions, dressed, english):
    made = Panels(actions, home)
    made.setGeometry(20, 10, 380, 480)
    made.retranslate(english)
    return dressed(made)


@pytest.fixture
def descent(panels, qapp):
    panels.show_panel("descent")
    view = panels.descent.view()
    view.show_rows(scenes.COUNT, scenes.iterate_row)
    view.show_scene(scenes.descent())
    qapp.processEvents()
    return view


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what if len(what) > 1 else what[0]))
    return got


def test_there_is_a_panel_for_each_name_in_documents():
    assert [name for name, _ in KINDS] == list(Panel)


def test_turning_to_a_panel(panels):
    chosen = heard(panels.panel_chosen)
    tabs = panels.tabBar()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert chosen == ["descent"]
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert chosen == ["descent", "derivative"]


def test_showing_a_panel_says_nothing(panels):
    chosen = heard(panels.panel_chosen)
    panels.show_panel("descent")
    assert panels.descent.view().isVisible()
    assert not panels.derivative.made
    assert chosen == []


def test_a_panel_is_made_when_it_is_opened(panels):
    assert not panels.exercises.made
    panels.setCurrentIndex(2)
    assert panels.exercises.view().isVisible()


def test_panels_are_prepared_one_at_a_time(panels):
    left = []
    while panels.prepare():
        left.append(sum(not panel.made for panel in panels._panels))
    assert left == sorted(left, reverse=True)
    assert len(set(left)) == len(left)
    assert all(panel.made for panel in panels._panels)
    assert not panels.prepare()


def test_a_prepared_panel_speaks_the_language(panels, russian):
    panels.retranslate(russian)
    panels.exercises.view()
    assert panels.exercises.view().hint.text() == "Подсказка"


def test_titles_in_two_languages(panels, russian):
    assert [panels.tabText(i) for i in range(2)] == ["Derivative", "Descent"]
    panels.retranslate(russian)
    assert [panels.tabText(i) for i in range(2)] == ["Производная", "Спуск"]


def test_the_descent_in_numbers(descent):
    assert descent.findChild(QWidget, "stop_reason").text() == "The loss changed by less than ε."
    assert "Why it stopped" in descent.verdict.reason.accessibleName()
    assert descent.table.currentIndex().row() == 12
    assert descent.rule.height() > 0


def test_a_warning_comes_and_goes(descent, qapp):
    warning = descent.findChild(QWidget, "stop_warning")
    assert not warning.isVisible()
    descent.show_scene(scenes.descent(warning="This is no minimum."))
    qapp.processEvents()
    assert warning.isVisible()
    descent.show_scene(scenes.descent())
    qapp.processEvents()
    assert not warning.isVisible()


def test_going_to_an_iterate(descent):
    chosen = heard(descent.iterate_chosen)
    descent.table.setFocus()
    QTest.keyClick(descent.table, Qt.Key.Key_Down)
    assert chosen == [13]


def test_the_table_keeps_its_place_while_a_descent_grows(descent):
    chosen = heard(descent.iterate_chosen)
    descent.show_rows(20, scenes.iterate_row)
    assert descent.table.currentIndex().row() == 12
    assert chosen == []


def test_the_scale_of_the_loss(descent, actions):
    switched = heard(actions.switched)
    QTest.mouseClick(descent.log_switch, Qt.MouseButton.LeftButton)
    assert switched == [("log_loss", True)]
    descent.show_log(False)
    assert not descent.log_switch.isChecked()


def test_copying(descent):
    wanted = heard(descent.copy_wanted)
    QTest.mouseClick(descent.copy, Qt.MouseButton.LeftButton)
    assert wanted == [(0, scenes.COUNT - 1)]


def test_nothing_moves_while_it_is_stepped_through(descent, qapp):
    for step in (5, 40, 23):
        descent.show_scene(scenes.descent(step))
    qapp.processEvents()
    parts = [c for c in descent.children() if isinstance(c, QWidget)]
    places = [part.geometry() for part in parts]
    for step in range(scenes.COUNT):
        descent.show_scene(scenes.descent(step))
        qapp.processEvents()
        assert [part.geometry() for part in parts] == places


@pytest.mark.parametrize("name", ["light", "projector"])
@pytest.mark.parametrize("panel", ["derivative", "descent"])
def test_a_panel_is_never_wider_than_its_room(panels, qapp, russian, name, panel):
    panels.retranslate(russian)
    panels.show_theme(theme(name, 1.0, 720))
    panels.show_panel(panel)
    panels.derivative.view().show_scene(scenes.derivative())
    panels.descent.view().show_scene(scenes.descent(warning="Это ещё не минимум. " * 3))
    for width in (230, 283, 360, 440):
        panels.resize(width, 420)
        qapp.processEvents()
        for area in panels.currentWidget().findChildren(PanelScroll) or [panels.currentWidget()]:
            check_it_fits(area)


def check_it_fits(area):
    assert area.widget().width() <= area.viewport().width()
    assert not area.horizontalScrollBar().isVisible()
    for part in area.widget().children():
        if isinstance(part, QWidget) and part.isVisible():
            assert part.x() >= 0
            assert part.geometry().right() < area.widget().width()
