"""Where f goes beside a point at which it has no value: by series, and exactly by algebra."""

from collections.abc import Sequence

from gdviz.calculus.expression import Expression
from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.session.limits import ExactLimits

Told = tuple[str | None, str | None]
"""The limits from the left and from the right, as they are written."""

BOTH = N_("The limit is {limit} from both sides.")
EACH = N_("The limit is {left} from the left and {right} from the right.")
ONE = (N_("The limit from the left is {limit}."), N_("The limit from the right is {limit}."))
EXACT = N_("Computer algebra: the limit is exactly {limit}.")
EXACT_EACH = N_(
    "Computer algebra: the limit is exactly {left} from the left and {right} from the right."
)
EXACT_ONE = (
    N_("Computer algebra: the limit from the left is exactly {limit}."),
    N_("Computer algebra: the limit from the right is exactly {limit}."),
)
AGREES = N_("Computer algebra agrees.")


def limits_beside(local: LocalSlope, tr: Translator) -> str:
    """The limits at a point that is no hole, as far as there are any; empty otherwise."""
    return "" if local.limit is not None else _sentence(_numbers(local), BOTH, EACH, ONE, tr)


def exact_limits(local: LocalSlope, exact: ExactLimits, tr: Translator) -> str:
    """What algebra adds to them; empty where it has nothing to say."""
    told = _written(exact.left, tr), _written(exact.right, tr)
    if not any(told) or (local.limit is not None and told[0] != told[1]):
        return ""
    if told == _numbers(local):
        return tr(AGREES)
    return _sentence(told, EXACT, EXACT_EACH, EXACT_ONE, tr)


def _sentence(told: Told, both: str, each: str, one: Sequence[str], tr: Translator) -> str:
    left, right = told
    if left is not None and left == right:
        return tr(both, limit=left)
    if left is not None and right is not None:
        return tr(each, left=left, right=right)
    if left is not None:
        return tr(one[0], limit=left)
    return tr(one[1], limit=right) if right is not None else ""


def _numbers(local: LocalSlope) -> Told:
    if local.limit is not None:
        return (significant(local.limit),) * 2
    return _number(local.left_limit), _number(local.right_limit)


def _number(limit: float | None) -> str | None:
    return None if limit is None else significant(limit)


def _written(limit: Expression | None, tr: Translator) -> str | None:
    return None if limit is None else plain(typeset(limit, tr.language))
