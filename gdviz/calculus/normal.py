"""The tidy form: what a teacher would write in the end.

Numbers are computed exactly, like terms and like factors collected, a quotient gets one fraction
bar, the sign and the numbers come first. Nothing is done that changes a value where both forms have
one; the tidy form may have values where the other has none (x/x is 1), so the domain is always
taken from the typed form.
"""

from gdviz.calculus.expression import Call, Expression, distinct
from gdviz.calculus.tidying.laws import ALL_BUT_DOUBLE_ANGLES, EVERYTHING, QUICK, Laws
from gdviz.calculus.tidying.tidier import Tidier, TooMuchWorkError

MOST_WORK = 2000
"""Monomials that may be formed: some 50 ms."""
MOST_ROUNDS = 6


def tidy(expression: Expression) -> Expression:
    """The tidy form of an expression; tidy(tidy(f)) = tidy(f).

    Trees that would take too long are tidied without bringing sums to one denominator, and the
    largest are left as they are.
    """
    for laws in (ALL_BUT_DOUBLE_ANGLES, QUICK):
        try:
            return with_double_angles(settled(expression, laws))
        except TooMuchWorkError:
            continue
    return expression


def with_double_angles(tidied: Expression) -> Expression:
    """2 sin u cos u as sin 2u, last of all, when nothing can cancel any more.

    Raises TooMuchWorkError.
    """
    names = {node.function for node in distinct(tidied) if isinstance(node, Call)}
    return settled(tidied, EVERYTHING) if names & {"sin", "cos"} else tidied


def settled(expression: Expression, laws: Laws) -> Expression:
    """Tidied by some of the laws. One pass may uncover work for another: until nothing changes.

    Raises TooMuchWorkError.
    """
    work = MOST_WORK
    for _ in range(MOST_ROUNDS):
        tidier = Tidier(expression, laws, work)
        tidied = tidier.tidied(expression)
        if tidied == expression:
            break
        expression, work = tidied, tidier.work
    return expression
