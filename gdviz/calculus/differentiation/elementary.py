"""The table of derivatives: for each function f of one argument, its derivative f′(u).

Each docstring is the law. Where a law can be written in several ways, this is the one that does not
overflow: sch u·th u instead of sh u/ch² u.
"""

from collections.abc import Callable
from typing import NamedTuple

from gdviz.calculus.building import (
    ONE,
    TWO,
    add,
    call,
    divide,
    multiply,
    negative,
    power,
    square,
    subtract,
)
from gdviz.calculus.building import ZERO as NOTHING
from gdviz.calculus.expression import Expression, number

Slope = Callable[[Expression], Expression]


def sine(u: Expression) -> Expression:
    """(sin u)′ = cos u"""
    return call("cos", u)


def cosine(u: Expression) -> Expression:
    """(cos u)′ = −sin u"""
    return negative(call("sin", u))


def tangent(u: Expression) -> Expression:
    """(tan u)′ = 1/cos² u"""
    return divide(ONE, square(call("cos", u)))


def cotangent(u: Expression) -> Expression:
    """(cot u)′ = −1/sin² u"""
    return negative(divide(ONE, square(call("sin", u))))


def secant(u: Expression) -> Expression:
    """(sec u)′ = sec u·tan u"""
    return multiply(call("sec", u), call("tan", u))


def cosecant(u: Expression) -> Expression:
    """(csc u)′ = −csc u·cot u"""
    return negative(multiply(call("csc", u), call("cot", u)))


def arc_sine(u: Expression) -> Expression:
    """(arcsin u)′ = 1/√(1 − u²)"""
    return divide(ONE, call("sqrt", subtract(ONE, square(u))))


def arc_cosine(u: Expression) -> Expression:
    """(arccos u)′ = −1/√(1 − u²)"""
    return negative(arc_sine(u))


def arc_tangent(u: Expression) -> Expression:
    """(arctan u)′ = 1/(1 + u²)"""
    return divide(ONE, add(ONE, square(u)))


def arc_cotangent(u: Expression) -> Expression:
    """(arccot u)′ = −1/(1 + u²)"""
    return negative(arc_tangent(u))


def arc_secant(u: Expression) -> Expression:
    """(arcsec u)′ = 1/(|u|·√(u² − 1))"""
    return divide(ONE, multiply(call("abs", u), call("sqrt", subtract(square(u), ONE))))


def arc_cosecant(u: Expression) -> Expression:
    """(arccsc u)′ = −1/(|u|·√(u² − 1))"""
    return negative(arc_secant(u))


def hyperbolic_sine(u: Expression) -> Expression:
    """(sinh u)′ = cosh u"""
    return call("cosh", u)


def hyperbolic_cosine(u: Expression) -> Expression:
    """(cosh u)′ = sinh u"""
    return call("sinh", u)


def hyperbolic_tangent(u: Expression) -> Expression:
    """(tanh u)′ = 1/cosh² u"""
    return divide(ONE, square(call("cosh", u)))


def hyperbolic_cotangent(u: Expression) -> Expression:
    """(coth u)′ = −1/sinh² u"""
    return negative(divide(ONE, square(call("sinh", u))))


def hyperbolic_secant(u: Expression) -> Expression:
    """(sech u)′ = −sech u·tanh u"""
    return negative(multiply(call("sech", u), call("tanh", u)))


def hyperbolic_cosecant(u: Expression) -> Expression:
    """(csch u)′ = −csch u·coth u"""
    return negative(multiply(call("csch", u), call("coth", u)))


def area_sine(u: Expression) -> Expression:
    """(arsinh u)′ = 1/√(u² + 1)"""
    return divide(ONE, call("sqrt", add(square(u), ONE)))


def area_cosine(u: Expression) -> Expression:
    """(arcosh u)′ = 1/√(u² − 1)"""
    return divide(ONE, call("sqrt", subtract(square(u), ONE)))


def area_tangent(u: Expression) -> Expression:
    """(artanh u)′ = 1/(1 − u²)"""
    return divide(ONE, subtract(ONE, square(u)))


def area_secant(u: Expression) -> Expression:
    """(arsech u)′ = −1/(u·√(1 − u²))"""
    return negative(divide(ONE, multiply(u, call("sqrt", subtract(ONE, square(u))))))


def area_cosecant(u: Expression) -> Expression:
    """(arcsch u)′ = −1/(|u|·√(1 + u²))"""
    return negative(divide(ONE, multiply(call("abs", u), call("sqrt", add(ONE, square(u))))))


def exponential(u: Expression) -> Expression:
    """(exp u)′ = exp u"""
    return call("exp", u)


def logarithm(u: Expression) -> Expression:
    """(ln u)′ = 1/u"""
    return divide(ONE, u)


def square_root(u: Expression) -> Expression:
    """(√u)′ = 1/(2√u)"""
    return divide(ONE, multiply(TWO, call("sqrt", u)))


