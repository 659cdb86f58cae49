"""Names of zeros that were found as numbers: guessed from the number, then proved to be zeros."""

from math import isclose, isfinite

import sympy

from gdviz.calculus.building import ZERO
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.germ import one_sided
from gdviz.symbolic.equality import is_zero
from gdviz.symbolic.guesses import guesses
from gdviz.symbolic.limits import find_limit
from gdviz.symbolic.naming import name_of
from gdviz.symbolic.questions import FindLimit, Name, Names, NameZeros
from gdviz.symbolic.translation import Term, Translation, UntranslatableError, letter

DIGITS, NEARLY_ZERO = 30, 1e-18
"""A guess at which the function is not this small, computed with so many digits, is wrong."""
SAME = 1e-9
"""Relative distance within which a named value and the computed one are the same."""


def name_zeros(question: NameZeros) -> Names:
    """The exact zero next to each float, and the exact value of `measured` there."""
    try:
        namer = Namer(question)
    except UntranslatableError:
        return Names(tuple(None for _ in question.near))
    return Names(tuple(namer.name(place) for place in question.near))


class Namer:
    """Names zeros of one function."""

    def __init__(self, question: NameZeros) -> None:
        self._question, values = question, dict(question.values)
        self._variable = question.variable
        translation = Translation({k: v for k, v in values.items() if k != self._variable})
        self._function = translation.term(question.function)
        self._measured = translation.term(question.measured)
        self._value = compile_function(question.measured, [self._variable], values)

    def name(self, place: float) -> Name | None:
        """The zero next to `place`; None if no guess is proved to be one."""
        for guess in guesses(place):
            exact = Translation().term(guess)
            if self._is_zero(exact, place):
                return Name(guess, self._measure(exact, place))
        return None

    def _is_zero(self, exact: Term, place: float) -> bool:
        value = self._at(self._function, exact)
        if value is sympy.nan:
            return self._tends_to_zero(place)
        if value == 0:
            return True
        size = value.evalf(DIGITS)
        is_real = size.is_Float or size.is_Integer
        return bool(is_real and abs(size) < NEARLY_ZERO) and is_zero(value)

    def _tends_to_zero(self, place: float) -> bool:
        """Of 0/0: whether f′ tends to 0 from both sides and f is continuous.

        Then f′ is 0 there, by the mean value theorem.
        """
        asked = self._question
        value, values = float(self._value(place)), asked.values
        for side in (-1, 1):
            found = find_limit(FindLimit(asked.function, asked.variable, place, side, values))
            beside = one_sided(asked.measured, asked.variable, place, side, dict(values))
            if found.value != ZERO or beside.limit is None:
                return False
            if not isclose(beside.limit, value, rel_tol=SAME, abs_tol=SAME + beside.limit_error):
                return False
        return True

    def _at(self, term: Term, exact: Term) -> Term:
        return term.subs(letter(self._variable), exact)

    def _measure(self, exact: Term, place: float) -> Expression | None:
        """The value at the exact place, if it has a short name and is what was computed there."""
        computed = float(self._value(place))
        value = sympy.simplify(self._at(self._measured, exact))
        if not isfinite(computed) or not value.is_number or not value.is_real:
            return None
        if abs(float(value) - computed) > SAME * max(1.0, abs(computed)):
            return None
        return name_of(value)
