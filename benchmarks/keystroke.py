"""Typing the lecture key by key: how long the window is held, and when the plot is right again."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from benchmarks.figure import Figure, Goal
from benchmarks.lines import BROKEN, HARD, HEIGHT, LECTURE, WIDTH
from benchmarks.screen import close, opened
from benchmarks.timing import percentile
from benchmarks.typist import Key, Typist

HELD = Goal(seconds=0.016)
Of = Callable[[list[Key]], float]
ROWS: tuple[tuple[str, Of, Goal | None], ...] = (
    ("a key holds the window, median", lambda keys: percentile(_held(keys), 50), None),
    ("… 95th percentile", lambda keys: percentile(_held(keys), 95), HELD),
    ("… worst", lambda keys: max(_held(keys)), None),
    ("key to repainted plot, 95th percentile", lambda keys: percentile(_painted(keys), 95), None),
    ("key to exact curve, 95th percentile", lambda keys: percentile(_finished(keys), 95), None),
)


def keystroke(runs: int) -> Iterator[Figure]:
    """The figures of typing."""
    ours: list[list[Key]] = []
    floor: list[list[Key]] = []
    with opened(LECTURE[-1]) as work:
        bare = Bare()
        field, plot = work.window.editor.field, work.window.plot
        typing = Typist(field, plot, lambda: work.session.work_done)
        barely = Typist(bare.field, bare.plot, lambda: True)
        for run in range(runs + 1):
            passes = [_everything(typist) for typist in (typing, barely)]
            if run:  # the first round warms up
                ours.append(passes[0])
                floor.append(passes[1])
        close(bare)
    for name, of, goal in ROWS:
        values, least = (tuple(of(keys) for keys in passes) for passes in (ours, floor))
        yield Figure("keystroke", name, values, least, "a line edit over a pixmap", goal)


def _everything(typist: Typist) -> list[Key]:
    return [key for line in (*LECTURE, HARD, *BROKEN) for key in typist.line(line)]


def _held(keys: list[Key]) -> list[float]:
    return [key.held for key in keys]


def _painted(keys: list[Key]) -> list[float]:
    return [key.painted for key in keys if key.painted is not None]


def _finished(keys: list[Key]) -> list[float]:
    return [key.finished for key in keys]


class Bare(QWidget):
    """A line edit over a pixmap that is painted again after each key."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.plot = QLineEdit(), _Picture(QSize(WIDTH, HEIGHT))
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.plot, 1)
        self.field.textChanged.connect(self.plot.update)
        self.resize(WIDTH, HEIGHT)
        self.show()


class _Picture(QWidget):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._pixmap = QPixmap(size)
        self._pixmap.fill(QColor("#FFFFFF"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()
