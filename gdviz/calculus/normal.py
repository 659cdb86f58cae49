"""The tidy form: what a teacher would write in the end.

Numbers are computed exactly, like terms and like factors collected, a quotient gets one fraction
bar, the sign and the numbers come first. Nothing is done that changes a value where both forms have
one; the tidy form may have values where the other has none (x/x is 1), so the domain is always
taken from the typed form.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from gdviz.calculus.building import ZERO, E, exact_value, numeral
from gdviz.calculus.collecting import (
    collected,
    divided,
    ratio_names,
    shared_with_denominator,
    sum_of,
)
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    distinct,
)
from gdviz.calculus.monomial import (
    LARGEST,
    NOTHING,
    UNIT,
    Exponent,
    Monomial,
    Style,
    atom,
    multiplied,
    out_of_root,
    raised,
)
from gdviz.calculus.powers import typed_fraction
from gdviz.calculus.writing import written, written_sum

MOST_WORK = 2000
"""Monomials that may be formed: some 50 ms."""
MOST_ROUNDS = 6
_TURNING_SIGN = "sin tan cot csc arcsin arctan sinh tanh coth csch arsinh artanh arcoth arcsch sign"
ODD = frozenset(_TURNING_SIGN.split())
EVEN = frozenset({"cos", "sec", "cosh", "sech"})
ZERO_AT_0 = ("sin", "tan", "sinh", "tanh", "arcsin", "arctan", "arsinh", "artanh", "sign", "abs")
ONE_AT_0 = ("cos", "cosh", "sec", "sech")
SPECIAL_VALUES: Mapping[tuple[str, Fraction], int] = {
    **{(name, Fraction(0)): 0 for name in ZERO_AT_0},
    **{(name, Fraction(0)): 1 for name in ONE_AT_0},
    ("ln", Fraction(1)): 0,
}
HIGHEST_DEGREE = 100
RADICALS = {"sqrt": 2, "cbrt": 3}
MINUS_ONE = Fraction(-1)


def tidy(expression: Expression) -> Expression:
    """The tidy form of an expression; tidy(tidy(f)) = tidy(f).

    Trees that would take too long are tidied without bringing sums to one denominator, and the
    largest are left as they are.
    """
    for thorough in (True, False):
        try:
            return _settled(expression, thorough)
        except _TooMuchWorkError:
            continue
    return expression


def _settled(expression: Expression, thorough: bool) -> Expression:
    """One pass may uncover work for another: pass until nothing changes."""
    work = MOST_WORK
    for _ in range(MOST_ROUNDS):
        tidier = _Tidier(expression, thorough, work)
        tidied = tidier.tidied(expression)
        if tidied == expression:
            break
        expression, work = tidied, tidier.work
    return expression


class _TooMuchWorkError(ArithmeticError):
    """The tree is too large."""


class _Tidier:
    """One pass: the monomial of every distinct part, parts first.

    What was written once in some order is written so everywhere, so that equal parts look alike.
    """

    def __init__(self, expression: Expression, thorough: bool, work: int) -> None:
        self.thorough, self.work = thorough, work
        self._known: dict[Expression, Monomial] = {}
        self._products: dict[tuple[object, ...], Expression] = {}
        self._sums: dict[frozenset[Expression], Expression] = {}
        self.decimal = any(
            isinstance(node, Number) and not node.value.is_integer()
            for node in distinct(expression)
        )

    def tidied(self, expression: Expression) -> Expression:
        for node in distinct(expression):
            self.monomial(node)
        return self.write(self.monomial(expression))

    def write(self, monomial: Monomial) -> Expression:
        key = (monomial.coefficient, monomial.key)
        if key not in self._products:
            self._products[key] = written(monomial, decimal=self.decimal)
        return self._products[key]

    def _write_sum(self, terms: Sequence[Monomial]) -> Expression:
        parts = [self.write(term) for term in terms]
        return self._sums.setdefault(frozenset(parts), written_sum(parts))

    def _spend(self, effort: int) -> None:
        self.work -= effort
        if self.work < 0:
            raise _TooMuchWorkError

    def monomial(self, node: Expression) -> Monomial:
        self._spend(1)
        if node not in self._known:
            result = self._monomial(node)
            size = max(abs(result.coefficient.numerator), result.coefficient.denominator)
            self._known[node] = atom(node) if size > LARGEST else result
        return self._known[node]

    def _monomial(self, node: Expression) -> Monomial:
        match node:
            case Number():
                known = exact_value(node)
                return atom(node) if known is None else Monomial(known[0])
            case Negate(operand):
                return self.monomial(operand).scaled(MINUS_ONE)
            case Sum(terms):
                return self._sum([self.monomial(term) for term in terms])
            case Product(factors):
                return self._product([self.monomial(factor) for factor in factors])
            case Quotient(numerator, denominator):
                return self._quotient(self.monomial(numerator), self.monomial(denominator))
            case Power(base, exponent):
                return self._power(base, exponent)
            case Call(name, arguments):
                return self._call(name, [self.monomial(argument) for argument in arguments])
        return atom(node)

    def _sum(self, terms: Sequence[Monomial]) -> Monomial:
        self._spend(sum(len(term.factors) for term in terms) // 4)
        if self.thorough:
            return sum_of(terms, self.monomial, self._write_sum)
        merged = collected(terms)
        return merged[0] if len(merged) == 1 else self._plain_sum(merged)

    def _plain_sum(self, terms: Sequence[Monomial]) -> Monomial:
        return atom(self._write_sum(terms)) if terms else NOTHING

    def _product(self, monomials: Sequence[Monomial]) -> Monomial:
        product = multiplied(*monomials)
        self._spend(len(product.factors) // 4)
        return ratio_names(self._sized(self._one_bar(product) if self.thorough else product))

    def _sized(self, product: Monomial) -> Monomial:
        """|u|² as u², x²/|x| as |x|: what is inside bars is known by its square."""
        for base, exponent in product.factors.items():
            if not (isinstance(base, Call) and base.function == "abs") or not exponent.is_integer:
                continue
            squares = self._squares_of(base.arguments[0], exponent.value, product)
            if squares:
                bars = Monomial(Fraction(1), {base: Exponent(Fraction(-squares))})
                inside = raised(self.monomial(base.arguments[0]), Exponent(Fraction(squares)))
                if inside is not None:
                    return self._sized(multiplied(product, bars, inside))
        return product

    def _squares_of(self, inside: Expression, bars: Fraction, product: Monomial) -> int:
        """The even number of |u|s to write as u; negative: of u's in the numerator to cancel."""
        if bars > 0:
            return int(bars) // 2 * 2
        outside = product.factors.get(inside, Exponent(Fraction(0)))
        if not outside.is_integer or outside.value < 2:
            return 0
        return -min(-int(bars) + 1, int(outside.value)) // 2 * 2

    def _quotient(self, above: Monomial, below: Monomial) -> Monomial:
        inverse = raised(below, Exponent(MINUS_ONE))
        if inverse is None:
            return atom(Quotient(self.write(above), self.write(below)))
        return self._product([above, inverse])

    def _one_bar(self, product: Monomial) -> Monomial:
        """Sums within the product free of denominators, and of what cancels."""
        if product.lone_sum is not None and product.coefficient == 1:
            return product
        for base, exponent in product.factors.items():
            if isinstance(base, Sum) and exponent.is_integer:
                changed = self._cleared(product, base, exponent)
                if changed is not None:
                    return self._one_bar(changed)
        return product

    def _cleared(self, product: Monomial, base: Sum, exponent: Exponent) -> Monomial | None:
        terms = [self.monomial(term) for term in base.terms]
        outside = product if exponent.value > 0 else raised(product, Exponent(MINUS_ONE))
        if outside is None:
            return None
        shared = shared_with_denominator(terms, outside)
        if shared == UNIT:
            return None
        rest = self._sum([divided(term, shared) for term in terms])
        powers = raised(shared, exponent), raised(rest, exponent)
        if powers[0] is None or powers[1] is None:
            return None
        return multiplied(product.without(base), powers[0], powers[1])

    def _power(self, base: Expression, exponent: Expression) -> Monomial:
        lower, upper = self.monomial(base), self.monomial(exponent)
        if not upper.factors:
            is_decimal = typed_fraction(exponent) is None and upper.coefficient.denominator > 1
            style = Style.DECIMAL if is_decimal else Style.POWER
            return self._constant_power(lower, Exponent(upper.coefficient, style))
        if base == E and (inner := _argument(upper, "ln")) is not None:
            return self.monomial(inner)
        under = self.write(lower)
        return self._exponential(lambda v: Power(under, v), upper)

    def _constant_power(self, base: Monomial, power: Exponent) -> Monomial:
        if base == NOTHING:
            return NOTHING if power.value > 0 else atom(Power(ZERO, numeral(power.value)))
        if power.value == 0:
            return UNIT
        result = raised(base, power)
        if result is not None:
            return result
        if power.is_integer:
            return Monomial(Fraction(1), {self.write(base): power})
        outside, inside = out_of_root(base, power)
        return multiplied(outside, Monomial(Fraction(1), {self.write(inside): power}))

    def _exponential(
        self, power: Callable[[Expression], Expression], exponent: Monomial
    ) -> Monomial:
        """b^(2x) as the square of b^x."""
        if exponent == NOTHING:
            return UNIT
        times = exponent.coefficient
        if exponent.lone_sum is not None and times == -1:
            times = Fraction(1)
        unit = self.write(exponent.scaled(1 / times))
        return Monomial(Fraction(1), {power(unit): Exponent(times)})

    def _call(self, name: str, arguments: Sequence[Monomial]) -> Monomial:
        degree = _degree(name, arguments)
        if degree is not None:
            power = Exponent(Fraction(1, degree), Style.RADICAL)
            return self._constant_power(arguments[0], power)
        if name == "exp":
            return self._exponential(lambda v: Call("exp", (v,)), arguments[0])
        if len(arguments) > 1:
            return atom(Call(name, tuple(self.write(argument) for argument in arguments)))
        return self._function(name, arguments[0])

    def _function(self, name: str, argument: Monomial) -> Monomial:
        if not argument.factors and (name, argument.coefficient) in SPECIAL_VALUES:
            return Monomial(Fraction(SPECIAL_VALUES[name, argument.coefficient]))
        if name == "ln" and (inner := self._power_of_e(argument)) is not None:
            return inner
        if name == "abs" and argument.lone_sum is None:
            size = Monomial(abs(argument.coefficient))
            return multiplied(size, self._absolute(argument.scaled(1 / argument.coefficient)))
        sign = Fraction(1)
        if argument.coefficient < 0 and argument.lone_sum is None and name in ODD | EVEN:
            argument = argument.scaled(MINUS_ONE)
            sign = MINUS_ONE if name in ODD else sign
        return atom(Call(name, (self.write(argument),))).scaled(sign)

    def _absolute(self, argument: Monomial) -> Monomial:
        return atom(Call("abs", (self.write(argument),))) if argument.factors else UNIT

    def _power_of_e(self, argument: Monomial) -> Monomial | None:
        """v, if the argument is e^v."""
        if argument.coefficient != 1 or len(argument.factors) != 1:
            return None
        base, exponent = next(iter(argument.factors.items()))
        if base == E:
            return Monomial(exponent.value)
        if isinstance(base, Power) and base.base == E:
            return self.monomial(base.exponent).scaled(exponent.value)
        return None


def _argument(monomial: Monomial, function: str) -> Expression | None:
    """u, if the monomial is function(u)."""
    if monomial.coefficient == 1 and len(monomial.factors) == 1:
        base, exponent = next(iter(monomial.factors.items()))
        if isinstance(base, Call) and base.function == function and exponent.value == 1:
            return base.arguments[0]
    return None


def _degree(name: str, arguments: Sequence[Monomial]) -> int | None:
    """The degree of a root, if it is a number: 2 for sqrt."""
    if name in RADICALS:
        return RADICALS[name]
    if name == "root" and not arguments[1].factors:
        degree = arguments[1].coefficient
        if degree.denominator == 1 and 2 <= degree <= HIGHEST_DEGREE:
            return int(degree)
    return None
