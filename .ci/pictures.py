"""Takes the pictures of docs/pictures: the real window in the states the documents speak of."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from gdviz.app import create
from gdviz.ui.main_window import MainWindow

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SETTLED_AFTER, ANSWERED_AFTER = 0.6, 6.0
"""Seconds in which slices of work and delayed layers come to rest; in which algebra answers."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file, the window's size, and what is done before it is taken."""

    name: str
    line: str
    language: str
    look: str
    size: tuple[int, int]
    prepare: Callable[[MainWindow], None]


def step(times: int) -> Callable[[MainWindow], None]:
    """So many steps of the descent."""

    def prepare(window: MainWindow) -> None:
        for _ in range(times):
            window.deeds["step"].trigger()

    return prepare


def derivative(window: MainWindow) -> None:
    """The derivation, and f′ in the plot."""
    window.panels.panel_chosen.emit("derivative")
    window.deeds["show_derivative"].trigger()


def at_corner(window: MainWindow) -> None:
    """The tangent's point where there is no tangent."""
    window.readout.x0_entered.emit(0.0)


def secant(window: MainWindow) -> None:
    """A secant on its way to the tangent."""
    window.panels.panel_chosen.emit("derivative")
    window.deeds["show_secant"].trigger()
    for name, is_open in (("derivation", False), ("secant", True)):
        window.derivative.section_turned.emit(name, is_open)


def wrong_answer(window: MainWindow) -> None:
    """The inner derivative is forgotten."""
    window.panels.panel_chosen.emit("exercises")
    window.exercises.answer_typed.emit("1/cos^2 x^2")
    window.exercises.check_wanted.emit()


def typing(window: MainWindow) -> None:
    """A line that makes no sense yet."""
    window.editor.field.setText("y = arctg^2 (x^3")
    window.editor.text_edited.emit("y = arctg^2 (x^3")


PICTURES = (
    Picture("descent.png", "L(w) = w^2 + 12", "en", "light", (1280, 720), step(4)),
    Picture("descent-ru.png", "L(w) = w^2 + 12", "ru", "light", (1280, 720), step(4)),
    Picture("derivative-dark.png", "y = sin(x^2)/x", "en", "dark", (1280, 720), derivative),
    Picture("projector.png", "L(w) = w^2 + 12", "ru", "projector", (1920, 1080), step(3)),
    Picture("corner.png", "|x|", "en", "light", (1280, 720), at_corner),
    Picture("secant.png", "y = x^2/4", "en", "light", (1280, 720), secant),
    Picture("exercise-ru.png", "y = tg x^2", "ru", "light", (1280, 720), wrong_answer),
    Picture("trouble-ru.png", "y = arctg^2 x^3", "ru", "light", (1280, 720), typing),
)


def take(picture: Picture) -> None:
    """Open the window, prepare it, and save what it shows."""
    with tempfile.TemporaryDirectory() as home:
        window = create(["gdviz", picture.line, "--lang", picture.language], Path(home))
        window.resize(*picture.size)
        window.deeds[f"theme_{picture.look}"].trigger()
        settle()
        picture.prepare(window)
        settle(ANSWERED_AFTER)
        window.grab().save(str(FOLDER / picture.name))
        window.close()


def settle(seconds: float = SETTLED_AFTER) -> None:
    """Let the event loop work until all has come to rest."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for each in PICTURES:
        if not wanted or each.name in wanted:
            take(each)
