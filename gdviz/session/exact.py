"""What algebra is asked about the function in view, and what it has answered so far.

Points with f′ = 0 are found by numbers, at once; their names, the confirmation of f′ and exact
limits come from a worker process when they come. Nothing here waits for it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from gdviz.calculus.building import multiply
from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.kinks import kinks
from gdviz.calculus.view.corners import corner_extrema
from gdviz.calculus.view.landmarks import Array, Function
from gdviz.calculus.view.stationary import Stationary, StationaryPoints, stationary_points
from gdviz.calculus.view.viewport import Viewport
from gdviz.compute.protocol import NoAnswer, Reply
from gdviz.session.analysis import Analysis
from gdviz.session.limits import NO_LIMITS, ExactLimits, LimitWork
from gdviz.symbolic.questions import (
    FindLimit,
    IsDerivative,
    Name,
    Names,
    NameZeros,
    Proof,
    Question,
)

DERIVATIVE, ZEROS, CORNERS, ANSWER = "derivative", "zeros", "corners", "answer"
"""Topics: of each only the newest question is of use."""
MOST_REMEMBERED = 64
DIGITS = 11
"""Digits by which a place is known again when the view has moved."""
SAME_PLACE = 1e-9
"""In parts of the view's width: what is nearer to a corner is that corner."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A point with f′ = 0, or a corner, and its exact name, if it has one that is known."""

    point: Stationary
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """points: from left to right, None while the view is being searched; complete: whether these
    are all in view; corners: extrema where there is no f′; derivative, answer: what algebra says
    of f′ and of the answer to an exercise, None until it has said something; limits: what it says
    of those beside x₀."""

    points: tuple[Finding, ...] | None = None
    complete: bool = True
    corners: tuple[Finding, ...] = ()
    derivative: Proof | NoAnswer | None = None
    answer: Proof | NoAnswer | None = None
    limits: ExactLimits = NO_LIMITS


NOTHING_FOUND = Findings()


