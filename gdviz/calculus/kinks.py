"""Where a formula for the derivative may not be trusted: the kinks of |u|, relu, floor, √u …

At such a place the rules give 0/0, or a number that is none: (sign u)′ = 0 where sign jumps. A
float64 stands for all numbers that round to it, so a kink that is a rounding error away counts:
|sin x| at the float64 next to π.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.building import ONE, add, call, subtract
from gdviz.calculus.evaluation.kernels import Array
from gdviz.calculus.expression import Call, Expression, Negate, Power, Sum, depends_on, distinct
from gdviz.calculus.powers import typed_fraction

AT_ZERO = frozenset({"abs", "sign", "relu", "sqrt", "cbrt", "root"})
AT_INTEGERS = frozenset({"floor", "ceil"})
AT_ENDS = frozenset({"arcsin", "arccos", "arcosh", "arsech", "arcsec", "arccsc"})
SILENT = frozenset({"sign", "relu", "floor", "ceil", "min", "max"})
"""Functions whose rule gives a number even where there is no derivative."""
ROUNDINGS = 8 * 2.0**-52
"""Rounding errors of a few operations, relative to their operands."""


@dataclass(frozen=True, slots=True)
class Kink:
    """The kinks lie where `distance` is 0, or an integer. `scale` tells how large its terms are."""

    distance: Expression
    scale: Expression
    at_integers: bool = False
    silent: bool = False


def kinks(body: Expression, variable: str) -> list[Kink]:
    """Everything in the tree that has kinks as the variable moves."""
    found: dict[Kink, None] = {}
    for node in distinct(body):
        for kink in _kinks_of(node):
            if depends_on(kink.distance, variable):
                found[kink] = None
    return list(found)


def _kinks_of(node: Expression) -> Iterator[Kink]:
    match node:
        case Call(name, (argument, *_)) if name in AT_ZERO:
            yield _kink(argument, silent=name in SILENT)
        case Call(name, (argument,)) if name in AT_INTEGERS:
            yield Kink(argument, _scale(argument), at_integers=True, silent=True)
        case Call(name, (argument,)) if name in AT_ENDS:
            yield _kink(subtract(argument, ONE))
            yield _kink(add(argument, ONE))
        case Call("min" | "max", arguments):
            for first, second in combinations(arguments, 2):
                yield _kink(subtract(first, second), silent=True)
        case Power(base, exponent):
            typed = typed_fraction(exponent)
            if typed is None or typed.denominator != 1:
                yield _kink(base)


def _kink(distance: Expression, *, silent: bool = False) -> Kink:
    return Kink(distance, _scale(distance), silent=silent)


def _scale(expression: Expression) -> Expression:
    """|u| + |v| for u + v: the size of what may cancel."""
    terms: Sequence[Expression] = expression.terms if isinstance(expression, Sum) else (expression,)
    sizes = [call("abs", term.operand if isinstance(term, Negate) else term) for term in terms]
    return add(*sizes)


def is_near(kink: Kink, x: float, distance: float, scale: float, rate: float) -> bool:
    """Whether x may be at the kink but for rounding; `rate` is the derivative of the distance."""
    if kink.at_integers:
        distance -= np.rint(distance)
    return abs(distance) <= ROUNDINGS * (scale + abs(x * rate))


def is_at(kink: Kink, distance: Array) -> NDArray[np.bool_]:
    """Where the computed distance says exactly so."""
    nearest = np.rint(distance) if kink.at_integers else 0.0
    return np.equal(distance, nearest)
