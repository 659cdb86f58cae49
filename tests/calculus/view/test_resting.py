"""Zeros and extrema that a dragged point is drawn to."""

import math

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.resting import resting_places
from gdviz.calculus.view.viewport import Viewport


def places(text: str, x0: float, x1: float) -> tuple[float, ...]:
    formula = parse(text)
    function = Differentiable(formula.body, formula.variables[0], {})
    return resting_places(
        lambda x: np.asarray(function.value(x)),
        lambda x: np.asarray(function.rule_slope(x)),
        Viewport(x0, x1, -1.0, 1.0),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("w^2 + 12", [0]),
        ("x^3 - 3x", [-math.sqrt(3), -1, 0, 1, math.sqrt(3)]),
        ("(w^2 - 1)^2/4", [-1, 0, 1]),
        ("|x - 1|", [1]),
        ("1/x", []),
        ("1/(x - 1)^2", []),
        ("tg x", [-math.pi, 0, math.pi]),
        ("5", []),
        ("ln x", [1]),
        ("x^2 - 2", [-math.sqrt(2), 0, math.sqrt(2)]),
    ],
)
def test_zeros_and_extrema_to_ten_digits(text: str, found: list[float]):
    formula = text if any(letter in text for letter in "xw") else f"{text} + 0x"
    assert places(formula, -4.5, 4.4) == pytest.approx(found, abs=5e-10)


def test_round_places_are_round():
    assert places("x^3 - 3x", -6.0, 6.0)[1:4] == (-1.0, 0.0, 1.0)


def test_nothing_is_looked_for_outside_the_view():
    assert places("sin x", 1.0, 2.0) == pytest.approx((math.pi / 2,))


def test_a_rule_that_fails_everywhere_is_not_asked_twice():
    function = Differentiable(parse("sqrt(x^2)/sqrt(x^2)").body, "x", {})
    assert function.rule_slope(np.zeros(3)).shape == (3,)
    assert np.isnan(function.rule_slope(np.zeros(3))).all()
