"""Limits at a point, checked against series and numbers: an answer they contradict is none."""

from math import isclose, isfinite

import numpy as np
import sympy

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.scaled import scaled_values
from gdviz.calculus.germ import one_sided
from gdviz.symbolic.guesses import guesses
from gdviz.symbolic.naming import name_of
from gdviz.symbolic.questions import FindLimit, Limit
from gdviz.symbolic.translation import Term, Translation, UntranslatableError, exact, letter

AGREEMENT = 1e-9
"""Difference to the number that series give, relative and absolute."""
STEPS = np.array([1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8])
"""Steps that lead to the place, in parts of it."""
FEWEST_NUMBERS = 2
NEAR = 1e-6
UNKNOWN = Limit(None)


def find_limit(question: FindLimit) -> Limit:
    """The limit from a side."""
    values = {k: v for k, v in question.values if k != question.variable}
    try:
        term, place = Translation(values).term(question.function), _place(question.at)
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
    """The number that a float stands for: the one nearest to π/2 is π/2."""
    for guess in guesses(at):
        if float(compile_function(guess, ["x"])(0.0)) == at:
            return Translation().term(guess)
    return exact(at)


def _agrees(question: FindLimit, value: Term) -> bool:
    """Whether it is what series say or, where they say nothing, what numbers come nearer to."""
    function, variable, at, side = (
        question.function,
        question.variable,
        question.at,
        question.side,
    )
    beside = one_sided(function, variable, at, side, dict(question.values))
    if beside.defined is False:
        return False
    if beside.limit is None:
        return _is_approached(question, value)
    return isclose(
        float(value), beside.limit, rel_tol=AGREEMENT, abs_tol=AGREEMENT + beside.limit_error
    )


def _is_approached(question: FindLimit, value: Term) -> bool:
    """Whether the function, where it can be computed, comes much nearer to the limit on the way."""
    way = question.at + question.side * STEPS * max(1.0, abs(question.at))
    numbers = scaled_values(question.function, question.variable, way, dict(question.values))
    numbers = numbers[np.isfinite(numbers) | (np.isinf(numbers) & bool(value.is_infinite))]
    if len(numbers) < FEWEST_NUMBERS:
        return False
    first, last = float(numbers[0]), float(numbers[-1])
    limit = float(value)
    if not isfinite(limit):
        is_growing = abs(last) > 2 * abs(first) or not isfinite(last)
        return is_growing and (last > 0) == (limit > 0)
    return abs(last - limit) <= max(abs(first - limit) / 2, NEAR * max(1.0, abs(limit)))
