"""What a function does just beside a point: its limit and its slope from one side.

Plain formulas say 0/0 or ∞ at corners, edges, holes and vertical tangents. The germ of the function
there, its expansion in t = |x − x₀|, says what happens: √x is t^(1/2), so its slope is +∞.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import copysign, inf, isfinite, isinf, isnan, ulp

import numpy as np

from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.evaluation.lowering import ORDERS
from gdviz.calculus.expression import (
    Call,
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
from gdviz.calculus.germs.analytic import divide, exponential
from gdviz.calculus.germs.expansions import logarithm, power
from gdviz.calculus.germs.gamma import polygamma
from gdviz.calculus.germs.mirror import has_mirror, mirrored
from gdviz.calculus.germs.series import (
    EPSILON,
    UNIT,
    ZERO,
    Series,
    Size,
    Term,
    UndefinedSideError,
    UnknownSeriesError,
    add,
    constant,
    gathered,
    multiply,
    negative,
)
from gdviz.calculus.germs.stepwise import greatest, least
from gdviz.calculus.germs.table import FUNCTIONS
from gdviz.calculus.powers import Exponent, exponent_of, typed_fraction

LINEAR, INVERSE = Size(1), Size(-1)
FEW_POWERS = Size(3)
"""What is known to this is mostly known well enough, and quickly."""
BEYOND = (ArithmeticError, ValueError)
"""What the arithmetic of series may raise; OverflowError and ZeroDivisionError among them."""


@dataclass(frozen=True, slots=True)
class OneSided:
    """f on one side of x₀, arbitrarily close to it.

    defined: whether f has values there; None if that could not be found out. limit: of f, ±∞
    included; None if there is none or it could not be found out. slope: of f from the limit, ±∞
    included; None as for the limit. Errors are bounds of what rounding may have done to each.
    outgrows_powers: f runs to ±∞ faster than any power of 1/|x − x₀|, as e^(1/x) does.
    """

    defined: bool | None
    limit: float | None = None
    slope: float | None = None
    limit_error: float = 0.0
    slope_error: float = 0.0
    outgrows_powers: bool = False

    @property
    def is_infinite(self) -> bool:
        """Whether the limit is ±∞."""
        return self.limit is not None and isinf(self.limit)

    @property
    def tells_enough(self) -> bool:
        """Whether more powers would tell no more."""
        return self.defined is False or self.slope is not None or self.is_infinite


UNKNOWN = OneSided(None)
UNDEFINED = OneSided(False)


def one_sided(
    body: Expression,
    variable: str,
    x0: float,
    side: int,
    parameters: Mapping[str, float] | None = None,
    *,
    blur: float = 0.5,
) -> OneSided:
    """f right of x₀ (side = 1) or left of it (side = −1), or at x₀ itself (side = 0): the limit is
    the value then, as it is where x₀ is meant: sign(sin x) is 0 at the float64 next to π.

    Parameters that are not given are 1. blur: x₀ is known to so many units of its last place.
    """
    return Germs(body, variable, parameters).one_sided(x0, side, blur=blur)


def expansion(
    body: Expression,
    variable: str,
    x0: float,
    side: int,
    parameters: Mapping[str, float] | None = None,
    *,
    blur: float = 0.5,
) -> Series:
    """f(x₀ ± t) as a series in t → 0+; side and blur as for one_sided.

    Raises UndefinedSideError where f has no values on that side, other ArithmeticErrors where
    series cannot tell.
    """
    return Germs(body, variable, parameters).expansion(x0, side, blur=blur)


class Germs:
    """The germs of one function at any place; parameters that are not given are 1."""

    def __init__(
        self, body: Expression, variable: str, parameters: Mapping[str, float] | None = None
    ) -> None:
        self._variable, self._parameters = variable, parameters or {}
        self._nodes = list(distinct(body))
        self._constants = self._values_of_constants()

    def one_sided(self, x0: float, side: int, *, blur: float = 0.5) -> OneSided:
        """What one_sided says of one place."""
        return self._known_enough(x0, side, blur)[0]

    def sides(self, x0: float, *, blur: float = 0.5) -> tuple[OneSided, OneSided]:
        """The same of both sides, the left one first: the mirror image of the right one where
        nothing in f tells them apart, as at a pole of tg x."""
        right, image = self._known_enough(x0, 1, blur)
        left = self.one_sided(x0, -1, blur=blur) if image is None else _described(image, -1)
        return left, right

    def _known_enough(self, x0: float, side: int, blur: float) -> tuple[OneSided, Series | None]:
        """A few powers are quickly found, and mostly enough."""
        start = _start(x0, side, blur)
        if side:
            found, image = self._found(Series(start.terms, FEW_POWERS), side)
            if found.tells_enough:
                return found, image
        return self._found(start, side)

    def expansion(self, x0: float, side: int, *, blur: float = 0.5) -> Series:
        """What expansion says of one place."""
        return self._expanded(_start(x0, side, blur))

    def at_infinity(self, side: int) -> Series:
        """f(±1/t) as a series in t → 0+: what it does as x → +∞ (side = 1) or −∞ (side = −1).

        Raises as expansion does.
        """
        return self._expanded(Series((Term(INVERSE, float(side)),)))

    def _found(self, start: Series, side: int) -> tuple[OneSided, Series | None]:
        """What happens there, and the series of the other side if that is the mirror image."""
        walk = _Expander(start, self._constants, self._parameters)
        try:
            with np.errstate(all="ignore"):
                germ = walk.whole(self._nodes)
        except UndefinedSideError:
            return UNDEFINED, None
        except BEYOND:
            return UNKNOWN, None
        image = mirrored(germ) if side and has_mirror(self._nodes, walk.known) else None
        return _described(germ, side), image

    def _expanded(self, start: Series) -> Series:
        return _Expander(start, self._constants, self._parameters).whole(self._nodes)

    def _values_of_constants(self) -> dict[Expression, float]:
        """The values of all parts without the variable."""
        varying: set[Expression] = set()
        for node in self._nodes:
            if node == Symbol(self._variable) or not varying.isdisjoint(node.children()):
                varying.add(node)
        fixed = [node for node in self._nodes if node not in varying]
        if not fixed:
            return {}
        values = compile_functions(fixed, [], self._parameters)()
        return dict(zip(fixed, map(float, values), strict=True))


def _start(x0: float, side: int, blur: float) -> Series:
    """The variable itself: x₀ ± t."""
    constant_part = [Term(UNIT, x0, blur * ulp(x0))] if x0 else []
    return gathered([*constant_part, *([Term(LINEAR, float(side))] if side else [])])


def _described(germ: Series, side: int) -> OneSided:
    if germ.is_infinite:
        lead = germ.leading
        return OneSided(True, copysign(inf, lead.value), outgrows_powers=lead.size.power == -inf)
    if germ.is_bounded_only:
        return OneSided(True)
    limit = germ.limit
    slope, slope_error = _slope(germ.vanishing, side)
    return OneSided(True, limit.value, slope, limit.error, slope_error)


def _slope(vanishing: Series, side: int) -> tuple[float | None, float]:
    """The limit of the rest divided by ±t."""
    size = vanishing.largest
    if size is None or size > LINEAR:
        return 0.0, 0.0
    if not vanishing.terms:
        return None, 0.0
    lead = vanishing.leading
    if size < LINEAR:
        return copysign(inf, lead.value * side), 0.0
    return lead.value * side, lead.error


class _Expander:
    """One walk over the tree, parts first."""

    def __init__(
        self,
        start: Series,
        constants: Mapping[Expression, float],
        parameters: Mapping[str, float],
    ) -> None:
        self.start, self.constants, self.parameters = start, constants, parameters
        self.known: dict[Expression, Series] = {}

    def whole(self, nodes: Sequence[Expression]) -> Series:
        for node in nodes:
            self.known[node] = self._expanded(node)
        return self.known[nodes[-1]]

    def _expanded(self, node: Expression) -> Series:
        if node in self.constants:
            return self._constant(node)
        parts = [self.known[child] for child in node.children()]
        match node:
            case Symbol():
                return self.start
            case Negate():
                return negative(parts[0])
            case Sum():
                return add(*parts)
            case Product():
                return reduce(multiply, parts)
            case Quotient():
                return divide(*parts)
            case Power(_, exponent):
                return self._power(parts[0], exponent)
            case Call(name, arguments):
                return self._call(name, arguments, parts)
        raise UnknownSeriesError

    def _constant(self, node: Expression) -> Series:
        value = self.constants[node]
        if isnan(value):
            raise UndefinedSideError
        if not isfinite(value):
            raise UnknownSeriesError
        is_exact = isinstance(node, Number) and value.is_integer()
        return constant(value, 0.0 if is_exact else EPSILON * abs(value)) if value else ZERO

    def _power(self, base: Series, exponent: Expression) -> Series:
        if exponent in self.constants:
            typed = typed_fraction(exponent, self.parameters)
            return _constant_power(base, exponent_of(self.constants[exponent], typed))
        if base.is_zero or not base.terms or base.leading.value < 0:
            raise UndefinedSideError if base.is_zero or base.terms else UnknownSeriesError
        return exponential(multiply(self.known[exponent], logarithm(base)))

    def _call(self, name: str, arguments: Sequence[Expression], parts: Sequence[Series]) -> Series:
        if name in FUNCTIONS:
            return FUNCTIONS[name](parts[0])
        if name in ("min", "max"):
            choose = least if name == "min" else greatest
            return reduce(choose, parts)
        if name == "log":
            return divide(logarithm(parts[1]), logarithm(parts[0]))
        if name == "root":
            return self._power_by_degree(parts[0], arguments[1])
        if name == "polygamma" and self.constants.get(arguments[0]) in ORDERS:
            return polygamma(int(self.constants[arguments[0]]), parts[1])
        raise UnknownSeriesError

    def _power_by_degree(self, radicand: Series, degree: Expression) -> Series:
        """root(u, n) = u^(1/n)"""
        if degree in self.constants:
            whole = typed_fraction(degree, self.parameters)
            typed = 1 / whole if whole else None
            return _constant_power(radicand, exponent_of(1 / self.constants[degree], typed))
        return exponential(divide(logarithm(radicand), self.known[degree]))


def _constant_power(base: Series, exponent: Exponent) -> Series:
    if not isfinite(exponent.value):
        raise UnknownSeriesError
    whole = exponent.integer
    if whole == 0:
        return _zeroth_power(base)
    fraction = exponent.fraction or Fraction(whole if whole is not None else exponent.value)
    return power(base, fraction, negative_base=exponent.takes_negative_base)


def _zeroth_power(base: Series) -> Series:
    if base.is_zero:
        raise UndefinedSideError
    return constant(1.0)
