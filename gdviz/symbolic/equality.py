"""Are two expressions the same function? First numbers, which may refute it, then algebra."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product
from random import Random

import numpy as np
import sympy
from numpy.typing import NDArray

from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import Expression, symbols
from gdviz.symbolic.questions import Proof, Verdict
from gdviz.symbolic.translation import Term, Translation, UntranslatableError, exact, letter

Array = NDArray[np.float64]

POINTS, LOOKED_AT = 240, 3
"""Points at which numbers are compared, and how many of the worst are computed anew exactly."""
VISIBLE = 1e-6
"""Relative difference of float64 values that is worth a closer look; rounding seldom makes it."""
DIGITS = 30
CERTAIN = 1e-12
"""Relative difference of values with 30 digits that refutes."""
SPECIAL = (0.0, 1.0, -1.0)
"""Places where functions that are the same everywhere else may differ."""
MOST_CORNERS = 3
"""Arguments of |u| and sign u up to which every case is gone through."""
SCALES = (1.0, 3.0, 10.0)


def prove_equal(first: Expression, second: Expression) -> Proof:
    """Whether they are equal wherever both are defined."""
    try:
        terms = Translation().term(first), Translation().term(second)
    except UntranslatableError:
        return Proof(Verdict.UNKNOWN)
    if terms[0] == terms[1]:
        return Proof(Verdict.PROVED)
    return Proof(_judged(*terms, _suspects(first, second)))


def prove_derivative(function: Expression, derivative: Expression, variable: str) -> Proof:
    """Whether the one is the derivative of the other, wherever both are defined."""
    try:
        term, claimed = Translation().term(function), Translation().term(derivative)
    except UntranslatableError:
        return Proof(Verdict.UNKNOWN)
    slope = _without_impulses(sympy.diff(term, letter(variable)))
    if slope.has(sympy.Derivative, sympy.Subs, sympy.Integral):
        return Proof(Verdict.UNKNOWN)
    if slope == claimed:
        return Proof(Verdict.PROVED)
    return Proof(_judged(slope, claimed, _points(function, derivative)[:LOOKED_AT]))


def _without_impulses(term: Term) -> Term:
    """sign′ is 0 wherever it exists, and |u|″ with it."""
    return term.replace(sympy.DiracDelta, lambda *_: sympy.Integer(0))


Point = Mapping[str, float]


def _judged(first: Term, second: Term, suspects: list[Point]) -> Verdict:
    if any(_differ(first, second, point) for point in suspects):
        return Verdict.REFUTED
    difference = first - second
    return Verdict.PROVED if is_zero(difference) else Verdict.UNKNOWN


def _differ(first: Term, second: Term, point: Point) -> bool:
    """Whether the values at a point differ, computed with 30 digits."""
    place = {letter(name): exact(value) for name, value in point.items()}
    one, other = (term.subs(place).evalf(DIGITS) for term in (first, second))
    if not (one.is_Float or one.is_Integer) or not (other.is_Float or other.is_Integer):
        return False
    return bool(abs(one - other) > CERTAIN * max(abs(one), abs(other)))


def _suspects(first: Expression, second: Expression) -> list[Point]:
    """Points where both are defined and the float64 values differ most, if visibly."""
    points = _points(first, second)
    if not points:
        return []
    one, other = _values(first, second, points)
    gaps = np.abs(one - other)
    visible = gaps > VISIBLE * np.fmax(np.abs(one), np.abs(other))
    worst = np.argsort(np.where(visible, -gaps, 0.0), kind="stable")[:LOOKED_AT]
    return [points[place] for place in worst if visible[place]]


def _points(first: Expression, second: Expression) -> list[Point]:
    """Points where both are defined and finite."""
    names = sorted(symbols(first) | symbols(second))
    dice = Random(1)
    drawn: list[Point] = [
        {name: round(dice.uniform(-scale, scale), 3) for name in names}
        for scale in SCALES
        for _ in range(POINTS // len(SCALES))
    ]
    drawn += [dict.fromkeys(names, value) for value in SPECIAL]
    values = _values(first, second, drawn)
    good = np.isfinite(values[0]) & np.isfinite(values[1])
    return [drawn[place] for place in np.flatnonzero(good)]


def _values(first: Expression, second: Expression, points: list[Point]) -> list[Array]:
    names = sorted(points[0])
    function = compile_functions([first, second], names or ["x"], {})
    columns = [np.array([point[name] for point in points]) for name in names]
    return [np.asarray(v) for v in function(*(columns or [np.zeros(len(points))]))]


def is_zero(term: Term) -> bool:
    """Whether the expression is proved to be 0; False if no way leads there."""
    return _vanishes(term) or _vanishes_case_by_case(term)


def _vanishes(term: Term) -> bool:
    return any(way(term) == 0 for way in WAYS)


def _vanishes_case_by_case(term: Term) -> bool:
    """|u| is u or −u, and sign u is 1 or −1: what is 0 in every case is 0.

    (In each case the root of |u| is that of a positive number.)
    """
    corners = sorted({part.args[0] for part in term.atoms(sympy.Abs, sympy.sign)}, key=str)
    if not 0 < len(corners) <= MOST_CORNERS:
        return False
    cases = product((1, -1), repeat=len(corners))
    return all(_vanishes(_with_signs(term, corners, signs)) for signs in cases)


def _with_signs(term: Term, corners: Sequence[Term], signs: Sequence[int]) -> Term:
    """The expression where each of the corners has its sign; a letter is a letter of that sign."""
    for corner, sign in zip(corners, signs, strict=True):
        term = term.subs({sympy.Abs(corner): sign * corner, sympy.sign(corner): sign})
        if corner.is_Symbol:
            term = term.subs(corner, sign * sympy.Symbol(corner.name, positive=True))
    return term


def _numerator(term: Term) -> Term:
    return sympy.fraction(sympy.together(term))[0].expand()


def _by_sines(term: Term) -> Term:
    """tg, ctg, sec and cosec by sines and cosines, whose squares make 1."""
    return sympy.trigsimp(_numerator(_rewritten(term)))


def _rewritten(term: Term) -> Term:
    for function, form in TRIGONOMETRY:
        term = term.replace(function, form)
    return term


def _by_exponentials(term: Term) -> Term:
    return sympy.powsimp(_numerator(term.rewrite(sympy.exp)).expand())


def _by_logarithms(term: Term) -> Term:
    return _numerator(sympy.expand_log(term))


TRIGONOMETRY = (
    (sympy.tan, lambda u: sympy.sin(u) / sympy.cos(u)),
    (sympy.cot, lambda u: sympy.cos(u) / sympy.sin(u)),
    (sympy.sec, lambda u: 1 / sympy.cos(u)),
    (sympy.csc, lambda u: 1 / sympy.sin(u)),
)
WAYS: tuple[Callable[[Term], Term], ...] = (
    sympy.expand,
    _numerator,
    _by_sines,
    _by_logarithms,
    _by_exponentials,
    partial(sympy.simplify, ratio=1.7),
)
"""Ways to write a zero as 0."""
