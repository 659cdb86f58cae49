"""What a line was perhaps meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse, remedy
from tests.calculus.test_parse_errors import TROUBLES

MENDED = {
    "y = arctn x": "y = arctan x",
    "2 sqr x": "2 sqrt x",
    "abc": "a·b·c",
    r"\frca{x}{2}": r"\frac{x}{2}",
    "sin(x": "sin(x)",
    "((x+1)^2": "((x+1)^2)",
    "2[(x+1": "2[(x+1)]",
    r"\frac{x+1": None,
    "x+1)": "x+1",
    "(x]": "(x)",
    "|x": "|x|",
    "3x4": "3x^4",
    "2 3": "2·3",
    "x:2": "x/2",
    "d/dx x^2": "x^2",
    "ышт ч": "sin x",
    "у = х ышт х": "у = х sin х",
    "синус х": "sin х",
    "y = тг х": "y = tg х",
    "корень из х": None,
    "f(x = 2": None,
    "x+": None,
    "": None,
}


def trouble(text: str) -> ParseError:
    with pytest.raises(ParseError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize("text", MENDED)
def test_remedies(text: str):
    assert remedy(text, trouble(text)) == MENDED[text]


@pytest.mark.parametrize("text", TROUBLES)
def test_what_is_offered_can_be_read(text: str):
    other = remedy(text, trouble(text))
    assert other is None or parse(other)


@given(st.text("xab2()[]|+-*/^ sincotglл·:\\{}", max_size=25))
def test_every_remedy_can_be_read(text: str):
    try:
        parse(text)
    except ParseError as error:
        other = remedy(text, error)
    else:
        other = None
    assert other is None or parse(other)
