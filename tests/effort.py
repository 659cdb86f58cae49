"""How much work a deed is, in measures that know no clock: the same on any machine, busy or not."""

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(deed: Callable[[], object]) -> int:
    """How many lines of Python a deed runs; what a library does in one call counts as one."""
    lines = 0

    def count(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        deed()
    finally:
        sys.settrace(before)
    return lines


def bytes_held(deed: Callable[[], object]) -> int:
    """How much memory a deed holds at its height that was not held before; NumPy's counts."""
    tracemalloc.start()
    try:
        deed()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
