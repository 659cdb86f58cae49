"""The window with its worker process: never before the first paint, in the way, or left over."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.calculus.parser import parse
from gdviz.compute.protocol import Mishap, NoAnswer
from gdviz.session.session import Session
from gdviz.symbolic.questions import FindLimit, Limit, Proof, Verdict
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow
from gdviz.ui.worker import Algebra

AS_LONG_AS_IT_TAKES = 240_000
"""Milliseconds: sympy loads slowly on a busy machine. Nothing here is measured."""
HARD = "√" * 30 + "x"
FEW_TURNS = 25

Open = Callable[[str], MainWindow]


@pytest.fixture
def open_on(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The program's window on a line."""
    windows: list[MainWindow] = []

    def open_it(line: str) -> MainWindow:
        window = app.create(["gdviz", "--lang", "en", line], home=tmp_path)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield open_it
    for window in windows:
        window.close()


def session_of(window: MainWindow) -> Session:
    return window.findChildren(Controller)[0].session


def algebra_of(window: MainWindow) -> Algebra:
    return window.findChildren(Algebra)[0]


def wait(qtbot: QtBot, until: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(until()), timeout=AS_LONG_AS_IT_TAKES)


def is_there(process: int) -> bool:
    """Whether a process, or what is left of one, is in the system."""
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def test_it_names_confirms_outlives_its_workers_and_ends_with_the_window(
    open_on: Open, qtbot: QtBot
):
    window = open_on("L(w) = w^2 + 12")
    session, algebra = session_of(window), algebra_of(window)
    assert algebra.processes == []
    wait(qtbot, lambda: session.results.findings.derivative == Proof(Verdict.PROVED))
    wait(qtbot, lambda: not session.questions)
    (finding,) = session.results.findings.points or ()
    assert finding.name is not None
    wait(qtbot, lambda: len(algebra.processes) == 2)
    first, spare = algebra.processes
    os.kill(first, signal.SIGKILL)
    wait(qtbot, lambda: first not in algebra.processes and len(algebra.processes) == 2)
    session.choose_text("tg x^2")
    wait(qtbot, lambda: session.results.findings.derivative == Proof(Verdict.PROVED))
    processes = {first, spare, *algebra.processes}
    window.close()
    assert algebra.processes == []
    assert not any(map(is_there, processes))


def test_what_makes_algebra_hang_leaves_the_window_at_work(open_on: Open, qtbot: QtBot):
    """Turns of the event loop are counted while a worker is stuck: they are many, not one."""
    window = open_on("x^2")
    session = session_of(window)
    wait(qtbot, lambda: session.results.findings.derivative == Proof(Verdict.PROVED))
    session.choose_text(HARD)
    turns: list[int] = []
    counter = QTimer()
    counter.timeout.connect(lambda: turns.append(1))
    counter.start()
    wait(qtbot, lambda: session.results.findings.derivative == NoAnswer(Mishap.LATE))
    counter.stop()
    assert len(turns) > FEW_TURNS
    session.choose_text("x^3")
    wait(qtbot, lambda: session.results.findings.derivative == Proof(Verdict.PROVED))


def test_an_exact_limit_is_told_in_the_readout_when_it_comes(open_on: Open, qtbot: QtBot):
    window = open_on("(1 + x)^(1/x)")
    session, told = session_of(window), window.readout.tail.reason
    session.move_tangent(0.0)
    wait(qtbot, lambda: told.text().endswith("but the limit is 2.718."))
    asked = [each for each in session.questions.values() if isinstance(each, FindLimit)]
    for question in asked:
        session.take(question, Limit(parse("e").body))
    wait(qtbot, lambda: told.text().endswith("Computer algebra: the limit is exactly e."))


def test_a_window_that_is_closed_at_once_never_starts_one(open_on: Open):
    window = open_on("x^2")
    QApplication.processEvents()
    window.close()
    assert algebra_of(window).processes == []
