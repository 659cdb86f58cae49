"""A derivation gone through again with some of its steps done otherwise."""

from collections.abc import Callable, Mapping, Sequence

from gdviz.calculus.building import multiply
from gdviz.calculus.differentiation import rules
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import (
    Expression,
    Negate,
    Product,
    Quotient,
    Symbol,
    depends_on,
    distinct,
)

Slopes = Sequence[Expression]
"""The derivatives of a step's parts, as its substeps give them."""
Way = Callable[[Step, Slopes], Expression]


def replaced(expression: Expression, part: Expression, by: Expression) -> Expression:
    """The expression with a part replaced, wherever it stands."""
    made: dict[Expression, Expression] = {}
    for node in distinct(expression):
        if node == part:
            made[node] = by
        else:
            made[node] = node.with_children(tuple(made[child] for child in node.children()))
    return made[expression]


def substituted(expression: Expression, name: str, value: Expression) -> Expression:
    """The expression with a symbol replaced."""
    return replaced(expression, Symbol(name), value)


def constant_factor(step: Step) -> Expression:
    """c of (c·f)′."""
    assert isinstance(step.before, Product)
    factors = step.before.factors
    return multiply(*(factor for factor in factors if not depends_on(factor, step.variable)))


def terms(step: Step) -> Sequence[Expression]:
    """What is added, left to right; what is subtracted as a Negate."""
    return step.before.children()


def signed(step: Step, slopes: Slopes) -> list[Expression]:
    """The derivatives of the terms of a sum, each with its term's sign."""
    pairs = zip(terms(step), slopes, strict=True)
    return [rules.negation(s) if isinstance(term, Negate) else s for term, s in pairs]


def _product(step: Step, slopes: Slopes) -> Expression:
    return rules.product(step.before.children(), slopes)


def _quotient(step: Step, slopes: Slopes) -> Expression:
    above, below = step.before.children()
    return rules.quotient(above, below, slopes[0], slopes[1])


def _reciprocal(step: Step, slopes: Slopes) -> Expression:
    above, below = step.before.children()
    return rules.reciprocal(above, below, slopes[0])


def _constant_divisor(step: Step, slopes: Slopes) -> Expression:
    assert isinstance(step.before, Quotient)
    return rules.constant_divisor(slopes[0], step.before.denominator)


def _general_power(step: Step, slopes: Slopes) -> Expression:
    base, exponent = step.before.children()
    return rules.general_power(base, exponent, slopes[0], slopes[1])


def at_inner(step: Step, outer_slope: Expression) -> Expression:
    """f′(u) of a chain step with u = g(x) put in."""
    assert step.letter is not None
    assert step.inner is not None
    return substituted(outer_slope, step.letter, step.inner)


def _chain(step: Step, slopes: Slopes) -> Expression:
    return rules.chain(at_inner(step, slopes[0]), slopes[1])


def _sum(step: Step, slopes: Slopes) -> Expression:
    return rules.sum_of_terms(signed(step, slopes))


WAYS: Mapping[str, Way] = {
    "negation": lambda step, slopes: rules.negation(slopes[0]),
    "sum": _sum,
    "difference": _sum,
    "product": _product,
    "constant-multiple": lambda step, slopes: rules.constant_multiple(
        constant_factor(step), slopes[0]
    ),
    "constant-divisor": _constant_divisor,
    "reciprocal": _reciprocal,
    "quotient": _quotient,
    "general-power": _general_power,
    "chain": _chain,
    "minimum": lambda step, slopes: rules.minimum(step.before.children(), slopes),
    "maximum": lambda step, slopes: rules.maximum(step.before.children(), slopes),
    "change-of-base": lambda step, slopes: slopes[0],
    "root-as-power": lambda step, slopes: slopes[0],
}
"""How each rule that has substeps puts their results together. Rules without are the table's."""


class Rederivation:
    """One walk over a derivation; `wrong` says of some steps, by identity, what they give."""

    def __init__(self, wrong: Mapping[int, Way]) -> None:
        self._wrong = wrong
        self._known: dict[int, Expression] = {}

    def slope(self, step: Step) -> Expression:
        """The derivative that a step comes to; untouched steps keep what they had."""
        if id(step) not in self._known:
            self._known[id(step)] = self._again(step)
        return self._known[id(step)]

    def _again(self, step: Step) -> Expression:
        slopes = [self.slope(part) for part in step.substeps]
        if id(step) in self._wrong:
            return self._wrong[id(step)](step, slopes)
        if all(s is part.after for s, part in zip(slopes, step.substeps, strict=True)):
            return step.after
        return WAYS[step.rule](step, slopes)
