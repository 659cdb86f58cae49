"""The dialog that asks for a file: what it proposes, its words, and what is refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.ui.filing import Filing
from gdviz.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    found = app.create(["gdviz", "--lang", "ru", "y = tg x^2"], home=tmp_path)
    qtbot.addWidget(found)
    return found


def filing(window: MainWindow) -> Filing:
    return window.findChildren(Filing)[0]


@pytest.mark.parametrize(("what", "ending"), [("file_to_save", ".gdviz"), ("picture_file", ".png")])
def test_a_name_is_proposed_and_all_words_are_of_the_language(
    window: MainWindow, tmp_path: Path, what: str, ending: str
) -> None:
    getattr(filing(window), f"choose_{what}")()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.findChildren(QLineEdit)[0].text() == f"y = tg x^2{ending}"
    assert dialog.iconProvider().type(QFileInfo(str(tmp_path))) == "Папка"
    dialog.reject()


def test_a_document_that_has_a_name_keeps_it(window: MainWindow, tmp_path: Path) -> None:
    filing(window).save_to(tmp_path / "lecture.gdviz")
    filing(window).choose_file_to_save()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.findChildren(QLineEdit)[0].text() == "lecture.gdviz"
    dialog.reject()


@pytest.mark.parametrize(("what", "ending"), [("save_to", ".gdviz"), ("save_picture", ".png")])
def test_a_folder_is_refused_in_words(
    window: MainWindow, tmp_path: Path, what: str, ending: str
) -> None:
    getattr(filing(window), what)(tmp_path / ending)
    assert list(tmp_path.glob(ending)) == []
    remark = window.findChild(QWidget, "passing_remark")
    assert remark is not None
    assert "папка, а не файл" in remark.accessibleName()
