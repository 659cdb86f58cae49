"""What the lecture has typed, line by line, and what goes wrong on the way."""

from gdviz.calculus.view.viewport import Viewport

WIDTH, HEIGHT = 1920, 1080
"""Of the window."""
LECTURE = (
    "y = tg x^2",
    "y = arctg^2 x^3",
    "ln cos^2(sin sqrt x)",
    "sigma(x)",
    "L(w) = w^2 + 12",
)
HARD = "x sin(x^2)"
"""Not of the lecture: the one that oscillates most."""
BROKEN = ("y = tg x^", "2x + )", "sin(", "foo x", "1/0 +")
"""States that a line passes through, or stays in, without making sense."""
DENSEST = (("sin(2 pi 100 x)", Viewport(0.0, 1.0, -1.5, 1.5)),)
"""Of the functions that break plotters (tests/data/plots.json) those that take longest."""
