"""A session on a small document, with all work done."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from gdviz.document.document import Document
from gdviz.session.session import Session


def opened(text: str, **changes: object) -> Session:
    """A session on a line, its work finished."""
    session = Session(replace(Document(), text=text, **changes))  # type: ignore[arg-type]
    finish(session)
    return session


def finish(session: Session) -> None:
    """Do all the work that is left."""
    while not session.advance(1.0):
        pass


def error_code(session: Session) -> str | None:
    """The code of the trouble in the line as it stands, None while it makes sense."""
    error = session.results.error
    return error.code if error else None


def undone(session: Session, told: Callable[[Document], float]) -> list[float]:
    """A number of the document after each undo, down to the first document."""
    seen = []
    while session.can_undo:
        session.undo()
        seen.append(told(session.document))
    return seen


@pytest.fixture
def session() -> Session:
    return opened("L(w) = w^2 + 12")
