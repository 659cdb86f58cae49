"""What an exercise is: a function to differentiate, of a kind and a difficulty."""

from dataclasses import dataclass
from enum import StrEnum

from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Formula
from gdviz.calculus.typesetting.notation import plain, typeset_formula


class Kind(StrEnum):
    """The rule that an exercise is about; `lecture` are the exercises of the lecture itself."""

    LECTURE = "lecture"
    POWER = "power"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    CHAIN = "chain"
    NESTED_CHAIN = "nested-chain"
    TRIGONOMETRIC = "trigonometric"
    EXPONENTIAL = "exponential"
    LOGARITHM = "logarithm"
    INVERSE = "inverse"
    MIXED = "mixed"


EASIEST, HARDEST = 1, 3


@dataclass(frozen=True, slots=True)
class Exercise:
    """Differentiate `body` by x. The same kind, difficulty and seed give the same exercise."""

    kind: Kind
    difficulty: int
    seed: int
    body: Expression

    def line(self, language: str) -> str:
        """y = f(x) as one types it, in the school notation of a language."""
        return plain(typeset_formula(Formula("", self.body, ("x",), name="y"), language))
