"""Each classic mistake at each step of a derivation where it can be made; and two at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Expression
from gdviz.practice.mistakes import MISTAKES, Mistake, Site
from gdviz.practice.rederiving import Rederivation, Slopes


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


def slips(whole: Step) -> Iterator[Slip]:
    """Every mistake that can be made somewhere, the likelier first, then from the root down."""
    sites = list(_sites(whole))
    for mistake in MISTAKES:
        for step, inside, inner in sites:
            if step.rule in mistake.rules:
                slopes = [part.after for part in step.substeps]
                for variant, made in enumerate(mistake.makes(Site(step, slopes, inside))):
                    if made != step.after:
                        yield Slip(mistake, variant, step, inside, inner)


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


def pairs(single: Sequence[Slip]) -> Iterator[tuple[Slip, ...]]:
    """Two mistakes at different steps; the same one everywhere comes first."""
    alike: dict[str, list[Slip]] = {}
    for slip in single:
        alike.setdefault(slip.mistake.id, []).append(slip)
    for group in alike.values():
        yield from (pair for pair in combinations(group, 2) if pair[0].step is not pair[1].step)
    for first, second in combinations(single, 2):
        if first.mistake.id != second.mistake.id and first.step is not second.step:
            yield first, second


def slipped(whole: Step, *made: Slip) -> Expression:
    """What the derivation comes to with these mistakes."""
    return Rederivation({id(slip.step): slip.happen for slip in made}).slope(whole)
