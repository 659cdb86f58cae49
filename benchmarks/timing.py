"""Taking times: ours and its floor in turns, so that a noisy minute hits both."""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter

RUNS = 9
"""Medians are of so many runs."""
SHORTEST = 0.004
"""What is quicker than so many seconds is repeated until it takes that long."""

Work = Callable[[], object]


def alternate(*works: Work, runs: int = RUNS) -> list[tuple[float, ...]]:
    """Seconds that one call of each work takes, `runs` of them for each, taken in turns.

    Every other round goes backwards, so that nobody always comes after the same one.
    """
    repeats = [_repeats(work) for work in works]
    order = list(range(len(works)))
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for index in order:
            times[index].append(_seconds(works[index], repeats[index]))
        order.reverse()
    return [tuple(row) for row in times]


def seconds(work: Work) -> float:
    """What one call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def percentile(times: Sequence[float], percent: float) -> float:
    """The time that `percent` of all do not exceed: one that was really taken."""
    ordered = sorted(times)
    place = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(place) - 1)]


def _repeats(work: Work) -> int:
    """How often a work is to be called in a run; warms it up on the way."""
    work()
    once = seconds(work)
    return 1 if once >= SHORTEST else 1 + int(SHORTEST / max(once, 1e-7))


def _seconds(work: Work, repeats: int) -> float:
    gc.collect()
    started = perf_counter()
    for _ in range(repeats):
        work()
    return (perf_counter() - started) / repeats
