"""Monomials and their sums, written the way a teacher writes them.

The sign in front, one fraction bar, numbers first, then constants, then powers of letters, then
everything else in the order it came.
"""

from collections.abc import Sequence
from fractions import Fraction

from gdviz.calculus.building import ONE, ZERO, call, divide, multiply, negative, numeral, power
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
    number,
    symbols,
)
from gdviz.calculus.tidying.monomial import Exponent, Monomial, Style, is_exponential

NAMED_ROOTS = {2: "sqrt", 3: "cbrt"}
HALF = Fraction(1, 2)
BRACKETED = frozenset({"floor", "ceil", "sigmoid", "relu", "softplus", "gamma", "factorial"})
"""Functions that stand where they came: σ(x)(1 − σ(x))."""


def written(monomial: Monomial, *, decimal: bool = False, falling: bool = True) -> Expression:
    """The monomial as an expression.

    `decimal`: write 0.5x rather than x/2; `falling`: write e^(−x) rather than 1/e^x.
    """
    monomial = _with_sign_inside(monomial)
    size = abs(monomial.coefficient)
    if size == 0:
        return ZERO
    above, below = _coefficient(size, decimal)
    for base, exponent in _in_order(monomial):
        if exponent.value > 0 or (falling and is_exponential(base)):
            above += _powers(base, exponent, decimal)
        else:
            inverse = Exponent(-exponent.value, exponent.style)
            below += _powers(base, inverse, decimal)
    result = divide(_product(above), _product(below))
    if monomial.coefficient > 0:
        return result
    return opposite(result)


def _with_sign_inside(monomial: Monomial) -> Monomial:
    """−2(x − 1)/y as 2(1 − x)/y, −2(−3x² + 1) as 2(3x² − 1): the first bracket above the bar that
    can takes the minus."""
    if monomial.coefficient >= 0 or len(monomial.factors) < 2:
        return monomial
    for base, exponent in monomial.factors.items():
        if isinstance(base, Sum) and exponent.value == 1 and _takes_minus(base):
            begins_with_minus = isinstance(base.terms[0], Negate)
            terms = base.terms if begins_with_minus else tuple(reversed(base.terms))
            turned = Sum(tuple(map(negative, terms)))
            factors = {turned if b == base else b: e for b, e in monomial.factors.items()}
            return Monomial(-monomial.coefficient, factors)
    return monomial


def _takes_minus(base: Sum) -> bool:
    """Whether it is a difference of two, begins with a minus, or is one like 1 + 3x − 2x²."""
    signs = [isinstance(term, Negate) for term in base.terms]
    if signs[0]:
        return True
    ends_falling = signs[-1] and not signs[0]
    return ends_falling and (len(signs) == 2 or _ends_higher(base))


def _ends_higher(base: Sum) -> bool:
    """Whether a polynomial in letters ends with a square or higher, having begun lower."""
    ends = base.terms[-1], base.terms[0]
    high, low = (any(isinstance(part, Power) for part in distinct(end)) for end in ends)
    return high and not low and all(map(_is_power_of_letters, base.terms))


def _in_order(monomial: Monomial) -> list[tuple[Expression, Exponent]]:
    """The factors: constants, letters by the alphabet (2axy), exponentials, then the others as
    they came, and logarithms of numbers: cos x ln 2.

    Greek letters stay where they were: ωt. Polynomials stand before functions, which one writes
    without brackets: (x + 1) sin x; and so does all else before sin xeˣ.
    """
    letters = [base.name for base in monomial.factors if isinstance(base, Symbol)]
    is_latin = all(name.isascii() for name in letters)
    powers = [e for b, e in monomial.factors.items() if _is_polynomial(b)]
    has_polynomial = any(power.is_integer for power in powers)

    def place(item: tuple[Expression, Exponent]) -> tuple[int, bool, str]:
        base = item[0]
        name = base.name if is_latin and isinstance(base, Symbol) else ""
        comes_after = has_polynomial or (bool(powers) and not _is_size(base)) or _is_long(base)
        return _rank(base), _is_open(base) and comes_after, name

    return sorted(monomial.factors.items(), key=place)


def opposite(expression: Expression) -> Expression:
    """−u; the signs of a sum turn one by one."""
    if isinstance(expression, Sum):
        return written_sum([negative(term) for term in expression.terms])
    return negative(expression)


def written_sum(terms: Sequence[Expression]) -> Expression:
    """The sum, a term that is added first: 1 − sin x rather than −sin x + 1.

    Polynomials of a higher degree keep their order if they have more terms: −x² + 2x − 1.
    """
    place = next((at for at, term in enumerate(terms) if not isinstance(term, Negate)), 0)
    if place == 0 or (len(terms) > 2 and _is_higher_polynomial(terms)):
        return Sum(tuple(terms))
    return Sum((terms[place], *terms[:place], *terms[place + 1 :]))


