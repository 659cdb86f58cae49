"""From one side of a place to the other: where f is a Laurent series, f(x₀ − t) is f(x₀ + t) with
−t for t, which takes no second walk over the tree."""

from collections.abc import Mapping, Sequence

from gdviz.calculus.expression import Call, Expression, Negate, Power, Product, Quotient, Sum
from gdviz.calculus.germs.series import UNIT, Series, Size, Term

ANALYTIC = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "arctan", "sinh", "cosh", "tanh", "coth", "sech",
    "csch", "exp", "sigmoid", "softplus", "gamma", "digamma", "factorial",
})  # fmt: skip
"""Functions that have a Laurent series at every real number."""
BUT_AT_ZERO = frozenset({"ln", "sqrt", "cbrt", "abs", "sign"})
"""Functions that are analytic wherever they are defined, 0 excepted."""


def mirrored(series: Series) -> Series:
    """The same with −t for t; its powers are whole."""
    return Series(tuple(map(_mirrored, series.terms)), series.rest)


def _mirrored(term: Term) -> Term:
    is_odd = int(term.size.power) % 2 == 1
    return Term(term.size, -term.value, term.error) if is_odd else term


def has_mirror(nodes: Sequence[Expression], known: Mapping[Expression, Series]) -> bool:
    """Whether every part, its series for t → 0+ being known, is a Laurent series in t."""
    return all(_is_laurent(node, known) for node in nodes)


def _is_laurent(node: Expression, known: Mapping[Expression, Series]) -> bool:
    if not _has_whole_powers(known[node]):
        return False
    match node:
        case Call(name, (argument,)) if name in ANALYTIC:
            return _is_finite(known[argument])
        case Call(name, (argument,)) if name in BUT_AT_ZERO:
            return known[argument].largest == UNIT and bool(known[argument].terms)
        case Power(base, exponent):
            return _is_laurent_power(known[base], known[exponent])
    return isinstance(node, Negate | Sum | Product | Quotient) or not node.children()


def _is_laurent_power(base: Series, exponent: Series) -> bool:
    """A whole power, or one of what is analytic and not 0."""
    if exponent.terms == exponent.terms[:1] and exponent.rest is None:
        value = exponent.limit.value
        if value.is_integer() and exponent.limit.error == 0.0:
            return True
    return base.largest == UNIT and bool(base.terms) and _is_finite(exponent)


def _is_finite(series: Series) -> bool:
    """Whether it tends to a number."""
    return not series.is_infinite and not series.is_bounded_only


def _has_whole_powers(series: Series) -> bool:
    sizes = [term.size for term in series.terms]
    return all(map(_is_whole, sizes)) and (series.rest is None or _is_whole(series.rest))


def _is_whole(size: Size) -> bool:
    return isinstance(size.power, int) and size.minus_log == 0
