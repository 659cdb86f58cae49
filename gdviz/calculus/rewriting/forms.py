"""Other forms of a derivative: σ′ = σ(1 − σ), (tan x)′ = 1 + tan² x, (eᵏˣ)′ = k·eᵏˣ.

Each is a chain of equalities from the tidy derivative. `name` stands for the function itself.
"""

from collections.abc import Callable

from gdviz.calculus.building import ONE, TWO, add, call, divide, multiply, negative, subtract
from gdviz.calculus.building import power as raised
from gdviz.calculus.differentiation.derivation import differentiate
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Power,
    Quotient,
    Sum,
    depends_on,
    distinct,
    number,
)
from gdviz.calculus.normal import tidy
from gdviz.calculus.rewriting.line import Line

Chain = tuple[Line, ...]
MOST_PARTS = 60
"""Derivatives of more distinct parts have no other form that is worth a look."""
POWERS_OF_ITSELF = (1, 2, 3, -1, -2)
CIRCLES: dict[str, tuple[str, str, Callable[..., Expression], str]] = {
    "cos": ("sin", "tan", add, "pythagoras"),
    "sin": ("cos", "cot", add, "pythagoras"),
    "cosh": ("sinh", "tanh", subtract, "hyperbolic-pythagoras"),
    "sinh": ("cosh", "coth", lambda own, other: subtract(other, own), "hyperbolic-pythagoras"),
}
"""Function f in 1/f², the other one g, their ratio g/f, what is 1 of f² and g², and the reason."""


def other_forms(function: Expression, variable: str, name: Expression) -> tuple[Chain, ...]:
    """The other forms of the derivative of a function by a variable, those that there are.

    `name`: how to write the function where it comes back in its own derivative: y, f(x).
    """
    slope = differentiate(function, variable)
    if not depends_on(slope, variable) or sum(1 for _ in distinct(slope)) > MOST_PARTS:
        return ()
    by_itself = _power_of_itself(function, slope, variable, name) or _logistic(
        tidy(function), slope, variable, name
    )
    return tuple(chain for chain in (by_itself, *_circular(function, slope, name)) if chain)


def _power_of_itself(
    function: Expression, slope: Expression, variable: str, name: Expression
) -> Chain:
    """f′ = k·fⁿ with a constant k."""
    for n in POWERS_OF_ITSELF:
        ratio = tidy(divide(slope, raised(function, number(n))))
        if not depends_on(ratio, variable) and function != name:
            itself = tidy(multiply(ratio, raised(name, number(n))))
            return (Line(slope, ""), Line(itself, "itself"))
    return ()


def _logistic(function: Expression, slope: Expression, variable: str, name: Expression) -> Chain:
    """f = c/(b + M), f′ = p·M/(b + M)²: f′ = (p/c)·f·(1 − (b/c)·f)"""
    match function:
        case Quotient(c, Sum(terms) as below) if not depends_on(c, variable):
            constant = [term for term in terms if not depends_on(term, variable)]
            rest = add(*(term for term in terms if depends_on(term, variable)))
            p = tidy(divide(multiply(slope, raised(below, TWO)), rest))
            if constant and not depends_on(p, variable):
                return _logistic_chain(slope, below, (c, add(*constant), p), name)
    return ()


def _logistic_chain(
    slope: Expression,
    below: Expression,
    constants: tuple[Expression, Expression, Expression],
    name: Expression,
) -> Chain:
    c, b, p = constants
    square = raised(below, TWO)
    first, second = tidy(divide(p, c)), tidy(divide(b, c))
    alone = tidy(multiply(first, name))
    squared = tidy(multiply(first, second, raised(name, TWO)))
    return (
        Line(slope, ""),
        Line(_times(p, divide(Sum((below, negative(b))), square)), "add-and-subtract"),
        Line(subtract(_times(p, divide(ONE, below)), _times(p, divide(b, square))), "split"),
        Line(subtract(alone, squared), "itself"),
        Line(multiply(alone, subtract(ONE, tidy(multiply(second, name)))), "bracket"),
    )


def _times(p: Expression, fraction: Expression) -> Expression:
    """p times a fraction, p in the numerator."""
    if isinstance(p, Negate):
        return negative(_times(p.operand, fraction))
    assert isinstance(fraction, Quotient)
    return divide(multiply(p, fraction.numerator), fraction.denominator)


def _circular(function: Expression, slope: Expression, name: Expression) -> list[Chain]:
    """k/cos² u = k·(cos² u + sin² u)/cos² u = k·(1 + tan² u)"""
    found = []
    for node in distinct(slope):
        match node:
            case Power(Call(one, (u,)) as below, n) if one in CIRCLES and n == TWO:
                other, ratio, joined, reason = CIRCLES[one]
                k = tidy(multiply(slope, node))
                if below in distinct(k) or not _is_below(slope, node):
                    continue
                unit = joined(node, Power(call(other, u), TWO))
                split = joined(ONE, Power(call(ratio, u), TWO))
                lines = [
                    Line(slope, ""),
                    Line(multiply(k, divide(unit, node)), reason),
                    Line(multiply(k, split), "split"),
                ]
                if function == call(ratio, u):
                    lines.append(Line(multiply(k, joined(ONE, Power(name, TWO))), "itself"))
                found.append(tuple(lines))
    return found


def _is_below(slope: Expression, square: Expression) -> bool:
    """Whether the square stands in the denominator."""
    body = slope.operand if isinstance(slope, Negate) else slope
    if not isinstance(body, Quotient):
        return False
    below = body.denominator
    return square == below or square in below.children()
