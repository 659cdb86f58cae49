"""How a worker is started: the same program, as another process."""

import sys
from pathlib import Path
from typing import NamedTuple

WORKER = "--compute-worker"
"""The word with which a frozen program, which has no Python to call, starts itself as a worker."""


class WorkerCommand(NamedTuple):
    """The words of the command, and the folder to start it in."""

    words: tuple[str, ...]
    folder: Path


def worker_command() -> WorkerCommand:
    """It is started in the folder that holds this very package: there Python finds it, and
    nothing else that happens to lie in the folder where somebody works."""
    folder = Path(__file__).parent.parent.parent
    if getattr(sys, "frozen", False):
        return WorkerCommand((sys.executable, WORKER), folder)
    return WorkerCommand((sys.executable, "-m", "gdviz.compute.worker"), folder)