def cube_root(u: Expression) -> Expression:
    """(∛u)′ = 1/(3·(∛u)²)"""
    return divide(ONE, multiply(number(3), square(call("cbrt", u))))


def absolute_value(u: Expression) -> Expression:
    """|u|′ = u/|u|, and there is none at u = 0"""
    return divide(u, call("abs", u))


def piecewise_constant(u: Expression) -> Expression:
    """(sign u)′ = 0, and there is none where it jumps"""
    return NOTHING


def rectifier(u: Expression) -> Expression:
    """(relu u)′ = (1 + sign u)/2, and there is none at u = 0"""
    return divide(add(ONE, call("sign", u)), TWO)


def softplus(u: Expression) -> Expression:
    """(softplus u)′ = σ(u)"""
    return call("sigmoid", u)


def sigmoid(u: Expression) -> Expression:
    """(σ(u))′ = σ(u)·(1 − σ(u))"""
    return multiply(call("sigmoid", u), subtract(ONE, call("sigmoid", u)))


def gamma(u: Expression) -> Expression:
    """(Γ(u))′ = Γ(u)·ψ(u)"""
    return multiply(call("gamma", u), call("digamma", u))


def factorial(u: Expression) -> Expression:
    """(u!)′ = u!·ψ(u + 1)"""
    return multiply(call("factorial", u), call("digamma", add(u, ONE)))


def digamma(u: Expression) -> Expression:
    """(ψ(u))′ = ψ⁽¹⁾(u)"""
    return call("polygamma", ONE, u)


class Elementary(NamedTuple):
    """A line of the table: the id of the rule, and f′ as an expression of u."""

    rule: str
    slope: Slope


ELEMENTARY: dict[str, Elementary] = {
    "sin": Elementary("sine", sine),
    "cos": Elementary("cosine", cosine),
    "tan": Elementary("tangent", tangent),
    "cot": Elementary("cotangent", cotangent),
    "sec": Elementary("secant", secant),
    "csc": Elementary("cosecant", cosecant),
    "arcsin": Elementary("arc-sine", arc_sine),
    "arccos": Elementary("arc-cosine", arc_cosine),
    "arctan": Elementary("arc-tangent", arc_tangent),
    "arccot": Elementary("arc-cotangent", arc_cotangent),
    "arcsec": Elementary("arc-secant", arc_secant),
    "arccsc": Elementary("arc-cosecant", arc_cosecant),
    "sinh": Elementary("hyperbolic-sine", hyperbolic_sine),
    "cosh": Elementary("hyperbolic-cosine", hyperbolic_cosine),
    "tanh": Elementary("hyperbolic-tangent", hyperbolic_tangent),
    "coth": Elementary("hyperbolic-cotangent", hyperbolic_cotangent),
    "sech": Elementary("hyperbolic-secant", hyperbolic_secant),
    "csch": Elementary("hyperbolic-cosecant", hyperbolic_cosecant),
    "arsinh": Elementary("area-sine", area_sine),
    "arcosh": Elementary("area-cosine", area_cosine),
    "artanh": Elementary("area-tangent", area_tangent),
    "arcoth": Elementary("area-cotangent", area_tangent),
    "arsech": Elementary("area-secant", area_secant),
    "arcsch": Elementary("area-cosecant", area_cosecant),
    "exp": Elementary("natural-exponential", exponential),
    "ln": Elementary("natural-logarithm", logarithm),
    "sqrt": Elementary("square-root", square_root),
    "cbrt": Elementary("cube-root", cube_root),
    "abs": Elementary("absolute-value", absolute_value),
    "sign": Elementary("piecewise-constant", piecewise_constant),
    "floor": Elementary("piecewise-constant", piecewise_constant),
    "ceil": Elementary("piecewise-constant", piecewise_constant),
    "sigmoid": Elementary("sigmoid", sigmoid),
    "relu": Elementary("rectifier", rectifier),
    "softplus": Elementary("softplus", softplus),
    "factorial": Elementary("factorial", factorial),
    "gamma": Elementary("gamma", gamma),
    "digamma": Elementary("digamma", digamma),
}
"""By canonical name."""


def logarithm_of_base(base: Expression, u: Expression) -> Expression:
    """(log_a u)′ = 1/(u·ln a)"""
    return divide(ONE, multiply(u, call("ln", base)))


def root(u: Expression, degree: Expression, lower: Expression) -> Expression:
    """(ⁿ√u)′ = 1/(n·(ⁿ√u)ⁿ⁻¹) for a whole n, `lower` being n − 1"""
    return divide(ONE, multiply(degree, power(call("root", u, degree), lower)))


def polygamma(order: Expression, u: Expression) -> Expression:
    """(ψ⁽ⁿ⁾(u))′ = ψ⁽ⁿ⁺¹⁾(u), `order` being n + 1"""
    return call("polygamma", order, u)
