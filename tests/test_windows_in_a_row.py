"""One window after another in one program: what goes with a window is the window's alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASKED = re.compile(r"(window|widget)\.screen\(\)\.")
SCRIPT = """
import gc, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from gdviz import app

def visit():
    window = app.create(["gdviz", "y = tg x^2"], home=Path(sys.argv[1]))
    window.resize(1280, 720)
    window.deeds["theme_dark"].trigger()
    for _ in range(20):
        QApplication.processEvents()
    window.close()


for _ in range(5):
    visit()
    gc.collect()
    assert len(QGuiApplication.screens()) == 1
    assert QGuiApplication.primaryScreen().size().width() > 0
print("all gone well")
"""


def test_a_window_takes_nothing_along_that_the_next_one_needs(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", SCRIPT, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout == "all gone well\n", done.stderr
    assert done.returncode == 0, done.stderr


def test_no_widget_is_asked_for_its_screen():
    """It would be deleted with the widget: see `_room_on_screen` in gdviz/ui/main_window.py."""
    asked = [
        path.name
        for folder in ("gdviz", "benchmarks", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__) and ASKED.search(path.read_text("utf-8"))
    ]
    assert asked == []
