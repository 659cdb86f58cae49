"""Numbers as they are typed."""

import pytest

from gdviz.calculus.canonical import canonical
from gdviz.calculus.expression import Number, walk
from gdviz.calculus.parser import parse

READINGS = {
    ".5": "0.5",
    "5.": "5",
    "007": "7",
    "0,5x": "0.5*x",
    "1 000 000": "1000000",
    "10 000,5": "10000.5",
    "1e-3x": "1e-3*x",
    "2e": "2*e",
    "2e-x": "2*e - x",
    "2e - 3": "2*e - 3",
    "1e400": "1e400",
    "2½x": "(2 + 1/2)*x",
    "¾": "3/4",
    "max(1,5)": "max(1, 5)",
    "max(1,5; x)": "max(1.5, x)",
    "max(sin(1,5), x)": "max(sin(1.5), x)",
    "min(x; 2; 3)": "min(x, 2, 3)",
}


@pytest.mark.parametrize("typed", READINGS)
def test_reading(typed):
    assert canonical(parse(typed).body) == READINGS[typed]


def test_a_number_keeps_how_it_was_typed():
    (number,) = walk(parse("0,10").body)
    assert isinstance(number, Number)
    assert (number.value, number.text, str(number.exact)) == (0.1, "0.10", "1/10")
