"""Where the formula of f′ does not hold although f has a value: |x| at 0, floor x at integers.

The rules give a formula for f′; at the kinks of |u|, sign u, ∛u … f may have no derivative. What is
found here is what stands beside the formula: f′(x) = 0, x ≠ 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import nextafter

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.building import ZERO, divide, multiply, negative, subtract
from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import Function, compile_function
from gdviz.calculus.expression import Call, Expression, Number, Power, Symbol, depends_on
from gdviz.calculus.kinks import Kink, kinks
from gdviz.calculus.marks.cells import Interval
from gdviz.calculus.normal import tidy
from gdviz.calculus.tangent import Differentiable

FAR = np.geomspace(10.0, 1e6, 200)[1:]
GRID = np.concatenate([-FAR[::-1], np.linspace(-10.0, 10.0, 801), FAR])
"""Where kinks are looked for."""
MOST_KINKS, MOST_PLACES = 8, 3
"""That are looked at; and places of each."""
HALVINGS = 80
BESIDE = 1e-6
NO_DERIVATIVE = frozenset(
    {"jump", "corner", "cusp", "vertical-tangent", "edge-of-domain", "isolated-point"}
)
"""What f may do where it has a value and no derivative."""


class Relation(StrEnum):
    """What the left side has to be for the formula to hold."""

    NOT_EQUAL = "≠"
    GREATER = ">"
    LESS = "<"
    NO_INTEGER = "∉"


TURNED = {Relation.GREATER: Relation.LESS, Relation.LESS: Relation.GREATER}


@dataclass(frozen=True, slots=True)
class Condition:
    """left ≠ right, left > right, left < right, or left ∉ ℤ, where right says nothing."""

    left: Expression
    relation: Relation
    right: Expression = ZERO


def conditions(function: Differentiable) -> tuple[Condition, ...]:
    """What x has to be for the formula of f′ to hold where f is defined; () if nothing.

    Kinks between ±10⁶ are found.
    """
    found: dict[Condition, None] = {}
    for kink in kinks(function.body, function.variable)[:MOST_KINKS]:
        distance = tidy(kink.distance) if kink.at_integers else _root_of(tidy(kink.distance))
        relation = _relation(distance, kink, function)
        if relation is not None:
            found[_solved(distance, relation, function.variable)] = None
    return tuple(found)


def _root_of(distance: Expression) -> Expression:
    """u of u², |u|, which are 0 where u is."""
    match distance:
        case Power(base, Number()) | Call("abs" | "sqrt" | "cbrt", (base,)):
            return _root_of(base)
    return distance


def _relation(distance: Expression, kink: Kink, function: Differentiable) -> Relation | None:
    """What the distance has to be, None if f has a derivative there, or there is no such place."""
    setting = [function.variable], function.parameters
    measure, formula = (compile_function(e, *setting) for e in (distance, function.derivative))

    def at(x: float) -> float:
        return float(measure(x))

    places = _places(np.asarray(measure(GRID)) + np.zeros(GRID.size), at, kink)
    failing = [x for x in places if _fails(function, x, formula)]
    if not failing:
        return None
    if kink.at_integers:
        return Relation.NO_INTEGER
    signs = {np.sign(at(x)) for place in failing for x in _inside(function, place)}
    if len(signs) != 1:
        return Relation.NOT_EQUAL
    return Relation.GREATER if signs == {1.0} else Relation.LESS


def _places(on_grid: NDArray[np.float64], at: Callable[[float], float], kink: Kink) -> list[float]:
    """A few places of the kink, those nearest to 0."""
    with np.errstate(invalid="ignore"):
        highest = np.floor(np.maximum(on_grid[1:], on_grid[:-1]))
        levels = highest if kink.at_integers else np.zeros(highest.size)
        before, after = on_grid[:-1] - levels, on_grid[1:] - levels
        crossed = np.flatnonzero(np.sign(before) * np.sign(after) <= 0)
    nearest = sorted(crossed.tolist(), key=lambda cell: float(abs(GRID[cell])))
    found = [
        _halved(at, float(levels[cell]), (float(GRID[cell]), float(GRID[cell + 1])))
        for cell in nearest[: 2 * MOST_PLACES]
    ]
    return list(dict.fromkeys(found))[:MOST_PLACES]


def _halved(distance: Callable[[float], float], level: float, ends: Interval) -> float:
    """Where it passes through a level between two ends."""
    low, high = ends
    if distance(low) == level:
        return low
    rises = distance(low) < level
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (distance(middle) < level) == rises:
            low = middle
        else:
            high = middle
    return high


def _fails(function: Differentiable, place: float, formula: Function) -> bool:
    """Whether f has a value there, or at a float64 beside, and no derivative, or one that the
    formula does not give: ∛x sin x at 0."""
    if np.isfinite(function.value(place)) and np.isnan(formula(place)):
        return True
    near = (place, nextafter(place, -np.inf), nextafter(place, np.inf))
    return any(function.at(x).problem in NO_DERIVATIVE for x in near)


def _inside(function: Differentiable, place: float) -> list[float]:
    """Beside the place, on the sides where f has a value."""
    step = BESIDE * max(1.0, abs(place))
    return [x for x in (place - step, place + step) if np.isfinite(function.value(x))]


def _solved(distance: Expression, relation: Relation, variable: str) -> Condition:
    """x ≠ 2 for x − 2 ≠ 0, where it is that simple."""
    slope = tidy(raw_derivative(distance, variable))
    rest = tidy(subtract(distance, multiply(slope, Symbol(variable))))
    is_straight = not (depends_on(slope, variable) or depends_on(rest, variable))
    is_ordered = relation in TURNED
    if relation is Relation.NO_INTEGER or not is_straight or (is_ordered and not _is_number(slope)):
        return Condition(distance, relation)
    if is_ordered and not isinstance(slope, Number):
        relation = TURNED[relation]
    return Condition(Symbol(variable), relation, tidy(divide(negative(rest), slope)))


def _is_number(slope: Expression) -> bool:
    """Whether its sign can be seen: 2, −2."""
    return all(isinstance(part, Number) for part in (slope.children() or (slope,)))
