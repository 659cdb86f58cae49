"""A step of a descent that is computed ahead, beside the same loop written by hand."""

import math
from collections.abc import Callable, Iterator

from benchmarks.figure import Figure, Goal
from benchmarks.lines import LECTURE
from benchmarks.timing import alternate
from gdviz.calculus.parser import parse
from gdviz.descent.loss import loss_of
from gdviz.descent.plan import Plan
from gdviz.descent.run import descend

STEPS = 1000
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
