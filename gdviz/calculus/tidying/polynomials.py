"""Polynomials in one letter with rational coefficients: what divides what.

(x² − 2x + 1)/(x − 1)² is 1: the greatest common divisor of numerator and denominator cancels. For
the letter may stand any function: (ln² x + 2 ln x + 1)/(ln x + 1) is ln x + 1.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import zip_longest
from math import gcd, isqrt, lcm

from gdviz.calculus.expression import Call, Constant, Expression, Number, Sum, symbols
from gdviz.calculus.tidying.monomial import Exponent, Monomial

Coefficients = tuple[Fraction, ...]
"""a₀, a₁ … aₙ, the last one not 0; () is 0."""
HIGHEST_DEGREE = 12
LARGEST = 10**12
"""Coefficients with larger terms are not worth a division."""
ZERO = Fraction(0)


def polynomial(terms: Sequence[Monomial]) -> tuple[Expression, Coefficients] | None:
    """The letter and the coefficients of a sum of c·xⁿ with n ≥ 0; None if it is something else.

    The letter may be a function of one: ln x, sin x, eˣ.
    """
    letters = {base for term in terms for base in term.factors}
    if len(letters) != 1:
        return None
    letter = next(iter(letters))
    if not is_letter(letter):
        return None
    found: dict[int, Fraction] = {}
    for term in terms:
        power = term.factors.get(letter, Exponent(ZERO)).value
        if power.denominator != 1 or not 0 <= power <= HIGHEST_DEGREE or _is_large(term):
            return None
        found[int(power)] = found.get(int(power), ZERO) + term.coefficient
    return letter, _trimmed([found.get(n, ZERO) for n in range(max(found) + 1)])


def is_letter(base: Expression) -> bool:
    """Whether polynomials in it are polynomials: x, ln x, eˣ; |x|² is rather x²."""
    if isinstance(base, Sum | Number | Constant) or not symbols(base):
        return False
    return not (isinstance(base, Call) and base.function in NO_LETTERS)


NO_LETTERS = frozenset({"abs", "sign", "floor", "ceil"})


def _is_large(term: Monomial) -> bool:
    return max(abs(term.coefficient.numerator), term.coefficient.denominator) > LARGEST


def terms_of(letter: Expression, coefficients: Coefficients) -> list[Monomial]:
    """The terms, the highest power first."""
    numbered = reversed(list(enumerate(coefficients)))
    return [
        Monomial(c, {letter: Exponent(Fraction(n))} if n else {}) for n, c in numbered if c != 0
    ]


def divided(above: Coefficients, below: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Quotient and remainder; `below` is not 0."""
    rest = list(above)
    quotient = [ZERO] * max(0, len(above) - len(below) + 1)
    for place in reversed(range(len(quotient))):
        factor = rest[place + len(below) - 1] / below[-1]
        quotient[place] = factor
        for offset, coefficient in enumerate(below):
            rest[place + offset] -= factor * coefficient
    return _trimmed(quotient), _trimmed(rest)


def added(one: Coefficients, other: Coefficients) -> Coefficients:
    """Their sum."""
    return _trimmed([a + b for a, b in zip_longest(one, other, fillvalue=ZERO)])


def multiplied(one: Coefficients, other: Coefficients) -> Coefficients:
    """Their product."""
    total = [ZERO] * (len(one) + len(other))
    for at, a in enumerate(one):
        for place, b in enumerate(other):
            total[at + place] += a * b
    return _trimmed(total)


def common_divisor(one: Coefficients, other: Coefficients) -> Coefficients:
    """The greatest common divisor, with whole coefficients that have no divisor in common."""
    while other:
        one, other = other, primitive(divided(one, other)[1])
    return primitive(one)


def primitive(coefficients: Coefficients) -> Coefficients:
    """The same up to a factor: whole, without a common divisor, the highest one positive."""
    if not coefficients:
        return ()
    below = lcm(*(c.denominator for c in coefficients))
    above = gcd(*(int(c * below) for c in coefficients))
    sign = 1 if coefficients[-1] > 0 else -1
    return tuple(c * below / above * sign for c in coefficients)


def square_root(coefficients: Coefficients) -> Coefficients | None:
    """q with q² = p, the highest coefficient positive; None if there is none."""
    degree = len(coefficients) - 1
    leading = _root(coefficients[-1])
    if degree % 2 or leading is None:
        return None
    root = [ZERO] * (degree // 2) + [leading]
    for place in reversed(range(degree // 2)):
        known = _coefficient_of_square(root, place + degree // 2)
        root[place] = (coefficients[place + degree // 2] - known) / (2 * leading)
    is_exact = all(_coefficient_of_square(root, n) == c for n, c in enumerate(coefficients))
    return tuple(root) if is_exact else None


def linear_factors(coefficients: Coefficients) -> list[tuple[Coefficients, int]] | None:
    """Different factors qx − p with p and q whole, each with how often it stands in p(x).

    None if there are others, or if x itself is a factor. Their product is the polynomial up to a
    number. By the rational root theorem p divides the last coefficient and q the first.
    """
    rest, found = primitive(coefficients), dict[Coefficients, int]()
    if len(rest) < 3 or not rest[0] or max(map(abs, (rest[0], rest[-1]))) > LARGEST_END:
        return None
    ends = int(abs(rest[0])), int(rest[-1])
    for q in _divisors(ends[1]):
        for p in _divisors(ends[0]):
            for factor in ((Fraction(-p), Fraction(q)), (Fraction(p), Fraction(q))):
                while gcd(p, q) == 1 and len(rest) > 1 and not (split := divided(rest, factor))[1]:
                    rest, found[factor] = split[0], found.get(factor, 0) + 1
    return list(found.items()) if len(rest) == 1 else None


LARGEST_END = 1000
"""First and last coefficients beyond have too many divisors."""


def _divisors(n: int) -> list[int]:
    return [d for d in range(1, n + 1) if n % d == 0]


def _coefficient_of_square(root: Sequence[Fraction], n: int) -> Fraction:
    places = range(max(0, n - len(root) + 1), min(n, len(root) - 1) + 1)
    return sum((root[k] * root[n - k] for k in places), ZERO)


def _root(value: Fraction) -> Fraction | None:
    if value <= 0:
        return None
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    return root if root * root == value else None


def _trimmed(coefficients: Sequence[Fraction]) -> Coefficients:
    length = len(coefficients)
    while length and coefficients[length - 1] == 0:
        length -= 1
    return tuple(coefficients[:length])
