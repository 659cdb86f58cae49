"""The rules of differentiation: one function a rule, its docstring is the law.

f, g … are the parts, df, dg … their derivatives. The rules of the functions in the table of
derivatives stand in elementary.py; derivation.py applies them all.
"""

from collections.abc import Callable, Sequence

from gdviz.calculus.building import (
    ONE,
    TWO,
    ZERO,
    add,
    call,
    divide,
    exact_value,
    multiply,
    negative,
    numeral,
    square,
    subtract,
)
from gdviz.calculus.building import power as raised
from gdviz.calculus.expression import Expression
from gdviz.calculus.mean import Mean


def constant() -> Expression:
    """c′ = 0"""
    return ZERO


def variable() -> Expression:
    """x′ = 1"""
    return ONE


def negation(df: Expression) -> Expression:
    """(−f)′ = −f′"""
    return negative(df)


def constant_multiple(c: Expression, df: Expression) -> Expression:
    """(c·f)′ = c·f′"""
    return multiply(c, df)


def constant_divisor(df: Expression, c: Expression) -> Expression:
    """(f/c)′ = f′/c"""
    return divide(df, c)


def sum_of_terms(derivatives: Sequence[Expression]) -> Expression:
    """(f + g)′ = f′ + g′"""
    return add(*derivatives)


def product(factors: Sequence[Expression], derivatives: Sequence[Expression]) -> Expression:
    """(f·g)′ = f′·g + f·g′"""
    return add(
        *(
            multiply(*factors[:place], derivative, *factors[place + 1 :])
            for place, derivative in enumerate(derivatives)
        )
    )


def quotient(f: Expression, g: Expression, df: Expression, dg: Expression) -> Expression:
    """(f/g)′ = (f′·g − f·g′)/g²"""
    return divide(subtract(multiply(df, g), multiply(f, dg)), square(g))


def reciprocal(c: Expression, g: Expression, dg: Expression) -> Expression:
    """(c/g)′ = −c·g′/g²"""
    return divide(negative(multiply(c, dg)), square(g))


def power(u: Expression, n: Expression) -> Expression:
    """(uⁿ)′ = n·uⁿ⁻¹"""
    if n in (ZERO, ONE):
        return n
    return multiply(n, raised(u, lowered(n)))


def natural_exponential(power_of_e: Expression) -> Expression:
    """(eᵘ)′ = eᵘ"""
    return power_of_e


def exponential(a: Expression, u: Expression) -> Expression:
    """(aᵘ)′ = aᵘ·ln a"""
    return multiply(raised(a, u), call("ln", a))


def general_power(f: Expression, g: Expression, df: Expression, dg: Expression) -> Expression:
    """(f^g)′ = f^g·(g′·ln f + g·f′/f)"""
    inner = add(multiply(dg, call("ln", f)), divide(multiply(g, df), f))
    return multiply(raised(f, g), inner)


def mean(df: Expression) -> Expression:
    """(1/N·∑ f)′ = 1/N·∑ f′"""
    return ZERO if df == ZERO else Mean(df)


def chain(outer_slope: Expression, inner_slope: Expression) -> Expression:
    """(f(u))′ = f′(u)·u′"""
    return multiply(outer_slope, inner_slope)


def minimum(parts: Sequence[Expression], derivatives: Sequence[Expression]) -> Expression:
    """(min(f, g))′ = f′ where f < g, g′ where g < f"""
    return _of_the_chosen("min", parts, derivatives, lambda one, other: subtract(other, one))


def maximum(parts: Sequence[Expression], derivatives: Sequence[Expression]) -> Expression:
    """(max(f, g))′ = f′ where f > g, g′ where g > f"""
    return _of_the_chosen("max", parts, derivatives, subtract)


def _of_the_chosen(
    name: str,
    parts: Sequence[Expression],
    derivatives: Sequence[Expression],
    lead: Callable[[Expression, Expression], Expression],
) -> Expression:
    """The derivative of the one that is chosen: `lead` of it over the other is positive."""
    slope = derivatives[0]
    for place in range(1, len(parts)):
        chosen, other = _call_or_part(name, parts[:place]), parts[place]
        slope = add(
            multiply(slope, _step(lead(chosen, other))),
            multiply(derivatives[place], _step(lead(other, chosen))),
        )
    return slope


def _call_or_part(name: str, parts: Sequence[Expression]) -> Expression:
    """max(f, g) of max(f, g, h); f itself if it is alone."""
    return parts[0] if len(parts) == 1 else call(name, *parts)


def _step(difference: Expression) -> Expression:
    """1 where the difference is positive, 0 where it is negative."""
    return divide(add(ONE, call("sign", difference)), TWO)


def lowered(n: Expression) -> Expression:
    """n − 1, computed if n is a number; a decimal stays a decimal, a fraction a fraction."""
    known = exact_value(n)
    return subtract(n, ONE) if known is None else numeral(known[0] - 1, decimal=known[1])


def raised_order(n: Expression) -> Expression:
    """n + 1, computed if n is a number."""
    known = exact_value(n)
    return add(n, ONE) if known is None else numeral(known[0] + 1)
