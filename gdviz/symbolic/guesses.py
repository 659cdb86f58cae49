"""Which exact number may a float be? Guesses, simplest first; nothing is proved here.

2/3, √2, (1 + √5)/2, ∛2; such a number times π or π², under a root with π; its logarithm, a power
of e; an angle whose tangent, cosine or sine is such a number.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import acos, asin, atan, cos, exp, gcd, isqrt, log, pi, remainder, sin, tan

import numpy as np

from gdviz.calculus.building import (
    ONE,
    TWO,
    ZERO,
    E,
    add,
    call,
    divide,
    multiply,
    negative,
    numeral,
    power,
    square,
)
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Call, Constant, Expression, Negate, number, walk

CLOSE = 1e-12
"""Relative distance within which a float is a guessed number."""
SMALLEST = 1e-9
"""What is nearer to 0 than this can only be 0 itself."""
LARGEST_DENOMINATOR, LARGEST_NUMERATOR = 144, 20_000
DENOMINATORS_OF_PI = 24
ROOT_DENOMINATORS = 40
QUADRATIC_LEADING, QUADRATIC_MIDDLE, QUADRATIC_LAST = 12, 40, 400
"""Largest coefficients of a·t² + b·t + c = 0."""
MOST_TURNS = 200
PI = Constant("pi")

Guesses = Iterator[Expression]


def guesses(value: float) -> Guesses:
    """Expressions whose value is that float to within CLOSE."""
    if abs(value) <= SMALLEST:
        yield ZERO
        return
    yield from (guess for guess in _all_guesses(value) if _is_close(guess, value))


def _is_close(guess: Expression, value: float) -> bool:
    """Angles and logarithms near 0 or 1 may be far from what they were guessed from."""
    guessed = float(compile_function(guess, ["x"])(0.0))
    return abs(guessed - value) <= CLOSE * max(1.0, abs(value))


def _all_guesses(value: float) -> Guesses:
    for guess in _of_size(abs(value)):
        yield guess if value > 0 else negative(guess)
    yield from _signed(value)


def _of_size(size: float) -> Guesses:
    yield from _algebraic(size)
    yield from _with_pi(size)
    yield from _radicals(size)


def _signed(value: float) -> Guesses:
    """Those whose sign is not simply put in front."""
    yield from _quadratic(value)
    yield from _nested(value)
    yield from _logarithms(value)
    yield from _powers_of_e(value)
    yield from _angles(value)


def rational(value: float, largest: int = LARGEST_DENOMINATOR) -> Fraction | None:
    """The fraction with a small denominator that a float is, if it is one."""
    if not abs(value) < LARGEST_NUMERATOR:
        return None
    found = Fraction(value).limit_denominator(largest)
    close = abs(float(found) - value) <= CLOSE * abs(value)
    return found if close and abs(found.numerator) <= LARGEST_NUMERATOR else None


def _algebraic(size: float) -> Guesses:
    """p/q, √(p/q)"""
    if (found := rational(size)) is not None:
        yield numeral(found)
    elif (found := rational(size * size, ROOT_DENOMINATORS)) is not None:
        yield root_of(found)


def _with_pi(size: float) -> Guesses:
    """πp/q, √(πp/q), π²p/q"""
    if (found := rational(size / pi, DENOMINATORS_OF_PI)) is not None:
        yield _times(found, PI)
    if (found := rational(size * size / pi, DENOMINATORS_OF_PI)) is not None:
        yield call("sqrt", _times(found, PI))
    if (found := rational(size / pi**2, 2 * DENOMINATORS_OF_PI)) is not None:
        yield _times(found, square(PI))


def _radicals(size: float) -> Guesses:
    """∛(p/q), the fourth root of p/q"""
    if (found := rational(size**3, ROOT_DENOMINATORS)) is not None:
        yield call("cbrt", numeral(found))
    if (found := rational(size**4, ROOT_DENOMINATORS)) is not None:
        yield call("root", numeral(found), number(4))


def _quadratic(value: float) -> Guesses:
    """(p ± √d)/q: the roots of a·t² + b·t + c with small whole coefficients."""
    if not abs(value) < LARGEST_NUMERATOR:
        return
    leading = np.arange(1, QUADRATIC_LEADING + 1)[:, None]
    middle = np.arange(-QUADRATIC_MIDDLE, QUADRATIC_MIDDLE + 1)[None, :]
    last = -(leading * value * value + middle * value)
    slack = CLOSE * (leading * value * value + np.abs(middle * value))
    fits = (np.abs(last - np.round(last)) <= slack) & (np.abs(last) <= QUADRATIC_LAST)
    for a, b in np.argwhere(fits).tolist():
        found = _root_of_quadratic(a + 1, b - QUADRATIC_MIDDLE, round(float(last[a, b])), value)
        if found is not None:
            yield found
            return


def _root_of_quadratic(a: int, b: int, c: int, value: float) -> Expression | None:
    """(−b ± √(b² − 4ac))/(2a), squares out of the root, in lowest terms; None if there is no root.

    (A square under the root makes a fraction, which has been tried.)
    """
    outside, inside = _square_out(b * b - 4 * a * c)
    if inside < 2:
        return None
    common = gcd(b, outside, 2 * a)
    whole, share, below = -b // common, outside // common, 2 * a // common
    surd = _times(Fraction(share), call("sqrt", number(inside)))
    is_upper = value * 2 * a > -b
    return divide(add(number(whole), surd if is_upper else negative(surd)), number(below))


def _square_out(whole: int) -> tuple[int, int]:
    """12 = 2²·3: the part that comes out of the root, and what stays."""
    if whole <= 0:
        return 1, whole
    outside = max(k for k in range(1, isqrt(whole) + 1) if whole % (k * k) == 0)
    return outside, whole // (outside * outside)


def root_of(value: Fraction) -> Expression:
    """√(p/q) as people write it: √2, 2√3, √2/2."""
    outside, inside = _square_out(value.numerator * value.denominator)
    share = Fraction(outside, value.denominator)
    surd = call("sqrt", number(inside))
    above = surd if share.numerator == 1 else multiply(number(share.numerator), surd)
    return divide(above, number(share.denominator))


def _times(share: Fraction, factor: Expression) -> Expression:
    """p·u/q without ones."""
    above = factor if share.numerator == 1 else multiply(number(share.numerator), factor)
    return divide(above, number(share.denominator))


def _simple(value: float) -> Expression | None:
    """A number that may stand in a logarithm or under an angle: p/q, √(p/q), (p ± √d)/q."""
    if (found := rational(value, ROOT_DENOMINATORS)) is not None:
        return numeral(found)
    if (found := rational(value * value, DENOMINATORS_OF_PI)) is not None:
        return root_of(found) if value > 0 else negative(root_of(found))
    return next(_quadratic(value), None)


def _nested(value: float) -> Guesses:
    """√((p ± √d)/q)"""
    inner = next(_quadratic(value * value), None)
    if inner is not None:
        root = call("sqrt", inner)
        yield root if value > 0 else negative(root)


def _logarithms(value: float) -> Guesses:
    """±ln u, half of it, √(ln u) with u > 1; those of fractions before those of roots."""
    found: list[tuple[bool, Expression]] = []
    for exponent, shape in LOGARITHMS:
        size = exponent(abs(value))
        if size < log(LARGEST_NUMERATOR) and (inner := _simple(exp(size))) is not None:
            guess = shape(call("ln", inner))
            found.append((_has_root(inner), guess if value > 0 else negative(guess)))
    yield from (guess for _, guess in sorted(found, key=lambda pair: pair[0]))


LOGARITHMS: tuple[tuple[Callable[[float], float], Callable[[Expression], Expression]], ...] = (
    (lambda size: size, lambda ln: ln),
    (lambda size: 2 * size, lambda ln: divide(ln, TWO)),
    (lambda size: size * size, lambda ln: call("sqrt", ln)),
)
"""From a number to the logarithm in it, and back."""


def _powers_of_e(value: float) -> Guesses:
    """e^(p/q), 1/e"""
    exponent = rational(log(abs(value)), DENOMINATORS_OF_PI)
    if exponent is not None and exponent != 0:
        is_root = abs(exponent) == Fraction(1, 2)
        size = call("sqrt", E) if is_root else power(E, numeral(abs(exponent)))
        guess = size if exponent > 0 else divide(ONE, size)
        yield guess if value > 0 else negative(guess)


def _angles(value: float) -> Guesses:
    """arctg u + kπ, ±arccos u + 2kπ, ±arcsin u + kπ; those of fractions before those of roots."""
    if abs(value) > MOST_TURNS:
        return
    found: list[tuple[bool, Expression]] = []
    for name, ratio, angle in ANGLES:
        inner, principal = _simple(ratio(value)), angle(value)
        if inner is not None:
            is_mirrored = abs(remainder(value - principal, pi)) > CLOSE * max(1.0, abs(value))
            arc = negative(call(name, inner)) if is_mirrored else call(name, inner)
            further = value + principal if is_mirrored else value - principal
            found.append((_has_root(inner), _turned(arc, further)))
    yield from (guess for _, guess in sorted(found, key=lambda pair: pair[0]))


def _has_root(inner: Expression) -> bool:
    """Whether there is a root in it."""
    return any(isinstance(node, Call) for node in walk(inner))


ANGLES: tuple[tuple[str, Callable[[float], float], Callable[[float], float]], ...] = (
    ("arctan", tan, lambda value: atan(tan(value))),
    ("arccos", cos, lambda value: acos(cos(value))),
    ("arcsin", sin, lambda value: asin(sin(value))),
)
"""The inverse function, what it is applied to, and its value for that."""


def _turned(angle: Expression, further: float) -> Expression:
    """angle + kπ"""
    turns = round(further / pi)
    if turns == 0:
        return angle
    whole = PI if abs(turns) == 1 else multiply(number(abs(turns)), PI)
    if turns > 0 and isinstance(angle, Negate):
        return add(whole, angle)
    return add(angle, whole if turns > 0 else negative(whole))
