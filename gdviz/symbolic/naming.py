"""Exact numbers back into the program's tree, for its own typesetting; only what people write."""

from collections.abc import Mapping
from fractions import Fraction

import sympy

from gdviz.calculus.building import E, add, call, divide, multiply, negative, numeral, power
from gdviz.calculus.expression import Constant, Expression, Number, number
from gdviz.calculus.normal import tidy
from gdviz.symbolic.translation import Term

MOST_PARTS = 10
"""A number with more parts is not worth its place: its decimals say more."""
LONGEST_INTEGER = 10**9


class NamelessError(ValueError):
    """A number that is not written with integers, π, e, roots and elementary functions alone."""


def name_of(term: Term) -> Expression | None:
    """The tree of a real number, ±∞ among them; None if there is none worth showing."""
    if term in (sympy.oo, -sympy.oo):
        return Number(float("inf")) if term > 0 else negative(Number(float("inf")))
    if not term.is_number or term.count_ops() > MOST_PARTS:
        return None
    try:
        return tidy(_tree(term))
    except NamelessError:
        return None


def _tree(term: Term) -> Expression:
    if term.is_Rational:
        if max(abs(term.p), term.q) > LONGEST_INTEGER:
            raise NamelessError
        return numeral(Fraction(int(term.p), int(term.q)))
    if term is sympy.pi:
        return Constant("pi")
    if term is sympy.E:
        return E
    if term.is_Add:
        return _sum(term)
    if term.is_Mul:
        return _product(term)
    if term.is_Pow:
        return _power(term.base, term.exp)
    if isinstance(term, sympy.exp):
        return _power(sympy.E, term.exp)
    if type(term) in FUNCTIONS:
        return call(FUNCTIONS[type(term)], *map(_tree, term.args))
    raise NamelessError


def _sum(term: Term) -> Expression:
    """Positive terms first: √5 − 1 rather than −1 + √5."""
    terms = sorted(term.args, key=lambda part: bool(part < 0))
    return add(*map(_tree, terms))


def _product(term: Term) -> Expression:
    above, below = sympy.fraction(term)
    if below != 1:
        return divide(_tree(above), _tree(below))
    return multiply(*map(_tree, term.args))


def _power(base: Term, exponent: Term) -> Expression:
    if exponent.is_negative:
        return divide(number(1), _power(base, -exponent))
    if exponent == 1:
        return _tree(base)
    if exponent == sympy.Rational(1, 2):
        return call("sqrt", _tree(base))
    if exponent == sympy.Rational(1, 3):
        return call("cbrt", _tree(base))
    if exponent.is_Rational and exponent.p == 1:
        return call("root", _tree(base), number(int(exponent.q)))
    if exponent.is_Rational and not exponent.is_Integer and base != sympy.E:
        raise NamelessError
    return power(_tree(base), _tree(exponent))


FUNCTIONS: Mapping[type, str] = {
    sympy.log: "ln",
    sympy.sin: "sin",
    sympy.cos: "cos",
    sympy.tan: "tan",
    sympy.atan: "arctan",
    sympy.asin: "arcsin",
    sympy.acos: "arccos",
    sympy.sinh: "sinh",
    sympy.cosh: "cosh",
    sympy.tanh: "tanh",
}
