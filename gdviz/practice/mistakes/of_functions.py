"""Mistakes with the table of derivatives. Each docstring is what comes out instead."""

from collections.abc import Callable

from gdviz.calculus.building import (
    ONE,
    TWO,
    E,
    add,
    call,
    divide,
    exact_value,
    multiply,
    negative,
    numeral,
    power,
    square,
    subtract,
)
from gdviz.calculus.differentiation import rules
from gdviz.calculus.expression import Call, Expression, Power, number
from gdviz.practice.mistakes.mistake import Makes, Results, Site, mistake

OfArgument = Callable[[Expression], Expression]


def of_u(*slopes: OfArgument) -> Makes:
    """A mistake that depends on u alone, with its variants."""
    return lambda site: tuple(slope(site.argument) for slope in slopes)


def turned(site: Site) -> Results:
    """f′ with the other sign"""
    return (negative(site.step.after),)


def not_derived(site: Site) -> Results:
    """f′ = f"""
    return () if site.before == site.step.after else (site.before,)


def _raised(n: Expression) -> Expression:
    """n + 1, computed if n is a number."""
    known = exact_value(n)
    return add(n, ONE) if known is None else numeral(known[0] + 1, decimal=known[1])


def _of_power(site: Site) -> tuple[Expression, Expression]:
    """u and n of uⁿ."""
    assert isinstance(site.before, Power)
    return site.before.base, site.before.exponent


def not_lowered(site: Site) -> Results:
    """(uⁿ)′ = n·uⁿ"""
    _, n = _of_power(site)
    return (multiply(n, site.before),)


def not_brought_down(site: Site) -> Results:
    """(uⁿ)′ = uⁿ⁻¹"""
    u, n = _of_power(site)
    return (power(u, rules.lowered(n)),)


def wrong_way(site: Site) -> Results:
    """(uⁿ)′ = n·uⁿ⁺¹"""
    u, n = _of_power(site)
    return (multiply(n, power(u, _raised(n))),)


def lowered_in_front(site: Site) -> Results:
    """(uⁿ)′ = (n − 1)·uⁿ⁻¹"""
    u, n = _of_power(site)
    return (multiply(rules.lowered(n), power(u, rules.lowered(n))),)


def integrated_power(site: Site) -> Results:
    """(uⁿ)′ = uⁿ⁺¹/(n + 1)"""
    u, n = _of_power(site)
    return (divide(power(u, _raised(n)), _raised(n)),)


def power_as_exponential(site: Site) -> Results:
    """(uⁿ)′ = uⁿ·ln u"""
    return (multiply(site.before, call("ln", site.argument)),)


def exponential_as_power(site: Site) -> Results:
    """(aᵘ)′ = u·aᵘ⁻¹"""
    match site.before:
        case Power(base, exponent):
            return (multiply(exponent, power(base, rules.lowered(exponent))),)
        case Call("exp", (exponent,)):
            return (multiply(exponent, call("exp", rules.lowered(exponent))),)
    return ()


def integrated_exponential(site: Site) -> Results:
    """(aᵘ)′ = aᵘ/ln a"""
    assert isinstance(site.before, Power)
    return (divide(site.before, call("ln", site.before.base)),)


def base_forgotten(site: Site) -> Results:
    """(aᵘ)′ = aᵘ"""
    return (site.before,)


def log_base_forgotten(site: Site) -> Results:
    """(log_a u)′ = 1/u"""
    return (divide(ONE, site.argument),)


def log_base_above(site: Site) -> Results:
    """(log_a u)′ = ln a/u"""
    base, argument = site.before.children()
    return (divide(call("ln", base), argument),)


def root_degree_lost(site: Site) -> Results:
    """(ⁿ√u)′ = 1/(ⁿ√u)ⁿ⁻¹"""
    _, degree = site.before.children()
    return (divide(ONE, power(site.before, rules.lowered(degree))),)


def _root(inside: Expression) -> Expression:
    return call("sqrt", inside)


ALL_TRIGONOMETRIC = "sine cosine tangent cotangent secant cosecant"
ALL_INVERSE = "arc-sine arc-cosine arc-tangent arc-cotangent arc-secant arc-cosecant"
ALL_HYPERBOLIC = (
    "hyperbolic-sine hyperbolic-cosine hyperbolic-tangent hyperbolic-cotangent "
    "area-sine area-cosine area-tangent area-cotangent"
)
ALL_TABLE = f"{ALL_TRIGONOMETRIC} {ALL_INVERSE} {ALL_HYPERBOLIC}"
EXPONENTIALS = "exponential natural-exponential"

