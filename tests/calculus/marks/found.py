"""Marks as short texts, to be compared with what mathematics says."""

from functools import cache
from typing import NamedTuple

from gdviz.calculus.marks import Mark, Marks, marks
from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport
from tests.calculus import forty_digits


class Told(NamedTuple):
    """A mark: its kind (of an extremum whether it is a minimum or a maximum), x, and y."""

    kind: str
    x: float
    y: float | None


def found(text: str, window: list[float], size: tuple[int, int] = (1920, 1080)) -> Marks:
    """The marks of a typed function in the window x0, x1, y0, y1."""
    return _found(text, Viewport(*window), size)


@cache
def _found(text: str, view: Viewport, size: tuple[int, int]) -> Marks:
    formula = parse(text)
    variable = formula.variables[0] if formula.variables else "x"
    return marks(formula.body, variable, {}, view, size)


def told(mark: Mark) -> Told:
    """A mark that was found."""
    return Told(str(mark.turn or mark.kind), mark.x, mark.y)


def expected(answer: str) -> list[Told]:
    """`hole 0 1; pole pi/2 -`: numbers in the editor's notation, computed in 40 digits."""
    entries = (entry.split() for entry in answer.split(";") if entry.strip())
    return [Told(kind, _number(x), None if y == "-" else _number(y)) for kind, x, y in entries]


def _number(text: str) -> float:
    return float(forty_digits.value(parse(text).body, {}))


def are_alike(one: Told, other: Told) -> bool:
    """The same kind, x to 1e-10 and y to 1e-9, relative to their size."""
    if one.kind != other.kind or (one.y is None) != (other.y is None):
        return False
    y_agrees = one.y is None or other.y is None or _is_near(one.y, other.y, 1e-9)
    return _is_near(one.x, other.x, 1e-10) and y_agrees


def _is_near(first: float, second: float, tolerance: float) -> bool:
    return abs(first - second) <= tolerance * max(1.0, abs(second))
