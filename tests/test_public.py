"""What `import gdviz` offers a script."""

import subprocess
import sys

import pytest

import gdviz
from gdviz.calculus.formula import ParseError
from gdviz.descent.optimisers import Momentum
from gdviz.descent.trouble import DescentError


def test_parse():
    formula = gdviz.parse("a x^2 + b", given=["b"])
    assert formula.variables == ("x",)
    assert set(formula.parameters) == {"a", "b"}
    with pytest.raises(ParseError):
        gdviz.parse("x +")


def test_differentiate_text_and_formulas():
    assert gdviz.differentiate("tg x^2").text == "2*x/cos(x^2)^2"
    assert gdviz.differentiate(gdviz.parse("sin t")).text == "cos(t)"
    assert gdviz.differentiate(gdviz.differentiate("x^3")).text == "6*x"
    assert gdviz.differentiate("x^2 y", "y").text == "x^2"


def test_a_derivative_reads_back_as_what_it_is():
    derivative = gdviz.differentiate("arctg^2 x^3")
    assert gdviz.parse(derivative.text).body == derivative.body


@pytest.mark.parametrize(("text", "variable"), [("x^2 y", None), ("x^2", "y"), ("a x", "a")])
def test_what_to_differentiate_by(text, variable):
    with pytest.raises(ValueError, match="is one of x"):
        gdviz.differentiate(text, variable)


def test_descend():
    descent = gdviz.descend("w^2 + 12", start=5)
    assert descent.stop.reason == "converged"
    assert descent.losses[0] == 37
    assert descent.points.shape == (descent.stop.step + 1, 1)


def test_descend_with_several_variables_and_parameters():
    by_name = gdviz.descend("(x - a)^2 + y^2", {"y": 2, "x": 1}, 0.1, 1e-9, values={"a": 3})
    in_order = gdviz.descend("(x - a)^2 + y^2", [1, 2], 0.1, 1e-9, values={"a": 3})
    assert by_name.points.tolist() == in_order.points.tolist()
    assert by_name.points[-1] == pytest.approx([3, 0], abs=1e-3)


def test_descend_with_another_optimiser():
    by_name = gdviz.descend("w^2", 5, 0.1, 1e-300, 3, optimiser="momentum")
    own = gdviz.descend("w^2", 5, 0.1, 1e-300, 3, optimiser=Momentum(0.9))
    assert by_name.points[-1, 0] == pytest.approx(0.31)
    assert by_name.points.tolist() == own.points.tolist()


@pytest.mark.parametrize("start", [1, [1], [1, 2, 3], {"x": 1}])
def test_a_start_for_every_variable(start):
    with pytest.raises(DescentError) as caught:
        gdviz.descend("x + y", start)
    assert caught.value.code == "start-incomplete"


def test_what_cannot_begin():
    with pytest.raises(DescentError):
        gdviz.descend("ln w", -1)
    with pytest.raises(DescentError):
        gdviz.descend("w", 1, optimiser="sgd")


def test_importing_is_quick():
    program = "import sys, gdviz; print(*{'PySide6', 'sympy', 'numpy'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == []
