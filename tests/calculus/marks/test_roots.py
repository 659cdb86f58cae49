"""All zeros of an expression in an interval."""

from math import pi

import numpy as np
import pytest

from gdviz.calculus.marks.conditions import Condition, Level, conditions, zeros
from gdviz.calculus.marks.reaching import Reaching
from gdviz.calculus.marks.roots import Roots, Search
from gdviz.calculus.parser import parse

NONE = np.empty(0)


def searched(
    text: str, low: float, high: float, walls: tuple[float, ...] = (), level: Level = Level.ZERO
) -> Roots:
    search = Search(Reaching(parse(text).body, "x", {}, level), low, high, np.array(walls))
    with np.errstate(all="ignore"):
        for _ in search.run():
            pass
    return search.roots


ZEROS = [
    ("x", -1.0, 1.0, [0.0]),
    ("x^2 - 2", -5.0, 5.0, [-(2**0.5), 2**0.5]),
    ("x^2 - 2x + 1", -5.0, 5.0, [1.0]),
    ("x^4 - 4x^3 + 6x^2 - 4x + 1", -5.0, 5.0, [1.0]),
    ("x^3 - 3x^2 + 3x - 1", -5.0, 5.0, [1.0]),
    ("x^2 - 2 pi x + pi^2", -5.0, 5.0, [pi]),
    ("1 - sin x", -5.0, 5.0, [-1.5 * pi, pi / 2]),
    ("1 - cos x", -7.0, 7.0, [-2 * pi, 0.0, 2 * pi]),
    ("sin x - x", -3.0, 3.0, [0.0]),
    ("(x - 1)(x - 1 - 10^(-6))", -3.0, 3.0, [1.0, 1 + 1e-6]),
    ("x^2 + 10^(-30)", -3.0, 3.0, []),
    ("x^2 + 10^(-8)", -3.0, 3.0, []),
    ("e^x", -3.0, 3.0, []),
    ("x - x", -3.0, 3.0, []),
    ("(x + 1)^2 - x^2 - 2x - 1", -3.0, 3.0, []),
    ("1/(1 + 10^6 (x - 1/3)^2) - 1/2", -5.0, 5.0, [1 / 3 - 1e-3, 1 / 3 + 1e-3]),
    ("10^9 x - 1", -5.0, 5.0, [1e-9]),
]


@pytest.mark.parametrize(("text", "low", "high", "places"), ZEROS, ids=[z[0] for z in ZEROS])
def test_all_zeros_are_found(text: str, low: float, high: float, places: list[float]):
    found = searched(text, low, high)
    assert found.places.tolist() == pytest.approx(places, rel=1e-13, abs=1e-15)
    assert found.crowds == []


def test_integers_are_reached_one_by_one():
    assert searched("2x", -1.0, 1.0, level=Level.INTEGERS).places.tolist() == [-1, -0.5, 0, 0.5, 1]
    assert searched("2x", -1.0, 1.0, level=Level.POLES_OF_GAMMA).places.tolist() == [-1, -0.5, 0]
    roots = searched("x^2", 1.1, 2.1, level=Level.INTEGERS).places.tolist()
    assert roots == pytest.approx([2**0.5, 3**0.5, 2.0], rel=1e-15)


def test_where_zeros_pile_up_is_told():
    found = searched("sin(1/x)", -1.0, 1.0, walls=(0.0,))
    assert any(low < 0.0 < high for low, high in found.crowds)
    for low, high in found.crowds:
        assert -0.1 < low < high < 0.1
        assert not ((found.places > low) & (found.places < high)).any()
    assert found.places[-3:].tolist() == pytest.approx([1 / (k * pi) for k in (3, 2, 1)], rel=1e-14)


def of(text: str) -> set[Condition]:
    return set(conditions(parse(text).body, "x", {}))


def part(text: str, level: Level = Level.ZERO) -> Condition:
    return Condition(parse(text).body, level)


CONDITIONS = [
    ("x^3 + sin x e^x", []),
    ("1/(x^2 - 1)", [part("x^2 - 1")]),
    ("1/((x - 1)^2 e^x)", [part("x - 1")]),
    ("tg x", [part("cos x")]),
    ("ln|x|", [part("x")]),
    ("sqrt(ln x)", [part("x"), part("x - 1")]),
    ("arcsin 2x", [part("2x - 1"), part("2x + 1")]),
    ("x^(1/3) + x^2", [part("x")]),
    ("x^x", [part("x")]),
    ("2^x", []),
    ("max(x, 1, x^2)", [part("x - 1"), part("x - x^2"), part("1 - x^2")]),
    ("floor(3x)", [part("3x", Level.INTEGERS)]),
    ("x!", [part("x + 1", Level.POLES_OF_GAMMA)]),
    ("log(x, 2)", [part("x"), part("x - 1")]),
]


@pytest.mark.parametrize(("text", "wanted"), CONDITIONS, ids=[c[0] for c in CONDITIONS])
def test_where_something_can_happen(text: str, wanted: list[Condition]):
    assert of(text) == set(wanted)


def test_zeros_are_those_of_simpler_parts():
    body = parse("(x - 1)^2 e^x sqrt(x + 1)/x").body
    assert set(zeros(body, "x")) == {parse("x - 1").body, parse("x + 1").body}
    assert list(zeros(parse("ln x tg 2x").body, "x")) == [
        parse("x - 1").body,
        parse("sin 2x").body,
    ]
    assert list(zeros(parse("5 e^x").body, "x")) == []
