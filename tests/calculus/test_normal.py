"""The tidy form: what a teacher would write, the same in value, and final."""

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import differentiate, raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from tests.calculus.numerics import noise
from tests.effort import lines_run
from tests.strategies import expressions

POINTS = np.array([-2.7, -1.9, -0.83, -0.41, 0.17, 0.71, 1.23, 2.41, 3.3])
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil"})


@pytest.mark.parametrize(
    ("text", "derivative"),
    [
        ("tg x^2", "2*x/cos(x^2)^2"),
        ("arctg^2 x^3", "6*x^2*arctan(x^3)/(1 + x^6)"),
        ("ln cos^2(sin sqrt x)", "-cos(sqrt(x))*tan(sin(sqrt(x)))/sqrt(x)"),
        ("1/(1 + e^-x)", "e^(-x)/(1 + e^(-x))^2"),
        ("sigma(x)", "sigmoid(x)*(1 - sigmoid(x))"),
        ("w^2 + 12", "2*w"),
        ("(w^2 - 1)^2/4", "w*(w^2 - 1)"),
        ("5", "0"),
        ("x^3 + 2x", "3*x^2 + 2"),
        ("0.1 x^2", "0.2*x"),
        ("x^2/2 + x/3", "x + 1/3"),
        ("a x^2 + b x + c", "2*a*x + b"),
        ("(x^2)^3", "6*x^5"),
        ("sin x sin x", "sin(2*x)"),
        ("cos^3 x", "-3*cos(x)^2*sin(x)"),
        ("x sin x", "sin(x) + x*cos(x)"),
        ("x + cos x", "1 - sin(x)"),
        ("tg x", "1/cos(x)^2"),
        ("sin x/cos x", "1/cos(x)^2"),
        ("ctg x", "-1/sin(x)^2"),
        ("e^x sin x", "e^x*(sin(x) + cos(x))"),
        ("x^2 e^x", "x*e^x*(x + 2)"),
        ("x e^(-x^2/2)", "e^(-x^2/2)*(1 - x^2)"),
        ("e^-x cos x", "-e^(-x)*(cos(x) + sin(x))"),
        ("arcsin(x/2)", "1/sqrt(4 - x^2)"),
        ("x/(x^2 - 1)", "-(x^2 + 1)/(x^2 - 1)^2"),
        ("(x - 1)^2 (x + 2)", "3*(x - 1)*(x + 1)"),
        ("(a x + b)/(c x + d)", "(a*d - b*c)/(c*x + d)^2"),
        ("root(x, n)", "x^(1/n - 1)/n"),
        ("e^(2x) e^x", "3*e^(3*x)"),
        ("e^(-x^2)", "-2*x*e^(-x^2)"),
        ("2^x", "2^x*ln(2)"),
        ("x^x", "x^x*(ln(x) + 1)"),
        ("log_2 x", "1/(x*ln(2))"),
        ("ln x/x^2", "(1 - 2*ln(x))/x^3"),
        ("ln ln x", "1/(x*ln(x))"),
        ("ln(x + sqrt(x^2 + 1))", "1/sqrt(x^2 + 1)"),
        ("x/(x + 1)", "1/(x + 1)^2"),
        ("x^2/(x^2 + 1)", "2*x/(x^2 + 1)^2"),
        ("1/x", "-1/x^2"),
        ("x^-2", "-2/x^3"),
        ("(1 + 1/x)^2", "-2*(x + 1)/x^3"),
        ("sqrt x", "1/(2*sqrt(x))"),
        ("x sqrt x", "3*sqrt(x)/2"),
        ("cbrt x", "1/(3*cbrt(x^2))"),
        ("root(x, 5)", "1/(5*root(x^4, 5))"),
        ("x^(1/3)", "1/(3*x^(2/3))"),
        ("x^0.2", "0.2/x^0.8"),
        ("sqrt(1 - x^2)", "-x/sqrt(1 - x^2)"),
        ("|x|", "x/abs(x)"),
        ("x|x|", "2*abs(x)"),
        ("arctg(1/x)", "-1/(x^2 + 1)"),
        ("(x + 1)(x + 2)", "2*x + 3"),
        ("(x^2 + 1)^3 x", "(x^2 + 1)^2*(7*x^2 + 1)"),
        ("(x^2 + 1)(x^3 - 2)", "5*x^4 + 3*x^2 - 4*x"),
        ("(x - 1)/(1 - x)", "0"),
        ("sin^2 x + cos^2 x", "0"),
    ],
)
def test_as_a_teacher_writes_it(text, derivative):
    formula = parse(text)
    assert canonical(differentiate(formula.body, formula.variables[0])) == derivative


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("x + x", "2*x"),
        ("3 - 2 - 1", "0"),
        ("2*3/4 x", "3*x/2"),
        ("0.5x + x/4", "0.75*x"),
        ("1.5*x/3", "0.5*x"),
        ("x y x", "x^2*y"),
        ("t ω ω", "t*ω^2"),
        ("-(-x)", "x"),
        ("-(x - 1)", "1 - x"),
        ("2(x + 1) + 3(x + 1)", "5*x + 5"),
        ("(2x + 4)/2", "x + 2"),
        ("x/x", "1"),
        ("(x - 1)/(1 - x)", "-1"),
        ("sqrt(x^2)", "abs(x)"),
        ("sqrt(x^4)", "x^2"),
        ("sqrt(x^6)", "x^2*abs(x)"),
        ("sqrt(x^n)", "abs(x)^(n/2)"),
        ("sqrt(x^x)", "x^(x/2)"),
        ("cbrt(x^3)", "x"),
        ("cbrt(x^6)", "x^2"),
        ("sqrt(12)", "2*sqrt(3)"),
        ("sqrt(8x^2)", "2*sqrt(2)*abs(x)"),
        ("sqrt(4x)", "2*sqrt(x)"),
        ("sqrt(4x^2 + 8)", "2*sqrt(x^2 + 2)"),
        ("root(x^2, 10^9)", "root(x^2, 1000000000)"),
        ("(8x)^(1/10^12)", "(8*x)^(1/1000000000000)"),
        ("(sqrt x)^2", "x"),
        ("x/sqrt x", "sqrt(x)"),
        ("|x|^2", "x^2"),
        ("|-2x|", "2*abs(x)"),
        ("sin(-x)", "-sin(x)"),
        ("cos(-x)", "cos(x)"),
        ("sin x/cos x", "tan(x)"),
        ("cos^2 x/sin^2 x", "cot(x)^2"),
        ("ln e^x", "x"),
        ("ln e", "1"),
        ("ln 1", "0"),
        ("e^(ln x)", "x"),
        ("e^x e^(-x)", "1"),
        ("x^0", "1"),
        ("1/0", "1/0"),
        ("0^0", "0^0"),
        ("x^0.5", "x^0.5"),
        ("-x^2 + 2x", "2*x - x^2"),
        ("-2x + 3", "3 - 2*x"),
    ],
)
def test_tidied(text, tidied):
    assert canonical(tidy(parse(text).body)) == tidied


