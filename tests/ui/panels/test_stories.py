"""Chains of equalities and the table of derivatives, as widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from gdviz.calculus.typesetting.notation import latex
from gdviz.session.derivation_scene import Story, StoryLine, TableEntry, TableGroup
from gdviz.ui.panels.derivation_stories import Stories
from gdviz.ui.panels.derivation_table import TableSection
from tests.ui import scenes

FIRST, SECOND = scenes.formula("y = a + b"), scenes.formula("= c")
STORY = Story("by a rule", (StoryLine(FIRST), StoryLine(SECOND, "computed")))
SINE = TableEntry(scenes.formula("s = c"), "f(x) = sin x")
POWER = TableEntry(scenes.formula("p = n"), "f(x) = x^n", (("n", 3.0),))
GROUPS = (TableGroup("Lecture", (SINE,)), TableGroup("Powers", (POWER,)))


@pytest.fixture
def stories(home, dressed):
    made = Stories("ways", home)
    made.setGeometry(20, 20, 300, 400)
    return dressed(made)


@pytest.fixture
def table(home, actions, dressed, english, qapp):
    made = TableSection(actions, home)
    made.setGeometry(20, 20, 300, 400)
    made.retranslate(english)
    dressed(made)
    made.show_groups(GROUPS)
    qapp.processEvents()
    return made.table


def heard(signal):
    got: list[object] = []
    signal.connect(got.append)
    return got


def place_of(table, row):
    return table.visualRect(table.model().index(row, 0)).center()


def test_a_story_is_as_high_as_its_lines(stories):
    stories.show_stories((STORY,))
    one = stories.height()
    stories.show_stories((STORY, STORY))
    assert stories.height() > 1.5 * one
    stories.show_stories(())
    assert stories.height() == 0


def test_a_story_is_told_to_screen_readers(stories):
    stories.show_stories((STORY,))
    assert stories.accessibleDescription() == "by a rule\ny = a + b\n= c (computed)"


def test_a_story_is_painted_and_copied(stories, qapp):
    stories.show_stories((STORY,))
    qapp.processEvents()
    picture = stories.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(60) for y in range(picture.height())}
    assert len(colours) > 3
    stories.setFocus()
    QTest.keyClick(stories, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert latex(FIRST) in copied
    assert copied.startswith("\\begin{align*}")


def test_long_reasons_are_folded(stories):
    short = Story("", (StoryLine(FIRST, "why"),))
    long = Story("", (StoryLine(FIRST, "why " * 60),))
    stories.show_stories((short,))
    before = stories.height()
    stories.show_stories((long,))
    assert stories.height() > before + 20


def test_a_click_chooses_a_line_of_the_table(table):
    chosen = heard(table.chosen)
    for row in (0, 1):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(table, row))
    assert chosen == [SINE]


def test_keys_go_through_the_table(table):
    chosen = heard(table.chosen)
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [POWER]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == latex(POWER.formula)


def test_the_table_does_not_scroll_by_itself(table, qapp):
    qapp.processEvents()
    last = table.visualRect(table.model().index(3, 0))
    assert abs(last.bottom() + 1 - table.height()) <= 2
    assert table.accessibleName() == "Table of derivatives"
    assert table.grab().toImage().pixelColor(0, 0).isValid()
