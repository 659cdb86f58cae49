"""A step of a descent that is computed ahead, beside the same loop written by hand."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.figure import Figure, Goal
from benchmarks.lines import LECTURE
from benchmarks.timing import alternate
from gdviz.calculus.parser import parse
from gdviz.descent.data import MOST_ROWS
from gdviz.descent.generators import generated
from gdviz.descent.loss import loss_of
from gdviz.descent.plan import Plan
from gdviz.descent.regression import MODELS, Regression
from gdviz.descent.run import descend

Row = NDArray[np.float64]
STEPS = 1000
POINT = tuple(map(np.float64, (0.5, -0.3, 0.1)))
"""Where the step on data is taken: two weights and the bias."""
NEVER = 1e-300
"""An ε that no step comes under."""
RATE = 1e-3
BY_HAND: dict[str, tuple[float, Callable[[float], float], Callable[[float], float], Goal]] = {
    LECTURE[4]: (5.0, lambda w: w * w + 12, lambda w: 2 * w, Goal(seconds=5e-6)),
    LECTURE[2]: (
        2.0,
        lambda x: math.log(math.cos(math.sin(math.sqrt(x))) ** 2),
        lambda x: -math.tan(math.sin(math.sqrt(x))) * math.cos(math.sqrt(x)) / math.sqrt(x),
        Goal(seconds=25e-6),
    ),
}
"""Start, L and L′ as a programmer writes them, and what a step may take."""


def descent(runs: int) -> Iterator[Figure]:
    """The figures of a step."""
    for line in BY_HAND:
        yield _step(line, runs)
    for model in MODELS:
        yield _step_on_data(model, runs)


def _step(line: str, runs: int) -> Figure:
    start, loss, slope, goal = BY_HAND[line]
    objective = loss_of(parse(line))

    def ours() -> int:
        return len(descend(objective, start, Plan(RATE, NEVER, STEPS)).losses)

    def by_hand() -> int:
        return len(_loop(start, loss, slope))

    if ours() != by_hand():
        raise AssertionError(f"{line}: the two descents differ in length")
    times, floor = (_each(row) for row in alternate(ours, by_hand, runs=runs))
    return Figure("descent", f"a step on {line}", times, floor, "a bare loop", goal)


def _step_on_data(model: str, runs: int) -> Figure:
    """L and its gradient on a great many rows; by hand with the functions of NumPy."""
    data = generated("clouds", 1, MOST_ROWS)
    loss = Regression(model, data).loss
    columns = (*data.features.T.copy(), data.targets)

    def ours() -> float:
        return float(loss.evaluate(*POINT)[0])

    def by_hand() -> float:
        return float(ON_ROWS[model](*columns, *POINT)[0])

    if abs(ours() - by_hand()) > 1e-9:
        raise AssertionError(f"{model}: the two losses differ")
    times, floor = alternate(ours, by_hand, runs=runs)
    name = f"a step on 10⁵ rows, {model} regression"
    return Figure("descent", name, times, floor, "NumPy by hand", Goal(seconds=5e-3))


def _linear_by_hand(x1: Row, x2: Row, y: Row, w1: Any, w2: Any, b: Any) -> Sequence[Any]:
    error = w1 * x1 + w2 * x2 + b - y
    return (error @ error / len(y), 2 * error @ x1, 2 * error @ x2, 2 * error.sum())


def _logistic_by_hand(x1: Row, x2: Row, y: Row, w1: Any, w2: Any, b: Any) -> Sequence[Any]:
    z = w1 * x1 + w2 * x2 + b
    error = 1 / (1 + np.exp(-z)) - y
    return (np.mean(np.logaddexp(0, z) - y * z), error @ x1, error @ x2, error.sum())


ON_ROWS: dict[str, Callable[..., Sequence[Any]]] = {
    "linear": _linear_by_hand,
    "logistic": _logistic_by_hand,
}


def _each(times: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(taken / STEPS for taken in times)


def _loop(
    w: float, loss: Callable[[float], float], slope: Callable[[float], float]
) -> list[tuple[float, float, float]]:
    """The lecture's algorithm as one writes it on a napkin."""
    last = loss(w)
    iterates = [(w, last, slope(w))]
    for _ in range(STEPS):
        w -= RATE * slope(w)
        here = loss(w)
        iterates.append((w, here, slope(w)))
        if abs(here - last) < NEVER:
            break
        last = here
    return iterates
