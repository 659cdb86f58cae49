"""What the axes are counted in follows from the function."""

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.view.scale import natural_units
from gdviz.calculus.view.ticks import Unit


def units(text: str) -> tuple[Unit, Unit]:
    formula = parse(text)
    return natural_units(formula.body, formula.variables[0])


@pytest.mark.parametrize(
    "text",
    [
        *("sin x", "cos 2x", "tg x", "1 - cos w", "sin(x/2) + cos 3x", "2 sin x cos x"),
        *("x sin x", "sin x/x", "e^-x sin x", "1/sin x", "sqrt(sin x)", "e^sin x", "sin sin x"),
        *("a sin(kx + b)", "sin(x - π/3)", "ctg^2 x", "|cos x|", "-sin t"),
    ],
)
def test_zeros_and_extrema_at_parts_of_pi_are_marked_so(text: str):
    assert units(text) == (Unit.PI, Unit.DECIMAL)


@pytest.mark.parametrize(
    "text",
    [
        *("x^2", "w^2 + 12", "ln x", "sin πx", "sin x^2", "sin sqrt x", "tg x^2", "sin(x - 1)"),
        *("x + sin x", "cos x + x^2", "x^sin x", "sin 300x", "ln cos^2(sin sqrt x)", "sh x"),
        *("arctg^2 x^3", "x arctg x", "σ(x)", "x sin 1"),
    ],
)
def test_elsewhere_decimals_serve(text: str):
    assert units(text) == (Unit.DECIMAL, Unit.DECIMAL)


@pytest.mark.parametrize(
    "text", ["arctg x", "2 arcsin x", "π/2 - arctg x", "-arccos(x/2)", "arctg(1/x)", "arcctg x/3"]
)
def test_values_that_are_angles_are_marked_in_parts_of_pi(text: str):
    assert units(text) == (Unit.DECIMAL, Unit.PI)


def test_marks_stay_while_a_parameter_is_dragged():
    assert units("sin ax") == units("sin kx") == (Unit.PI, Unit.DECIMAL)
