"""Wires the panel of exercises to a session; how the person gets on is kept in the preferences."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gdviz.document.document import Panel
from gdviz.practice.exercise import Kind
from gdviz.session.session import Session
from gdviz.ui.controls.later import Later
from gdviz.ui.preferences import Preferences

if TYPE_CHECKING:
    from gdviz.session.practising import Practising
    from gdviz.ui.panels.exercises_panel import ExercisesPanel


class Practice(QObject):
    """What is done in the panel becomes intents; exercises are written in the person's language."""

    def __init__(
        self,
        session: Session,
        panel: "Later[ExercisesPanel]",
        preferences: Preferences,
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`language` tells the one that is spoken now."""
        super().__init__(parent)
        self._panel, self._preferences, self._language = panel, preferences, language
        self._session = session
        panel.then(self._connect)

    def _connect(self, panel: "ExercisesPanel") -> None:
        panel.kind_chosen.connect(self._choose_kind)
        panel.difficulty_chosen.connect(self._choose_difficulty)
        panel.next_wanted.connect(self.next_exercise)
        panel.answer_typed.connect(self._type_answer)
        panel.answer_chosen.connect(self._take_reading)
        panel.check_wanted.connect(self._check)
        panel.hint_wanted.connect(self.ask_hint)
        panel.solution_wanted.connect(self._show_solution)
        panel.clear_wanted.connect(self._clear)
        panel.show_tallies(self._preferences.tallies)

    @cached_property
    def _practising(self) -> "Practising":
        from gdviz.session.practising import Practising  # which the start does not wait for

        return Practising(self._session, self._note)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the actions do that are about exercises, by their ids."""
        return {"next_exercise": self.next_exercise, "hint": self.ask_hint}

    def open_panel(self, panel: Panel) -> None:
        """Turn to a panel."""
        self._practising.open_panel(panel)

    def ask_hint(self) -> None:
        """One more hint."""
        self._practising.ask_hint()

    def _type_answer(self, text: str) -> None:
        self._practising.type_answer(text)

    def _take_reading(self, text: str) -> None:
        self._practising.take_reading(text)

    def choose_alternative(self) -> bool:
        """Take what is offered about the answer; whether it has the keyboard and there is any."""
        return self._panel.made and self._panel.view().answer.choose_alternative()

    def _check(self) -> None:
        self._practising.check()

    def _choose_kind(self, name: str) -> None:
        difficulty = self._practising.attempt.difficulty
        self._practising.set_exercise(Kind(name), difficulty, self._language())
        self._begin()

    def _choose_difficulty(self, difficulty: int) -> None:
        kind = self._practising.attempt.kind
        self._practising.set_exercise(kind, difficulty, self._language())
        self._begin()

    def next_exercise(self) -> None:
        """Another one of the same kind."""
        self._practising.next_exercise(self._language())
        self._begin()

    def _begin(self) -> None:
        """The answer to a new exercise can be typed at once."""
        self._panel.view().answer.field.setFocus()

    def _show_solution(self) -> None:
        self._practising.show_solution()

    def _note(self, kind: Kind, right: bool) -> None:
        self._preferences.note_exercise(kind, right=right)
        self._panel.view().show_tallies(self._preferences.tallies)

    def _clear(self) -> None:
        self._preferences.clear_tallies()
        self._panel.view().show_tallies(self._preferences.tallies)
