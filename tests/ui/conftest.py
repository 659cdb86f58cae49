"""A small world for widgets: a look, languages, and views that are shown and dressed."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.i18n import Translator
from gdviz.ui import style
from gdviz.ui.actions import Actions
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme, theme

Shown = TypeVar("Shown", bound=QWidget)


@pytest.fixture
def look() -> Theme:
    return theme("light")


@pytest.fixture
def english() -> Translator:
    return Translator("en")


@pytest.fixture
def russian() -> Translator:
    return Translator("ru")


@pytest.fixture
def home(qtbot: QtBot, look: Theme) -> QWidget:
    """A window for views to stand in, dressed as the program's."""
    window = QWidget()
    window.setFont(text_font(look.sizes.body))
    window.setPalette(style.palette(look))
    window.setStyleSheet(style.stylesheet(look))
    window.resize(900, 500)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(home: QWidget, english: Translator) -> Actions:
    deeds = Actions(home)
    deeds.retranslate(english)
    return deeds


@pytest.fixture
def dressed(home: QWidget, look: Theme, qtbot: QtBot) -> Callable[[Shown], Shown]:
    """Gives a view the look, shows its window, and hands it back."""

    def dress(view: Shown) -> Shown:
        view.show_theme(look)  # type: ignore[attr-defined]
        home.show()
        home.activateWindow()
        qtbot.waitUntil(home.isVisible)
        QApplication.processEvents()
        return view

    return dress
