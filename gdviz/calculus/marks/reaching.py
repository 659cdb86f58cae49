"""An expression whose reaching 0, or another level, is looked for: as numbers and as intervals."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

import numpy as np

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Call, Expression, distinct
from gdviz.calculus.intervals import Encloser
from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.marks.conditions import Level

KEPT = 48
"""Expressions that stay compiled: another view of a function asks for the same ones again."""
SLOW, HEAVY = frozenset({"gamma", "digamma", "polygamma", "factorial"}), 40
"""Functions that take so many times as long as others."""


class Reaching:
    """A compiled expression of one variable; parameters that are not given are 1."""

    def __init__(
        self,
        body: Expression,
        variable: str,
        parameters: Mapping[str, float],
        level: Level = Level.ZERO,
    ) -> None:
        self.body, self.variable, self.parameters, self.level = body, variable, parameters, level
        self._compiled = compile_function(body, (variable,), parameters)
        self.encloser = Encloser(body, variable, parameters)

    def __call__(self, x: Array) -> Array:
        return np.asarray(self._compiled(x))

    @cached_property
    def weight(self) -> int:
        """How much work a cell is: one for each part, more for those that are slow."""
        return sum(
            HEAVY if isinstance(node, Call) and node.function in SLOW else 1
            for node in distinct(self.body)
        )

    @cached_property
    def derivative(self) -> "Reaching":
        """Of the same variable, to be looked at where it is 0."""
        raw = raw_derivative(self.body, self.variable)
        return Reaching(raw, self.variable, self.parameters)

    def levels(self, low: Array, high: Array) -> tuple[Array, Array]:
        """The least and the greatest level between two values; the least is greater if none is."""
        if self.level is Level.ZERO:
            inside = (low <= 0.0) & (high >= 0.0)
            return np.zeros_like(low), np.where(inside, 0.0, -1.0)
        top = np.minimum(high, 0.0) if self.level is Level.POLES_OF_GAMMA else high
        return np.ceil(low), np.floor(top)

    def may_vanish(self, low: float, high: float) -> bool:
        """Whether it may be 0 somewhere between two numbers."""
        found = self.encloser(np.array([low]), np.array([high]))
        return bool(found.value[0, 0] <= 0.0 <= found.value[1, 0])

    def is_lost(self, x: Array) -> Flags:
        """Where rounding, of x too, cannot tell the value from a level."""
        found = self.encloser(np.nextafter(x, -np.inf), np.nextafter(x, np.inf))
        first, last = self.levels(*found.value)
        lost: Flags = first <= last
        return lost

    def is_lost_at_either(self, first: Array, second: Array) -> Flags:
        """Whether it is at one of two numbers, looked at in one go."""
        lost = self.is_lost(np.concatenate((first, second)))
        either: Flags = lost[: first.size] | lost[first.size :]
        return either

    def nearest_level(self, x: float) -> float:
        """The level that the value at x is nearest to."""
        if self.level is Level.ZERO:
            return 0.0
        return float(np.rint(self(np.array([x]))[0]))


Values = tuple[tuple[str, float], ...]
"""Parameters by name, to be a key."""


@lru_cache(KEPT)
def compiled(
    body: Expression, variable: str, values: Values, level: Level = Level.ZERO
) -> Reaching:
    """The same object for the same expression."""
    return Reaching(body, variable, dict(values), level)


@lru_cache(KEPT)
def derived(body: Expression, variable: str) -> Expression:
    """Its derivative by the rules."""
    return raw_derivative(body, variable)