class ExactWork:
    """Findings for one analysis and view, and the questions that are still open."""

    def __init__(self) -> None:
        self._of: tuple[Analysis, Viewport] | None = None
        self._answer: IsDerivative | None = None
        self._found: StationaryPoints | None = None
        self._corners: tuple[Stationary, ...] = ()
        self._names: dict[str, Name | None] = {}
        self._asked: dict[tuple[Expression, str], IsDerivative] = {}
        self._proofs: dict[IsDerivative, Proof | NoAnswer] = {}
        self._limits = LimitWork()
        self.findings = NOTHING_FOUND

    @property
    def done(self) -> bool:
        """Whether the numbers are there; names may still be to come."""
        return self._of is None or self._found is not None

    def aim(
        self,
        analysis: Analysis | None,
        viewport: Viewport,
        x0: float,
        answer: Expression | None = None,
    ) -> None:
        """Say what is wanted. What is known of the same function stays.

        x0: the point whose limits are looked at. answer: what is said to be the derivative, where
        that was checked.
        """
        self._aim_at_answer(analysis, answer)
        if self._limits.aim(analysis, x0):
            self._tell()
        before = self._of
        if analysis is None:
            self._of = None
        elif before is None or before != (analysis, viewport):
            self._of = analysis, viewport
        if self._of == before:
            return
        self._found = None
        if before is None or self._of is None or before[0] is not self._of[0]:
            self._names = {}
        self._tell()

    def _aim_at_answer(self, analysis: Analysis | None, answer: Expression | None) -> None:
        before, self._answer = self._answer, None
        if analysis is not None and answer is not None:
            self._answer = IsDerivative(analysis.formula.body, answer, analysis.variable)
        if self._answer != before:
            self._tell()

    def advance(self) -> None:
        """Search the view, which takes a few milliseconds."""
        if self._of is not None and self._found is None:
            self._corners = _corners(*self._of)
            self._found = _apart(_stationary_points(*self._of), self._corners, self._of[1])
            self._tell()

    @property
    def questions(self) -> Mapping[str, Question]:
        """What is not known yet, by topic; what takes longest, limits, comes last."""
        if self._of is None:
            return {}
        analysis = self._of[0]
        asked: dict[str, Question] = {}
        if (is_derivative := self._is_derivative(analysis)) not in self._proofs:
            asked[DERIVATIVE] = is_derivative
        if self._answer is not None and self._answer not in self._proofs:
            asked[ANSWER] = self._answer
        asked.update(self._names_asked(analysis))
        asked.update(self._limits.questions)
        return asked

    def _names_asked(self, analysis: Analysis) -> Iterator[tuple[str, NameZeros]]:
        """For the names of zeros of f′; those of corners are where something in f has a kink."""
        body, variable = analysis.formula.body, analysis.variable
        values = tuple(analysis.parameters.items())
        if nameless := self._nameless(self._found.points if self._found else ()):
            yield ZEROS, NameZeros(analysis.tidy_derivative, body, variable, nameless, values)
        if self._found and (nameless := self._nameless(self._corners)):
            distances = multiply(*(kink.distance for kink in kinks(body, variable)))
            yield CORNERS, NameZeros(distances, body, variable, nameless, values)

    def _nameless(self, points: tuple[Stationary, ...]) -> tuple[float, ...]:
        return tuple(point.x for point in points if _key(point.x) not in self._names)

    def _is_derivative(self, analysis: Analysis) -> IsDerivative:
        """Whether f′ is what it is shown to be. For this it is tidied, for which no key waits."""
        body, variable = analysis.formula.body, analysis.variable
        asked = IsDerivative(body, analysis.tidy_derivative, variable)
        while len(self._asked) >= MOST_REMEMBERED:
            del self._asked[next(iter(self._asked))]
        self._asked[body, variable] = asked
        return asked

    def _proof_of(self, analysis: Analysis) -> Proof | NoAnswer | None:
        """What was answered, if it was asked already."""
        asked = self._asked.get((analysis.formula.body, analysis.variable))
        return self._proofs.get(asked) if asked else None

    def take(self, question: Question, reply: Reply) -> None:
        """An answer came. One to a question that is not open any more is of no use."""
        if question not in self.questions.values():
            return
        if isinstance(question, IsDerivative) and isinstance(reply, Proof | NoAnswer):
            while len(self._proofs) >= MOST_REMEMBERED:
                del self._proofs[next(iter(self._proofs))]
            self._proofs[question] = reply
        elif isinstance(question, NameZeros):
            names = reply.names if isinstance(reply, Names) else (None,) * len(question.near)
            keys = map(_key, question.near)
            self._names.update(zip(keys, names, strict=True))
        elif isinstance(question, FindLimit):
            self._limits.take(question, reply)
        self._tell()

    def _tell(self) -> None:
        if self._of is None:
            self.findings = NOTHING_FOUND
            return
        found = self._found or StationaryPoints()
        self.findings = Findings(
            self._findings(found.points) if self._found is not None else None,
            found.complete,
            self._findings(self._corners) if self._found is not None else (),
            self._proof_of(self._of[0]),
            self._proofs.get(self._answer) if self._answer else None,
            self._limits.limits,
        )

    def _findings(self, points: tuple[Stationary, ...]) -> tuple[Finding, ...]:
        return tuple(Finding(point, self._names.get(_key(point.x))) for point in points)


def _key(x: float) -> str:
    return f"{x:.{DIGITS}e}"


def _on_array(compute: Callable[[Array], object]) -> Function:
    return lambda x: np.asarray(compute(x))


def _corners(analysis: Analysis, viewport: Viewport) -> tuple[Stationary, ...]:
    """Looked for only where something in f has a kink."""
    function = analysis.function
    if not kinks(analysis.formula.body, analysis.variable):
        return ()
    return corner_extrema(_on_array(function.rule_slope), function.at, viewport)


def _apart(
    found: StationaryPoints, corners: tuple[Stationary, ...], view: Viewport
) -> StationaryPoints:
    """The points that are no corners: on one side of a corner f′ may tend to 0."""
    room = SAME_PLACE * view.width
    kept = [p for p in found.points if all(abs(p.x - corner.x) > room for corner in corners)]
    return replace(found, points=tuple(kept))


def _stationary_points(analysis: Analysis, viewport: Viewport) -> StationaryPoints:
    function = analysis.function

    def curvature() -> Function:
        second = raw_derivative(analysis.tidy_derivative, analysis.variable)
        return _on_array(compile_function(second, [analysis.variable], analysis.parameters))

    return stationary_points(
        _on_array(function.value),
        _on_array(function.rule_slope),
        curvature,
        lambda x: function.at(x).slope,
        viewport,
    )