POWER_MISTAKES = (
    mistake("power-not-lowered", "power", not_lowered),
    mistake("exponent-not-brought-down", "power", not_brought_down),
    mistake("exponent-raised", "power", wrong_way),
    mistake("lowered-exponent-in-front", "power", lowered_in_front),
    mistake("integrated-instead", "power", integrated_power),
    mistake("exponential-rule-on-power", "power", power_as_exponential),
    mistake("root-half-forgotten", "square-root", of_u(lambda u: divide(ONE, _root(u)))),
    mistake("power-not-lowered", "square-root", of_u(lambda u: divide(_root(u), TWO))),
    mistake("root-not-below", "square-root", of_u(lambda u: multiply(TWO, _root(u)))),
    mistake("minus-too-many", "square-root", turned),
    mistake(
        "root-half-forgotten",
        "cube-root",
        of_u(lambda u: divide(ONE, square(call("cbrt", u)))),
    ),
    mistake(
        "root-exponent-wrong",
        "cube-root",
        of_u(
            lambda u: divide(ONE, multiply(number(3), call("cbrt", u))),
            lambda u: divide(call("cbrt", u), number(3)),
            lambda u: divide(ONE, multiply(TWO, call("cbrt", u))),
        ),
    ),
    mistake("root-half-forgotten", "root", root_degree_lost),
)
EXPONENTIAL_MISTAKES = (
    mistake("logarithm-of-base-forgotten", "exponential", base_forgotten),
    mistake("power-rule-on-exponential", EXPONENTIALS, exponential_as_power),
    mistake("logarithm-of-base-below", "exponential", integrated_exponential),
    mistake("logarithm-base-forgotten", "logarithm", log_base_forgotten),
    mistake("logarithm-base-above", "logarithm", log_base_above),
    mistake("logarithm-not-derived", "natural-logarithm logarithm", not_derived),
    mistake("logarithm-as-exponential", "natural-logarithm", of_u(lambda u: Power(E, u))),
)
TRIGONOMETRIC_MISTAKES = (
    mistake("sign-of-cosine", "cosine", turned),
    mistake("sign-of-sine", "sine", turned),
    mistake("sign-of-tangent", "tangent", turned),
    mistake("sign-of-cotangent", "cotangent", turned),
    mistake("minus-too-many", "secant cosecant", turned),
    mistake("tangent-without-square", "tangent", of_u(lambda u: divide(ONE, call("cos", u)))),
    mistake(
        "tangent-without-square",
        "cotangent",
        of_u(lambda u: negative(divide(ONE, call("sin", u)))),
    ),
    mistake(
        "tangent-mixed-up",
        "tangent",
        of_u(
            lambda u: divide(ONE, square(call("sin", u))),
            lambda u: negative(divide(ONE, square(call("sin", u)))),
            lambda u: call("cot", u),
        ),
    ),
    mistake(
        "tangent-mixed-up",
        "cotangent",
        of_u(
            lambda u: negative(divide(ONE, square(call("cos", u)))),
            lambda u: divide(ONE, square(call("cos", u))),
            lambda u: call("tan", u),
        ),
    ),
)
INVERSE_MISTAKES = (
    mistake(
        "inverse-as-reciprocal",
        "arc-sine",
        of_u(lambda u: divide(ONE, call("cos", u)), lambda u: _slope_of_one_over("sin", u)),
    ),
    mistake(
        "inverse-as-reciprocal",
        "arc-tangent",
        of_u(lambda u: square(call("cos", u)), lambda u: _slope_of_one_over("tan", u)),
    ),
    mistake("inverse-sign", "arc-sine arc-cosine arc-tangent arc-cotangent", turned),
    mistake(
        "arctangent-as-arcsine",
        "arc-tangent arc-cotangent",
        of_u(
            lambda u: divide(ONE, _root(subtract(ONE, square(u)))),
            lambda u: divide(ONE, _root(add(ONE, square(u)))),
        ),
    ),
    mistake(
        "arctangent-sign-inside",
        "arc-tangent",
        of_u(lambda u: divide(ONE, subtract(ONE, square(u)))),
    ),
    mistake("inverse-square-forgotten", "arc-tangent", of_u(lambda u: divide(ONE, add(ONE, u)))),
    mistake(
        "inverse-square-forgotten",
        "arc-sine",
        of_u(lambda u: divide(ONE, _root(subtract(ONE, u)))),
    ),
    mistake(
        "arcsine-root-forgotten",
        "arc-sine",
        of_u(lambda u: divide(ONE, subtract(ONE, square(u)))),
    ),
    mistake(
        "arcsine-root-forgotten",
        "arc-cosine",
        of_u(lambda u: negative(divide(ONE, subtract(ONE, square(u))))),
    ),
    mistake(
        "arcsine-as-arctangent",
        "arc-sine",
        of_u(
            lambda u: divide(ONE, add(ONE, square(u))),
            lambda u: divide(ONE, _root(add(ONE, square(u)))),
        ),
    ),
    mistake("inverse-functions-paired", "arc-sine", of_u(lambda u: call("arccos", u))),
)
OTHER_MISTAKES = (
    mistake("sign-of-hyperbolic", ALL_HYPERBOLIC, turned),
    mistake(
        "sigmoid-factor-lost",
        "sigmoid",
        of_u(lambda u: call("sigmoid", u), lambda u: subtract(ONE, call("sigmoid", u))),
    ),
    mistake("function-not-derived", f"{ALL_TABLE} power square-root cube-root root", not_derived),
)


def _slope_of_one_over(name: str, u: Expression) -> Expression:
    """(1/sin u)′ = −cos u/sin² u, (1/tg u)′ = −1/sin² u."""
    if name == "tan":
        return negative(divide(ONE, square(call("sin", u))))
    return negative(divide(call("cos", u), square(call("sin", u))))


FUNCTION_MISTAKES = (
    *POWER_MISTAKES,
    *EXPONENTIAL_MISTAKES,
    *TRIGONOMETRIC_MISTAKES,
    *INVERSE_MISTAKES,
    *OTHER_MISTAKES,
)
