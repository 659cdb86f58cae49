"""The mark of an answer that is to be checked, made in slices."""

from collections.abc import Callable, Hashable
from time import perf_counter
from typing import TYPE_CHECKING

from gdviz.calculus.expression import Expression
from gdviz.session.analysis import Analysis

if TYPE_CHECKING:
    from gdviz.practice.marking import Mark
    from gdviz.practice.slices import Slices

MOST_KEPT = 8
LONG = 0.2
"""Seconds of work after which it is said that the answer is being checked."""


class MarkWork:
    """Marks one answer at a time; what was marked is known again.

    `on_mark` is called with each mark that was made.
    """

    def __init__(self) -> None:
        self.on_mark: Callable[[Mark], None] = lambda mark: None
        self.mark: Mark | None = None
        self._key: Hashable = None
        self._work: Slices[Mark] | None = None
        self._worked = 0.0
        self._kept: dict[Hashable, Mark] = {}

    @property
    def done(self) -> bool:
        return self._work is None

    @property
    def takes_long(self) -> bool:
        """Whether there is still no mark after some time of work."""
        return self._work is not None and self._worked > LONG

    def aim(self, analysis: Analysis | None, answer: Expression | None) -> None:
        """Say which answer is to be marked. Work for the same wish goes on."""
        if analysis is None or answer is None:
            self._key = self._work = self.mark = None
            return
        key = (analysis.formula.body, analysis.variable, answer)
        if key == self._key:
            return
        self._key, self._work, self._worked = key, None, 0.0
        self.mark = self._kept.get(key)
        if self.mark is None:
            self._begin(analysis, answer)

    def _begin(self, analysis: Analysis, answer: Expression) -> None:
        from gdviz.practice.marking import Exam  # which the start does not wait for

        self._work = Exam(analysis.derivation).marking(answer)

    def advance(self, seconds: float) -> None:
        """Go on for about so long."""
        begun = now = perf_counter()
        while self._work is not None and now < begun + seconds:
            self._go_on(self._work)
            now = perf_counter()
        self._worked += now - begun

    def _go_on(self, work: "Slices[Mark]") -> None:
        try:
            next(work)
        except StopIteration as end:
            self._work = None
            self._keep(end.value)

    def _keep(self, mark: "Mark") -> None:
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self.mark = self._kept[self._key] = mark
        self.on_mark(mark)
