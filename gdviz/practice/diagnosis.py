"""What went wrong: the derivation is gone through with each classic mistake at each step, until one
gives the very answer that was given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

import numpy as np

from gdviz.calculus.differentiation.derivation import Step, raw_derivative
from gdviz.calculus.expression import Expression, walk
from gdviz.numerals import significant
from gdviz.practice.comparison import alike
from gdviz.practice.mistakes import MISTAKES, Mistake, Site
from gdviz.practice.places import FEWEST_PLACES, Array, Places, places_of
from gdviz.practice.rederiving import Rederivation, Slopes

MOST_WORK = 20_000
"""Nodes of derivatives that are gone through for single mistakes, and as many for pairs: some
150 ms. Of long derivations only the likelier mistakes are tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Slip:
    """A mistake made at a step. `inner` is u = g(x) where the step derives an outer f(u)."""

    mistake: Mistake
    variant: int
    step: Step
    inside_chain: bool
    inner: Expression | None = None

    def happen(self, step: Step, slopes: Slopes) -> Expression:
        """What the step gives with the mistake."""
        return self.mistake.makes(Site(step, slopes, self.inside_chain))[self.variant]

    @property
    def instead(self) -> Expression:
        """What the step gives where nothing else is wrong."""
        return self.happen(self.step, [part.after for part in self.step.substeps])


@dataclass(frozen=True, slots=True, eq=False)
class Diagnosis:
    """`mistake`: its id; `fields` fill its sentence. `slips`: where it happened, none for mistakes
    with the answer as a whole; the second of two is another mistake.
    """

    mistake: str
    slips: tuple[Slip, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def slips(whole: Step) -> list[Slip]:
    """Every mistake that can be made somewhere, the likelier first, then from the root down."""
    sites = list(_sites(whole))
    found = []
    for mistake in MISTAKES:
        for step, inside, inner in sites:
            if step.rule in mistake.rules:
                slopes = [part.after for part in step.substeps]
                variants = mistake.makes(Site(step, slopes, inside))
                found += [
                    Slip(mistake, variant, step, inside, inner)
                    for variant, made in enumerate(variants)
                    if made != step.after
                ]
    return found


def _sites(whole: Step) -> Iterator[tuple[Step, bool, Expression | None]]:
    """Each step once, with whether it is the inner derivative of a chain, and its u."""
    seen: set[int] = set()
    queue: list[tuple[Step, bool, Expression | None]] = [(whole, False, None)]
    while queue:
        step, inside, inner = queue.pop(0)
        if id(step) in seen:
            continue
        seen.add(id(step))
        yield step, inside, inner
        if step.rule == "chain":
            outer, within = step.substeps
            queue += [(outer, False, step.inner), (within, True, None)]
        else:
            queue += [(part, inside and step.rule != "chain", None) for part in step.substeps]


def slipped(whole: Step, *made: Slip) -> Expression:
    """What the derivation comes to with these mistakes."""
    return Rederivation({id(slip.step): slip.happen for slip in made}).slope(whole)


def diagnose(answer: Expression, whole: Step, values: Mapping[str, float]) -> Diagnosis | None:
    """The mistake behind a wrong answer, None if it is none of those that are known."""
    places = places_of([whole.before, whole.after, answer], whole.variable, values)
    if places.count < FEWEST_PLACES:
        return None
    (given,) = places.evaluate([answer])
    most = MOST_WORK // sum(1 for _ in islice(walk(whole.after), MOST_WORK))
    single = slips(whole)[:most]
    return (
        _first([(slip,) for slip in single], whole, given, places)
        or _of_the_whole(answer, given, whole, places)
        or _first(_pairs(single)[:most], whole, given, places)
        or _by_a_constant(given, *places.evaluate([whole.after]))
    )


def _pairs(single: Sequence[Slip]) -> list[tuple[Slip, ...]]:
    """Two mistakes at different steps; the same one everywhere comes first."""
    pairs = [pair for pair in combinations(single, 2) if pair[0].step is not pair[1].step]
    return sorted(pairs, key=lambda pair: pair[0].mistake.id != pair[1].mistake.id)


def _first(
    tried: Sequence[tuple[Slip, ...]], whole: Step, given: Array, places: Places
) -> Diagnosis | None:
    """The first of the mistakes that gives what was given."""
    if not tried:
        return None
    results = [slipped(whole, *made) for made in tried]
    matches = np.flatnonzero(alike(np.array(places.evaluate(results)), given))
    if not len(matches):
        return None
    made = tried[matches[0]]
    return Diagnosis(made[0].mistake.id, made)


def _of_the_whole(
    answer: Expression, given: Array, whole: Step, places: Places
) -> Diagnosis | None:
    """Mistakes that are not of one step: not derived at all, twice, the other way, wrong sign."""
    before, right, variable = whole.before, whole.after, whole.variable
    twice = raw_derivative(right, variable)
    back = raw_derivative(answer, variable)
    f, f1, f2, integrated = places.evaluate([before, right, twice, back])
    table = (
        ("not-derived", f, given),
        ("wrong-sign", -f1, given),
        ("derived-twice", f2, given),
        ("integrated-instead", f, integrated),
    )
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
