"""What the laws of the tidy form need of the pass that applies them."""

from typing import Protocol

from gdviz.calculus.expression import Expression
from gdviz.calculus.tidying.monomial import Monomial


class Workbench(Protocol):
    """Knows the monomials of all parts, and how monomials are written in this pass."""

    def monomial(self, node: Expression) -> Monomial:
        """The normal form of an expression."""

    def write(self, monomial: Monomial) -> Expression:
        """A normal form as an expression."""
