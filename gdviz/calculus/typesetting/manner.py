"""How an expression is being set: in which language, and on the line or in an exponent."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gdviz.calculus.expression import Expression
from gdviz.calculus.typesetting.markup import Fenced, Markup


@dataclass(frozen=True, slots=True)
class Manner:
    """`setter` sets any expression; in_script: in an exponent, an index or deeper."""

    language: str
    setter: Callable[[Expression, "Manner"], Markup]
    in_script: bool = False

    def set(self, expression: Expression) -> Markup:
        """The expression in this manner."""
        return self.setter(expression, self)

    @property
    def script(self) -> "Manner":
        """The manner of its exponents and indices."""
        return replace(self, in_script=True)


def bracketed(expression: Expression, manner: Manner) -> Markup:
    """The expression in brackets, which light up with it."""
    return Fenced(manner.set(expression), part=expression)
