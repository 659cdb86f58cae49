"""What stands in a proof before it is worked out: (sin x)′, lim_{h → 0} sin h/h, f(x + h), f′(x).

Nobody types these; they are set on paper like any expression, and never computed.
"""

from dataclasses import dataclass

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Derivative(Expression):
    """(f)′ by a variable."""

    operand: Expression
    variable: str

    @property
    def label(self) -> object:
        return self.variable

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Derivative(children[0], self.variable, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Limit(Expression):
    """lim f as a variable goes to 0."""

    operand: Expression
    variable: str

    @property
    def label(self) -> object:
        return self.variable

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Limit(children[0], self.variable, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Unknown(Expression):
    """f(u) or its derivative f′(u), f being a function that no formula is given for."""

    argument: Expression
    name: str
    order: int = 0

    @property
    def label(self) -> object:
        return self.name, self.order

    def children(self) -> tuple[Expression, ...]:
        return (self.argument,)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Unknown(children[0], self.name, self.order, span=self.span)
