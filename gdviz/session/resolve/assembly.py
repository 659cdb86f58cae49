"""What a rule makes of the derivatives of the parts, whatever is put in for them.

With (f)′ and (g)′ still to be worked out this is the line that a teacher writes first:
(x² sin x)′ = (x²)′ sin x + x² (sin x)′. With the derivatives themselves it is the line after.
"""

from collections.abc import Callable, Sequence

from gdviz.calculus.building import multiply
from gdviz.calculus.differentiation import rules
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    depends_on,
)

Derivatives = Sequence[Expression]


def assembled(step: Step, derivatives: Derivatives) -> Expression:
    """The rule of a step applied; `derivatives` stand for those of its substeps, in their order.

    A step without substeps is an entry of the table: its own result.
    """
    return ASSEMBLIES[step.rule](step, derivatives) if step.substeps else step.after


def _of_sum(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Sum)
    signed = zip(step.before.terms, derivatives, strict=True)
    return rules.sum_of_terms(
        [rules.negation(slope) if isinstance(term, Negate) else slope for term, slope in signed]
    )


def _of_product(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Product)
    return rules.product(step.before.factors, derivatives)


def _of_constant_multiple(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Product)
    constants = [f for f in step.before.factors if not depends_on(f, step.variable)]
    return rules.constant_multiple(multiply(*constants), derivatives[0])


def _of_constant_divisor(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Quotient)
    return rules.constant_divisor(derivatives[0], step.before.denominator)


def _of_quotient(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Quotient)
    return rules.quotient(step.before.numerator, step.before.denominator, *derivatives)


def _of_reciprocal(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Quotient)
    return rules.reciprocal(step.before.numerator, step.before.denominator, *derivatives)


def _of_general_power(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Power)
    return rules.general_power(step.before.base, step.before.exponent, *derivatives)


def _of_minimum(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Call)
    return rules.minimum(step.before.arguments, derivatives)


def _of_maximum(step: Step, derivatives: Derivatives) -> Expression:
    assert isinstance(step.before, Call)
    return rules.maximum(step.before.arguments, derivatives)


ASSEMBLIES: dict[str, Callable[[Step, Derivatives], Expression]] = {
    "negation": lambda step, derivatives: rules.negation(derivatives[0]),
    "sum": _of_sum,
    "difference": _of_sum,
    "product": _of_product,
    "constant-multiple": _of_constant_multiple,
    "constant-divisor": _of_constant_divisor,
    "quotient": _of_quotient,
    "reciprocal": _of_reciprocal,
    "general-power": _of_general_power,
    "minimum": _of_minimum,
    "maximum": _of_maximum,
    "chain": lambda step, derivatives: rules.chain(*derivatives),
    "change-of-base": lambda step, derivatives: derivatives[0],
    "root-as-power": lambda step, derivatives: derivatives[0],
}
"""By the id of the rule. A function that is rewritten has the derivative of its other form."""
