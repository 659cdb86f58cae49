"""What can be asked of the computer algebra, and what it answers.

Trees are the program's own. Letters that have no value are real numbers.
"""

from dataclasses import dataclass
from enum import StrEnum

from gdviz.calculus.expression import Expression

Values = tuple[tuple[str, float], ...]
"""Names of parameters with their values."""


@dataclass(frozen=True, slots=True)
class Equal:
    """Are two expressions equal wherever both are defined? The answer is a Proof.

    Whether they are defined at the same places is no question for algebra: the trees say it.
    """

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class IsDerivative:
    """Is `derivative` the derivative of `function` by the variable? The answer is a Proof."""

    function: Expression
    derivative: Expression
    variable: str


@dataclass(frozen=True, slots=True)
class NameZeros:
    """Which numbers are these zeros of `function`, found as floats? The answer is Names.

    measured: what is to be named at each of them too: the value of this expression.
    """

    function: Expression
    measured: Expression
    variable: str
    near: tuple[float, ...]
    values: Values = ()


@dataclass(frozen=True, slots=True)
class FindLimit:
    """Where does the function go as the variable goes to `at`? The answer is a Limit.

    side: −1 from the left, 1 from the right.
    """

    function: Expression
    variable: str
    at: float
    side: int
    values: Values = ()


Question = Equal | IsDerivative | NameZeros | FindLimit


class Verdict(StrEnum):
    """What came of trying to prove something."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Proof:
    """Of an equality."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Name:
    """An exact number; `measured` is what was to be measured there, if that has a name too."""

    place: Expression
    measured: Expression | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """In the order of the floats; None where no name was found."""

    names: tuple[Name | None, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """The exact limit; ∞ as a number that is infinite. None where there is none, or none known."""

    value: Expression | None


Answer = Proof | Names | Limit
