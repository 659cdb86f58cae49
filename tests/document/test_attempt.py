"""What was done about an exercise is saved with the document, and counts for its line alone."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.document.attempt import Attempt
from gdviz.document.codec import FileError
from gdviz.document.document import Document
from gdviz.document.files import VERSION, from_bytes, to_text
from gdviz.practice.exercise import Kind

ATTEMPTS = st.builds(
    Attempt,
    kind=st.sampled_from(Kind),
    difficulty=st.integers(1, 3),
    seed=st.none() | st.integers(0, 10**9),
    about=st.text(),
    answer=st.text(),
    checked=st.booleans(),
    hints=st.integers(0, 100),
    revealed=st.booleans(),
)


@given(ATTEMPTS)
def test_saving_and_loading_is_the_identity(attempt):
    document = Document(attempt=attempt)
    assert from_bytes(to_text(document).encode()) == document


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "poetry"), ("difficulty", 0), ("difficulty", 4), ("seed", -1), ("hints", -1)],
)
def test_what_makes_no_sense_is_refused(key, value):
    whole = {"format": "gdviz", "version": VERSION, "document": {"attempt": {key: value}}}
    with pytest.raises(FileError) as caught:
        from_bytes(json.dumps(whole).encode())
    assert caught.value.fields["key"] == f"attempt.{key}"


@given(ATTEMPTS, st.text())
def test_for_another_line_nothing_of_it_counts(attempt, line):
    other = attempt.at(line)
    assert other.about == line
    if line != attempt.about:
        kept = (attempt.kind, attempt.difficulty, attempt.seed)
        assert other == Attempt(*kept, about=line)
    else:
        assert other == attempt


@given(ATTEMPTS, st.text())
def test_another_answer_is_not_checked_yet(attempt, text):
    assert attempt.answered(text) == replace(attempt, answer=text, checked=False)
