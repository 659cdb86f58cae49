"""Names of zeros that were found as numbers: guessed from the number, then proved to be zeros."""

from math import isfinite

import sympy

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.symbolic.equality import is_zero
from gdviz.symbolic.guesses import guesses
from gdviz.symbolic.naming import name_of
from gdviz.symbolic.questions import Name, Names, NameZeros
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
        values = dict(question.values)
        self._variable = question.variable
        translation = Translation({k: v for k, v in values.items() if k != self._variable})
        self._function = translation.term(question.function)
        self._measured = translation.term(question.measured)
        self._value = compile_function(question.measured, [self._variable], values)

    def name(self, place: float) -> Name | None:
        """The zero next to `place`; None if no guess is proved to be one."""
        for guess in guesses(place):
            exact = Translation().term(guess)
            if self._is_zero(exact):
                return Name(guess, self._measure(exact, place))
        return None

    def _is_zero(self, exact: Term) -> bool:
        value = self._at(self._function, exact)
        if value == 0:
            return True
        size = value.evalf(DIGITS)
        is_real = size.is_Float or size.is_Integer
        return bool(is_real and abs(size) < NEARLY_ZERO) and is_zero(value)

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
