"""What nobody should type: an answer, the window alive, nothing lost. How soon the answer comes is
measured by `make bench`."""

import random
import string
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gdviz import app
from gdviz.session.session import Session
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow

GOOD = "y = tg x^2"
CURVE = QColor("#4B5EF3").rgb()
MOST_TURNS = 100_000

DICE = random.Random(500)
RUBBISH = "".join(DICE.choices(string.printable.strip(), k=500))
WORDS = ("the", "derivative", "of", "x^2", "is", "2x", "(see", "page", "7)", "\n")
PAGE = " ".join(DICE.choices(WORDS, k=25_000))
REFUSED = {
    "deep nesting": "sin(" * 61 + "x" + ")" * 61,
    "signs and brackets": "-(" * 200,
    "rubbish": RUBBISH,
    "a program": '__import__("os").system("true")',
    "a page": PAGE,
    "many brackets": "(" * 10_000,
    "many powers": "x" + "^x" * 300,
    "a null": "x\0y",
    "nothing": "",
}
UNDERSTOOD = {
    "nine to the nine to the nine": "9^9^9",
    "a tower": "x^x^x^x^x",
    "a taller tower": "x" + "^x" * 50,
    "roots of roots": "√" * 30 + "x",
    "a long sum": "+".join(["sin x"] * 80),
    "too fast for any screen": "sin(10^9 x)",
}
INPUTS = REFUSED | UNDERSTOOD


class Desk:
    """A window on a good line, and what came of the last thing done to it."""

    def __init__(self, window: MainWindow) -> None:
        controller = window.findChild(Controller)
        assert isinstance(controller, Controller)
        self.window, self.field = window, window.editor.field
        self.session: Session = controller.session
        window.activateWindow()
        self.field.setFocus()
        self.do(lambda: window.resize(1920, 1080))

    def do(self, deed: Callable[[], object]) -> None:
        """Do something to the window, and let it work until it is done."""
        deed()
        for _ in range(MOST_TURNS):
            QCoreApplication.processEvents()
            if self.session.work_done:
                break
        assert self.session.work_done
        QCoreApplication.processEvents()

    def type(self, letter: str) -> None:
        """Press a key; QTest.keyClicks knows Latin letters alone."""
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, letter)
        self.do(lambda: QCoreApplication.sendEvent(self.field, press))

    def write(self, text: str) -> None:
        """Replace the line by another at once."""
        self.field.selectAll()
        self.do(lambda: self.field.insert(text))

    def paste(self, text: str) -> None:
        """Replace the line by what is in the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.field.selectAll()
        ctrl = Qt.KeyboardModifier.ControlModifier
        self.do(lambda: QTest.keyClick(self.field, Qt.Key.Key_V, ctrl))

    def curve_pixels(self) -> int:
        """How much of the plot has the curve's colour."""
        image = self.window.plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return bytes(image.constBits()).count(CURVE.to_bytes(4, "little"))

    def message(self) -> str:
        """What is said about the line, if it is to be seen."""
        label = self.window.editor.drop.cards[0].label
        return label.text() if label.isVisible() else ""


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    made = app.create(["gdviz", "--lang", "en"], home=tmp_path_factory.mktemp("home"))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    desk = Desk(window)
    desk.do(lambda: desk.session.open_text(GOOD))
    return desk


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_and_the_last_good_picture_stays(desk: Desk, text: str):
    before = desk.curve_pixels()
    desk.paste(text)
    assert desk.session.results.error is not None
    assert desk.message() or not text
    assert before > 500
    assert desk.curve_pixels() >= before / 2  # the message may lie over a part of it


@pytest.mark.parametrize("text", INPUTS.values(), ids=INPUTS)
def test_nothing_is_lost(desk: Desk, text: str):
    desk.paste(text)
    assert desk.session.document.text == desk.field.text()
    kept = "".join(desk.field.text().split())
    assert "".join(text.split()).startswith(kept)
    assert len(kept) >= min(len("".join(text.split())), 3000)
    desk.do(desk.session.undo)
    assert desk.field.text() == GOOD


@pytest.mark.parametrize("text", INPUTS.values(), ids=INPUTS)
def test_the_window_lives_on(desk: Desk, text: str):
    desk.paste(text)
    desk.field.selectAll()
    for letter in "L(w) = w^2 + 12":
        desk.type(letter)
    assert desk.session.results.error is None
    assert desk.curve_pixels() > 500
    desk.do(desk.window.deeds["step"].trigger)
    assert desk.session.iterates.current == 1


@pytest.mark.parametrize("text", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_what_is_understood_is_shown(desk: Desk, text: str):
    desk.paste(text)
    assert desk.session.results.error is None
    assert desk.session.results.analysis is not None
    assert desk.session.results.analysis.formula.text == text
