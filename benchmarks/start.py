"""From the command to the first painted curve: ours, a bare pyqtgraph window, a bare Qt window.

Each is a process of its own, with a warm disk cache and Python's bytecode in place, as after any
start but the first. In X the screen is watched from outside; without a screen the window's memory
is watched after each turn of the event loop.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks import framebuffer
from benchmarks.figure import Figure, Goal

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "benchmarks" / "programs"
SUBJECTS = {
    "gdviz": ("-m", "gdviz"),
    "bare pyqtgraph window": (str(PROGRAMS / "bare_pyqtgraph.py"),),
    "bare PySide6 window": (str(PROGRAMS / "bare_pyside.py"),),
}
CURVE = 0x4B5EF3
ENOUGH = 60
"""So many pixels, in the rows that are looked at, are a curve and no letter."""
GOAL = Goal(ratio=1.25)
FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def start(runs: int) -> Iterator[Figure]:
    """The figures of the start."""
    with tempfile.TemporaryDirectory() as bytecode:
        starter = Starter(bytecode)
        yield from _compared("start without a screen", starter.without_screen, runs)
        if framebuffer.there_is_one():
            with framebuffer.Screen() as screen:
                on_screen = partial(starter.on_screen, screen)
                yield from _compared("start in X", on_screen, runs)
        yield from _parts(starter, runs)


def _compared(
    name: str, measured: Callable[[tuple[str, ...]], float], runs: int
) -> Iterator[Figure]:
    times: dict[str, list[float]] = defaultdict(list)
    for run in range(runs + 1):
        for subject, words in SUBJECTS.items():
            taken = measured(words)
            if run:  # the first round only warms the disk cache
                times[subject].append(taken)
    ours, *floors = SUBJECTS
    for floor in floors:
        goal = GOAL if "pyqtgraph" in floor else None
        yield Figure("start", name, tuple(times[ours]), tuple(times[floor]), f"a {floor}", goal)


def _parts(starter: "Starter", runs: int) -> Iterator[Figure]:
    """Where the time of our start goes."""
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs):
        for part, taken in starter.parts().items():
            times[part].append(taken)
    for part, row in times.items():
        yield Figure("start", f"… of it {part}", tuple(row))


class Starter:
    """Starts programs as for a person who never used them before, and waits for their curve.

    bytecode: a folder where Python keeps what it compiled, the same way for all of them.
    """

    def __init__(self, bytecode: str) -> None:
        self._bytecode = bytecode

    def without_screen(self, words: tuple[str, ...]) -> float:
        """Seconds until a curve is in the window's memory."""
        command = [sys.executable, str(PROGRAMS / "first_curve.py"), *words]
        with self._environment(QT_QPA_PLATFORM="offscreen") as environment:
            begun = time.monotonic()
            return float(_output(command, environment)) - begun

    def on_screen(self, screen: framebuffer.Screen, words: tuple[str, ...]) -> float:
        """Seconds until a curve is on the screen."""
        command = [sys.executable, *words]
        with self._environment(QT_QPA_PLATFORM="xcb", DISPLAY=screen.display) as environment:
            begun = time.monotonic()
            process = subprocess.Popen(command, cwd=ROOT, env=environment)
            try:
                return screen.wait_for(CURVE, ENOUGH) - begun
            finally:
                process.kill()
                process.wait()
                screen.wait_until_empty(CURVE)

    def parts(self) -> dict[str, float]:
        """Seconds that each part of our start takes."""
        command = [sys.executable, "-m", "benchmarks.programs.composition"]
        with self._environment(QT_QPA_PLATFORM="offscreen") as environment:
            words = [str(time.monotonic()), environment[FOLDERS[0]]]
            parts: dict[str, float] = json.loads(_output([*command, *words], environment))
        return parts

    @contextmanager
    def _environment(self, **more: str) -> Iterator[dict[str, str]]:
        usual = {k: value for k, value in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        with tempfile.TemporaryDirectory() as home:
            folders = {**dict.fromkeys(FOLDERS, home), "PYTHONPYCACHEPREFIX": self._bytecode}
            yield {**usual, **folders, "LANG": "en_US.UTF-8", **more}


def _output(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
