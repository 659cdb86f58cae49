"""Limits beside x₀ where f has no value: what algebra is asked about them, and what it has said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isinf, isnan

from gdviz.calculus.expression import Expression
from gdviz.compute.protocol import Reply
from gdviz.session.analysis import Analysis
from gdviz.symbolic.questions import FindLimit, Limit

SIDES = {"limit-left": -1, "limit-right": 1}
"""Topics, and the sides that they ask about."""
MOST_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class ExactLimits:
    """From either side of x₀; None where algebra has not said one."""

    left: Expression | None = None
    right: Expression | None = None


NO_LIMITS = ExactLimits()


class LimitWork:
    """The limits beside one point, and the questions about them that are still open."""

    def __init__(self) -> None:
        self._of: tuple[Analysis, float] | None = None
        self._asked: dict[str, FindLimit] | None = None
        self._known: dict[FindLimit, Expression | None] = {}
        self.limits = NO_LIMITS

    def aim(self, analysis: Analysis | None, x0: float) -> bool:
        """Say what is wanted; whether other limits are known of it than before."""
        of = None if analysis is None else (analysis, x0)
        if of != self._of:
            self._of, self._asked = of, None
        return self._tell()

    @property
    def questions(self) -> Mapping[str, FindLimit]:
        """What is not known yet, by topic. Where f goes is looked at only when this is asked."""
        if self._of is None:
            return {}
        if self._asked is None:
            self._asked = dict(_questions(*self._of))
        return {topic: q for topic, q in self._asked.items() if q not in self._known}

    def take(self, question: FindLimit, reply: Reply) -> None:
        """An answer came, or none."""
        while len(self._known) >= MOST_REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[question] = reply.value if isinstance(reply, Limit) else None
        self._tell()

    def _tell(self) -> bool:
        before, self.limits = self.limits, NO_LIMITS
        if self._known and self._of is not None:
            self.limits = ExactLimits(*(self._known.get(_question(*self._of, s)) for s in (-1, 1)))
        return self.limits != before


def _questions(analysis: Analysis, x0: float) -> Iterator[tuple[str, FindLimit]]:
    """Where f has values beside x₀, and does not simply go to infinity."""
    if not isnan(analysis.function.value(x0)):
        return
    from gdviz.calculus.germ import one_sided  # rarely needed, and slow to load

    for topic, side in SIDES.items():
        setting = analysis.variable, x0, side, analysis.parameters
        beside = one_sided(analysis.formula.body, *setting)
        is_infinite = beside.limit is not None and isinf(beside.limit)
        if beside.defined is not False and not is_infinite:
            yield topic, _question(analysis, x0, side)


def _question(analysis: Analysis, x0: float, side: int) -> FindLimit:
    values = tuple(analysis.parameters.items())
    return FindLimit(analysis.formula.body, analysis.variable, x0, side, values)
