"""What is said of a line in the real window stands under its place, and what it offers is one
click, or one key, away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gdviz import app
from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse, remedy
from gdviz.session.analysis import analyse
from gdviz.ui.controller import Controller
from tests.calculus.test_notices import AMBIGUOUS
from tests.calculus.test_parse_errors import TROUBLES

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = app.create(["gdviz", "--lang", "en"], home=tmp_path)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.activateWindow()
    return made


def session_of(window):
    return window.findChildren(Controller)[0].session


@pytest.fixture
def shows(window, qtbot):
    """Waits until the window shows a line."""
    return lambda line: qtbot.waitUntil(
        lambda: window.editor.field.text() == line, timeout=PATIENCE
    )


@pytest.fixture
def typed(window, shows):
    """Types a line and waits until the window shows it."""

    def type_it(line):
        session_of(window).type_text(line)
        shows(line)
        QApplication.processEvents()

    return type_it


def trouble(line):
    try:
        analyse(line, {})
    except ParseError as error:
        return error
    return None


def is_under_its_place(window, card, position):
    """Whether the card hangs below the line, not right of the place, and within the window."""
    field = window.editor.field
    place = field.mapTo(window, QPoint(round(field.x_of(position)), field.height()))
    corner = card.mapTo(window, QPoint(0, 0))
    ends_at_the_edge = corner.x() + card.width() >= window.stage.width() - 16
    is_near = abs(corner.x() - place.x()) <= 16 or (ends_at_the_edge and corner.x() <= place.x())
    return is_near and corner.y() >= place.y() and window.stage.rect().contains(card.geometry())


DRAWN = [line for line in AMBIGUOUS if trouble(line) is None]


@pytest.mark.parametrize("by_key", [True, False], ids=["by key", "by mouse"])
def test_every_notice_offers_the_other_reading(window, typed, shows, by_key):
    for line in DRAWN:
        (notice,) = parse(line).notices
        typed(line)
        card = window.editor.drop.cards[0]
        assert card.isVisible(), line
        assert is_under_its_place(window, card, notice.position), line
        if by_key:
            window.deeds["other_reading"].trigger()
        else:
            QTest.mouseClick(card.button, LEFT)
        shows(notice.alternative)
        session_of(window).undo()
        shows(line)


def test_trouble_is_told_under_its_place_and_mended_by_a_key(window, typed, shows):
    mended = 0
    for line in [one for one in TROUBLES if one.strip() and len(one) < 60]:
        typed(line)
        error = trouble(line)
        card = window.editor.drop.cards[0]
        assert card.isVisible(), line
        assert is_under_its_place(window, card, error.position), line
        other = remedy(line, error)
        assert card.button.isVisible() == (other is not None), line
        if other is not None:
            window.deeds["other_reading"].trigger()
            shows(other)
            mended += 1
    assert mended > 10


def test_tab_comes_from_the_line_to_what_is_offered(window, typed, shows):
    typed("1/2x")
    window.editor.field.setFocus()
    QTest.keyClick(window.editor.field, Qt.Key.Key_Tab)
    button = window.editor.drop.cards[0].button
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    shows("1/(2x)")


def test_of_several_notices_the_key_takes_the_one_at_the_cursor(window, typed, shows):
    line = "1/2x + sin x/2"
    typed(line)
    window.editor.field.setFocus()
    window.editor.field.setCursorPosition(len(line) - 2)
    window.deeds["other_reading"].trigger()
    shows("1/2x + sin(x/2)")


def test_the_key_does_nothing_where_nothing_is_offered(window, typed):
    typed("x^2")
    window.deeds["other_reading"].trigger()
    assert window.editor.field.text() == "x^2"


def test_latex_stays_as_it_was_pasted_and_is_drawn(window, typed):
    typed(r"\frac{x^2}{\sqrt{x+1}}")
    assert window.editor.field.text() == r"\frac{x^2}{\sqrt{x+1}}"
    assert window.editor.preview.accessibleName() == "f(x) = x²/√(x + 1)"
    assert not window.editor.drop.cards[0].isVisible()
