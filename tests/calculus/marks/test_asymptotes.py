"""Horizontal and oblique asymptotes, worked out by hand."""

from math import e, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.marks import Asymptote, marks
from gdviz.calculus.marks.asymptotes import asymptotes
from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport

VIEW = Viewport(-6, 6, -4, 4)
BOTH: dict[str, tuple[float, float]] = {
    "(x^2 + 1)/(x - 3)": (1, 3),
    "arctg^2 x": (0, pi**2 / 4),
    "x^2/(1 + x^2)": (0, 1),
    "1/x": (0, 0),
    "e^(-x^2)": (0, 0),
    "sin x/x": (0, 0),
    "x + sin x/x": (1, 0),
    "x sin(1/x)": (0, 1),
    "x e^(1/x)": (1, 1),
    "(1 + 1/x)^x": (0, e),
    "(x^3 - x)/(x^2 + 1)": (1, 0),
    "cbrt(x^3 + x^2)": (1, 1 / 3),
    "0.1x - 7 + 1/x": (0.1, -7),
}
NONE = (
    "x + sin x", "ln x", "x^2", "sqrt x", "sin x", "tg x", "x^x", "2x + 1", "5", "|x|", "relu(x)",
    "(x^2 - 1)/(x - 1)", "x ln x", "sin^2 x + cos^2 x", "sin(x^2)", "Gamma(x)",
)  # fmt: skip
LEFT: dict[str, tuple[float, float]] = {
    "e^x": (0, 0),
    "sigma(x)": (0, 0),
    "th x": (0, -1),
    "softplus(x)": (0, 0),
    "sqrt(x^2 + 1)": (-1, 0),
    "x arctg x": (-pi / 2, -1),
    "sqrt(x^2 + x) - x": (-2, -0.5),
}
RIGHT: dict[str, tuple[float, float]] = {
    "sigma(x)": (0, 1),
    "th x": (0, 1),
    "softplus(x)": (1, 0),
    "sqrt(x^2 + 1)": (1, 0),
    "x arctg x": (pi / 2, -1),
    "sqrt(x^2 + x) - x": (0, 0.5),
    "ln x/x": (0, 0),
    "x e^(-x)": (0, 0),
}


def _of(text: str, values: tuple[tuple[str, float], ...] = ()) -> tuple[Asymptote, ...]:
    return asymptotes(parse(text).body, "x", values)


@pytest.mark.parametrize("text", BOTH)
def test_one_line_for_both_ends(text: str):
    (line,) = _of(text)
    assert (line.slope, line.intercept) == pytest.approx(BOTH[text], abs=1e-12)
    assert line.left
    assert line.right


@pytest.mark.parametrize("text", NONE)
def test_curves_without_asymptotes(text: str):
    assert _of(text) == ()


@pytest.mark.parametrize("text", sorted({*LEFT, *RIGHT}))
def test_ends_with_lines_of_their_own(text: str):
    found = {line.left: (line.slope, line.intercept) for line in _of(text)}
    wanted = {True: LEFT.get(text), False: RIGHT.get(text)}
    assert found.keys() == {side for side, line in wanted.items() if line is not None}
    for side, line in found.items():
        assert line == pytest.approx(wanted[side], abs=1e-12)
    assert not any(line.left and line.right for line in _of(text))


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 9), st.integers(-5, 5))
def test_division_with_remainder_says_the_line(k: int, b: int, rest: int, pole: int):
    (line,) = _of(f"{k}x + ({b}) + {rest}/(x - ({pole}))")
    assert (line.slope, line.intercept) == pytest.approx((k, b), abs=1e-12)


def test_parameters_have_their_values():
    assert _of("a x + b + 1/x", (("a", 2.0), ("b", -3.0))) == (Asymptote(2.0, -3.0, True, True),)


def test_marks_of_a_view_come_with_the_asymptotes():
    found = marks(parse("(x^2 + 1)/(x - 3)").body, "x", {}, VIEW)
    assert [line.slope for line in found.asymptotes] == [1.0]
