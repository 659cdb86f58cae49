"""The typed tree on many intervals at once: `Encloser(body, variable, parameters)(low, high)`."""

from collections.abc import Callable, Mapping
from math import inf, log
from typing import Any

import numpy as np

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.evaluation.kernels.functions import CONSTANTS
from gdviz.calculus.evaluation.lowering import ORDERS
from gdviz.calculus.evaluation.signs import Sign, signs
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
    depends_on,
    distinct,
)
from gdviz.calculus.intervals import powers
from gdviz.calculus.intervals.arithmetic import (
    ONE,
    OUTWARD,
    TINY,
    ULP,
    Array,
    Bounds,
    Flags,
    constant,
    pair,
)
from gdviz.calculus.intervals.enclosure import (
    Enclosure,
    applied,
    at_least,
    greatest,
    least,
    negative,
    product,
    quotient,
    total,
)
from gdviz.calculus.intervals.functions import RULES, polygamma
from gdviz.calculus.powers import Exponent, exponent_of, typed_fraction

Rule = Callable[..., Enclosure]
Step = tuple[Rule, tuple[Expression, ...]]
"""How a node is enclosed, and from the enclosures of which nodes."""

UNIT = Enclosure(ONE)


class Encloser:
    """Encloses an expression of one variable; parameters that are not given are 1."""

    def __init__(self, body: Expression, variable: str, parameters: Mapping[str, float]) -> None:
        self._variable = variable
        self._parameters = {name: v for name, v in parameters.items() if name != variable}
        nodes = list(distinct(body))
        self._signs = signs(body, self._parameters)
        place = {node: index for index, node in enumerate(nodes)}
        steps = [self._step(node) for node in nodes]
        self._steps = [
            (rule, tuple(place[operand] for operand in operands), self._signs[node])
            for node, (rule, operands) in zip(nodes, steps, strict=True)
        ]

    @property
    def parts(self) -> int:
        """How many distinct parts the expression has."""
        return len(self._steps)

    def __call__(self, low: Array, high: Array) -> Enclosure:
        """What is known on the intervals [low, high], arrays of one shape. Never warns."""
        variable = Enclosure(pair(low, high), ONE)
        found: list[Enclosure] = []
        with np.errstate(all="ignore"):
            for rule, places, sign in self._steps:
                operands = [found[place] for place in places] or [variable]
                found.append(_with_sign(rule(*operands), sign))
            return _full(found[-1], low.size)

    def _step(self, node: Expression) -> Step:
        match node:
            case Negate(operand):
                return negative, (operand,)
            case Sum(terms):
                return _stable_difference(terms) or (total, terms)
            case Product(factors):
                return product, factors
            case Quotient(numerator, denominator):
                return self._quotient(denominator), (numerator, denominator)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Call(name, arguments):
                return self._call(name, arguments)
        return self._leaf(node), ()

    def _leaf(self, node: Expression) -> Rule:
        match node:
            case Symbol(name) if name == self._variable:
                return _same
            case Symbol(name):
                return _fixed(Enclosure(constant(self._parameters.get(name, 1.0))))
            case Number(value):
                return _fixed(Enclosure(constant(value)))
            case Constant(name):
                return _fixed(Enclosure(_rounded(CONSTANTS[name])))
        raise TypeError(f"not an expression: {node!r}")

    def _quotient(self, denominator: Expression) -> Rule:
        never_zero = self._signs[denominator] is Sign.POSITIVE
        return lambda u, v: quotient(u, v, never_zero=never_zero)

    def _power(self, base: Expression, exponent: Expression) -> Step:
        if depends_on(exponent, self._variable):
            if base == Constant("e"):
                return _rule("exp"), (exponent,)
            return powers.exponential, (base, exponent)
        typed = typed_fraction(exponent, self._parameters)
        return _constant_power(exponent_of(self._value(exponent), typed)), (base,)

    def _call(self, name: str, arguments: tuple[Expression, ...]) -> Step:
        match name, arguments:
            case "log", (base, argument) if not depends_on(base, self._variable):
                return _logarithm(self._value(base)), (argument,)
            case "log", (base, argument):
                return _varying_logarithm, (base, argument)
            case "root", (radicand, degree) if not depends_on(degree, self._variable):
                return self._root(degree), (radicand,)
            case "root", _:
                return powers.varying_root, arguments
            case "polygamma", (order, argument):
                return self._polygamma(order), (argument,)
        return (CALLS[name] if name in CALLS else _rule(name)), arguments

    def _root(self, degree: Expression) -> Rule:
        value = self._value(degree)
        if value == 0.0:
            return _nowhere
        typed = typed_fraction(Quotient(Number(1.0), degree), self._parameters)
        return _constant_power(exponent_of(1.0 / value, typed))

    def _polygamma(self, order: Expression) -> Rule:
        if depends_on(order, self._variable) or self._value(order) not in ORDERS:
            return _nowhere
        return _applied(polygamma(int(self._value(order))))

    def _value(self, expression: Expression) -> float:
        return float(compile_function(expression, (), self._parameters)())


