"""Derivatives and gradient descent, as one lecture shows them.

    >>> import gdviz
    >>> gdviz.differentiate("tg x^2").text
    '2*x/cos(x^2)^2'
    >>> gdviz.descend("w^2 + 12", start=5, rate=0.1, epsilon=0.01).stop.reason
    <Reason.CONVERGED: 'converged'>

Importing it is quick: NumPy comes with the first call, Qt and sympy not at all.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gdviz.calculus.formula import Formula
    from gdviz.descent.optimisers import Optimiser
    from gdviz.descent.run import Descent
    from gdviz.descent.schedules import Schedule

__all__ = ["__version__", "descend", "differentiate", "parse"]
__version__ = "0.1.0"


def parse(text: str, *, given: Collection[str] = ()) -> "Formula":
    """Read a line as a teacher would write it on the board: `y = tg x^2`, `L(w) = w^2 + 12`.

    given: letters that are parameters whatever their name. The formula has a body (the tree of
    what was typed), variables, parameters, and notices where it could be read otherwise.
    Raises gdviz.calculus.formula.ParseError with the position of the trouble and its code.
    """
    from gdviz.calculus.parser import parse as read

    return read(text, given=given)


def differentiate(function: "str | Formula", variable: str | None = None) -> "Formula":
    """The derivative by `variable`, tidied as a teacher would write it; by the only one if None.

    The result is a formula again, its text the canonical reading, so that it can be differentiated
    further or descended on. Raises ParseError for a line that makes no sense, and ValueError for a
    variable that is not one of the formula's, or is missing where there are several.
    """
    from dataclasses import replace

    from gdviz.calculus.canonical import canonical
    from gdviz.calculus.differentiation.derivation import differentiate as derivative

    formula = parse(function) if isinstance(function, str) else function
    if variable is None and len(formula.variables) == 1:
        (variable,) = formula.variables
    if variable not in formula.variables:
        known = ", ".join(formula.variables)
        raise ValueError(f"the variable to differentiate by is one of {known}, not {variable}")
    body = derivative(formula.body, variable)
    return replace(formula, text=canonical(body), body=body, name=None, notices=())


def descend(
    loss: "str | Formula",
    start: float | Sequence[float] | Mapping[str, float],
    rate: float | None = None,
    epsilon: float = 0.01,
    max_steps: int = 1000,
    *,
    values: Mapping[str, float] | None = None,
    optimiser: "Optimiser | str" = "gd",
    optimizer: "Optimiser | str | None" = None,
    settings: Mapping[str, float] | None = None,
    schedule: "Schedule | str" = "constant",
    noise: float = 0.0,
    seed: int = 0,
) -> "Descent":
    """Descend on a loss from `start` until |L(w_{i+1}) − L(w_i)| < ε, or another stop.

    start: w₀; with several variables one number each, in their order or by name.
    rate: the learning rate λ > 0, 0.1 by default (of Newton's method 1); epsilon: ε > 0;
    max_steps: 1 to 10⁷.
    values: of the loss's parameters, 1 where not given; such letters are no variables.
    optimiser, optimizer (either spelling): a name (gd, momentum, nesterov, adagrad, rmsprop, adam,
    adamw, newton) or an Optimiser; settings: of the one named, as {"beta1": 0.8}.
    schedule: what becomes of λ, as "cosine:steps=200" (constant, step, 1/t, cosine, warm-up), or a
    Schedule; noise: σ ≥ 0 of what is added to each partial derivative, drawn from seed.

    The result has steps (m,), points (m, n), losses (m,), gradients (m, n), which are those that
    the steps used, and stop, with its reason, step, warning and cause. Raises ParseError for a
    line that makes no sense and gdviz.descent.trouble.DescentError where a descent cannot begin.
    """
    from gdviz.descent import run
    from gdviz.descent.loss import loss_of
    from gdviz.descent.planning import planned

    formula = parse(loss, given=tuple(values or ())) if isinstance(loss, str) else loss
    point = _in_order(start, formula.variables)
    objective = loss_of(formula, values)
    rule, numbers = optimizer or optimiser, (rate, epsilon, max_steps)
    plan = planned(*numbers, rule, settings, schedule, noise, seed, hessian=objective.hessian)
    return run.descend(objective, point, plan)


def _in_order(
    start: float | Sequence[float] | Mapping[str, float], variables: Sequence[str]
) -> list[float]:
    from gdviz.descent.trouble import DescentError

    if isinstance(start, Mapping):
        point = [start[name] for name in variables if name in start]
    else:
        point = [start] if isinstance(start, int | float) else list(start)
    if len(point) != len(variables):
        raise DescentError("start-incomplete", names=", ".join(variables))
    return point
