"""The mean over the rows of data: 1/N·∑ᵢ f(xᵢ, yᵢ).

Nobody types it. A loss of regression is such a tree, so that it is derived by the same rules as any
function; in the operand the columns of the data are letters, x_i, y_i.
"""

from dataclasses import dataclass

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Mean(Expression):
    """1/N·∑ᵢ f"""

    operand: Expression

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Mean(children[0], span=self.span)
