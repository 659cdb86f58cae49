"""What a rule makes of the derivatives of the parts, whatever is put in for them.

With (f)′ and (g)′ still to be worked out this is the line that a teacher writes first:
(x² sin x)′ = (x²)′ sin x + x² (sin x)′. With the derivatives themselves it is the line after.
"""

from collections.abc import Sequence

from gdviz.calculus.differentiation import rules
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Expression
from gdviz.practice.rederiving import WAYS


def assembled(step: Step, derivatives: Sequence[Expression]) -> Expression:
    """The rule of a step applied; `derivatives` stand for those of its substeps, in their order.

    A step without substeps is an entry of the table: its own result. Of a chain the first
    derivative is that of f where u = g(x), whatever way it is written.
    """
    if not step.substeps:
        return step.after
    if step.rule == "chain":
        outer, inner = derivatives
        return rules.chain(outer, inner)
    return WAYS[step.rule](step, derivatives)
