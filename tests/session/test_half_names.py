"""Names that are being typed: si on the way to sin( is no function of its own."""

import pytest

from gdviz.calculus.reading.half_names import begins_name, continues_name
from gdviz.session.session import Session


@pytest.mark.parametrize("text", ["s", "si", "2x + sq", "y = arct", "xsi"])
def test_what_may_become_a_name(text: str) -> None:
    assert begins_name(text)


@pytest.mark.parametrize("text", ["", "x", "sin x", "x^2", "s + 1", "si("])
def test_what_becomes_no_name(text: str) -> None:
    assert not begins_name(text)


def test_a_name_across_the_end_of_the_line_before() -> None:
    assert continues_name("si", "sin(x")
    assert continues_name("x + sq", "x + sqrt(")
    assert not continues_name("si", "si(")
    assert not continues_name("sin x", "sin x + (")
    assert not continues_name("x^2", "sin(x")


@pytest.mark.parametrize("begun", ["", "3 + ", "y = x "])
def test_a_half_typed_name_leaves_the_last_picture(begun: str) -> None:
    session = Session()
    session.type_text("y = a x^2")
    before = session.results.analysis
    for end in range(1, 6):
        session.type_text(begun + "sin(x"[:end])
    assert session.results.error is not None
    assert session.results.analysis is before
    session.type_text(begun + "sin(x)")
    assert session.results.error is None
