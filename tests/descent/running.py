"""Descents with numbers in a row, as the tests of single rules like to write them."""

from collections.abc import Callable

from gdviz.descent import run
from gdviz.descent.objective import Objective
from gdviz.descent.optimisers import GradientDescent, Optimiser
from gdviz.descent.plan import Plan
from gdviz.descent.run import Descent, Run, Start


def descend(
    objective: Objective,
    start: Start,
    rate: float,
    epsilon: float,
    max_steps: int = 1000,
    optimiser: Optimiser | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Descent:
    """A descent without schedule or noise."""
    plan = Plan(rate, epsilon, max_steps, optimiser or GradientDescent())
    return run.descend(objective, start, plan, should_stop)


def run_of(
    objective: Objective, start: Start, rate: float, epsilon: float, max_steps: int = 1000
) -> Run:
    """A run under way."""
    return Run(objective, start, Plan(rate, epsilon, max_steps))
