"""What the editor reads: the oracle of 140 inputs, and many more like them."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression, walk
from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse
from tests.calculus import sympy_text

DATA = Path(__file__).parents[1] / "data"
CASES = json.loads((DATA / "notation.json").read_text("utf-8"))["cases"]
POINTS = [
    {"x": x, "y": y, "a": a, "b": b}
    for x, y, a, b in [(0.3, 0.9, 1.4, -2.0), (0.7, 0.2, -0.6, 0.5), (1.7, 1.1, 2.5, 3.0)]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["input"] or "empty")
def test_the_oracle_is_read_as_it_says(case):
    if case["equals"] == "ERROR":
        with pytest.raises(ParseError):
            parse(case["input"])
        return
    body = parse(case["input"]).body
    function = compile_function(body, ["x", "y", "a", "b"])
    expected = [sympy_text.value(case["equals"], point) for point in POINTS]
    found = [function(*map(float, point.values())) for point in POINTS]
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    assert np.isfinite(expected).any()


# typed → canonical reading
READINGS = {
    # products without a sign
    "2 x": "2*x",
    "2(x+1)": "2*(x + 1)",
    "(x+1)(x-1)": "(x + 1)*(x - 1)",
    "x(x)": "x*x",
    "2(x)3": "2*x*3",
    "sin(2 pi 100 x)": "sin(2*pi*100*x)",
    "xyz": "x*y*z",
    "abx": "a*b*x",
    "1/2x": "1/2*x",
    "x/2/3": "x/2/3",
    "2/3·4": "2/3*4",
    "1/(2x)": "1/(2*x)",
    "x * -2": "x*(-2)",
    "2-x+3": "2 - x + 3",
    "+x": "x",
    "--x": "-(-x)",
    # cutting of letters
    "sinxcosx": "sin(x)*cos(x)",
    "xlnx": "x*ln(x)",
    "sinpix": "sin(pi*x)",
    "tanhx": "tanh(x)",
    "acosx": "arccos(x)",
    "Asin(ωt)": "A*sin(ω*t)",
    "SIN(x)": "sin(x)",
    "Tg x": "tan(x)",
    "2Pi x": "2*pi*x",
    "alpha x": "α*x",
    "lambda x": "λ*x",
    "sinn x": "sin(n*x)",
    "muz": "m*u*z",
    "mu z": "μ*z",
    # functions without brackets
    "sin 2x": "sin(2*x)",
    "sin 2πx": "sin(2*pi*x)",
    "sin xy": "sin(x*y)",
    "sin 2 cos x": "sin(2)*cos(x)",
    "sin x*x": "sin(x)*x",
    "sin x·x": "sin(x)*x",
    "sin x+1": "sin(x) + 1",
    "ln sin x cos x": "ln(sin(x))*cos(x)",
    "ln sin(x)^2": "ln(sin(x)^2)",
    "sin x(x+1)": "sin(x)*(x + 1)",
    "sin 2(x+1)": "sin(2*(x + 1))",
    "sin 2π(x+1)": "sin(2*pi*(x + 1))",
    "sin 2(x+1)(x-1)": "sin(2*(x + 1))*(x - 1)",
    "sin 2|x|": "sin(2*abs(x))",
    "sin x|x|": "sin(x)*abs(x)",
    "sin a(x+1)": "sin(a)*(x + 1)",
    "sin(x) x": "sin(x)*x",
    "sin [x+1]": "sin(x + 1)",
    "sin{x}": "sin(x)",
    "sin -x": "sin(-x)",
    "exp -x^2": "exp(-x^2)",
    "ln|x|": "ln(abs(x))",
    "e^sin 2x": "e^sin(2*x)",
    "2^sin x cos x": "2^sin(x)*cos(x)",
    # roots
    "√x(x+1)": "sqrt(x)*(x + 1)",
    "√2x": "sqrt(2)*x",
    "√x^2": "sqrt(x^2)",
    "√(x+1)^2": "sqrt((x + 1)^2)",
    "sqrt(x+1)^2": "sqrt(x + 1)^2",
    "sin 2√x": "sin(2*sqrt(x))",
    "sqrt 2x": "sqrt(2*x)",
    "√√x": "sqrt(sqrt(x))",
    "√sin x": "sqrt(sin(x))",
    "∛x²": "cbrt(x^2)",
    "∜x": "root(x, 4)",
    "root(x, 3)": "root(x, 3)",
    # powers of functions
    "sin^2 x": "sin(x)^2",
    "sin²x": "sin(x)^2",
    "sin² 2x": "sin(2*x)^2",
    "sin(x)²": "sin(x)^2",
    "sin^n x": "sin(x)^n",
    "sin^nx": "sin(x)^n",
    "sin^2^3 x": "sin(x)^2^3",
    "sin⁻¹ x": "arcsin(x)",
    "sin^2 100x": "sin(100*x)^2",
    "sin^-1 100x": "arcsin(100*x)",
    "sin^ 2 100x": "sin(100*x)^2",
    "tg^{-1} x": "arctan(x)",
    "sh^-1 x": "arsinh(x)",
    "sin^-2 x": "sin(x)^(-2)",
    "ln^-1 x": "ln(x)^(-1)",
    "arcsin^-1 x": "arcsin(x)^(-1)",
    "max^2(x, 1)": "max(x, 1)^2",
    # powers
    "-x^2": "-x^2",
    "(-x)^2": "(-x)^2",
    "2^3^x": "2^3^x",
    "(2^3)^x": "(2^3)^x",
    "x**2": "x^2",
    "x⁻¹": "x^(-1)",
    "x¹⁰": "x^10",
    "xⁿ⁺¹": "x^(n + 1)",
    "e⁻ˣ/(1 + e⁻ˣ)²": "e^(-x)/(1 + e^(-x))^2",
    "e²ˣ": "e^(2*x)",
    "x²^3": "(x^2)^3",
    "x^2²": "x^2^2",
    "e^-x^2": "e^(-x^2)",
    "x^+2": "x^2",
    "x^½": "x^(1/2)",
    "x^.5": "x^0.5",
    "x^0,5": "x^0.5",
    "2^√x": "2^sqrt(x)",
    "e^-|x|": "e^(-abs(x))",
    "x^2!": "x^factorial(2)",
    "x²!": "factorial(x^2)",
    "-x!": "-factorial(x)",
    "2x!": "2*factorial(x)",
    "(x+1)!": "factorial(x + 1)",
    # logarithms
    "log x": "ln(x)",
    "log_a x": "log(a, x)",
    "log_ax": "log(a, x)",
    "log_{10}(x)": "log(10, x)",
    "log2(x)": "log(2, x)",
    "log2x": "log(2, x)",
    "log 2x": "ln(2*x)",
    "log2.5": "ln(2.5)",
    "log(2, x)": "log(2, x)",
    "log(2; x)": "log(2, x)",
    "log₂x": "log(2, x)",
    "logₐx": "log(a, x)",
    "log_0,5 x": "log(0.5, x)",
    "log_(x+1) 2": "log(x + 1, 2)",
    "log_2^3 x": "log(2, x)^3",
    "log^3_2 x": "log(2, x)^3",
    "log_asin x": "log(a, sin(x))",
    "log_pi x": "log(pi, x)",
    "log_2 128": "log(2, 128)",
    "log2 100x": "log(2, 100*x)",
    "log 1 000": "ln(1000)",
    "lg x": "log(10, x)",
    "lg^2 x": "log(10, x)^2",
    # bars
    "||x|-1|": "abs(abs(x) - 1)",
    "x|x|": "x*abs(x)",
    "|x|x": "abs(x)*x",
    "2|x|-|x-1|": "2*abs(x) - abs(x - 1)",
    "|2|x|-1|": "abs(2*abs(x) - 1)",
    "|x||y|": "abs(x)*abs(y)",
    "|x-|y||": "abs(x - abs(y))",
    "|sin|x||": "abs(sin(abs(x)))",
    "|x|²": "abs(x)^2",
    "max(|x|, 1)": "max(abs(x), 1)",
    # characters
    "х²": "x^2",
    "сos х": "cos(x)",
    "２ｘ": "2*x",
    "𝑥²": "x^2",
    "x\u00a0+\t1\n": "x + 1",
    "\ufeffx": "x",
    "x—1": "x - 1",
    "6÷2": "6/2",
    "Γ(x)": "gamma(x)",
    "[x+1]{x-1}": "(x + 1)*(x - 1)",
}


@pytest.mark.parametrize("typed", READINGS)
def test_reading(typed):
    assert canonical(parse(typed).body) == READINGS[typed]


# typed → variables, parameters
NAMES = {
    "wx+b": (("x",), ("w", "b")),
    "x^2+y^2": (("x", "y"), ()),
    "xyz": (("x", "y"), ("z",)),
    "w^2+12": (("w",), ()),
    "w^2+b": (("w", "b"), ()),
    "b^2+w": (("w", "b"), ()),
    "w1^2+w2^2": (("w1", "w2"), ()),
    "w_1^2+w_2^2": (("w_1", "w_2"), ()),
    "w1^2+w_2^2": (("w1", "w2"), ()),
    "x0+x_2": (("x0", "x_2"), ()),
    "w₁²+w₂²": (("w1", "w2"), ()),
    "w1+w_1": (("w1",), ()),
    "A sin(ωt+φ)": (("t",), ("A", "ω", "φ")),
    "v0 t": (("t",), ("v0",)),
    "u^2+v^2": (("u", "v"), ()),
    "u+t": (("t",), ("u",)),
    "v^2": (("v",), ()),
    "θ^2": (("θ",), ()),
    "p^2": (("p",), ()),
    "c": (("c",), ()),
    "ay^2": (("y",), ("a",)),
    "a+b": (("x",), ("a", "b")),
    "x_1^2+x_2^2": (("x_1", "x_2"), ()),
    "x_2 - x_1": (("x_1", "x_2"), ()),
    "θ0+θ1": (("θ0", "θ1"), ()),
    "w1^2+c": (("w1",), ("c",)),
    "a1 y + a0": (("y",), ("a1", "a0")),
    "x_2": (("x_2",), ()),
    "(x-x0)^2": (("x",), ("x0",)),
    "5": (("x",), ()),
    "y = kx+b": (("x",), ("k", "b")),
    "y = t^2": (("t",), ()),
    "x = 2": (("t",), ()),
    "f(t)=t^2": (("t",), ()),
    "f(x)=x+t": (("x",), ("t",)),
    "f(x, y) = x": (("x", "y"), ()),
    "f(x;y)=x": (("x", "y"), ()),
    "f(y, x)=x": (("y", "x"), ()),
    "L(w)=w^2+b": (("w",), ("b",)),
    "L(w1, w2) = w1 w2": (("w1", "w2"), ()),
    "L(w_1, w_2) = w1 w2": (("w_1", "w_2"), ()),
    "f(x1,x2,x3)=x1+x2+x3": (("x1", "x2", "x3"), ()),
    "f(theta) = θ": (("θ",), ()),
    "f(σ)=σ^2": (("σ",), ()),
    "f(х) = x": (("x",), ()),
}


@pytest.mark.parametrize("typed", NAMES)
def test_variables_and_parameters(typed):
    formula = parse(typed)
    assert (formula.variables, formula.parameters) == NAMES[typed]


LEFT_SIDES = {
    "x": None,
    "y = x": "y",
    "у = х": "y",
    "f(x) = x": "f",
    "f (x):=x": "f",
    "loss(w) = w^2": "loss",
    "loss = w^2": "loss",
    "σ(x) = 1/(1 + e⁻ˣ)": "σ",
    "sigma(x) = 1/(1+e^-x)": "σ",
    "y' = 2x": "y′",
    "f''(x) = 2": "f′′",
    "dy/dx = 2x": "y′",
    "∂L/∂w = 2w": "L′",
}


@pytest.mark.parametrize("typed", LEFT_SIDES)
def test_name_on_the_left(typed):
    assert parse(typed).name == LEFT_SIDES[typed]


def test_a_given_letter_is_a_parameter_whatever_its_name():
    assert parse("x t", given=["x"]).variables == ("t",)
    assert parse("f(x) = x + a", given=["x"]).parameters == ("x", "a")
    assert parse("e^x", given=["e"]).parameters == ("e",)
    assert canonical(parse("σ x", given=["σ"]).body) == "σ*x"
    assert parse("αx", given=["alpha"]).parameters == ("α",)
    assert parse("x2 + x", given=["x2"]).parameters == ("x2",)


def test_letters_in_use_are_no_unknown_word():
    assert canonical(parse("abc x", given="abc").body) == "a*b*c*x"
    assert canonical(parse("a x^2 + b x + c + abc").body) == "a*x^2 + b*x + c + a*b*c"
    with pytest.raises(ParseError):
        parse("abc x")


def parts(typed: str) -> dict[str, str]:
    """The text at the span of each node, by what the node means."""
    nodes = walk(parse(typed).body)
    return {canonical(node): typed[node.span[0] :][: node.span[1]] for node in nodes}


def test_every_part_knows_where_it_stood():
    assert parts("y = ln cos^2(sin √x)") == {
        "ln(cos(sin(sqrt(x)))^2)": "ln cos^2(sin √x)",
        "cos(sin(sqrt(x)))^2": "cos^2(sin √x)",
        "cos(sin(sqrt(x)))": "cos^2(sin √x)",
        "sin(sqrt(x))": "sin √x",
        "sqrt(x)": "√x",
        "x": "x",
        "2": "2",
    }
    assert parts("1/(1 + e⁻ˣ)")["e^(-x)"] == "e⁻ˣ"
    assert parts("1/(1 + e⁻ˣ)")["-x"] == "⁻ˣ"
    assert parts("1/(1 + e⁻ˣ)")["1/(1 + e^(-x))"] == "1/(1 + e⁻ˣ)"
    assert parts("2(x+1) - lg x")["2*(x + 1)"] == "2(x+1)"
    assert parts("2(x+1) - lg x")["10"] == "lg"


TYPED_PIECES = [
    "x",
    "y",
    "2",
    "0,5",
    "(",
    ")",
    "|",
    "^",
    "-",
    "+",
    "/",
    "*",
    " ",
    "sin",
    "ln^2",
    "√",
]


@given(st.lists(st.sampled_from(TYPED_PIECES), max_size=14).map("".join))
def test_spans_lie_inside_each_other(typed):
    try:
        body = parse(typed).body
    except ParseError:
        return
    assert_nested(body, 0, len(typed))


def assert_nested(node: Expression, start: int, stop: int) -> None:
    """The node's place is not empty and lies between `start` and `stop`."""
    position, length = node.span
    assert length > 0
    assert start <= position
    assert position + length <= stop
    for child in node.children():
        assert_nested(child, position, position + length)


def test_derivatives_of_other_projects_can_be_typed():
    cases = json.loads((DATA / "derivatives.json").read_text("utf-8"))["cases"]
    for case in cases:
        for typed in (case["expr"], case["derivative"]):
            formula = parse(typed)
            assert formula.variables == ("x",)
