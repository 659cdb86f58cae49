"""What a classic mistake is: a rule, and what people make of it by error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Call, Expression, Power


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A step where a mistake may happen.

    slopes: what its substeps came to (with mistakes of their own, if there are any); inside_chain:
    whether the step is the g′(x) of another chain step.
    """

    step: Step
    slopes: Sequence[Expression]
    inside_chain: bool = False

    @property
    def before(self) -> Expression:
        """What is derived."""
        return self.step.before

    @property
    def argument(self) -> Expression:
        """u of a step of the table of derivatives: sin u, uⁿ, aᵘ, log_a u."""
        match self.before:
            case Power(base, exponent):
                return base if self.step.rule == "power" else exponent
            case Call("log" | "polygamma", (_, argument)):
                return argument
            case Call(_, arguments):
                return arguments[0]
        return self.before


Results = Sequence[Expression]
"""What may come out; the variants of one mistake, always as many whatever the slopes are."""
Makes = Callable[[Site], Results]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One line of a table. `makes` gives nothing where the mistake cannot be made."""

    id: str
    rules: frozenset[str]
    makes: Makes


def mistake(identity: str, rules: str, makes: Makes) -> Mistake:
    """A line of a table; `rules` are the ids of the steps it may happen at, with blanks between."""
    return Mistake(identity, frozenset(rules.split()), makes)
