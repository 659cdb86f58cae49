"""A function at a million points, beside the same formula as a programmer writes it in NumPy."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.figure import Figure, Goal
from benchmarks.timing import alternate
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.parser import parse

Column = NDArray[np.float64]

POINTS = np.linspace(0.01, 9.99, 1_000_000)
AS_QUICK = Goal(ratio=1.1)
"""As quick as by hand: a tenth is what the same code differs by from run to run."""
BY_HAND: dict[str, Callable[[Column], Column]] = {
    "x^2 + 12": lambda x: x**2 + 12,
    "x^3 - 2x + 1": lambda x: x**3 - 2 * x + 1,
    "(x^2 - 1)^2/4": lambda x: (x**2 - 1) ** 2 / 4,
    "tg x^2": lambda x: np.tan(x**2),
    "arctg^2 x^3": lambda x: np.arctan(x**3) ** 2,
    "ln cos^2(sin sqrt x)": lambda x: np.log(np.cos(np.sin(np.sqrt(x))) ** 2),
    "1/(1 + e^-x)": lambda x: 1 / (1 + np.exp(-x)),
    "x sin x": lambda x: x * np.sin(x),
    "e^(-x^2/2) cos 5x": lambda x: np.exp(-(x**2) / 2) * np.cos(5 * x),
    "(x^2 + 1)/(x - 3)": lambda x: (x**2 + 1) / (x - 3),
    "sqrt(x^2 + 1)": lambda x: np.sqrt(x**2 + 1),
    "x^x": lambda x: x**x,
    "|x - 5|": lambda x: np.abs(x - 5),
    "sin x": np.sin,
    "2x + 1": lambda x: 2 * x + 1,
    "x/(x^2 + 1)": lambda x: x / (x**2 + 1),
    "e^(-x^2)": lambda x: np.exp(-(x**2)),
    "arctg(1/x)": lambda x: np.arctan(1 / x),
    "x ln x": lambda x: x * np.log(x),
    "ln x": np.log,
    "1/x": lambda x: 1 / x,
}
"""The lecture's lines, and what people type every day."""


def evaluation(runs: int) -> Iterator[Figure]:
    """The figures of a million points."""
    for line in BY_HAND:
        yield _million(line, runs)


def _million(line: str, runs: int) -> Figure:
    by_hand = BY_HAND[line]
    function = compile_function(parse(line).body, ["x"])
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(function(POINTS), by_hand(POINTS), rtol=1e-9)
        ours, floor = alternate(lambda: function(POINTS), lambda: by_hand(POINTS), runs=runs)
    return Figure("evaluation", f"10⁶ points of {line}", ours, floor, "NumPy by hand", AS_QUICK)
