"""An answer is read, compared, and where it is wrong, explained."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from gdviz.calculus.differentiation.derivation import Step, derive
from gdviz.calculus.expression import Expression, symbols
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.nowhere import is_defined_nowhere
from gdviz.calculus.parser import parse, remedy
from gdviz.numerals import significant
from gdviz.practice.comparison import Verdict, comparing
from gdviz.practice.diagnosis import Diagnosis, diagnosing
from gdviz.practice.places import finding_places
from gdviz.practice.slices import Slices, finished
from gdviz.practice.valuation import Valuation

NAMED = re.compile(r"\s*\w+\s*['′]?\s*(\([^()=]*\))?\s*['′]?\s*=\s*")
"""y′ =, f'(x) =, y =: what may stand before an answer."""
FAR = np.concatenate([side * np.geomspace(1e-12, 1e15, 200) for side in (-1.0, 1.0)])
"""Places of every size."""
LETTER = 0.7
"""What stands for the first letter there."""
SIMPLE = (1.0, 2.0, 0.5, 3.0, -1.0, 0.0, 4.0, 0.25, -2.0, 10.0)
"""Numbers that are easy to put in."""


@dataclass(frozen=True, slots=True, eq=False)
class Counterexample:
    """A point of the variable where f′ is `right`, and the answer gives something else."""

    x: float
    right: float
    given: float


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What is to be said of an answer that is not right: a diagnosis where the mistake is known,
    otherwise a point that shows it, if there is a simple one. is_near: of an undecided one, whether
    it differs from the right one by too little for numbers to judge."""

    verdict: Verdict
    diagnosis: Diagnosis | None = None
    example: Counterexample | None = None
    is_near: bool = False


def is_solved(mark: Mark | None) -> bool:
    """Whether the answer was marked, as right."""
    return mark is not None and mark.verdict is Verdict.RIGHT


def read_answer(text: str, question: Formula) -> Formula:
    """The answer, in the letters of the question. Raises ParseError.

    A name on the left is passed over; positions and other readings are those of `text`.
    """
    name = _name_in(text)
    formula = parse(_blanked(text, name), given=_letters(question))
    notices = tuple(
        replace(notice, alternative=name + notice.alternative.strip())
        if notice.alternative
        else notice
        for notice in formula.notices
    )
    return replace(formula, notices=notices)


def remedy_of_answer(text: str, error: ParseError, question: Formula) -> str | None:
    """An answer that can be read and was perhaps meant by one that cannot, if there is one."""
    name = _name_in(text)
    mended = remedy(_blanked(text, name), error, given=_letters(question))
    return None if mended is None else name + mended.strip()


def _name_in(text: str) -> str:
    named = NAMED.match(text)
    return named.group() if named else ""


def _blanked(text: str, name: str) -> str:
    return " " * len(name) + text[len(name) :]


def _letters(question: Formula) -> tuple[str, ...]:
    """What is not to be taken for a variable of the answer's own."""
    return tuple(sorted(symbols(question.body) | set(question.variables)))


def mark(
    body: Expression,
    variable: str,
    answer: Expression,
    values: Mapping[str, float] | None = None,
) -> Mark:
    """Whether `answer` is the derivative of `body`, and what went wrong if it is not.

    values: of letters that stand for numbers; what is not among them may be any number.
    """
    return Exam(derive(body, variable), dict(values or {})).mark(answer)


@dataclass(frozen=True, slots=True)
class Exam:
    """A question, derived: the answers to it are marked."""

    whole: Step
    values: Mapping[str, float] = field(default_factory=dict)

    def mark(self, answer: Expression) -> Mark:
        """The verdict on an answer."""
        return finished(self.marking(answer))

    def marking(self, answer: Expression) -> Slices[Mark]:
        """The same in slices."""
        body, variable = self.whole.before, self.whole.variable
        known = symbols(body) | {variable} | set(self.values)
        if strange := sorted(symbols(answer) - known):
            return Mark(Verdict.WRONG, Diagnosis("other-letter", fields={"letter": strange[0]}))
        places = yield from finding_places([body, self.whole.after], variable, self.values)
        if places.count == 0 and (nowhere := (yield from self._nowhere())):
            return Mark(Verdict.UNSURE, Diagnosis(nowhere))
        found = yield from comparing(answer, self.whole.after, places)
        if found.nowhere:
            return Mark(found.verdict, Diagnosis("no-values"))
        if found.missing is not None:
            point = f"{variable} = {significant(found.missing)}"
            return Mark(found.verdict, Diagnosis("domain-too-small", fields={"point": point}))
        if found.verdict is not Verdict.WRONG:
            return Mark(found.verdict, is_near=found.is_near)
        if diagnosis := (yield from diagnosing(answer, self.whole, self.values)):
            return Mark(found.verdict, diagnosis)
        return Mark(found.verdict, example=(yield from self._example(answer)))

    def _nowhere(self) -> Slices[str]:
        """How it is known that the function has no values; "" if it has some."""
        body, variable = self.whole.before, self.whole.variable
        found = yield from finding_places([body], variable, self.values)
        if found.count:
            return ""
        letters = sorted(symbols(body) - {variable, *self.values})
        if not letters and is_defined_nowhere(body, variable, self.values):
            return "nowhere-defined"
        columns = [FAR, *(np.full(FAR.size, place + LETTER) for place in range(len(letters)))]
        (far,) = yield from Valuation([variable, *letters], columns, self.values).evaluating([body])
        return "" if np.isfinite(far).any() else "no-values-found"

    def _example(self, answer: Expression) -> Slices[Counterexample | None]:
        """The first of SIMPLE at which anyone sees that the answer is wrong."""
        functions = [self.whole.before, self.whole.after, answer]
        names = [self.whole.variable]
        if frozenset().union(*map(symbols, functions)) - {*names, *self.values}:
            return None
        columns = yield from Valuation(names, [np.array(SIMPLE)], self.values).evaluating(functions)
        for x, numbers in zip(SIMPLE, np.transpose(columns), strict=True):
            _, right, given = map(float, numbers)
            if np.isfinite(numbers).all() and significant(right) != significant(given):
                return Counterexample(x, right, given)
        return None
