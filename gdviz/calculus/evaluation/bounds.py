"""Whether a numerator is finite wherever its denominator is 0, known before anything is computed.

While it divides, the processor notices that a finite number is divided by 0, but not that ∞ is.
Where the latter cannot happen, a million points need not be looked at again.
"""

from collections.abc import Callable, Sequence
from itertools import islice
from math import exp, inf

from gdviz.calculus.building import E
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
    distinct,
    symbols,
    walk,
)

MOST_NODES = 60
"""Longer numerators and denominators are not worth a proof."""
ENORMOUS = 1e300
LARGEST_EXPONENT = 690.0
"""e to it is still a float64 number."""
LEVEL = 1.0
"""Denominators larger than this are not computed as 0, whatever becomes too small on the way."""
BOUNDED = {
    **dict.fromkeys(("sin", "cos", "tanh", "sigmoid", "sign"), 1.0),
    **dict.fromkeys(("arctan", "arcsin"), 2.0),
    **dict.fromkeys(("arccos", "arccot"), 4.0),
    "ln": 745.0,
    "tan": 1e17,
}
"""What |f(u)| does not exceed for any float64 number u."""
NO_LARGER = frozenset({"sqrt", "cbrt", "abs", "relu", "arsinh"})
"""Functions with |f(u)| ≤ 1 + |u|."""
GROWING = frozenset({"exp", "sinh", "cosh"})

ValueOf = Callable[[str], float | None]
"""The value of a letter, None for a variable."""


def is_finite_at_zeros(above: Expression, below: Expression, value: ValueOf) -> bool:
    """Whether `above` is finite, or undefined, wherever `below` is computed as 0."""
    for side in (above, below):
        if sum(1 for _ in islice(walk(side), MOST_NODES + 1)) > MOST_NODES:
            return False
    variables = {name for name in symbols(below) | symbols(above) if value(name) is None}
    reach = _reach(below, value) if len(variables) == 1 else None
    if reach is None:
        return False
    sizes: dict[Expression, float] = {}
    for node in distinct(above):
        sizes[node] = _size(node, [sizes[child] for child in node.children()], reach, value)
    return sizes[above] < ENORMOUS


def _reach(below: Expression, value: ValueOf, level: float = LEVEL) -> float | None:
    """B such that |x| ≤ B wherever |below| ≤ level; None if nothing is known."""
    match below:
        case Negate(operand):
            return _reach(operand, value, level)
        case Power(base, Number(n)) if n >= 1 and n.is_integer():
            return _reach(base, value, max(level, LEVEL))
        case Product(factors):
            # Where a product is small, one of its factors is.
            reaches = [_reach(factor, value, max(level, LEVEL)) for factor in factors]
            varying = [f for f in factors if any(value(name) is None for name in symbols(f))]
            if len(varying) == len(factors) and None not in reaches:
                return max(reach for reach in reaches if reach is not None)
    return _reach_of_polynomial(below, value, level)


def _reach_of_polynomial(below: Expression, value: ValueOf, level: float) -> float | None:
    """Beyond it the term of the highest degree is larger than all others together."""
    terms = below.terms if isinstance(below, Sum) else (below,)
    found = [_coefficient(term, value) for term in terms]
    known = [each for each in found if each is not None]
    degree = max((n for _, n in known), default=0)
    leading = [size for size, n in known if n == degree]
    if len(known) < len(terms) or degree == 0 or len(leading) != 1 or not leading[0]:
        return None
    others = sum(size for size, n in known if n < degree)
    return 2.0 * (1.0 + (others + level) / leading[0])


def _coefficient(term: Expression, value: ValueOf) -> tuple[float, int] | None:
    """(|c|, n) of c·xⁿ, n a whole number."""
    match term:
        case Number(number):
            return abs(number), 0
        case Symbol(name):
            known = value(name)
            return (1.0, 1) if known is None else (abs(known), 0)
        case Negate(operand):
            return _coefficient(operand, value)
        case Power(Symbol(name), Number(n)) if n.is_integer() and 0 < n <= 100:
            return (1.0, int(n)) if value(name) is None else None
        case Product(factors):
            parts = [_coefficient(factor, value) for factor in factors]
            size, degree = 1.0, 0
            for part in parts:
                if part is None:
                    return None
                size, degree = size * part[0], degree + part[1]
            return size, degree
    return None


def _size(node: Expression, sizes: Sequence[float], reach: float, value: ValueOf) -> float:
    """What |node| does not exceed, given that of its children, where the variable is in reach."""
    match node:
        case Number(number):
            return abs(number)
        case Constant():
            return 4.0
        case Symbol(name):
            known = value(name)
            return reach if known is None else abs(known)
        case Negate():
            return sizes[0]
        case Sum():
            return sum(sizes)
        case Product():
            return _product(sizes)
        case Quotient(_, Number(number)) if number:
            return sizes[0] / abs(number)
        case Power(base, exponent):
            return _size_of_power(base, exponent, sizes)
        case Call(name, _):
            return _size_of_call(name, sizes)
    return inf


def _size_of_power(base: Expression, exponent: Expression, sizes: Sequence[float]) -> float:
    if base == E:
        return _exponential(sizes[1])
    if isinstance(exponent, Number) and exponent.value.is_integer() and 0 < exponent.value <= 100:
        return _product([sizes[0]] * int(exponent.value))
    return inf


def _size_of_call(name: str, sizes: Sequence[float]) -> float:
    if name in BOUNDED:
        return BOUNDED[name]
    if name in NO_LARGER:
        return 1.0 + sizes[0]
    return _exponential(sizes[0]) if name in GROWING else inf


def _product(sizes: Sequence[float]) -> float:
    total = 1.0
    for size in sizes:
        total *= size
    return total if total == total else inf


def _exponential(size: float) -> float:
    return exp(size) if size <= LARGEST_EXPONENT else inf
