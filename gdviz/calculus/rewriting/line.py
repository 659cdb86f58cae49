"""One member of a chain of equalities."""

from dataclasses import dataclass

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True)
class Line:
    """An expression, and the id of the reason why it equals the line before; "" for the first.

    In proofs it may hold unevaluated derivatives and limits.
    """

    expression: Expression
    reason: str
