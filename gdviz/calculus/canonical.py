"""The canonical reading: a tree as one line with explicit * and ^, which parses back to it.

It is what files and JSON hold. Brackets stand only where the tree would be read otherwise, and
round a negative exponent, for the eye.
"""

from collections.abc import Callable, Mapping

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    symbols,
    walk,
)
from gdviz.calculus.formula import Formula
from gdviz.calculus.functions import BY_SPELLING, CONSTANTS
from gdviz.calculus.reading.names import takes_bare_index
from gdviz.calculus.reading.variables import choose_variables

SUM, NEGATION, PRODUCT, POWER, ATOM = range(5)
"""How tightly a node holds together, loosest first."""

BINDING: Mapping[type[Expression], int] = {
    Sum: SUM,
    Negate: NEGATION,
    Product: PRODUCT,
    Quotient: PRODUCT,
    Power: POWER,
}
BEYOND_FLOAT64 = "1e999"
LARGEST_IN_DIGITS = 1e16
NAMES_FOR_A_FUNCTION = ("f", "g", "h", "F", "G", "H")


def canonical(expression: Expression) -> str:
    """One line that `parse` reads as the same tree, with the same variables settled."""
    write = _WRITERS.get(type(expression))
    if write is None:
        raise TypeError(f"no typed form: {type(expression).__name__}")
    return write(expression)


def canonical_line(formula: Formula) -> str:
    """The canonical body, behind a left-hand side where the body alone would be read with other
    variables: `f(x, y) = x` keeps y."""
    names = [node.name for node in walk(formula.body) if isinstance(node, Symbol)]
    body = canonical(formula.body)
    if choose_variables(names) == formula.variables and not any(map(_needs_declaring, names)):
        return body
    return f"{_function_name(formula)}({', '.join(formula.variables)}) = {body}"


def _needs_declaring(name: str) -> bool:
    """Whether the name is read as such only when something settles it: x2, e, σ."""
    is_bare = name[1:].isdecimal() and not takes_bare_index(name[0], name[1:])
    return is_bare or name in BY_SPELLING or name in CONSTANTS


def _function_name(formula: Formula) -> str:
    taken = symbols(formula.body) | set(formula.variables)
    name = formula.name or "f"
    if name.strip("′") not in taken:
        return name
    return next(name for name in NAMES_FOR_A_FUNCTION if name not in taken)


def _within(expression: Expression, binding: int) -> str:
    """The expression, in brackets if it holds together less than `binding`."""
    text = canonical(expression)
    return text if BINDING.get(type(expression), ATOM) >= binding else f"({text})"


def _sum(node: Sum) -> str:
    first, *others = node.terms
    pieces = [_within(first, NEGATION)]
    for term in others:
        if isinstance(term, Negate):
            pieces.append(f" - {_within(term.operand, PRODUCT)}")
        else:
            pieces.append(f" + {_within(term, PRODUCT)}")
    return "".join(pieces)


def _negation(node: Negate) -> str:
    return f"-{_within(node.operand, PRODUCT)}"


def _product(node: Product) -> str:
    first, *others = node.factors
    # A quotient may stand first, a/b*c; a product there would melt into this one.
    head = _within(first, POWER if isinstance(first, Product) else PRODUCT)
    return "*".join([head, *(_within(factor, POWER) for factor in others)])


def _quotient(node: Quotient) -> str:
    return f"{_within(node.numerator, PRODUCT)}/{_within(node.denominator, POWER)}"


def _power(node: Power) -> str:
    return f"{_within(node.base, ATOM)}^{_within(node.exponent, POWER)}"


def _call(node: Call) -> str:
    return f"{node.function}({', '.join(map(canonical, node.arguments))})"


def _number(node: Number) -> str:
    """As typed, if that says the same number; digits and point otherwise."""
    if node.text and float(node.text) == node.value:
        return node.text
    value = float(node.value)
    if value == float("inf"):
        return BEYOND_FLOAT64
    return str(int(value)) if value.is_integer() and value < LARGEST_IN_DIGITS else repr(value)


def _name(node: Symbol | Constant) -> str:
    return node.name


_WRITERS: Mapping[type[Expression], Callable[..., str]] = {
    Sum: _sum,
    Negate: _negation,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Number: _number,
    Symbol: _name,
    Constant: _name,
}
