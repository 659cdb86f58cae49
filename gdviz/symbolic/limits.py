"""Limits, checked against the numbers on the way there: an answer they contradict is none."""

from collections.abc import Iterator
from math import isfinite, isinf

import sympy

from gdviz.calculus.evaluation import compile_function
from gdviz.symbolic.naming import name_of
from gdviz.symbolic.questions import FindLimit, Limit
from gdviz.symbolic.translation import Term, Translation, UntranslatableError, exact, letter

STEPS = range(3, 9)
"""Powers of ten that lead to the place."""
UNKNOWN = Limit(None)


def find_limit(question: FindLimit) -> Limit:
    """The limit from a side, or at ±∞."""
    values = {k: v for k, v in question.values if k != question.variable}
    try:
        term = Translation(values).term(question.function)
        place = _place(question.at)
    except UntranslatableError:
        return UNKNOWN
    side = "+" if question.side > 0 else "-"
    try:
        value = sympy.limit(term, letter(question.variable), place, side)
    except (RuntimeError, ValueError, TypeError):
        return UNKNOWN
    is_number = value.is_extended_real and value.is_number and not value.has(sympy.AccumBounds)
    if not is_number or not _agrees(question, value):
        return UNKNOWN
    return Limit(name_of(value))


def _place(at: float) -> Term:
    if isinf(at):
        return sympy.oo if at > 0 else -sympy.oo
    return exact(at)


def _agrees(question: FindLimit, value: Term) -> bool:
    """Whether the function, where it can be computed, comes nearer to the limit step by step."""
    function = compile_function(question.function, [question.variable], dict(question.values))
    numbers = [float(function(x)) for x in _way(question)]
    numbers = [number for number in numbers if isfinite(number) or value.is_infinite]
    if len(numbers) < 2:
        return False
    if value.is_infinite:
        return bool(abs(numbers[-1]) >= abs(numbers[0]) and (numbers[-1] > 0) == bool(value > 0))
    first, last = (abs(number - float(value)) for number in (numbers[0], numbers[-1]))
    return last <= max(first, 1e-6 * max(1.0, abs(float(value))))


def _way(question: FindLimit) -> Iterator[float]:
    for step in STEPS:
        if isinf(question.at):
            yield (10.0**step if question.at > 0 else -(10.0**step))
        else:
            yield question.at + question.side * 10.0**-step * max(1.0, abs(question.at))
