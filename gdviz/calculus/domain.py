"""Why an expression has no value at a point: which part of it fails there, and how.

Codes (sentences in gdviz.sentences.slope): division-by-zero, zero-to-zero, logarithm, log-base,
even-root, root-degree, power-of-negative, variable-power, arc-sine, arc-secant, area-cosine,
area-tangent, area-cotangent, area-secant, pole, gamma-pole, polygamma-order, beyond-float64.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import isinf, isnan

from gdviz.calculus.evaluation import Functions, compile_functions
from gdviz.calculus.evaluation.lowering import ORDERS
from gdviz.calculus.expression import (
    Call,
    Expression,
    Power,
    Quotient,
    Symbol,
    distinct,
)
from gdviz.numerals import significant

BEYOND_FLOAT64 = "beyond-float64"


@dataclass(frozen=True, slots=True)
class Undefined:
    """`part` has no value; `code` and `fields` say why."""

    code: str
    part: Expression
    fields: Mapping[str, str] = field(default_factory=dict)


class Domain:
    """Answers the question for one expression at many points."""

    def __init__(
        self,
        body: Expression,
        variables: Sequence[str],
        parameters: Mapping[str, float] | None = None,
    ) -> None:
        self.parts = list(distinct(body))
        self._variables, self._parameters = variables, parameters
        self._varying: set[Expression] = set()
        for part in self.parts:
            is_variable = isinstance(part, Symbol) and part.name in variables
            if is_variable or not self._varying.isdisjoint(part.children()):
                self._varying.add(part)

    @cached_property
    def _values(self) -> Functions:
        return compile_functions(self.parts, self._variables, self._parameters)

    def why_undefined(self, *point: float) -> Undefined | None:
        """The first part without a value whose own parts have one; None if all have."""
        return self.why_among(list(map(float, self._values(*map(float, point)))))

    def why_among(self, values: Sequence[float]) -> Undefined | None:
        """The same where the values of all `parts` are known already."""
        known = dict(zip(self.parts, values, strict=True))
        for node in self.parts:
            operands = [known[child] for child in node.children()]
            if isnan(known[node]) and not any(map(isnan, operands)):
                return self._reason(node, operands)
        return None

    def _reason(self, node: Expression, operands: Sequence[float]) -> Undefined:
        if isinstance(node, Power) and node.exponent in self._varying and operands[0] <= 0:
            return Undefined("variable-power", node, {"value": significant(operands[0])})
        code, culprit = _code(node, operands)
        if any(map(isinf, operands)) and code not in SURE_OF_INFINITY:
            return Undefined(BEYOND_FLOAT64, node)
        return Undefined(code, node, {} if culprit is None else {"value": significant(culprit)})


def why_undefined(
    body: Expression, point: Mapping[str, float], parameters: Mapping[str, float] | None = None
) -> Undefined | None:
    """Which part of `body` has no value at the point, and why; None if `body` has a value.

    `point` gives the variables. Parameters that are not given are 1.
    """
    return Domain(body, list(point), parameters).why_undefined(*point.values())


Reason = tuple[str, float | None]
"""A code, and the number that is to blame."""


def _code(node: Expression, operands: Sequence[float]) -> Reason:
    match node:
        case Quotient() if operands[1] == 0:
            return "division-by-zero", None
        case Power():
            return _of_power(*operands)
        case Call(name) if name in REASONS:
            return REASONS[name](operands)
    return BEYOND_FLOAT64, None


def _of_power(base: float, exponent: float) -> Reason:
    if base == 0:
        return ("zero-to-zero", None) if exponent == 0 else ("division-by-zero", None)
    return "power-of-negative", base


def _of_logarithm(operands: Sequence[float]) -> Reason:
    *base, argument = operands
    if base and not 0 < base[0] != 1:
        return "log-base", base[0]
    return "logarithm", argument


def _of_root(operands: Sequence[float]) -> Reason:
    radicand, *degree = operands
    if degree and degree[0] == 0:
        return "root-degree", None
    return "even-root", radicand


def _of_polygamma(operands: Sequence[float]) -> Reason:
    order, argument = operands
    return ("gamma-pole", argument) if order in ORDERS else ("polygamma-order", order)


def _always(code: str) -> Callable[[Sequence[float]], Reason]:
    return lambda operands: (code, operands[-1])


REASONS: dict[str, Callable[[Sequence[float]], Reason]] = {
    "ln": _of_logarithm,
    "log": _of_logarithm,
    "sqrt": _of_root,
    "root": _of_root,
    "arcsin": _always("arc-sine"),
    "arccos": _always("arc-sine"),
    "arcsec": _always("arc-secant"),
    "arccsc": _always("arc-secant"),
    "arcosh": _always("area-cosine"),
    "artanh": _always("area-tangent"),
    "arcoth": _always("area-cotangent"),
    "arsech": _always("area-secant"),
    "arcsch": lambda operands: ("division-by-zero", None),
    "cot": _always("pole"),
    "csc": _always("pole"),
    "coth": _always("pole"),
    "csch": _always("pole"),
    "gamma": _always("gamma-pole"),
    "factorial": _always("gamma-pole"),
    "digamma": _always("gamma-pole"),
    "polygamma": _of_polygamma,
}
SURE_OF_INFINITY = frozenset({"division-by-zero", "even-root", "logarithm", "power-of-negative"})
"""What is wrong whatever else has overflowed: √(−∞), ln(−∞)."""
