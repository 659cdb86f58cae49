"""What a person does with the letters of a line that are not variables: moved, typed, played."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdviz.document.document import ParameterRange
from gdviz.session.analysis import DEFAULT_PARAMETER

if TYPE_CHECKING:
    from gdviz.session.session import Session


class ParameterIntents:
    """The part of a session that its parameters are."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def move(self, name: str, value: float) -> None:
        """A parameter goes along with the hand."""
        self._put(name, value, _gesture(name))

    def enter(self, name: str, value: float) -> None:
        """A value is typed: a change of its own, and the automatic view is one for it."""
        session = self._session
        session.put(session.document.with_parameter(name, value).framed(), None)

    def play(self, name: str, value: float) -> None:
        """The clock moves it; what a hand is doing meanwhile is undone together with it."""
        self._put(name, value, self._session.gesture or _gesture(name))

    def _put(self, name: str, value: float, gesture: str) -> None:
        self._session.put(self._session.document.with_parameter(name, value), gesture)

    def set_range(self, name: str, low: float, high: float, step: float) -> None:
        """The range and the step of a parameter's slider; its value comes into the range."""
        session = self._session
        chosen = ParameterRange(name, min(low, high), max(low, high), step)
        chosen = chosen if chosen.is_proper else replace(chosen, step=0.0)
        if not chosen.is_proper:
            return
        value = dict(session.document.parameters).get(name, DEFAULT_PARAMETER)
        inside = min(max(value, chosen.low), chosen.high)
        document = session.document.with_range(chosen)
        session.put(document if inside == value else document.with_parameter(name, inside), None)


def _gesture(name: str) -> str:
    return f"parameter {name}"
