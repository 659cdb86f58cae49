"""The tidy form: what a teacher would write in the end.

Numbers are computed exactly, like terms and like factors collected, a quotient gets one fraction
bar, the sign and the numbers come first. Nothing is done that changes a value where both forms have
one; the tidy form may have values where the other has none (x/x is 1), so the domain is always
taken from the typed form.
"""

from itertools import islice

from gdviz.calculus.expression import Call, Expression, Sum, distinct, walk
from gdviz.calculus.tidying.applied import in_sines
from gdviz.calculus.tidying.laws import CANCELLING_LAWS, EVERYTHING, QUICK, Laws
from gdviz.calculus.tidying.tidier import Tidier, TooMuchWorkError

MOST_WORK = 2000
"""Monomials that may be formed: some 50 ms."""
MOST_ROUNDS = 6
LONGEST_BY_SINES = 200
"""Nodes from which on nobody looks for a shorter form by sines and cosines."""


def tidy(expression: Expression) -> Expression:
    """The tidy form of an expression; tidy(tidy(f)) = tidy(f).

    Trees that would take too long are tidied without bringing sums to one denominator, and the
    largest are left as they are.
    """
    for laws in (CANCELLING_LAWS, QUICK):
        try:
            return finished(by_sines(settled(expression, laws)))
        except TooMuchWorkError:
            continue
    return expression


def by_sines(tidied: Expression) -> Expression:
    """Tangents, secants … through sines and cosines, where that is shorter.

    1/cos u for (1 + sin u)/((sec u + tan u)·cos² u).
    """
    length = _length(tidied)
    while length < LONGEST_BY_SINES and (other := in_sines(tidied)) != tidied:
        try:
            apart = settled(other, CANCELLING_LAWS & ~Laws.NAMES)
            shorter = settled(apart, CANCELLING_LAWS)
        except TooMuchWorkError:
            break
        if _length(shorter) >= length:
            break
        tidied, length = shorter, _length(shorter)
    return tidied


def _length(expression: Expression) -> int:
    """How many nodes are written, shared ones as often as they stand; counted so far only."""
    return sum(1 for _ in islice(walk(expression), LONGEST_BY_SINES))


def finished(tidied: Expression) -> Expression:
    """Into factors, and 2 sin u cos u as sin 2u, last of all, when nothing can cancel any more.

    Raises TooMuchWorkError.
    """
    return settled(tidied, EVERYTHING) if any(map(_has_last_laws, distinct(tidied))) else tidied


def _has_last_laws(node: Expression) -> bool:
    """Whether there may be something to do for the laws that come last."""
    return isinstance(node, Call) or (isinstance(node, Sum) and len(node.terms) > 2)


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
