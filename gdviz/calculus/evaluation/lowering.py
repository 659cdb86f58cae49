"""From a tree to instructions: which kernel computes each node, and from what."""

from collections.abc import Callable, Mapping, Sequence
from math import frexp, isfinite

import numpy as np

from gdviz.calculus.evaluation.bounds import is_finite_at_zeros
from gdviz.calculus.evaluation.emitter import UNDEFINED, Emitter, Fixed, Operand, fixed
from gdviz.calculus.evaluation.kernels import Kernel, functions, logarithms, powers
from gdviz.calculus.evaluation.raising import constant_power
from gdviz.calculus.evaluation.signs import Sign, sign
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
from gdviz.calculus.powers import exponent_of, typed_fraction


class Lowering(Emitter):
    """Turns nodes into instructions, each distinct computation once.

    Parameters that are not given are 1.
    """

    def __init__(self, variables: Sequence[str], parameters: Mapping[str, float]) -> None:
        super().__init__(len(variables))
        self.parameters = parameters
        self._constants = {n: v for n, v in parameters.items() if n not in variables}
        self.values: dict[Expression, Operand] = {}
        self.signs: dict[Expression, Sign] = {}
        self._inputs: dict[str, Operand] = {name: place for place, name in enumerate(variables)}

    def lower(self, bodies: Sequence[Expression]) -> list[Operand]:
        """The operands that hold the values of the bodies."""
        for body in bodies:
            for node in distinct(body):
                if node not in self.values:
                    self.signs[node] = sign(node, self.signs.__getitem__, self._constants)
                    self.values[node] = self._lower(node)
        return [self.values[body] for body in bodies]

    def _lower(self, node: Expression) -> Operand:
        match node:
            case Number(value):
                return fixed(value)
            case Constant(name):
                return fixed(functions.CONSTANTS[name])
            case Symbol(name):
                return self._symbol(name)
            case Negate(operand):
                return self.emit(np.negative, self.values[operand])
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                return self.chain(np.multiply, [self.values[factor] for factor in factors])
            case Quotient(numerator, denominator):
                return self._quotient(numerator, denominator)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Call(name, arguments):
                return self._call(name, arguments)
        raise TypeError(f"not an expression: {node!r}")

    def _symbol(self, name: str) -> Operand:
        if name in self._inputs:
            return self._inputs[name]
        return fixed(self.parameters.get(name, 1.0))

    def _known(self, name: str) -> float | None:
        """The value of a parameter."""
        return None if name in self._inputs else self.parameters.get(name, 1.0)

    def _sum(self, terms: Sequence[Expression]) -> Operand:
        if len(terms) == 2 and (stable := self._stable_difference(*terms)) is not None:
            return stable
        value = self.values[terms[0]]
        for term in terms[1:]:
            if isinstance(term, Negate):
                value = self.emit(np.subtract, value, self.values[term.operand])
            else:
                value = self.emit(np.add, value, self.values[term])
        return value

    def _stable_difference(self, first: Expression, second: Expression) -> Operand | None:
        """1 − cos u, 1 − σ(u), e^u − 1 lose their digits when computed as they stand."""
        match first, second:
            case Number(1.0), Negate(Call(name, (argument,))) if name in COMPLEMENTS:
                return self.emit(COMPLEMENTS[name], self.values[argument])
            case ((Call("exp", (argument,)) | Power(Constant("e"), argument)), Negate(Number(1.0))):
                return self.emit(np.expm1, self.values[argument])
        return None

    def _quotient(self, numerator: Expression, denominator: Expression) -> Operand:
        divisor = self.values[denominator]
        if isinstance(divisor, Fixed) and _is_power_of_two(divisor.value):
            return self.emit(np.multiply, self.values[numerator], fixed(1.0 / divisor.value))
        dividend = self.values[numerator]
        if self.signs[denominator] is Sign.POSITIVE:
            return self.emit(np.divide, dividend, divisor)
        is_finite = (
            isfinite(dividend.value)
            if isinstance(dividend, Fixed)
            else is_finite_at_zeros(numerator, denominator, self._known)
        )
        return self.emit(powers.divide_finite if is_finite else powers.divide, dividend, divisor)

    def _power(self, base: Expression, exponent: Expression) -> Operand:
        power = self.values[exponent]
        if isinstance(power, int):
            return self._exponential(base, power)
        meaning = exponent_of(power.value, typed_fraction(exponent, self._constants))
        return constant_power(self, self.values[base], meaning)

    def _exponential(self, base: Expression, exponent: Operand) -> Operand:
        """b^v with a variable exponent: b > 0."""
        match base:
            case Constant("e"):
                return self.emit(np.exp, exponent)
            case Number(2.0):
                return self.emit(np.exp2, exponent)
        return self.emit(powers.general_power, self.values[base], exponent)

    def _call(self, name: str, arguments: Sequence[Expression]) -> Operand:
        if name in SPECIAL_CALLS:
            return SPECIAL_CALLS[name](self, arguments)
        return self.emit(functions.FUNCTIONS[name], self.values[arguments[0]])

    def natural_logarithm(self, arguments: Sequence[Expression]) -> Operand:
        return self.logarithm_of("ln", arguments[0])

    def logarithm_of(self, kind: str, argument: Expression) -> Operand:
        positive = self.signs[argument] is Sign.POSITIVE
        table = logarithms.ON_POSITIVE if positive else LOGARITHMS
        return self.emit(table[kind], self.values[argument])

    def logarithm(self, arguments: Sequence[Expression]) -> Operand:
        """log(b, x) = ln x/ln b: a base of 1 divides by zero."""
        base, argument = arguments
        kind = BASES.get(self.values[base])
        if kind is not None:
            return self.logarithm_of(kind, argument)
        above = self.logarithm_of("ln", argument)
        return self.emit(powers.divide, above, self.logarithm_of("ln", base))

    def root(self, arguments: Sequence[Expression]) -> Operand:
        """root(u, n) = u^(1/n): a whole n is a typed 1/n."""
        radicand, degree = (self.values[argument] for argument in arguments)
        if isinstance(degree, int):
            return self.emit(powers.root, radicand, degree)
        if degree.value == 0:
            return UNDEFINED
        typed = typed_fraction(Quotient(Number(1.0), arguments[1]), self._constants)
        return constant_power(self, radicand, exponent_of(1.0 / degree.value, typed))

    def least(self, arguments: Sequence[Expression]) -> Operand:
        return self.chain(functions.lesser, [self.values[argument] for argument in arguments])

    def greatest(self, arguments: Sequence[Expression]) -> Operand:
        return self.chain(functions.greater, [self.values[argument] for argument in arguments])

    def polygamma(self, arguments: Sequence[Expression]) -> Operand:
        """polygamma(n, x) with a constant order n = 0, 1, 2 …"""
        order, argument = arguments
        value = self.values[order]
        if isinstance(value, int) or value.value not in ORDERS:
            return UNDEFINED
        return self.emit(functions.polygamma(int(value.value)), self.values[argument])


def _is_power_of_two(value: float) -> bool:
    """Whether dividing by it is multiplying by its reciprocal, to the bit, and quicker."""
    mantissa, exponent = frexp(value)
    return abs(mantissa) == 0.5 and abs(exponent) < LARGEST_EXPONENT


LARGEST_EXPONENT = 1000
ORDERS = range(51)
"""Orders n of ψ⁽ⁿ⁾ that are computed."""
COMPLEMENTS: dict[str, Kernel] = {"cos": functions.versine, "sigmoid": functions.sigmoid_complement}
LOGARITHMS: dict[str, Kernel] = {
    "ln": logarithms.logarithm,
    "log2": logarithms.logarithm_2,
    "log10": logarithms.logarithm_10,
}
BASES: dict[Operand, str] = {fixed(2.0): "log2", fixed(10.0): "log10"}
SPECIAL_CALLS: dict[str, Callable[[Lowering, Sequence[Expression]], Operand]] = {
    "ln": Lowering.natural_logarithm,
    "log": Lowering.logarithm,
    "root": Lowering.root,
    "min": Lowering.least,
    "max": Lowering.greatest,
    "polygamma": Lowering.polygamma,
}
