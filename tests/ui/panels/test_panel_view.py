"""The place that a panel scrolls in."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.resolve.descent import descent_scene
from gdviz.session.session import Session
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.panels.panel_view import PanelScroll, PanelView
from gdviz.ui.theme import theme
from tests.session.conftest import finish

PATIENCE = 200
"""Resizes after which the content keeps one height, so that the event loop goes on."""
WIDTH, TALL, LOW = 300, 420, 380
ROOM = 400


class Contrary(QWidget):
    """Higher when it is wider, as a formula is that breaks badly."""

    def __init__(self):
        super().__init__()
        self.resized = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized += 1
        height = TALL if self.width() >= WIDTH or self.resized > PATIENCE else LOW
        if height != self.height():
            self.setFixedHeight(height)


def panel_with(content: QWidget) -> PanelView:
    """A panel that has no blank around its content."""
    panel = PanelView()
    around = QVBoxLayout(panel)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(content)
    around.addStretch(1)
    return panel


@pytest.fixture
def scroll(qtbot):
    made = PanelScroll()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("width", range(WIDTH - 4, WIDTH + 30, 2))
def test_a_panel_that_is_higher_when_wider_comes_to_rest(scroll, width):
    content = Contrary()
    scroll.setWidget(panel_with(content))
    scroll.resize(QSize(width, ROOM))
    scroll.show()
    for _ in range(5):
        QApplication.processEvents()
    assert 0 < content.resized < PATIENCE


@pytest.mark.parametrize("height", [TALL - 20, TALL + 20])
def test_the_bar_is_seen_where_there_is_something_to_scroll(scroll, qtbot, height):
    scroll.setWidget(panel_with(Contrary()))
    scroll.resize(QSize(2 * WIDTH, height))
    scroll.show()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().isEnabled() is (height < TALL))


def test_the_update_rule_is_such_a_formula(scroll):
    session = Session()
    session.type_text("w^2 + 12")
    session.descent.type_rate(1.05)
    session.descent.type_start(3.0)
    finish(session)
    session.iterates.go_to(194)
    finish(session)
    numbers = descent_scene(session.document, session.results, Translator("en")).numbers
    formula = FormulaLines("numbers")
    formula.show_theme(theme("light"))
    formula.show_markup(numbers)
    scroll.setWidget(panel_with(formula))
    heights = []
    for width in range(220, 380):
        scroll.resize(width, ROOM)
        scroll.show()
        QApplication.processEvents()
        heights.append(formula.height())
    assert heights != sorted(heights, reverse=True)
