"""Times the parts of a start in the order in which they come: `composition.py BEGUN HOME`.

BEGUN: when this process was begun (seconds of the monotonic clock); HOME: an empty folder. Prints
one JSON object: seconds by part. The parts are those of gdviz/app.py; nothing inside gdviz knows
that it is timed.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

QT = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
COMMAND_LINE = ("gdviz.__main__", "gdviz.cli.window")


def load(names: tuple[str, ...]) -> None:
    """Import modules, in this order."""
    for name in names:
        import_module(name)


def make_application() -> None:
    """The connection to the screen."""
    kept["application"] = sys.modules["PySide6.QtWidgets"].QApplication(["gdviz"])


def load_fonts() -> None:
    """Once; the window finds them there."""
    import_module("gdviz.ui.fonts").register_fonts()


def build_window() -> None:
    """Session, window, first results, everything connected; shown, not yet painted."""
    kept["window"] = sys.modules["gdviz.app"].open_window(["gdviz"], home=Path(sys.argv[2]))


def paint() -> None:
    """Turns of the event loop until a curve is seen."""
    first_curve = import_module("benchmarks.programs.first_curve")
    turn = sys.modules["PySide6.QtWidgets"].QApplication.processEvents
    while not first_curve.shows_curve():
        turn()


STAGES: dict[str, Callable[[], object]] = {
    "import of NumPy": lambda: load(("numpy",)),
    "import of the command line": lambda: load(COMMAND_LINE),
    "import of the core": lambda: load(sys.modules["gdviz.cli.window"].QT_FREE),
    "import of Qt": lambda: load(QT),
    "import of the window": lambda: load(("gdviz.app",)),
    "connection to the screen": make_application,
    "fonts": load_fonts,
    "window built": build_window,
    "first paint": paint,
}
kept: dict[str, object] = {}


def main() -> None:
    """Go through the stages, without collecting garbage, as the command does."""
    gc.disable()
    last = time.monotonic()
    parts = {"interpreter": last - float(sys.argv[1])}
    for name, stage in STAGES.items():
        stage()
        now = time.monotonic()
        parts[name], last = now - last, now
    print(json.dumps(parts), flush=True)


if __name__ == "__main__":
    main()
