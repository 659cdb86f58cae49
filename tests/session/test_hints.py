"""What a hint says to write makes sense once it is written."""

import re

import pytest

from gdviz.sentences import SENTENCES
from gdviz.session.session import Session


@pytest.mark.parametrize("text", ["y^2+x^2=1", "= x", "f() = x"])
def test_a_name_that_a_hint_offers_is_understood(session: Session, text: str) -> None:
    session.type_text(text)
    error = session.results.error
    assert error is not None
    assert error.hint == "hint-left-side"
    starts = re.findall(r"\S+ = …", SENTENCES[error.hint])
    assert starts == ["y = …", "f(x) = …"]
    for start in starts:
        session.type_text(start.replace("…", "x^2"))
        assert session.results.error is None
