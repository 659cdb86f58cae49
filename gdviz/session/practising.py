"""Exercises in the window: set, answered, checked, helped with."""

from collections.abc import Callable
from dataclasses import replace
from random import randrange
from typing import Any

from gdviz.calculus.formula import ParseError
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.vantage import vantage_points
from gdviz.document.attempt import Attempt
from gdviz.document.document import Panel
from gdviz.i18n import LANGUAGES
from gdviz.practice.comparison import Verdict
from gdviz.practice.exercise import Kind
from gdviz.practice.generator import exercise
from gdviz.practice.hints import hints
from gdviz.practice.marking import Mark, is_solved, read_answer
from gdviz.session.analysis import analyse
from gdviz.session.session import Session

SEEDS = 100_000


class Practising:
    """What a person asks of the exercises becomes edits of the session's document.

    `tell` is called once for each exercise that was set, with its kind, when the first answer that
    was to be checked is marked: whether it was right, without hints and without a look at the
    solution.
    """

    def __init__(
        self,
        session: Session,
        tell: Callable[[Kind, bool], None],
        draw: Callable[[], int] = lambda: randrange(SEEDS),
    ) -> None:
        """`draw` gives the seed of a first exercise; those that follow count on from it."""
        self._session, self._tell, self._draw = session, tell, draw
        self._told: set[tuple[Kind, int, int | None]] = set()
        self._awaited: Attempt | None = None
        session.marks.on_mark = self._take_mark

    @property
    def attempt(self) -> Attempt:
        """What was done about the line as it stands."""
        document = self._session.document
        return document.attempt.at(document.text)

    def set_exercise(self, kind: Kind, difficulty: int, language: str) -> None:
        """The next exercise of a kind: its function comes into the editor, f′ out of the plot."""
        before = self._session.document.attempt
        is_same = (before.kind, before.difficulty) == (kind, difficulty)
        if is_same and before.seed is not None:
            seed = before.seed + 1
        else:
            seed = 0 if kind is Kind.LECTURE else self._draw()
        line = exercise(kind, difficulty, seed).line(language)
        shown = replace(self._session.document.shown, derivative=False)
        attempt = Attempt(kind, difficulty, seed, about=line)
        opened = {"panel": Panel.EXERCISES, "panel_open": True, **self._points(line)}
        self._session.choose_text(line, attempt=attempt, shown=shown, **opened)

    def _points(self, line: str) -> dict[str, Any]:
        """x₀ and w₀ where the curve is well seen: the same ones for the same exercise."""
        function = analyse(line, {}).function
        found = vantage_points(function, automatic_viewport(function))
        if not found:
            return {}
        settings = self._session.document.descent
        return {"x0": found[0], "descent": replace(settings, start=found[-1], seed=None)}

    def next_exercise(self, language: str) -> None:
        """Another one of the same kind."""
        attempt = self._session.document.attempt
        self.set_exercise(attempt.kind, attempt.difficulty, language)

    def type_answer(self, text: str) -> None:
        """The answer, letter by letter."""
        self._session.edit("answer", attempt=self.attempt.answered(text))

    def take_reading(self, text: str) -> None:
        """The answer as it was offered, which is undone by itself."""
        self._session.finish_gesture()
        self.type_answer(text)
        self._session.finish_gesture()

    def check(self) -> None:
        """Have the answer marked, if it can be read."""
        analysis = self._session.results.analysis
        if analysis is None or self._session.results.error is not None:
            return
        try:
            read_answer(self.attempt.answer, analysis.formula)
        except ParseError:
            return
        self._session.finish_gesture()
        self._awaited = replace(self.attempt, checked=True)
        self._session.edit(attempt=self._awaited)
        if (known := self._session.results.mark) is not None:
            self._take_mark(known)

    def _take_mark(self, mark: Mark) -> None:
        """Of an answer that a person wanted to be checked, not of one that came with a file."""
        if self._awaited == self.attempt:
            self._note(mark.verdict)
        self._awaited = None

    def _note(self, verdict: Verdict) -> None:
        """The first answer to an exercise decides."""
        attempt = self.attempt
        name = (attempt.kind, attempt.difficulty, attempt.seed)
        if verdict is Verdict.UNSURE or not self.was_set or name in self._told:
            return
        self._told.add(name)
        helped = attempt.hints > 0 or attempt.revealed
        self._tell(attempt.kind, verdict is Verdict.RIGHT and not helped)

    @property
    def was_set(self) -> bool:
        """Whether the line is the exercise that was set, and not one that a person typed."""
        attempt = self.attempt
        if attempt.seed is None:
            return False
        task = exercise(attempt.kind, attempt.difficulty, attempt.seed)
        return self._session.document.text in {task.line(language) for language in LANGUAGES}

    def ask_hint(self) -> None:
        """One more hint, if there is one."""
        analysis, attempt = self._session.results.analysis, self.attempt
        if analysis is None or attempt.hints >= len(hints(analysis.derivation)):
            return
        if is_solved(self._session.results.mark):
            return
        more = replace(attempt, hints=attempt.hints + 1)
        self._session.edit(attempt=more, panel=Panel.EXERCISES, panel_open=True)

    def show_solution(self) -> None:
        """The whole derivation, and nothing above it that would hide it."""
        document = self._session.document.with_section("secant", False)
        sections = document.with_section("derivation", True).sections
        self.open_panel(Panel.DERIVATIVE, sections=sections, revealed=None)

    def open_panel(self, panel: Panel, **others: Any) -> None:
        """Turn to a panel. Where the solution stands it has been seen."""
        seen = panel is Panel.DERIVATIVE and self.was_set
        attempt = replace(self.attempt, revealed=True) if seen else self._session.document.attempt
        self._session.edit(panel=panel, panel_open=True, attempt=attempt, **others)
