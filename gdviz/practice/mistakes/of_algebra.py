"""False laws of algebra. Each docstring is what is taken for equal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdviz.calculus.building import call, divide, exact_value, multiply
from gdviz.calculus.expression import Call, Expression, Product, Quotient
from gdviz.practice.mistakes.false_powers import (
    negative_exponent,
    power_of_one_factor,
    power_of_power,
    product_of_powers,
    quotient_of_powers,
    root_of_square,
)
from gdviz.practice.mistakes.false_sums import (
    exponential_of_sum,
    first_term_multiplied,
    function_of_sum,
    logarithm_of_sum,
    minus_before_first,
    one_term_divided,
    power_of_sum,
    reciprocal_of_sum,
    root_of_sum,
)

Makes = Callable[[Expression], Sequence[Expression]]


@dataclass(frozen=True, slots=True)
class FalseLaw:
    """One line of the table. `makes` gives what is made of a part, nothing where it cannot be."""

    id: str
    makes: Makes


def factor_taken_out(part: Expression) -> Sequence[Expression]:
    """f(c·u) = c·f(u), f(u/c) = f(u)/c"""
    match part:
        case Call(name, (Product(factors),)) if exact_value(factors[0]) is not None:
            return (multiply(factors[0], call(name, multiply(*factors[1:]))),)
        case Call(name, (Quotient(above, below),)) if exact_value(below) is not None:
            return (divide(call(name, above), below),)
    return ()


def logarithm_of_product(part: Expression) -> Sequence[Expression]:
    """ln(a·b) = ln a·ln b, ln(a/b) = ln a/ln b"""
    match part:
        case Call("ln", (Product(factors),)):
            return (multiply(*(call("ln", factor) for factor in factors)),)
        case Call("ln", (Quotient(above, below),)):
            return (divide(call("ln", above), call("ln", below)),)
    return ()


FALSE_LAWS = (
    FalseLaw("exponents-not-multiplied", power_of_power),
    FalseLaw("exponents-not-added", product_of_powers),
    FalseLaw("exponents-not-subtracted", quotient_of_powers),
    FalseLaw("power-of-one-factor", power_of_one_factor),
    FalseLaw("power-of-sum", power_of_sum),
    FalseLaw("root-of-sum", root_of_sum),
    FalseLaw("reciprocal-of-sum", reciprocal_of_sum),
    FalseLaw("one-term-divided", one_term_divided),
    FalseLaw("logarithm-of-sum", logarithm_of_sum),
    FalseLaw("exponential-of-sum", exponential_of_sum),
    FalseLaw("function-of-sum", function_of_sum),
    FalseLaw("factor-taken-out", factor_taken_out),
    FalseLaw("logarithm-of-product", logarithm_of_product),
    FalseLaw("negative-exponent", negative_exponent),
    FalseLaw("first-term-multiplied", first_term_multiplied),
    FalseLaw("minus-before-first", minus_before_first),
    FalseLaw("root-of-square", root_of_square),
)
"""The likelier ones first."""
