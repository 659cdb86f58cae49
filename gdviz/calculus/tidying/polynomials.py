"""Polynomials in one letter with rational coefficients: what divides what.

(x² − 2x + 1)/(x − 1)² is 1: the greatest common divisor of numerator and denominator cancels.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, isqrt, lcm

from gdviz.calculus.expression import Symbol
from gdviz.calculus.tidying.monomial import Exponent, Monomial

Coefficients = tuple[Fraction, ...]
"""a₀, a₁ … aₙ, the last one not 0; () is 0."""
HIGHEST_DEGREE = 12
LARGEST = 10**12
"""Coefficients with larger terms are not worth a division."""
ZERO = Fraction(0)


def polynomial(terms: Sequence[Monomial]) -> tuple[Symbol, Coefficients] | None:
    """The letter and the coefficients of a sum of c·xⁿ with n ≥ 0; None if it is something else."""
    letters = {base for term in terms for base in term.factors}
    if len(letters) != 1:
        return None
    letter = next(iter(letters))
    if not isinstance(letter, Symbol):
        return None
    found: dict[int, Fraction] = {}
    for term in terms:
        power = term.factors.get(letter, Exponent(ZERO)).value
        if power.denominator != 1 or not 0 <= power <= HIGHEST_DEGREE or _is_large(term):
            return None
        found[int(power)] = found.get(int(power), ZERO) + term.coefficient
    return letter, _trimmed([found.get(n, ZERO) for n in range(max(found) + 1)])


def _is_large(term: Monomial) -> bool:
    return max(abs(term.coefficient.numerator), term.coefficient.denominator) > LARGEST


def terms_of(letter: Symbol, coefficients: Coefficients) -> list[Monomial]:
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
