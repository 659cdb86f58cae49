"""What went wrong: the derivation is gone through with each classic mistake at each step, then with
false algebra before it and after it, until something gives the very answer that was given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from gdviz.calculus.differentiation.derivation import Step, derive, raw_derivative
from gdviz.calculus.expression import Expression, walk
from gdviz.calculus.normal import tidy
from gdviz.numerals import significant
from gdviz.practice.comparison import alike
from gdviz.practice.false_algebra import FalseEquality, false_equalities
from gdviz.practice.places import FEWEST_PLACES, Places, finding_places
from gdviz.practice.slices import Slices, finished
from gdviz.practice.slips import Slip, pairs, slipped, slips
from gdviz.practice.valuation import Array

MOST_WORK = 20_000
"""Nodes of derivatives that are gone through for single mistakes, as many for false algebra, as
many for pairs, and as many for algebra with a slip. Of long derivations only the likelier mistakes
are tried."""
NODES_AT_ONCE = 100
"""Of the derivatives that are made and compared in one slice of the work."""
LONGEST_DERIVED_TWICE, LONGEST_TIDIED = 300, 120
"""Nodes of the longest f′ that is derived once more, and of the longest that is tidied."""


@dataclass(frozen=True, slots=True, eq=False)
class Diagnosis:
    """`mistake`: its id; `fields` fill its sentence. `slips`: where it happened, none for mistakes
    with the answer as a whole; the second of two is another mistake. `equality`: what was taken
    for equal, where the mistake is one of algebra; any slip then is another mistake.
    """

    mistake: str
    slips: tuple[Slip, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    equality: FalseEquality | None = None

    @property
    def further(self) -> tuple[Slip, ...]:
        """The slips that are mistakes besides the first."""
        return self.slips if self.equality else self.slips[1:]


Candidate = tuple[Diagnosis, Expression]
"""A mistake, and the answer that one comes to with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """For the mistake behind an answer whose values at the places are `given`.

    length: of f′, in nodes, counted no further than MOST_WORK.
    """

    given: Array
    places: Places
    length: int

    @property
    def most(self) -> int:
        """How many candidates may be tried."""
        return MOST_WORK // self.length

    def first(self, candidates: Iterator[Candidate]) -> Slices[Diagnosis | None]:
        """The first of them that gives what was given."""
        tried = islice(candidates, self.most)
        together = max(1, NODES_AT_ONCE // self.length)
        while batch := list(islice(tried, together)):
            yield
            values = yield from self.places.evaluating([made for _, made in batch])
            matches = np.flatnonzero(alike(np.array(values), self.given))
            if len(matches):
                diagnosis, _ = batch[int(matches[0])]
                return diagnosis
        return None


def diagnose(answer: Expression, whole: Step, values: Mapping[str, float]) -> Diagnosis | None:
    """The mistake behind a wrong answer, None if it is none of those that are known."""
    return finished(diagnosing(answer, whole, values))


def diagnosing(
    answer: Expression, whole: Step, values: Mapping[str, float]
) -> Slices[Diagnosis | None]:
    """The same in slices."""
    yield
    places = yield from finding_places([whole.before, whole.after, answer], whole.variable, values)
    if places.count < FEWEST_PLACES:
        return None
    (given,) = yield from places.evaluating([answer])
    length = sum(1 for _ in islice(walk(whole.after), MOST_WORK))
    search = Search(given, places, length)
    return (
        (yield from search.first(_slipped_once(whole)))
        or (yield from _of_the_whole(answer, whole, search))
        or (yield from search.first(_by_false_algebra(whole, length)))
        or (yield from search.first(_slipped_twice(whole, search.most)))
        or (yield from search.first(_by_algebra_and_slip(whole, length, search.most)))
        or _by_a_constant(given, *(yield from places.evaluating([whole.after])))
    )


def _slipped_once(whole: Step) -> Iterator[Candidate]:
    for slip in slips(whole):
        yield Diagnosis(slip.mistake.id, (slip,)), slipped(whole, slip)


def _slipped_twice(whole: Step, most: int) -> Iterator[Candidate]:
    for made in pairs(list(islice(slips(whole), most))):
        yield Diagnosis(made[0].mistake.id, made), slipped(whole, *made)


def _by_false_algebra(whole: Step, length: int) -> Iterator[Candidate]:
    """The function was rewritten wrongly before it was derived, or f′ after that."""
    for equality, made in false_equalities(whole.before):
        yield _of_algebra(equality), raw_derivative(made, whole.variable)
    written = [whole.after]
    if length <= LONGEST_TIDIED:
        written.insert(0, tidy(whole.after))
    for form in written:
        for equality, made in false_equalities(form):
            yield _of_algebra(equality), made


def _by_algebra_and_slip(whole: Step, length: int, most: int) -> Iterator[Candidate]:
    """The function was rewritten wrongly, and then derived with a slip; or f′, come to with one.

    Half of the work for each; nothing of it for long functions, whose rewritten forms are not
    looked through in one slice.
    """
    if length > LONGEST_TIDIED:
        return
    yield from islice(_slipped_after_algebra(whole), most // 2)
    for slip in slips(whole):
        for equality, made in false_equalities(slipped(whole, slip)):
            yield _of_algebra(equality, slip), made


def _slipped_after_algebra(whole: Step) -> Iterator[Candidate]:
    for equality, made in false_equalities(whole.before):
        step = derive(made, whole.variable)
        for slip in slips(step):
            yield _of_algebra(equality, slip), slipped(step, slip)


def _of_algebra(equality: FalseEquality, *made: Slip) -> Diagnosis:
    return Diagnosis(equality.law, made, equality=equality)


def _of_the_whole(answer: Expression, whole: Step, search: Search) -> Slices[Diagnosis | None]:
    """Mistakes that are not of one step: not derived at all, twice, the other way, wrong sign."""
    before, right, variable = whole.before, whole.after, whole.variable
    back = raw_derivative(answer, variable)
    yield
    f, f1, integrated = yield from search.places.evaluating([before, right, back])
    table = [
        ("not-derived", f, search.given),
        ("wrong-sign", -f1, search.given),
        ("integrated-instead", f, integrated),
    ]
    if search.length <= LONGEST_DERIVED_TWICE:
        twice = raw_derivative(right, variable)
        yield
        (f2,) = yield from search.places.evaluating([twice])
        table.insert(2, ("derived-twice", f2, search.given))
    for name, value, wanted in table:
        if alike(value[np.newaxis], wanted)[0] and np.any(value != 0):
            return Diagnosis(name)
    return None


def _by_a_constant(given: Array, right: Array) -> Diagnosis | None:
    """The answer is f′ times a number, or f′ and a number."""
    with np.errstate(all="ignore"):
        factors, terms = given / right, given - right
    if (factor := _constant(factors)) is not None and factor != 0:
        return Diagnosis("wrong-factor", fields={"factor": significant(factor)})
    if (term := _constant(terms)) is not None:
        return Diagnosis("wrong-term", fields={"term": significant(term)})
    return None


def _constant(values: Array) -> float | None:
    """The number that all of them are."""
    finite = values[np.isfinite(values)]
    if len(finite) < FEWEST_PLACES or not np.allclose(finite, finite[0], rtol=1e-8, atol=1e-10):
        return None
    return float(finite[0])
