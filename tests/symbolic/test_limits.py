"""Limits from a side."""

from math import pi

import pytest
import sympy

from gdviz.calculus.canonical import canonical
from gdviz.calculus.expression import Expression
from gdviz.calculus.germ import OneSided
from gdviz.calculus.parser import parse
from gdviz.symbolic import limits
from gdviz.symbolic.limits import find_limit
from gdviz.symbolic.questions import FindLimit

INFINITE = "1e999"
NAMED = (
    ("sin x/x", 0.0, 1, "1"),
    ("(1 + x)^(1/x)", 0.0, -1, "e"),
    ("(2^x - 1)/x", 0.0, 1, "ln(2)"),
    ("(tg x - x)/x^3", 0.0, 1, "1/3"),
    ("(e^x - 1 - x)/x^2", 0.0, -1, "1/2"),
    ("arctg(1/x)", 0.0, -1, "-pi/2"),
    ("x ln x", 0.0, 1, "0"),
    ("e^(1/x)", 0.0, -1, "0"),
    ("e^(1/x)", 0.0, 1, INFINITE),
    ("(x^2 - 1)/(x - 1)", 1.0, -1, "2"),
    ("cos x/(x - pi/2)", pi / 2, 1, "-1"),
    ("(x^2 - 0.09)/(x - 0.3)", 0.3, 1, "3/5"),
)
"""Where series give a number."""
FOUND = (
    ("x floor(1/x)", 0.0, 1, "1"),
    ("sinh(1/x)/cosh(1/x)", 0.0, -1, "-1"),
    ("e^(1/x)/(1 + e^(1/x))", 0.0, 1, "1"),
    ("cosh(1/x) e^(-1/|x|)", 0.0, 1, "1/2"),
    ("sin(1/x) - sin(1/x)", 0.0, 1, "0"),
)
"""Where sums and quotients are too much for series, or were once."""
NONE = (
    ("sin(1/x)", 0.0, 1),
    ("ln x", 0.0, -1),
    ("9^9^9 x/x", 0.0, 1),
    ("arctg(tg(1/x)) x", 0.0, 1),
    ("digamma(x) + 1/x", 0.0, 1),
)


def limit(line: str, at: float, side: int) -> Expression | None:
    return find_limit(FindLimit(parse(line).body, "x", at, side)).value


@pytest.mark.parametrize(("line", "at", "side", "expected"), NAMED + FOUND)
def test_limits(line: str, at: float, side: int, expected: str):
    value = limit(line, at, side)
    assert value is not None
    assert canonical(value) == expected


@pytest.fixture
def no_series(monkeypatch: pytest.MonkeyPatch):
    """Series say nothing."""
    monkeypatch.setattr(limits, "one_sided", lambda *_: OneSided(None))


@pytest.mark.parametrize(("line", "at", "side", "expected"), FOUND)
@pytest.mark.usefixtures("no_series")
def test_limits_that_numbers_alone_confirm(line: str, at: float, side: int, expected: str):
    test_limits(line, at, side, expected)


@pytest.mark.parametrize(("line", "at", "side"), NONE)
def test_where_there_is_none_or_none_known(line: str, at: float, side: int):
    assert limit(line, at, side) is None


def test_letters_have_their_values():
    body = parse("(e^(a x) - 1)/x", given=["a"]).body
    value = find_limit(FindLimit(body, "x", 0.0, 1, (("a", 0.5),))).value
    assert value is not None
    assert canonical(value) == "1/2"


@pytest.mark.parametrize("wrong", [sympy.Integer(2), sympy.oo, -sympy.oo])
@pytest.mark.parametrize("line", ["sin x/x", "x floor(1/x)"])
def test_an_answer_that_is_contradicted_is_none(
    monkeypatch: pytest.MonkeyPatch, line: str, wrong: sympy.Expr
):
    """By series, and by numbers on the way there."""
    assert limit(line, 0.0, 1) is not None
    monkeypatch.setattr(sympy, "limit", lambda *_: wrong)
    assert limit(line, 0.0, 1) is None
    monkeypatch.setattr(limits, "one_sided", lambda *_: OneSided(None))
    assert limit(line, 0.0, 1) is None
