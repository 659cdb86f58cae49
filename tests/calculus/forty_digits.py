"""The program's trees in 40 decimal digits (mpmath), by code that shares nothing with evaluation.

Real at every part: where one has no real value the answer is NaN.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

import mpmath
from mpmath import mp, mpf

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
)

Real = Any
"""An mpf; mpmath comes without types."""
DIGITS = 40
GUARD = 30
"""More digits, which differences use up."""
NAN = mpf("nan")
LARGEST = mpf(10) ** 15
"""Parts beyond it would leave too few digits of a difference."""
MOST_FOR_GAMMA = 10**6


def value(body: Expression, at: Mapping[str, Real]) -> Real:
    """The value of a tree, letters given by name."""
    with mp.workdps(DIGITS + GUARD):
        known: dict[Expression, Real] = {}
        for node in distinct(body):
            known[node] = _real(node, [known[child] for child in node.children()], at)
        return known[body]


def slope(body: Expression, variable: str, at: Mapping[str, Real], order: int = 1) -> Real:
    """f′ or f″ by differences of so small a step that 40 digits are true; NaN at a kink."""
    with mp.workdps(DIGITS + GUARD):
        x = mpf(at[variable])
        coarse, fine = (_difference(body, variable, at, x, mpf(10) ** -n, order) for n in (14, 15))
        is_steady = abs(coarse - fine) <= mpf(10) ** -20 * (1 + abs(fine))
        return fine if is_steady else NAN


def _difference(
    body: Expression, variable: str, at: Mapping[str, Real], x: Real, h: Real, order: int
) -> Real:
    ahead, here, behind = (value(body, {**at, variable: x + k * h}) for k in (1, 0, -1))
    return (ahead - behind) / (2 * h) if order == 1 else (ahead - 2 * here + behind) / h**2


def _real(node: Expression, parts: list[Real], at: Mapping[str, Real]) -> Real:
    if any(mpmath.isnan(part) or abs(part) > LARGEST for part in parts):
        return NAN
    try:
        result = _value(node, parts, at)
    except (ValueError, ZeroDivisionError, OverflowError, mpmath.libmp.NoConvergence):
        return NAN
    return NAN if isinstance(result, mpmath.mpc) or mpmath.isinf(result) else result


def _value(node: Expression, parts: list[Real], at: Mapping[str, Real]) -> Real:
    match node:
        case Number():
            return _numeral(node)
        case Constant(name):
            return +mp.e if name == "e" else +mp.pi
        case Symbol(name):
            return mpf(at[name])
        case Negate():
            return -parts[0]
        case Sum():
            return sum(parts, mpf(0))
        case Product():
            return reduce(lambda u, v: u * v, parts)
        case Quotient():
            return parts[0] / parts[1]
        case Power(_, exponent):
            return _power(parts[0], parts[1], _typed(exponent))
        case Call():
            return _call(node, parts)
    raise TypeError(f"not an expression: {node!r}")


def _call(call: Call, parts: list[Real]) -> Real:
    if call.function != "root":
        return FUNCTIONS[call.function](*parts)
    typed = _typed(call.arguments[1])
    return _power(parts[0], 1 / parts[1], 1 / typed if typed else None)


def _numeral(number: Number) -> Real:
    """The number as it was typed: 0.1 is one tenth."""
    exact = number.exact
    return mpf(number.value) if exact is None else mpf(exact.numerator) / exact.denominator


def _typed(exponent: Expression) -> Fraction | None:
    """p/q, if that is what stands there."""
    match exponent:
        case Number(whole) if whole.is_integer():
            return Fraction(int(whole))
        case Negate(operand):
            inner = _typed(operand)
            return None if inner is None else -inner
        case Quotient(above, below):
            p, q = _typed(above), _typed(below)
            return p / q if p is not None and q else None
    return None


def _power(base: Real, exponent: Real, typed: Fraction | None) -> Real:
    if base == 0:
        return mpf(0) if exponent > 0 and typed is not None else NAN
    if abs(exponent * mpmath.log(abs(base))) > 900:
        return NAN
    if base > 0:
        return base**exponent
    if typed is None or typed.denominator % 2 == 0:
        return NAN if exponent != mpmath.floor(exponent) or typed is None else base**exponent
    size = abs(base) ** (mpf(typed.numerator) / typed.denominator)
    return -size if typed.numerator % 2 else size


def _off_zero(f: Callable[[Real], Real]) -> Callable[[Real], Real]:
    """f with no value at 0."""
    return lambda u: NAN if u == 0 else f(u)


def _ln(u: Real) -> Real:
    return mpmath.log(u) if u > 0 else NAN


def _within(f: Callable[[Real], Real], is_inside: Callable[[Real], bool]) -> Callable[[Real], Real]:
    return lambda u: f(u) if is_inside(u) else NAN


def _exp(u: Real) -> Real:
    return mpmath.exp(u) if abs(u) < 900 else NAN


def _cbrt(u: Real) -> Real:
    return mpmath.sign(u) * mpmath.root(abs(u), 3) if u else mpf(0)


def _gamma(u: Real) -> Real:
    return mpmath.gamma(u) if abs(u) < 150 else NAN


FUNCTIONS: dict[str, Callable[..., Real]] = {
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "cot": _off_zero(mpmath.cot),
    "sec": mpmath.sec,
    "csc": _off_zero(mpmath.csc),
    "arcsin": _within(mpmath.asin, lambda u: abs(u) <= 1),
    "arccos": _within(mpmath.acos, lambda u: abs(u) <= 1),
    "arctan": mpmath.atan,
    "arccot": lambda u: mp.pi / 2 - mpmath.atan(u),
    "arcsec": _within(lambda u: mpmath.acos(1 / u), lambda u: abs(u) >= 1),
    "arccsc": _within(lambda u: mpmath.asin(1 / u), lambda u: abs(u) >= 1),
    "sinh": _within(mpmath.sinh, lambda u: abs(u) < 900),
    "cosh": _within(mpmath.cosh, lambda u: abs(u) < 900),
    "tanh": mpmath.tanh,
    "coth": _off_zero(mpmath.coth),
    "sech": _within(mpmath.sech, lambda u: abs(u) < 900),
    "csch": _within(_off_zero(mpmath.csch), lambda u: abs(u) < 900),
    "arsinh": mpmath.asinh,
    "arcosh": _within(mpmath.acosh, lambda u: u >= 1),
    "artanh": _within(mpmath.atanh, lambda u: abs(u) < 1),
    "arcoth": _within(mpmath.acoth, lambda u: abs(u) > 1),
    "arsech": _within(mpmath.asech, lambda u: 0 < u <= 1),
    "arcsch": _off_zero(mpmath.acsch),
    "exp": _exp,
    "ln": _ln,
    "log": lambda b, u: _ln(u) / _ln(b),
    "sqrt": _within(mpmath.sqrt, lambda u: u >= 0),
    "cbrt": _cbrt,
    "abs": abs,
    "sign": mpmath.sign,
    "floor": mpmath.floor,
    "ceil": mpmath.ceil,
    "sigmoid": lambda u: 1 / (1 + _exp(-u)),
    "relu": lambda u: max(u, mpf(0)),
    "softplus": lambda u: mpmath.log(1 + _exp(u)),
    "factorial": lambda u: _gamma(u + 1),
    "gamma": _gamma,
    "digamma": _within(mpmath.digamma, lambda u: abs(u) < MOST_FOR_GAMMA),
    "polygamma": lambda n, u: (
        mpmath.psi(int(n), u) if n == int(n) and 0 <= n < 9 and abs(u) < MOST_FOR_GAMMA else NAN
    ),
    "min": min,
    "max": max,
}
"""By canonical name."""
