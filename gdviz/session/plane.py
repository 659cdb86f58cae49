"""What follows from a line with two variables: a function on the plane, and its slopes.

Loaded when such a line is first typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gdviz.calculus.differentiation.derivation import Step, derive
from gdviz.calculus.evaluation import Function, compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Formula
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.calculus.view.plane import natural_reach, plane_viewport, usual_start
from gdviz.calculus.view.ticks import Unit
from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.loss import Loss, loss_of
from gdviz.document.document import DescentSettings, Framing
from gdviz.session.analysis import DEFAULT_PARAMETER, Analysis
from gdviz.session.naming import Names

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Plane:
    """A line that made sense, as a function of two variables. Compared by identity.

    It offers what `Analysis` does of any function: formula, parameters, name, names, units,
    objective, and where a descent starts.
    """

    formula: Formula
    parameters: Mapping[str, float]

    @property
    def variables(self) -> tuple[str, str]:
        """The letters of the axes, across and up."""
        across, up = self.formula.variables
        return across, up

    @property
    def name(self) -> str:
        """What the function is called: as typed on the left, else f."""
        return self.formula.name or "f"

    @property
    def names(self) -> Names:
        """What the points of a descent are called, after the first variable."""
        return Names(self.variables[0])

    @property
    def both_names(self) -> tuple[Names, Names]:
        """The same of either variable."""
        across, up = self.variables
        return Names(across), Names(up)

    @property
    def units(self) -> tuple[Unit, Unit]:
        """What the axes are best counted in: each by the slope along it."""
        across, up = (partial.units[0] for partial in self.partials)
        return across, up

    @cached_property
    def function(self) -> Function:
        """f of two arrays."""
        return compile_function(self.formula.body, self.variables, self.parameters)

    @cached_property
    def objective(self) -> Loss:
        """f as a loss to descend on, with both partial derivatives."""
        return loss_of(self.formula, self.parameters)

    @cached_property
    def reach(self) -> float:
        """How far from 0 there is something to be seen."""
        return natural_reach(self.objective.evaluate)

    @cached_property
    def partials(self) -> tuple["Partial", "Partial"]:
        """f as a function of one variable, the other being a number."""
        across, up = self.variables
        first = Partial(self.formula, {**self.parameters, up: 0.0}, across)
        return first, Partial(self.formula, {**self.parameters, across: 0.0}, up)

    def partial(self, by: str) -> "Partial":
        """That of a variable; of the first one where it is none of them."""
        across, up = self.partials
        return up if by == up.by else across

    def view_of(self, framing: Framing, aspect: float) -> Viewport:
        """The automatic view. aspect: width by height of the plot."""
        across, up = (
            [value for name, value in framing.starts if name == variable]
            for variable in self.variables
        )
        points = zip(across, up, strict=False)
        return plane_viewport(self.reach, [*points, usual_start_on(self.formula)], aspect)

    def start_of(self, settings: DescentSettings) -> Point:
        """Where a descent starts: where it was put, else where there is something to be seen."""
        chosen = dict(settings.starts)
        across, up = self.variables
        if across in chosen and up in chosen:
            return chosen[across], chosen[up]
        usual = usual_start_on(self.formula)
        return chosen.get(across, usual[0]), chosen.get(up, usual[1])


@dataclass(frozen=True, eq=False)
class Partial(Analysis):
    """A function of two variables as one of `by` alone."""

    by: str

    @cached_property
    def variable(self) -> str:
        return self.by

    @cached_property
    def derivation(self) -> Step:
        """How ∂f/∂x is derived, rule by rule, the other variable being a number."""
        return derive(self.formula.body, self.by)

    @property
    def derived_by(self) -> str:
        """The variable that its derivative is named with."""
        return self.by

    @cached_property
    def is_defined_nowhere(self) -> bool:
        """Of one line in the plane that says nothing."""
        return False

    @property
    def titled(self) -> tuple[str, str]:
        """The variable, and what the derivative by it is called on one line: x, ∂L/∂x."""
        name, letter = plain(function_letter(self.formula)), plain(Names(self.by).letter)
        return self.by, f"∂{name}/∂{letter}"


@lru_cache(maxsize=8)
def _usual_start(body: Expression, variables: tuple[str, ...], letters: tuple[str, ...]) -> Point:
    objective = Loss(body, variables, dict.fromkeys(letters, DEFAULT_PARAMETER))
    return usual_start(objective.evaluate, natural_reach(objective.evaluate))


def usual_start_on(formula: Formula) -> Point:
    """Depends on the line alone: it keeps still while a letter moves."""
    return _usual_start(formula.body, formula.variables, formula.parameters)
