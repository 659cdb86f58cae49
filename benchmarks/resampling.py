"""Sampling after a zoom or a pan, at 1920×1080: the slowest of the views that these lead to."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.figure import Figure, Goal
from benchmarks.lines import HARD, LECTURE
from benchmarks.timing import alternate, seconds
from benchmarks.usual import SIZE, usual
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.sampling import sample
from gdviz.calculus.view.viewport import Viewport

IN, OUT = 0.8**4, 0.8**-4
"""Four notches of the wheel."""
ALONG, UP = 240.0, 90.0
"""Pixels of a pan."""
SAMPLED = Goal(seconds=0.008)
LOOKS = 3
"""How often each view is tried to find the slowest."""


def resampling(runs: int) -> Iterator[Figure]:
    """One figure for each line."""
    for line in (*LECTURE, HARD):
        yield _of_line(line, runs)


def _of_line(line: str, runs: int) -> Figure:
    shown = usual(line)
    works = [
        partial(sample, shown.body, shown.variable, {}, view, SIZE) for view in _views(shown.view)
    ]
    slowest = max(works, key=lambda work: min(seconds(work) for _ in range(LOOKS)))
    function = compile_function(shown.body, (shown.variable,))
    view: Viewport = slowest.args[3]
    x = np.linspace(view.x0, view.x1, 2 * SIZE[0])
    ours, floor = alternate(slowest, lambda: function(x), runs=runs)
    name = f"sampling {line} after a zoom or pan, slowest view"
    return Figure("resampling", name, ours, floor, "2 values a pixel column", SAMPLED)


def _views(first: Viewport) -> Iterator[Viewport]:
    """The view zoomed in and out about its middle, and panned."""
    x, y = (first.x0 + first.x1) / 2, (first.y0 + first.y1) / 2
    for factor in (IN, 1.0, OUT):
        half_width, half_height = first.width * factor / 2, first.height * factor / 2
        dx, dy = 2 * half_width * ALONG / SIZE[0], 2 * half_height * UP / SIZE[1]
        for left, bottom in (
            (x - half_width, y - half_height),
            (x - half_width + dx, y - half_height + dy),
        ):
            yield Viewport(left, left + 2 * half_width, bottom, bottom + 2 * half_height)