def _is_higher_polynomial(terms: Sequence[Expression]) -> bool:
    """Whether it is a polynomial in letters that begins with a square or higher."""
    begins_high = any(isinstance(part, Power) for part in distinct(terms[0]))
    return begins_high and all(map(_is_power_of_letters, terms))


def _is_power_of_letters(term: Expression) -> bool:
    match term:
        case Negate(operand):
            return _is_power_of_letters(operand)
        case Quotient(numerator, Number()):
            return _is_power_of_letters(numerator)
        case Product():
            return all(_is_power_of_letters(factor) for factor in term.factors)
        case Power(Symbol(), Number()) | Symbol() | Number() | Constant():
            return True
    return False


def _coefficient(size: Fraction, decimal: bool) -> tuple[list[Expression], list[Expression]]:
    if decimal and size.denominator != 1:
        ending = numeral(size, decimal=True)
        if isinstance(ending, Number):
            return [ending], []
    return [number(size.numerator)], [number(size.denominator)]


def _product(factors: Sequence[Expression]) -> Expression:
    return multiply(*factors) if factors else ONE


def _is_polynomial(base: Expression) -> bool:
    """Whether it is a sum of powers of letters."""
    return isinstance(base, Sum) and all(map(_is_power_of_letters, base.terms))


def _is_open(base: Expression) -> bool:
    """Whether it is a function that is written without brackets, as sin x; or |x|."""
    return isinstance(base, Call) and base.function not in BRACKETED and bool(symbols(base))


def _is_size(base: Expression) -> bool:
    return isinstance(base, Call) and base.function == "abs"


def _is_long(base: Expression) -> bool:
    """Whether what is behind the argument would be read as a part of it: sin xeˣ, tg(x sin x)."""
    arguments = base.children()
    return (
        bool(arguments)
        and isinstance(arguments[0], Product)
        and any(isinstance(part, Call | Power) for part in arguments[0].factors)
    )


def _rank(base: Expression) -> int:
    if isinstance(base, Symbol):
        return 2
    is_constant = isinstance(base, Number | Constant) or _is_plain_constant(base)
    if is_constant:
        return 1
    if not symbols(base):
        return 6
    is_power_of_letter = isinstance(base, Power) and isinstance(base.base, Symbol)
    return 3 if is_power_of_letter else 4 if is_exponential(base) else 5


def _is_plain_constant(base: Expression) -> bool:
    """√2, sin 1 or 1 + ln 2 stand in front; ln 2 behind, as in 2^x·ln 2."""
    is_logarithm = isinstance(base, Call) and base.function in ("ln", "log")
    return not is_logarithm and not symbols(base)


def _powers(base: Expression, exponent: Exponent, decimal: bool) -> list[Expression]:
    """base^exponent, exponent > 0 unless it is an exponential: usually one factor, x√x is two."""
    value, style = exponent
    if is_exponential(base):
        return [_exponential(base, value, decimal)]
    if style is Style.DECIMAL and value.denominator != 1:
        return [Power(base, numeral(value, decimal=True))]
    if value == HALF or (style is Style.RADICAL and value.denominator > 1):
        return _radical(base, value)
    return [power(base, numeral(value))]


def _radical(base: Expression, value: Fraction) -> list[Expression]:
    """u^(7/3) as u²·∛u."""
    whole, rest = divmod(value.numerator, value.denominator)
    radicand = power(base, number(rest))
    if value.denominator in NAMED_ROOTS:
        root = call(NAMED_ROOTS[value.denominator], radicand)
    else:
        root = call("root", radicand, number(value.denominator))
    return [power(base, number(whole)), root] if whole else [root]


def _exponential(base: Expression, value: Fraction, decimal: bool) -> Expression:
    """(b^v)^q as b^(qv)."""
    if isinstance(base, Call):
        return Call(base.function, (_times(value, base.arguments[0], decimal),))
    assert isinstance(base, Power)
    return Power(base.base, _times(value, base.exponent, decimal))


def is_falling(node: Expression) -> bool:
    """Whether it is an exponential that is written with a minus: e^(−x), e^(−x − 1)."""
    match node:
        case Power(_, exponent) | Call("exp", (exponent,)):
            terms = exponent.terms if isinstance(exponent, Sum) else (exponent,)
            return all(isinstance(term, Negate) for term in terms) and bool(symbols(exponent))
    return False


def _times(value: Fraction, expression: Expression, decimal: bool) -> Expression:
    """A number times a tidy expression: 3/x from 1/x, −x + 1 from x − 1."""
    if value == -1:
        return opposite(expression)
    over, under = _coefficient(abs(value), decimal)
    ratio = expression if isinstance(expression, Quotient) else Quotient(expression, ONE)
    above, below = ratio.numerator, ratio.denominator
    scaled = divide(multiply(*over, above), multiply(*under, below))
    return negative(scaled) if value < 0 else scaled
