"""Works the real window for long and prints what that cost: `-m tests.endurance SCRIPT AMOUNT`.

SCRIPT: `drag` (AMOUNT frames of dragging the tangent, and a tenth as many zooms) or `mixed` (AMOUNT
rounds of everything else that changes the window). A program of its own, because what it looks for
may end the interpreter, and because the memory it measures must be its own. Prints one JSON object:
what came on top after the warm-up.
"""

import ctypes
import gc
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.hand import Hand
from benchmarks.screen import Opened, opened, settle, turn

PARTS = 2
"""The memory after the last of so many parts is compared with that after the first. The window is
then as it was: a part is whole drags, or whole turns of the lines, looks and languages."""
DRAG = 50
"""Frames in a drag, from press to release."""
ZOOMS = 5
"""Zooms after each drag, in or out."""
NOTCH = 120
LINES = ("y = tg x^2", "ln cos^2(sin sqrt x)", "y = tg x^", "a sin kx", "", "L(w) = w^2 + 12")
SIZES = ((1920, 1080), (1024, 640), (1280, 800))
DEEDS = ("next_theme", "next_language", "panel", "equal_axes", "show_derivative", "log_loss")
FRAMES_PLAYED, FRAME_MS = 6, 16


def drags(work: Opened) -> Iterator[int]:
    """Drag and zoom without end; yields how many frames a piece of work was."""
    notch = NOTCH
    while True:
        hand = Hand(work)
        for _ in range(DRAG):
            hand.move()
        hand.let_go()
        for _ in range(ZOOMS):
            zoom(work, notch)
        notch = -notch
        yield DRAG


def rounds(work: Opened) -> Iterator[int]:
    """Type, step, play, resize, switch, undo, without end; yields 1 for each round."""
    while True:
        for line, size in zip(LINES, SIZES * 2, strict=True):
            work.window.resize(*size)
            work.window.editor.field.setText(line)
            settle(work.session)
            descend(work)
            for deed in DEEDS:
                work.window.deeds[deed].trigger()
                turn()
            work.session.undo()
            work.session.redo()
            settle(work.session)
            delete()
            yield 1


def descend(work: Opened) -> None:
    """Step, play for some frames, go back."""
    deeds = work.window.deeds
    for deed in ("random_start", "step", "step", "step_back", "play"):
        deeds[deed].trigger()
        turn()
    for _ in range(FRAMES_PLAYED):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for deed in ("play", "last", "first"):
        deeds[deed].trigger()
        turn()


def zoom(work: Opened, notch: int) -> None:
    """One notch of the wheel over the middle of the plot, and the exact curve after it."""
    plot = work.window.plot
    place = QPointF(plot.rect().center())
    event = QWheelEvent(
        place,
        plot.mapToGlobal(place),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot, event)
    settle(work.session)


def delete() -> None:
    """What is to be deleted goes when the event loop comes round, which no test waits for."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def memory() -> int:
    """Bytes of main memory that this process holds; where no system says so, its highest mark.

    What was freed goes back to the system first, else it would count for some MiB, as it happens.
    """
    gc.collect()
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if give_back is not None:
        give_back(0)
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


SCRIPTS: dict[str, tuple[Callable[[Opened], Iterator[int]], int]] = {
    "drag": (drags, 500),
    "mixed": (rounds, 12),
}
"""With how much of each is done before anything is counted: caches and the history fill."""


def work_for(script: Iterator[int], amount: int) -> tuple[int, int]:
    """Go on with a script for so long; what was done, and the memory held then."""
    done = 0
    while done < amount:
        done += next(script)
    return done, memory()


def cost(name: str, amount: int) -> dict[str, int]:
    """Do the work; what it took and left behind."""
    scripted, warm_up = SCRIPTS[name]
    with opened(LINES[0]) as work:
        clock = QTimer()  # so that waiting for the next frame ends when no frame comes
        clock.start(FRAME_MS)
        script = scripted(work)
        work_for(script, warm_up)
        references = sys.getrefcount(None)
        parts = [work_for(script, -(-amount // PARTS)) for _ in range(PARTS)]
        lost = references - sys.getrefcount(None)
    done = sum(part for part, _ in parts)
    return {"done": done, "grown": parts[-1][1] - parts[0][1], "lost": lost}


if __name__ == "__main__":
    print(json.dumps(cost(sys.argv[1], int(sys.argv[2]))), flush=True)
