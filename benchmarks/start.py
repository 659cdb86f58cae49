"""From the command to the first painted curve: ours, a bare pyqtgraph window, a bare Qt window.

Each is a process of its own, with a warm disk cache. In X the screen is watched from outside;
without a screen the window's memory is watched after each turn of the event loop.
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
from pathlib import Path

from benchmarks import framebuffer
from benchmarks.figure import Figure, Goal
from benchmarks.timing import RUNS

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


def start(runs: int = RUNS) -> Iterator[Figure]:
    """The figures of the start."""
    yield from _compared("start without a screen", _first_curve, runs)
    if framebuffer.there_is_one():
        with framebuffer.Screen() as screen:
            yield from _compared("start in X", lambda words: _on_screen(screen, words), runs)
    yield from _parts(runs)


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


def _first_curve(words: tuple[str, ...]) -> float:
    command = [sys.executable, str(PROGRAMS / "first_curve.py"), *words]
    with _newcomer(QT_QPA_PLATFORM="offscreen") as environment:
        begun = time.monotonic()
        return float(_output(command, environment)) - begun


def _on_screen(screen: framebuffer.Screen, words: tuple[str, ...]) -> float:
    command = [sys.executable, *words]
    with _newcomer(QT_QPA_PLATFORM="xcb", DISPLAY=screen.display) as environment:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            return screen.wait_for(CURVE, ENOUGH) - begun
        finally:
            process.kill()
            process.wait()
            screen.wait_until_empty(CURVE)


def _parts(runs: int) -> Iterator[Figure]:
    """Where the time of our start goes."""
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs):
        with _newcomer(QT_QPA_PLATFORM="offscreen") as environment:
            command = [sys.executable, "-m", "benchmarks.programs.composition"]
            begun = str(time.monotonic())
            parts = json.loads(_output([*command, begun, environment[FOLDERS[0]]], environment))
        for part, taken in parts.items():
            times[part].append(taken)
    for part, row in times.items():
        yield Figure("start", f"… of it {part}", tuple(row))


def _output(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


@contextmanager
def _newcomer(**more: str) -> Iterator[dict[str, str]]:
    """The environment of a person who never used gdviz before."""
    with tempfile.TemporaryDirectory() as folder:
        yield {**os.environ, **dict.fromkeys(FOLDERS, folder), "LANG": "en_US.UTF-8", **more}
