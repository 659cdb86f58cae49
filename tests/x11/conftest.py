"""The part of the suite that runs in a real X server, `pytest tests/x11`.

It needs a process of its own, because Qt knows one platform a process. The server is started
before the first Qt object is made, on a display that is free.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.x11.desktop import Desktop, Hand
from tests.x11.person import Person

DESKTOP = Desktop()
os.environ.update(DESKTOP.environment())


def pytest_unconfigure() -> None:
    """The server goes when the tests are over, however they went."""
    DESKTOP.close()


@pytest.fixture
def hand() -> Hand:
    """Real key and mouse events."""
    return Hand(DESKTOP.display)


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[..., QMainWindow]:
    """`open_window("tg x^2")` gives gdviz's main window in this process, shown and active."""
    from gdviz import app

    def open_it(*arguments: str) -> QMainWindow:
        window: QMainWindow = app.create(["gdviz", *arguments], home=tmp_path)
        qtbot.addWidget(window)
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return open_it


@pytest.fixture
def sit_down(
    open_window: Callable[..., QMainWindow], hand: Hand, qtbot: QtBot
) -> Callable[..., Person]:
    """`sit_down("tg x^2")` gives a person at gdviz's window, which speaks English if not asked
    otherwise, once all is computed and shown."""

    def at_the_window(*arguments: str, size: tuple[int, int] = (1280, 720)) -> Person:
        person = Person(open_window(*("--lang", "en"), *arguments), hand, qtbot)
        person.window.resize(*size)
        person.waits(lambda: person.window.size().toTuple() == size)
        person.comes_to_rest()
        return person

    return at_the_window


@pytest.fixture
def start_gdviz(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """`start_gdviz("x^2")` starts the real program, for a person who never used it before;
    it is ended after the test."""
    started: list[subprocess.Popen[str]] = []
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(folders, str(tmp_path)), "LANG": "en_US.UTF-8"}

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "gdviz", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=120)
