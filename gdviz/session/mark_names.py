"""Exact names of marked places, as algebra proves them: zeros, inflections, and where f breaks.

(Extrema are named together with the zeros of f′, exact.py.) Nothing is asked of what is not shown,
nor of what its digits already say.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from gdviz.calculus.building import call, multiply
from gdviz.calculus.expression import Constant, Expression
from gdviz.calculus.marks.conditions import Condition, Level, conditions
from gdviz.calculus.marks.mark import Kind, Mark, Marks
from gdviz.compute.protocol import Reply
from gdviz.session.analysis import Analysis
from gdviz.symbolic.questions import Name, Names, NameZeros, Question

MOST_ASKED, MOST_NAMED = 16, 64
"""Places that are asked about at once, and in all, those nearest to 0 first: more names are no help
to who looks at them."""
DIGITS = 11
"""By which a place is known again when the view has moved."""
PLAIN = 4
"""Digits of a number that needs no name."""


class Topic(StrEnum):
    """Why places are marked. Of each only the newest question is of use."""

    ZEROS = "marked zeros"
    INFLECTIONS = "marked inflections"
    BREAKS = "marked breaks"


TOPICS: Mapping[Kind, Topic] = {
    Kind.ZERO: Topic.ZEROS,
    Kind.INFLECTION: Topic.INFLECTIONS,
    **dict.fromkeys(
        (Kind.POLE, Kind.ESSENTIAL, Kind.JUMP, Kind.EDGE, Kind.HOLE, Kind.CORNER, Kind.CUSP),
        Topic.BREAKS,
    ),
    Kind.VERTICAL_TANGENT: Topic.BREAKS,
}
Key = tuple[Topic, str]
MarkNames = Mapping[Key, Name | None]
"""What is known so far; None where no name was found."""


def key_of(mark: Mark) -> Key | None:
    """What a mark is known by; None for one that is not named here."""
    topic = TOPICS.get(mark.kind)
    return None if topic is None else (topic, f"{mark.x:.{DIGITS}e}")


class NameWork:
    """The names of the marks of one function, and the questions that are still open."""

    def __init__(self) -> None:
        self._of: Analysis | None = None
        self._marks: Marks | None = None
        self.names: MarkNames = {}

    def aim(self, analysis: Analysis | None, marks: Marks | None) -> None:
        """Say what is marked. Names of the same function stay."""
        if analysis is not self._of:
            self.names = {}
        self._of, self._marks = analysis, marks

    @property
    def questions(self) -> Mapping[str, Question]:
        """What is not known yet, by topic."""
        analysis, marks = self._of, self._marks
        if analysis is None or marks is None:
            return {}
        asked: dict[str, Question] = {}
        for topic in Topic:
            if sum(known is topic for known, _ in self.names) >= MOST_NAMED:
                continue
            near = tuple(sorted(self._nameless(marks.marks, topic), key=abs)[:MOST_ASKED])
            if near:
                asked[topic] = _question(topic, analysis, near)
        return asked

    def _nameless(self, marks: Iterable[Mark], topic: Topic) -> Iterator[float]:
        for mark in marks:
            key = key_of(mark)
            is_open = key is not None and key[0] is topic and key not in self.names
            if is_open and float(f"{mark.x:.{PLAIN}g}") != mark.x:
                yield mark.x

    def take(self, question: Question, reply: Reply) -> None:
        """An answer came. One to a question that is not open any more is of no use."""
        topics = [Topic(topic) for topic, asked in self.questions.items() if asked == question]
        if not topics or not isinstance(question, NameZeros):
            return
        names = reply.names if isinstance(reply, Names) else (None,) * len(question.near)
        places = (f"{x:.{DIGITS}e}" for x in question.near)
        keys = ((topics[0], place) for place in places)
        self.names = {**self.names, **dict(zip(keys, names, strict=True))}


def _question(topic: Topic, analysis: Analysis, near: tuple[float, ...]) -> NameZeros:
    body, variable = analysis.formula.body, analysis.variable
    values = tuple(analysis.parameters.items())
    return NameZeros(_vanishing(topic, analysis), body, variable, near, values)


def _vanishing(topic: Topic, analysis: Analysis) -> Expression:
    """What is 0 at the places of a topic."""
    if topic is Topic.ZEROS:
        return analysis.formula.body
    if topic is Topic.INFLECTIONS:
        return analysis.function.second_derivative
    found = conditions(analysis.formula.body, analysis.variable, analysis.parameters)
    return multiply(*map(_zero_at, found))


def _zero_at(condition: Condition) -> Expression:
    """What is 0 where a condition is met: sin πu where u is an integer."""
    if condition.level is Level.ZERO:
        return condition.part
    return call("sin", multiply(Constant("pi"), condition.part))
