"""Mistakes with sums, products and quotients. Each docstring is what comes out instead."""

from gdviz.calculus.building import (
    ONE,
    ZERO,
    add,
    call,
    divide,
    multiply,
    negative,
    power,
    square,
    subtract,
)
from gdviz.calculus.differentiation import rules
from gdviz.calculus.expression import Expression
from gdviz.practice.mistakes.mistake import Results, Site, mistake
from gdviz.practice.rederiving import constant_factor, signed, terms


def product_of_derivatives(site: Site) -> Results:
    """(f·g)′ = f′·g′"""
    return (multiply(*site.slopes),)


def product_term_lost(site: Site) -> Results:
    """(f·g)′ = f′·g, or f·g′"""
    factors = site.before.children()
    return tuple(
        multiply(*factors[:place], slope, *factors[place + 1 :])
        for place, slope in enumerate(site.slopes)
    )


def product_minus(site: Site) -> Results:
    """(f·g)′ = f′·g − f·g′"""
    first, *others = product_term_lost(site)
    return (add(first, *(negative(other) for other in others)),)


def product_as_sum(site: Site) -> Results:
    """(f·g)′ = f′ + g′"""
    return (add(*site.slopes),)


def _parts(site: Site) -> tuple[Expression, Expression, Expression, Expression]:
    """f, g, f′, g′ of a quotient."""
    above, below = site.before.children()
    return above, below, site.slopes[0], site.slopes[1]


def quotient_of_derivatives(site: Site) -> Results:
    """(f/g)′ = f′/g′"""
    return (divide(site.slopes[0], site.slopes[1]),)


def quotient_turned(site: Site) -> Results:
    """(f/g)′ = (f·g′ − f′·g)/g²"""
    f, g, df, dg = _parts(site)
    return (divide(subtract(multiply(f, dg), multiply(df, g)), square(g)),)


def quotient_without_square(site: Site) -> Results:
    """(f/g)′ = (f′·g − f·g′)/g"""
    f, g, df, dg = _parts(site)
    return (divide(subtract(multiply(df, g), multiply(f, dg)), g),)


def quotient_without_denominator(site: Site) -> Results:
    """(f/g)′ = f′·g − f·g′"""
    f, g, df, dg = _parts(site)
    return (subtract(multiply(df, g), multiply(f, dg)),)


def quotient_plus(site: Site) -> Results:
    """(f/g)′ = (f′·g + f·g′)/g²"""
    f, g, df, dg = _parts(site)
    return (divide(add(multiply(df, g), multiply(f, dg)), square(g)),)


def quotient_term_lost(site: Site) -> Results:
    """(f/g)′ = f′·g/g², or −f·g′/g²"""
    f, g, df, dg = _parts(site)
    return divide(multiply(df, g), square(g)), negative(divide(multiply(f, dg), square(g)))


def over_derivative(site: Site) -> Results:
    """(c/g)′ = c/g′"""
    above, _ = site.before.children()
    return (divide(above, site.slopes[0]),)


def reciprocal_sign(site: Site) -> Results:
    """(c/g)′ = c·g′/g²"""
    above, below = site.before.children()
    return (divide(multiply(above, site.slopes[0]), square(below)),)


def reciprocal_without_square(site: Site) -> Results:
    """(c/g)′ = −c·g′/g"""
    above, below = site.before.children()
    return (negative(divide(multiply(above, site.slopes[0]), below)),)


def reciprocal_as_logarithm(site: Site) -> Results:
    """(c/g)′ = c·ln g"""
    above, below = site.before.children()
    return (multiply(above, call("ln", below)),)


def constant_kept(site: Site) -> Results:
    """c′ = c"""
    return () if site.before == ZERO else (site.before,)


def constant_as_variable(site: Site) -> Results:
    """c′ = 1"""
    return () if site.before in (ZERO, ONE) else (ONE,)


def factor_lost(site: Site) -> Results:
    """(c·f)′ = f′"""
    return (site.slopes[0],)


def factor_derived(site: Site) -> Results:
    """(c·f)′ = c′·f′ = 0"""
    return (ZERO,)


def factor_added(site: Site) -> Results:
    """(c·f)′ = c + f′"""
    return (add(constant_factor(site.step), site.slopes[0]),)


def minus_lost(site: Site) -> Results:
    """(−f)′ = f′"""
    return (site.slopes[0],)


def sign_turned(site: Site) -> Results:
    """(f + g)′ = f′ − g′"""
    right = signed(site.step, site.slopes)
    return tuple(
        add(*right[:place], negative(right[place]), *right[place + 1 :])
        for place in range(len(right))
    )


def term_lost(site: Site) -> Results:
    """(f + g)′ = f′"""
    right = signed(site.step, site.slopes)
    return tuple(add(*right[:place], *right[place + 1 :]) for place in range(len(right)))


def term_kept(site: Site) -> Results:
    """(f + g)′ = f′ + g"""
    right = signed(site.step, site.slopes)
    return tuple(
        add(*right[:place], term, *right[place + 1 :])
        for place, term in enumerate(terms(site.step))
    )


def variable_as_constant(site: Site) -> Results:
    """x′ = 0"""
    return (ZERO,)


def variable_kept(site: Site) -> Results:
    """x′ = x"""
    return (site.before,)


def general_as_power(site: Site) -> Results:
    """(f^g)′ = g·f^(g−1), with f′ or without"""
    base, exponent = site.before.children()
    slope = multiply(exponent, power(base, rules.lowered(exponent)))
    return slope, multiply(slope, site.slopes[0])


def general_as_exponential(site: Site) -> Results:
    """(f^g)′ = f^g·ln f, with g′ or without"""
    base, exponent = site.before.children()
    slope = rules.exponential(base, exponent)
    return slope, multiply(slope, site.slopes[1])


RULE_MISTAKES = (
    mistake("product-of-derivatives", "product", product_of_derivatives),
    mistake("quotient-of-derivatives", "quotient", quotient_of_derivatives),
    mistake("quotient-of-derivatives", "reciprocal", over_derivative),
    mistake("quotient-turned", "quotient", quotient_turned),
    mistake("quotient-turned", "reciprocal", reciprocal_sign),
    mistake("quotient-without-square", "quotient", quotient_without_square),
    mistake("quotient-without-square", "reciprocal", reciprocal_without_square),
    mistake("quotient-without-denominator", "quotient", quotient_without_denominator),
    mistake("quotient-plus", "quotient", quotient_plus),
    mistake("product-term-lost", "product", product_term_lost),
    mistake("product-minus", "product", product_minus),
    mistake("product-as-sum", "product", product_as_sum),
    mistake("quotient-term-lost", "quotient", quotient_term_lost),
    mistake("integrated-instead", "reciprocal", reciprocal_as_logarithm),
    mistake("constant-kept", "constant", constant_kept),
    mistake("constant-becomes-one", "constant", constant_as_variable),
    mistake("constant-factor-lost", "constant-multiple constant-divisor", factor_lost),
    mistake("constant-factor-derived", "constant-multiple constant-divisor", factor_derived),
    mistake("constant-factor-added", "constant-multiple", factor_added),
    mistake("minus-lost", "negation", minus_lost),
    mistake("sign-in-sum-turned", "sum difference", sign_turned),
    mistake("term-lost", "sum difference", term_lost),
    mistake("term-not-derived", "sum difference", term_kept),
    mistake("power-rule-on-exponential", "general-power", general_as_power),
    mistake("exponential-rule-on-power", "general-power", general_as_exponential),
    mistake("variable-as-constant", "variable", variable_as_constant),
    mistake("variable-not-derived", "variable", variable_kept),
)
