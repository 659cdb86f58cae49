"""Bad input, pasted at once: how soon the window answers, with a message or a picture."""

import random
import string
import time
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from benchmarks.figure import Figure, Goal
from benchmarks.keystroke import Bare
from benchmarks.screen import Opened, close, opened, settle, turn
from benchmarks.typist import Paints

GOOD = "y = tg x^2"
"""What stands in the line before."""
SOON = Goal(seconds=0.05)
DICE = random.Random(500)
WORDS = ("the", "derivative", "of", "x^2", "is", "2x", "(see", "page", "7)", "\n")
BAD = {
    "deep nesting": "sin(" * 500 + "x" + ")" * 500,
    "500 characters of rubbish": "".join(DICE.choices(string.printable.strip(), k=500)),
    "9^9^9": "9^9^9",
    '__import__("os")': '__import__("os")',
    "an empty line": "",
    "a pasted page": " ".join(DICE.choices(WORDS, k=1_000)),
    "sin(10^9 x)": "sin(10^9 x)",
}
PATIENCE = 30.0


def answer(runs: int) -> Iterator[Figure]:
    """One figure for each line."""
    ours: dict[str, list[float]] = {name: [] for name in BAD}
    floor: dict[str, list[float]] = {name: [] for name in BAD}
    with opened(GOOD) as work:
        bare = Bare()
        for run in range(runs + 1):
            for name, line in BAD.items():
                times = _answered(work, line), _bare_answer(bare, line)
                if run:  # the first round warms up
                    ours[name].append(times[0])
                    floor[name].append(times[1])
        close(bare)
    for name in BAD:
        values = tuple(ours[name]), tuple(floor[name])
        yield Figure("answer", f"answer to {name}", *values, "a line edit over a pixmap", SOON)


def _answered(work: Opened, line: str) -> float:
    """Seconds from a paste until its answer is painted."""
    editor, session = work.window.editor, work.session
    session.choose_text(GOOD)
    settle(session)
    seen = {view: Paints(view) for view in (work.window.plot, *editor.drop.cards[:1], editor.field)}
    editor.field.setFocus()
    editor.field.selectAll()
    started = time.perf_counter()
    editor.field.insert(line)
    while seen[_speaker(work, line)].first is None:
        if time.perf_counter() > started + PATIENCE:
            raise TimeoutError(f"no answer to {line[:40]}")
        turn()
    taken = time.perf_counter() - started
    for watch in seen.values():
        watch.stop()
    return taken


def _speaker(work: Opened, line: str) -> QWidget:
    """Who gives the answer: the plot, or the card with the message; of no line there is none."""
    if work.session.results.error is None:
        return work.window.plot
    return work.window.editor.drop.cards[0] if line else work.window.editor.field


def _bare_answer(bare: Bare, line: str) -> float:
    bare.field.setText(GOOD)
    while turn() > 1e-3:
        pass
    started = time.perf_counter()
    bare.field.setText(line)
    turn()
    return time.perf_counter() - started
