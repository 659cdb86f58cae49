"""The rule of an optimiser on paper: line by line, in letters, and with the numbers of a step.

The lines are those of the table (`Kind.rule`), read like any formula, so that every term can be
lit up, or a number be put in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from gdviz.calculus.evaluation import Function, compile_function
from gdviz.calculus.expression import Expression, Negate, Number, Symbol, distinct, symbols
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import Letter, Markup, Operator, Row, Upright
from gdviz.calculus.typesetting.notation import typeset
from gdviz.descent.optimisers import Newton, Optimiser, State, Vector, solved
from gdviz.descent.table import OPTIMISERS, name_of, settings_of

PARAMETER, GRADIENT, RATE, COUNT, CURVATURE, DIRECTION = "w", "g", "λ", "t", "h", "d"
"""Letters of a rule that are no setting and no state of their own: w, its slope, λ, the number of
the update from 1, L″, and with several parameters what solves H·d = ∇L. (M, V are made on the way.)
"""
OF_MANY = {"newton": (("w", "w - λ*d"),)}
"""Rules that are others with several parameters."""
BECOMES, TIMES, EQUALS = map(Operator, "←·=")


@dataclass(frozen=True, slots=True)
class Line:
    """b ← μ·b + g: what a letter becomes."""

    letter: str
    becomes: Expression

    @property
    def letters(self) -> frozenset[str]:
        """Those on the right: what a number is needed for."""
        return symbols(self.becomes)

    def markup(self, language: str) -> Markup:
        """The line as it is set on paper."""
        return Row((set_name(self.letter), BECOMES, typeset(self.becomes, language)))


@dataclass(frozen=True, slots=True)
class Worked:
    """A line with the numbers of one step of one parameter: what was put in, what came out."""

    line: Line
    given: Mapping[str, float]
    value: float

    def filled(self, digits: int = 4) -> Expression:
        """The right side with numbers in the place of letters, rounded to so many digits."""
        return filled(self.line.becomes, self.given, digits)


def lines(name: str, parameters: int = 1) -> tuple[Line, ...]:
    """The rule of an optimiser of the table, for so many parameters. Raises KeyError."""
    return _lines(name, parameters > 1)


@cache
def _lines(name: str, of_many: bool) -> tuple[Line, ...]:
    rule = OPTIMISERS[name].rule
    rule = OF_MANY.get(name, rule) if of_many else rule
    return tuple(Line(letter, parse(text, given=_LETTERS).body) for letter, text in rule)


_LETTERS = ("w", "g", "λ", "t", "h", "d", "b", "s", "m", "v", "M", "V", "μ", "α", "κ", "β1", "β2")


def system() -> Markup:
    """H·d = ∇L, which Newton's method solves where there are several parameters."""
    return Row((Letter("H"), TIMES, Letter("d"), EQUALS, Row((Upright("∇"), Letter("L")))))


def worked(
    rule: Optimiser,
    point: Vector,
    gradient: Vector,
    rate: float,
    state: State,
    parameter: int = 0,
) -> tuple[Worked, ...]:
    """The update of one parameter from an iterate, line by line.

    point, gradient, state: of the iterate (`Run.iterate`), with one parameter or several; rate: λ
    of this update. Raises LookupError for an optimiser that is not in the table.
    """
    name = name_of(rule)
    numbers = _numbers(rule, name, point, gradient, state, parameter) | {RATE: rate}
    done = []
    for line in lines(name, np.size(point)):
        given = {letter: numbers[letter] for letter in line.letters}
        numbers[line.letter] = _value(line, given)
        done.append(Worked(line, given, numbers[line.letter]))
    return tuple(done)


def _numbers(
    rule: Optimiser, name: str, point: Vector, gradient: Vector, state: State, parameter: int
) -> dict[str, float]:
    kind = OPTIMISERS[name]
    numbers = {kind.settings[key].letter: value for key, value in settings_of(rule).items()}
    parts = zip(kind.state, state, strict=True)
    numbers |= {letter: _component(part, parameter) for letter, part in parts}
    numbers |= {
        PARAMETER: _component(point, parameter),
        GRADIENT: _component(gradient, parameter),
    }
    if COUNT in numbers:
        numbers[COUNT] += 1.0
    if isinstance(rule, Newton):
        numbers |= _newton(rule, point, gradient, parameter)
    return numbers


def _newton(rule: Newton, point: Vector, gradient: Vector, parameter: int) -> dict[str, float]:
    hessian = rule.hessian(point)
    if hessian.ndim == 0:
        return {CURVATURE: float(hessian)}
    return {DIRECTION: float(solved(hessian, gradient)[parameter])}


def _component(part: Vector | float, parameter: int) -> float:
    return float(np.atleast_1d(part)[parameter if np.ndim(part) else 0])


def _value(line: Line, given: Mapping[str, float]) -> float:
    compute = _computed(line, tuple(sorted(given)))
    return float(compute(*(np.float64(given[letter]) for letter in sorted(given))))


@cache
def _computed(line: Line, letters: tuple[str, ...]) -> Function:
    return compile_function(line.becomes, letters)


def filled(expression: Expression, given: Mapping[str, float], digits: int = 4) -> Expression:
    """The expression with numbers in the place of letters, rounded to so many digits."""
    made: dict[Expression, Expression] = {}
    for node in distinct(expression):
        parts = tuple(made[child] for child in node.children())
        made[node] = node.with_children(parts) if parts else node
        if isinstance(node, Symbol) and node.name in given:
            made[node] = _written(given[node.name], digits)
    return made[expression]


def _written(value: float, digits: int) -> Expression:
    size = Number(abs(value), text=f"{abs(value):.{digits}g}")
    return Negate(size) if value < 0 else size
