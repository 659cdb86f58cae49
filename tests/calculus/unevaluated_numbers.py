"""Values of formulas that hold unevaluated derivatives and limits, by extrapolation alone."""

from collections.abc import Callable, Mapping

import numpy as np

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression, Symbol, distinct, number
from gdviz.calculus.unevaluated import Derivative, Limit, Unknown

WIDEST = 0.05
HALVINGS = 7


def value(body: Expression, at: Mapping[str, float]) -> float:
    """The number that the formula stands for, NaN where it has none."""
    forms: dict[Expression, Expression] = {}
    for node in distinct(body):
        form = node
        if node.children():
            form = node.with_children(tuple(forms[child] for child in node.children()))
        if isinstance(node, Derivative | Limit):
            unevaluated = _slope if isinstance(node, Derivative) else _limit
            form = number(unevaluated(node.operand, node.variable, at))
        forms[node] = form
    return float(compile_function(forms[body], list(at))(*at.values()))


def with_formulas(body: Expression, formulas: Mapping[str, Expression]) -> Expression:
    """The same with functions of x put in for f[…], f'[…], and so on, by their names."""
    forms: dict[Expression, Expression] = {}
    for node in distinct(body):
        parts = tuple(forms[child] for child in node.children())
        if isinstance(node, Unknown):
            formula = formulas[node.name]
            for _ in range(node.order):
                formula = raw_derivative(formula, "x")
            forms[node] = substituted(formula, {"x": parts[0]})
        else:
            forms[node] = node.with_children(parts) if parts else node
    return forms[body]


def substituted(body: Expression, letters: Mapping[str, Expression]) -> Expression:
    """The same with expressions in the place of letters."""
    forms: dict[Expression, Expression] = {}
    for node in distinct(body):
        parts = tuple(forms[child] for child in node.children())
        forms[node] = node.with_children(parts) if parts else node
        if isinstance(node, Symbol) and node.name in letters:
            forms[node] = letters[node.name]
    return forms[body]


def _slope(operand: Expression, variable: str, at: Mapping[str, float]) -> float:
    def quotient(h: float) -> float:
        ahead = value(operand, {**at, variable: at[variable] + h})
        behind = value(operand, {**at, variable: at[variable] - h})
        return (ahead - behind) / (2 * h)

    return _extrapolated(quotient)


def _limit(operand: Expression, variable: str, at: Mapping[str, float]) -> float:
    return _extrapolated(lambda h: value(operand, {**at, variable: h}))


def _extrapolated(f: Callable[[float], float]) -> float:
    """f at 0, by Neville's scheme over f(h), f(h/2), f(h/4) …"""
    steps = [WIDEST / 2**place for place in range(HALVINGS)]
    column = np.array([f(h) for h in steps])
    for order in range(1, HALVINGS):
        column = column[1:] + (column[1:] - column[:-1]) / (2.0**order - 1)
    return float(column[0])
