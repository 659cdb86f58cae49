"""The benchmarks by name; one line adds one."""

from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.figure import Figure

Benchmark = Callable[[int], Iterator[Figure]]
CATALOGUE = {
    "start": "benchmarks.start:start",
    "drag": "benchmarks.drag:drag",
    "resampling": "benchmarks.resampling:resampling",
    "stroke": "benchmarks.stroke:stroke",
    "view": "benchmarks.view:view",
    "keystroke": "benchmarks.keystroke:keystroke",
    "answer": "benchmarks.answer:answer",
    "curve": "benchmarks.curve:curve",
    "formula": "benchmarks.formula:formula",
    "descent": "benchmarks.descent:descent",
    "evaluation": "benchmarks.evaluation:evaluation",
}
"""Loaded one by one, so that a benchmark measures no other's imports."""


def benchmark(name: str) -> Benchmark:
    """The benchmark of that name. Raises KeyError."""
    module, _, function = CATALOGUE[name].partition(":")
    found: Benchmark = getattr(import_module(module), function)
    return found
