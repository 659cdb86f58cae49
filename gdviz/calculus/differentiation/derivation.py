"""How a derivative is found: the typed tree, walked with the rules in hand.

`derive` gives a tree of Steps that a lecturer can unfold; `differentiate` the tidy result.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdviz.calculus.building import ONE, E, call, divide, exact_value, multiply
from gdviz.calculus.differentiation import elementary, rules
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    distinct,
    symbols,
)
from gdviz.calculus.mean import Mean
from gdviz.calculus.normal import tidy

INNER_LETTERS = ("u", "v", "t", "s", "z", "q", "g", "h")
"""What u in f(u) may be called: the first that is not in the formula already."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One use of a rule: the derivative of `before` by `variable` is `after`.

    `after` is in full, as the rules give it (tidy: normal.py). A chain step names `outer`, f as an
    expression of `letter`, and `inner`, u = g(x); its substeps are f′(u) and g′(x). Substeps of
    other rules are the derivatives of the parts. Steps of equal parts are the same object.
    """

    rule: str
    before: Expression
    after: Expression
    variable: str
    substeps: tuple["Step", ...] = ()
    outer: Expression | None = None
    inner: Expression | None = None
    letter: str | None = None


def derive(expression: Expression, variable: str) -> Step:
    """The derivation of d/d`variable`; all other symbols are constants."""
    return _Derivation(variable, symbols(expression)).whole(expression)


def raw_derivative(expression: Expression, variable: str) -> Expression:
    """The derivative as the rules give it: the form to compute with."""
    return derive(expression, variable).after


def raw_derivatives(expressions: Sequence[Expression], variable: str) -> list[Expression]:
    """The same of several expressions; parts that they share are derived once."""
    taken = frozenset().union(*(symbols(expression) for expression in expressions))
    derivation = _Derivation(variable, taken)
    return [derivation.whole(expression).after for expression in expressions]


def differentiate(expression: Expression, variable: str) -> Expression:
    """The derivative in its tidy form: the form to show."""
    return tidy(raw_derivative(expression, variable))


def gradient(expression: Expression, variables: Sequence[str]) -> list[Expression]:
    """The partial derivatives, tidy, in the order of the variables."""
    return [differentiate(expression, variable) for variable in variables]


class _Derivation:
    """One walk: remembers the step of every part, so that shared parts cost nothing."""

    def __init__(self, variable: str, taken: frozenset[str]) -> None:
        self.variable = variable
        self.letter = next((u for u in INNER_LETTERS if u not in taken), "u_1")
        self._steps: dict[Expression, Step] = {}
        self._depends: dict[Expression, bool] = {}

    def whole(self, expression: Expression) -> Step:
        """Parts first, so that the depth of the tree is no depth of calls."""
        for node in distinct(expression):
            self._note(node)
        for node in distinct(expression):
            if self._depends[node]:
                self.step(node)
        return self.step(expression)

    def step(self, node: Expression) -> Step:
        if node not in self._steps:
            self._steps[node] = self._derive(node)
        return self._steps[node]

    def depends(self, node: Expression) -> bool:
        if node not in self._depends:
            for part in distinct(node):
                self._note(part)
        return self._depends[node]

    def _note(self, node: Expression) -> None:
        if isinstance(node, Symbol):
            self._depends[node] = node.name == self.variable
        else:
            self._depends[node] = any(self._depends[child] for child in node.children())

    def _derive(self, node: Expression) -> Step:
        if not self.depends(node):
            return self._made("constant", node, rules.constant())
        match node:
            case Symbol():
                return self._made("variable", node, rules.variable())
            case Negate(operand):
                step = self.step(operand)
                return self._made("negation", node, rules.negation(step.after), step)
            case Sum(terms):
                return self._sum(node, terms)
            case Product(factors):
                return self._product(node, factors)
            case Quotient(numerator, denominator):
                return self._quotient(node, numerator, denominator)
            case Power(base, exponent):
                return self._power(node, base, exponent)
            case Call(name, arguments):
                return self._call(node, name, arguments)
            case Mean(operand):
                step = self.step(operand)
                return self._made("mean", node, rules.mean(step.after), step)
        raise TypeError(f"not an expression: {node!r}")

    def _made(self, rule: str, before: Expression, after: Expression, *substeps: Step) -> Step:
        return Step(rule, before, after, self.variable, substeps)

    def _sum(self, node: Expression, terms: Sequence[Expression]) -> Step:
        """A term that is subtracted is derived as it stands without its sign."""
        parts = [term.operand if isinstance(term, Negate) else term for term in terms]
        steps = [self.step(part) for part in parts]
        slopes = [
            rules.negation(step.after) if isinstance(term, Negate) else step.after
            for term, step in zip(terms, steps, strict=True)
        ]
        is_difference = len(terms) == 2 and isinstance(terms[1], Negate)
        rule = "difference" if is_difference else "sum"
        return self._made(rule, node, rules.sum_of_terms(slopes), *steps)

    def _product(self, node: Expression, factors: Sequence[Expression]) -> Step:
        constants = [factor for factor in factors if not self.depends(factor)]
        if not constants:
            steps = [self.step(factor) for factor in factors]
            after = rules.product(factors, [step.after for step in steps])
            return self._made("product", node, after, *steps)
        rest = tuple(factor for factor in factors if self.depends(factor))
        step = self.step(rest[0] if len(rest) == 1 else Product(rest))
        after = rules.constant_multiple(multiply(*constants), step.after)
        return self._made("constant-multiple", node, after, step)

    def _quotient(self, node: Expression, above: Expression, below: Expression) -> Step:
        if not self.depends(below):
            step = self.step(above)
            after = rules.constant_divisor(step.after, below)
            return self._made("constant-divisor", node, after, step)
        bottom = self.step(below)
        if not self.depends(above):
            after = rules.reciprocal(above, below, bottom.after)
            return self._made("reciprocal", node, after, bottom)
        top = self.step(above)
        after = rules.quotient(above, below, top.after, bottom.after)
        return self._made("quotient", node, after, top, bottom)

    def _power(self, node: Expression, base: Expression, exponent: Expression) -> Step:
        if not self.depends(exponent):
            return self._chained(
                node,
                base,
                "power",
                lambda u: Power(u, exponent),
                lambda u: rules.power(u, exponent),
            )
        if not self.depends(base):
            return self._exponential(node, base, exponent)
        below, above = self.step(base), self.step(exponent)
        after = rules.general_power(base, exponent, below.after, above.after)
        return self._made("general-power", node, after, below, above)

    def _exponential(self, node: Expression, base: Expression, exponent: Expression) -> Step:
        rule = "natural-exponential" if base == E else "exponential"

        def slope(u: Expression) -> Expression:
            power = Power(base, u)
            return rules.natural_exponential(power) if base == E else rules.exponential(base, u)

        return self._chained(node, exponent, rule, lambda u: Power(base, u), slope)

    def _call(self, node: Call, name: str, arguments: Sequence[Expression]) -> Step:
        if name in ("min", "max"):
            return self._extreme(node, name, arguments)
        if name == "log":
            return self._logarithm(node, *arguments)
        if name == "root":
            return self._root(node, *arguments)
        if name == "polygamma":
            return self._polygamma(node, *arguments)
        rule, slope = ELEMENTARY[name]
        return self._chained(node, arguments[0], rule, lambda u: Call(name, (u,)), slope)

    def _chained(
        self,
        node: Expression,
        inner: Expression,
        rule: str,
        outer: Callable[[Expression], Expression],
        slope: Callable[[Expression], Expression],
    ) -> Step:
        """f(x) by its own rule; f(g(x)) by the chain rule."""
        if inner == Symbol(self.variable):
            return self._made(rule, node, slope(inner))
        u = Symbol(self.letter)
        outer_step = Step(rule, outer(u), slope(u), self.letter)
        inner_step = self.step(inner)
        return Step(
            "chain",
            node,
            rules.chain(slope(inner), inner_step.after),
            self.variable,
            (outer_step, inner_step),
            outer=outer_step.before,
            inner=inner,
            letter=self.letter,
        )

    def _extreme(self, node: Expression, name: str, arguments: Sequence[Expression]) -> Step:
        steps = [self.step(argument) for argument in arguments]
        slopes = [step.after for step in steps]
        if name == "min":
            return self._made("minimum", node, rules.minimum(arguments, slopes), *steps)
        return self._made("maximum", node, rules.maximum(arguments, slopes), *steps)

    def _logarithm(self, node: Expression, base: Expression, argument: Expression) -> Step:
        if self.depends(base):
            ratio = divide(call("ln", argument), call("ln", base))
            return self._rewritten("change-of-base", node, ratio)
        return self._chained(
            node,
            argument,
            "logarithm",
            lambda u: call("log", base, u),
            lambda u: elementary.logarithm_of_base(base, u),
        )

    def _root(self, node: Expression, radicand: Expression, degree: Expression) -> Step:
        whole = exact_value(degree)
        if whole is None or whole[0].denominator != 1 or whole[0] < 1:
            return self._rewritten("root-as-power", node, Power(radicand, divide(ONE, degree)))
        return self._chained(
            node,
            radicand,
            "root",
            lambda u: call("root", u, degree),
            lambda u: elementary.root(u, degree, rules.lowered(degree)),
        )

    def _polygamma(self, node: Expression, order: Expression, argument: Expression) -> Step:
        higher = rules.raised_order(order)
        return self._chained(
            node,
            argument,
            "polygamma",
            lambda u: call("polygamma", order, u),
            lambda u: elementary.polygamma(higher, u),
        )

    def _rewritten(self, rule: str, node: Expression, as_other: Expression) -> Step:
        """The same function written otherwise, and derived in that form."""
        step = self.step(as_other)
        return self._made(rule, node, step.after, step)
