"""The functions to choose from: typed, set and explained, in columns without a hole."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui import style
from gdviz.ui.colours import channels
from gdviz.ui.controls.formula_rows import BETWEEN
from gdviz.ui.editor import Editor
from gdviz.ui.editor.examples import EXAMPLES
from gdviz.ui.theme import theme
from tests.ui import scenes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(home, english, dressed):
    made = Editor(QWidget(home), home)
    layout = QVBoxLayout(home)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addStretch(1)
    made.retranslate(english)
    made.show_scene(scenes.editor("x"))
    return dressed(made)


@pytest.fixture
def card(row):
    QTest.mouseClick(row.examples, LEFT)
    return row.examples_card.view()


@pytest.fixture
def chosen(row):
    got: list[str] = []
    row.example_chosen.connect(got.append)
    return got


def list_of(card):
    return card.findChild(QListView, "examples_list")


def test_it_is_made_when_it_is_wanted(row):
    assert not row.examples_card.made


def test_enter_chooses_and_the_keyboard_goes_back(row, chosen):
    row.field.setFocus()
    QTest.mouseClick(row.examples, LEFT)
    card = row.examples_card.view()
    assert list_of(card).hasFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(list_of(card), key)
    assert chosen == ["y = arctg^2 x^3"]
    assert not card.isVisible()
    assert row.field.hasFocus()


def test_a_click_chooses(card, chosen):
    view = list_of(card)
    place = view.visualRect(view.model().index(4, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    assert chosen == [EXAMPLES[4].line]


@pytest.mark.parametrize("how", ["button", "escape", "elsewhere"])
def test_it_goes_without_a_choice(row, card, home, chosen, how):
    if how == "button":
        QTest.mouseClick(row.examples, LEFT)
    elif how == "escape":
        QTest.keyClick(list_of(card), Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(home, LEFT, pos=QPoint(3, home.height() - 3))
    assert not card.isVisible()
    assert chosen == []


def test_it_speaks_the_person_s_language(row, card, russian):
    row.retranslate(russian)
    told = list_of(card).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "y = tg x^2: правило сложной функции"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["light", "dark", "projector"])
def test_it_fits_and_has_no_hole(row, card, home, language, name):
    look = theme(name, window_height=640)
    home.resize(1024, 640)
    home.setPalette(style.palette(look))
    home.setStyleSheet(style.stylesheet(look))
    row.show_theme(look)
    row.retranslate(Translator(language))
    QApplication.processEvents()
    view = list_of(card)
    assert home.rect().contains(card.geometry())
    assert view.verticalScrollBar().maximum() == 0
    inked = columns_with(view.viewport(), look.colours.ink, look.colours.secondary_ink)
    metrics = view.fontMetrics()
    assert np.diff(inked).max() <= 2 * BETWEEN * metrics.height()
    assert inked[-1] >= view.viewport().width() - 3 * metrics.height()


def columns_with(widget, *colours):
    """The columns of pixels in which something is written in one of the colours."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    data = data[:, :, 2::-1].astype(int)
    near = [np.abs(data - channels(colour)).max(axis=2) <= 40 for colour in colours]
    return np.flatnonzero(np.any(near, axis=(0, 1)))