def _stable_difference(terms: tuple[Expression, ...]) -> Step | None:
    """1 − cos u, 1 − σ(u), e^u − 1 as the evaluator computes them: without losing digits."""
    match terms:
        case Number(1.0), Negate(Call("cos", (argument,))):
            return _rule("versine"), (argument,)
        case Number(1.0), Negate(Call("sigmoid", (argument,))):
            return (lambda u: applied(RULES["sigmoid"], negative(u))), (argument,)
        case ((Call("exp", (argument,)) | Power(Constant("e"), argument)), Negate(Number(1.0))):
            return _rule("expm1"), (argument,)
    return None


def _same(variable: Enclosure) -> Enclosure:
    return variable


def _fixed(enclosure: Enclosure) -> Rule:
    return lambda _: enclosure


def _rounded(value: float) -> Bounds:
    return constant(value * (1 - ULP), value * (1 + ULP))


def _nowhere(u: Enclosure) -> Enclosure:
    everywhere = np.ones(1, dtype=np.bool_)
    return u.with_trouble(everywhere, everywhere)


def _applied(rule: object) -> Rule:
    return lambda u: applied(rule, u)  # type: ignore[arg-type]


def _rule(name: str) -> Rule:
    """A function of the table, or one that is unknown: nothing is known of it."""
    return _applied(RULES[name])


def _constant_power(exponent: Exponent) -> Rule:
    if exponent.value != exponent.value:
        return _nowhere
    return lambda base: powers.power(base, exponent)


def _logarithm(base: float) -> Rule:
    """log(b, x) = ln x/ln b; a base that is 1 or not positive has none."""
    if not (base > 0.0 and base != 1.0 and base < inf):
        return _nowhere
    divisor = Enclosure(_rounded(log(base)))
    return lambda u: quotient(applied(RULES["ln"], u), divisor)


def _varying_logarithm(base: Enclosure, argument: Enclosure) -> Enclosure:
    return quotient(applied(RULES["ln"], argument), applied(RULES["ln"], base))


def _reciprocal_of(name: str) -> Rule:
    """sec = 1/cos, csc = 1/sin …"""
    return lambda u: quotient(UNIT, applied(RULES[name], u))


def _at_reciprocal(name: str) -> Rule:
    """arcsec u = arccos(1/u) …"""
    return lambda u: applied(RULES[name], quotient(UNIT, u))


def _factorial(u: Enclosure) -> Enclosure:
    """u! = Γ(u + 1)."""
    return applied(RULES["gamma"], total(u, UNIT))


CALLS: dict[str, Rule] = {
    "min": least,
    "max": greatest,
    "factorial": _factorial,
    "digamma": _applied(polygamma(0)),
    "sec": _reciprocal_of("cos"),
    "csc": _reciprocal_of("sin"),
    "coth": _reciprocal_of("tanh"),
    "csch": _reciprocal_of("sinh"),
    "arcsec": _at_reciprocal("arccos"),
    "arccsc": _at_reciprocal("arcsin"),
    "arcoth": _at_reciprocal("artanh"),
    "arsech": _at_reciprocal("arcosh"),
    "arcsch": _at_reciprocal("arsinh"),
}
"""Functions that are made of others; the rest are in interval_functions.RULES."""


def _with_sign(found: Enclosure, sign: Sign) -> Enclosure:
    """What is known to be positive is so in spite of rounding."""
    if sign is Sign.UNKNOWN or found.is_constant:
        return found
    return at_least(found, TINY if sign is Sign.POSITIVE else 0.0)


def _full(found: Enclosure, size: int) -> Enclosure:
    """Arrays of the full size; bounds that came to nothing (NaN) are no bounds, and a doubt."""
    value, lost = _or_everything(found.value)
    slope, _ = _or_everything(found.slope)
    doubt = found.doubt | lost if lost.any() else found.doubt
    return Enclosure(
        _spread(value, (2, size)), _spread(slope, (2, size)),
        _spread(doubt, (size,)), _spread(found.void, (size,)),
    )  # fmt: skip


def _or_everything(bounds: Bounds) -> tuple[Bounds, Flags]:
    lost: Flags = np.isnan(bounds)
    if lost.any():
        bounds = np.where(lost, OUTWARD * inf, bounds)
    return bounds, np.logical_or(lost[0], lost[1])


def _spread(values: Any, shape: tuple[int, ...]) -> Any:
    return values if np.shape(values) == shape else np.broadcast_to(values, shape)