@given(expressions(("x",), ("a",), CONTINUOUS))
def test_the_value_stays(body):
    tidied = tidy(body)
    before, after = np.array(compile_functions([body, tidied], ["x"], {"a": 1.7})(POINTS))
    doubt = noise(body, ["x"], [POINTS], {"a": 1.7}) + noise(tidied, ["x"], [POINTS], {"a": 1.7})
    both = np.isfinite(before) & np.isfinite(after) & np.isfinite(doubt)
    error = np.abs(before[both] - after[both])
    assert (error <= 1e-7 * np.abs(before[both]) + doubt[both]).all()


@given(expressions(("x", "y"), ("a",)))
def test_tidying_again_changes_nothing(body):
    tidied = tidy(body)
    assert tidy(tidied) == tidied


@given(expressions(("x",), ("a",), max_leaves=6))
def test_derivatives_are_tidied_for_good(body):
    tidied = differentiate(body, "x")
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(
    "text",
    [
        "sin(" * 55 + "x" + ")" * 55,
        "sqrt(x+" * 50 + "x" + ")" * 50,
        "x/(1+" * 50 + "x" + ")" * 50,
        "x^(" * 50 + "x" + ")" * 50,
        "((" * 25 + "x" + "^2+1)^2)" * 25,
        "(x+1)" * 90,
        "9^9^9 x + 9^9^9",
    ],
    ids=lambda text: text[:12],
)
def test_bounded_on_monsters(text):
    raw = raw_derivative(parse(text).body, "x")
    assert lines_run(lambda: tidy(raw)) < 4_000_000
