"""Limits from a side and at infinity."""

import math

import pytest

from gdviz.calculus.canonical import canonical
from gdviz.calculus.parser import parse
from gdviz.symbolic.limits import find_limit
from gdviz.symbolic.questions import FindLimit

INFINITE = "1e999"
LIMITS = (
    ("sin x/x", 0.0, 1, "1"),
    ("(1 + 1/x)^x", math.inf, 1, "e"),
    ("arctg^2 x^3", -math.inf, 1, "pi^2/4"),
    ("sigma(x)", math.inf, 1, "1"),
    ("x ln x", 0.0, 1, "0"),
    ("x/√(x^2 + 1)", -math.inf, 1, "-1"),
    ("e^(1/x)", 0.0, -1, "0"),
    ("e^(1/x)", 0.0, 1, INFINITE),
    ("x^2", math.inf, 1, INFINITE),
    ("(x^2 - 1)/(x - 1)", 1.0, -1, "2"),
)


@pytest.mark.parametrize(("line", "at", "side", "expected"), LIMITS)
def test_limits(line: str, at: float, side: int, expected: str):
    value = find_limit(FindLimit(parse(line).body, "x", at, side)).value
    assert value is not None
    assert canonical(value) == expected


@pytest.mark.parametrize("line", ["sin x", "x sin x", "9^9^9 x"])
def test_where_there_is_none_or_none_known(line: str):
    assert find_limit(FindLimit(parse(line).body, "x", math.inf, 1)).value is None


def test_letters_have_their_values():
    body = parse("(a x + 1)/x", given=["a"]).body
    value = find_limit(FindLimit(body, "x", math.inf, 1, (("a", 0.5),))).value
    assert value is not None
    assert canonical(value) == "1/2"
