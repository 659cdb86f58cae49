"""A typed line as the window shows it at 1920×1080: its function in the view chosen for it."""

from dataclasses import dataclass

from benchmarks.lines import HEIGHT, WIDTH
from gdviz.calculus.expression import Expression
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Viewport

SIZE = (WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class Usual:
    """The function that was typed, and the view of it."""

    body: Expression
    variable: str
    view: Viewport


def usual(line: str, view: Viewport | None = None) -> Usual:
    """A line in its automatic view, if no other is given."""
    formula = parse(line)
    body, variable = formula.body, formula.variables[0]
    automatic = automatic_viewport(Differentiable(body, variable), aspect=WIDTH / HEIGHT)
    return Usual(body, variable, view or automatic)
