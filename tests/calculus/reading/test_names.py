"""Names as people type them."""

import pytest

from gdviz.calculus.reading.names import name_of

NAMES = {
    "x": "x",
    " x ": "x",
    "х": "x",
    "θ": "θ",
    "theta": "θ",
    "lambda": "λ",
    "ϕ": "φ",
    "e": "e",
    "σ": "σ",
    "w1": "w1",
    "w₁": "w1",
    "w_1": "w_1",
    "x2": "x2",
    "x₂": "x_2",
    "x_{12}": "x_12",
}


@pytest.mark.parametrize("typed", NAMES)
def test_a_name(typed):
    assert name_of(typed) == NAMES[typed]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "2", "xy", "sin", "pi", "x+1", "x 1", "x1.5", "1a", "x²", "ж", "é", "_", "x_"],
)
def test_no_name(typed):
    assert name_of(typed) is None
