"""Hints from the derivation, one rule at a time: which rule, its law, the law with the parts put
in; then the next step."""

from dataclasses import dataclass
from enum import StrEnum

from gdviz.calculus.differentiation.derivation import Step


class Level(StrEnum):
    """How much a hint gives away of its step; `entry` is a line of the table of derivatives."""

    RULE = "rule"
    LAW = "law"
    PARTS = "parts"
    ENTRY = "entry"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, eq=False)
class Hint:
    """`step` is the step it is about; the last hint, to put all together, is about the whole.

    `owner` is the chain step whose outer f(u) the step derives, where it is one.
    """

    level: Level
    step: Step
    owner: Step | None = None


KNOWN_TO_ALL = frozenset({"variable"})
"""Rules that nobody needs a hint for: x′ = 1."""


def hints(whole: Step) -> tuple[Hint, ...]:
    """All hints, in the order in which they are given; parts that stand twice are told once."""
    given: list[Hint] = []
    told: set[int] = set()
    stack: list[tuple[Step, Step | None]] = [(whole, None)]
    while stack:
        step, owner = stack.pop()
        if id(step) in told or step.rule in KNOWN_TO_ALL:
            continue
        told.add(id(step))
        levels = (Level.RULE, Level.LAW, Level.PARTS) if step.substeps else (Level.ENTRY,)
        given += [Hint(level, step, owner) for level in levels]
        owners = (step, None) if step.rule == "chain" else (None,) * len(step.substeps)
        stack += reversed(list(zip(step.substeps, owners, strict=True)))
    return (*given, Hint(Level.TOGETHER, whole))
