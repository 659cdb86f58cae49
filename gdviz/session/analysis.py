"""What follows from a typed line and the values of its parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from gdviz.calculus.differentiation.derivation import Step, derive
from gdviz.calculus.expression import Expression, symbols
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import derivative_name
from gdviz.calculus.view.scale import natural_units
from gdviz.calculus.view.ticks import Unit
from gdviz.descent.loss import Loss, loss_of
from gdviz.document.document import DescentSettings
from gdviz.session.naming import Names, chain_letters

if TYPE_CHECKING:
    from gdviz.session.plane import Plane
    from gdviz.session.steps import Place

DEFAULT_PARAMETER = 1.0
OF_FUNCTIONS = frozenset("fghFGHφψσΦΨ")
"""Letters that name functions rather than what they are equal to."""
LEFT_SIDE_ALONE = re.compile(r"\s*[yу]\s*")
"""How a line `y = …` begins, letter by letter; the last picture stays until there is more of it."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """A line that made sense, as a function of one variable. Compared by identity."""

    formula: Formula
    parameters: Mapping[str, float]

    @cached_property
    def variable(self) -> str:
        return self.formula.variables[0]

    @cached_property
    def names(self) -> Names:
        """What points are called."""
        return Names(self.variable)

    @cached_property
    def chain_letters(self) -> tuple[str, str]:
        """What f and g of a chain f(g(x)) are called."""
        return chain_letters(self.formula)

    @cached_property
    def function(self) -> Differentiable:
        """f with its derivative, compiled."""
        return Differentiable(self.formula.body, self.variable, self.parameters)

    @cached_property
    def units(self) -> tuple[Unit, Unit]:
        """What the axes are best counted in."""
        return natural_units(self.formula.body, self.variable)

    @cached_property
    def derivation(self) -> Step:
        """How f′ is derived, rule by rule."""
        return derive(self.formula.body, self.variable)

    @cached_property
    def steps(self) -> tuple["Place", ...]:
        """The steps of the derivation, each where it stands in the line."""
        from gdviz.session.steps import places  # only now: a descent needs none

        names = {self.formula.name} if self.formula.name else set()
        return places(self.derivation, symbols(self.formula.body) | names)

    @cached_property
    def beats(self) -> int:
        """How many times to go on until every step is told."""
        from gdviz.session.steps import beats

        return beats(self.steps)

    @cached_property
    def tidy_derivative(self) -> Expression:
        """f′ in the form a teacher would write."""
        return tidy(self.derivation.after)

    @property
    def derived_by(self) -> str | None:
        """The variable that its derivative is named with, None where there is but one: f′(x)."""
        return None

    @property
    def derivative_name(self) -> Markup:
        """What its derivative is called: f′(x), ∂f/∂x."""
        return derivative_name(self.formula, self.derived_by)

    def start_of(self, settings: DescentSettings) -> float:
        """Where a descent starts."""
        return settings.start

    @cached_property
    def is_defined_nowhere(self) -> bool:
        """Whether f surely has no value for any x."""
        from gdviz.calculus.nowhere import is_defined_nowhere  # only now: a descent needs none

        return is_defined_nowhere(self.formula.body, self.variable, self.parameters)

    @cached_property
    def objective(self) -> Loss:
        """f as a loss to descend on: its slope is the one that the tangent shows."""
        return loss_of(self.formula, self.parameters)

    @property
    def name(self) -> str:
        """What the function is called: as typed on the left, else f."""
        return self.formula.name or "f"

    @property
    def upright(self) -> str:
        """What the upright axis is called."""
        return upright_letter(self.formula)


def upright_letter(formula: Formula) -> str:
    """What the upright axis is called, in pictures and in equations of lines: L and s as on the
    left of the line, y where that is the letter of a function: y = f(x)."""
    name = formula.name
    return "y" if name is None or name in OF_FUNCTIONS else name


def analyse(text: str, parameters: Mapping[str, float]) -> Analysis:
    """Read a function of one variable; parameters without a value are 1. Raises ParseError."""
    line = read_line(text, parameters)
    if not isinstance(line, Analysis):
        raise _of_several(line.formula)
    return line


def read_line(text: str, parameters: Mapping[str, float]) -> "Analysis | Plane":
    """Read a function of one variable or two; parameters without a value are 1. Raises ParseError.

    The window draws no others: they raise ParseError("several-variables").
    """
    if LEFT_SIDE_ALONE.fullmatch(text):
        raise ParseError(0, len(text), "left-side-alone", name=text.strip())
    formula = parse(text)
    if len(formula.variables) > 2:
        raise _of_several(formula)
    if len(formula.variables) < 2:
        return Analysis(formula, _values(formula, parameters))
    from gdviz.session.plane import Plane  # only now: the start waits for none

    return Plane(formula, _values(formula, parameters))


def _of_several(formula: Formula) -> ParseError:
    names = ", ".join(formula.variables)
    return ParseError(0, len(formula.text), "several-variables", names=names)


Line = TypeVar("Line", bound="Analysis | Plane")


def with_parameters(line: Line, parameters: Mapping[str, float]) -> Line:
    """The same line with other values; itself if they are the same."""
    values = _values(line.formula, parameters)
    return line if values == line.parameters else type(line)(line.formula, values)


def _values(formula: Formula, given: Mapping[str, float]) -> dict[str, float]:
    return {name: given.get(name, DEFAULT_PARAMETER) for name in formula.parameters}
