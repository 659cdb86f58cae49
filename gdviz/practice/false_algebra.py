"""False algebra in an expression: each law that does not hold, wherever it could be applied."""

from collections.abc import Iterator
from dataclasses import dataclass

from gdviz.calculus.expression import Expression, distinct
from gdviz.practice.mistakes.of_algebra import FALSE_LAWS
from gdviz.practice.rederiving import replaced


@dataclass(frozen=True, slots=True, eq=False)
class FalseEquality:
    """What was taken for equal, by which of the false laws (its id)."""

    law: str
    left: Expression
    right: Expression


def false_equalities(expression: Expression) -> Iterator[tuple[FalseEquality, Expression]]:
    """Each with what the expression then comes to, the likelier laws first."""
    parts = list(distinct(expression))
    for law in FALSE_LAWS:
        for part in parts:
            for made in law.makes(part):
                if made != part:
                    equality = FalseEquality(law.id, part, made)
                    yield equality, replaced(expression, part, made)
