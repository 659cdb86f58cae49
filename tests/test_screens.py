"""What goes with a window is the window's alone."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASKED = re.compile(r"(window|widget)\.screen\(\)\.")


def test_no_widget_is_asked_for_its_screen():
    """It would be deleted with the widget: see `_room_on_screen` in gdviz/ui/main_window.py."""
    asked = [
        path.name
        for folder in ("gdviz", "benchmarks", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__) and ASKED.search(path.read_text("utf-8"))
    ]
    assert asked == []
