"""parse ∘ canonical = identity: the law of the canonical reading."""

import json
from math import inf
from pathlib import Path

import pytest
from hypothesis import assume, example, given

from gdviz.calculus.canonical import canonical, canonical_line
from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from gdviz.calculus.formula import Formula
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import LONGEST_LINE, parse
from tests.strategies import expressions

DATA = Path(__file__).parents[1] / "data"
CASES = json.loads((DATA / "notation.json").read_text("utf-8"))["cases"]
TYPED = [case["input"] for case in CASES if case["equals"] != "ERROR"]

x, y, a = Symbol("x"), Symbol("y"), Symbol("a")
one, two, three = Number(1.0), Number(2.0), Number(3.0)

TEXTS = {
    "x^2 + 12": Sum((Power(x, two), Number(12.0))),
    "x - y": Sum((x, Negate(y))),
    "-x - 2": Sum((Negate(x), Negate(two))),
    "x - (-y)": Sum((x, Negate(Negate(y)))),
    "x + (y + 2)": Sum((x, Sum((y, two)))),
    "x - (y + 2)": Sum((x, Negate(Sum((y, two))))),
    "-(x + y)": Negate(Sum((x, y))),
    "-2*x": Negate(Product((two, x))),
    "(-2)*x": Product((Negate(two), x)),
    "x*(-2)": Product((x, Negate(two))),
    "(x*y)*2": Product((Product((x, y)), two)),
    "x*(y*2)": Product((x, Product((y, two)))),
    "x/y*2": Product((Quotient(x, y), two)),
    "x*(y/2)": Product((x, Quotient(y, two))),
    "x*y/2": Quotient(Product((x, y)), two),
    "x/y/2": Quotient(Quotient(x, y), two),
    "x/(y/2)": Quotient(x, Quotient(y, two)),
    "x/(y*2)": Quotient(x, Product((y, two))),
    "x/y^2": Quotient(x, Power(y, two)),
    "-x^2": Negate(Power(x, two)),
    "(-x)^2": Power(Negate(x), two),
    "2^3^x": Power(two, Power(three, x)),
    "(2^3)^x": Power(Power(two, three), x),
    "x^(-1)": Power(x, Negate(one)),
    "x^(1/2)": Power(x, Quotient(one, two)),
    "sin(x)^2": Power(Call("sin", (x,)), two),
    "log(2, x)": Call("log", (two, x)),
    "root(x, 2)": Call("root", (x, two)),
    "factorial(x)": Call("factorial", (x,)),
    "e^(pi*x)": Power(Constant("e"), Product((Constant("pi"), x))),
    "0.10*x": Product((Number(0.1, text="0.10"), x)),
    "1e999": Number(inf),
    "1e-07": Number(1e-7),
    "1000000": Number(1e6),
}


@pytest.mark.parametrize("text", TEXTS)
def test_brackets_stand_where_they_are_needed(text):
    assert canonical(TEXTS[text]) == text
    assert parse(text).body == TEXTS[text]


def test_text_of_a_number_that_says_another_number_is_not_believed():
    assert canonical(Number(0.5, text="0.25")) == "0.5"


@pytest.mark.parametrize("typed", TYPED)
def test_the_oracle_comes_back(typed):
    body = parse(typed).body
    assert parse(canonical(body)).body == body
    assert canonical(parse(canonical(body)).body) == canonical(body)


@given(expressions(("x", "y"), ("a", "w1", "x_2", "θ")))
@example(Product((Quotient(x, y), Quotient(one, two))))
def test_random_trees_come_back(tree: Expression):
    assert parse(canonical(tree)).body == tree


@pytest.mark.parametrize("function", FUNCTIONS)
def test_canonical_names_are_spellings_of_themselves(function):
    info = FUNCTIONS[function]
    call = Call(function, (x, y)[: info.arguments[0]])
    assert parse(canonical(call)).body == call


LINES = {
    "x^2": "x^2",
    "f(x) = x^2": "x^2",
    "wx+b": "w*x + b",
    "w^2+b": "w^2 + b",
    "L(w) = w^2 + b": "L(w) = w^2 + b",
    "f(x, y) = x": "f(x, y) = x",
    "f(x, y, z) = x y z": "f(x, y, z) = x*y*z",
    "f(x1, x2) = x1 x2": "f(x1, x2) = x1*x2",
    "f(b) = b x": "f(b) = b*x",
    "f(σ) = σ^2": "f(σ) = σ^2",
    "x = 2": "x(t) = 2",
    "y' = t + a": "t + a",
    "5": "5",
}


@pytest.mark.parametrize("typed", LINES)
def test_a_line_says_its_variables_where_it_must(typed):
    formula = parse(typed)
    assert canonical_line(formula) == LINES[typed]
    again = parse(canonical_line(formula))
    assert (again.variables, again.parameters) == (formula.variables, formula.parameters)


def test_a_line_names_its_function_unlike_its_parameters():
    formula = Formula("", Product((a, Symbol("f"))), ("a",), ("f",), "f")
    assert canonical_line(formula) == "g(a) = a*f"


def test_given_parameters_need_not_be_given_again():
    formula = parse("x t", given=["x"])
    assert canonical_line(formula) == "f(t) = x*t"


@given(expressions(("x", "t"), ("a", "b")))
def test_random_lines_come_back(tree: Expression):
    line = f"F(t) = {canonical(tree)}"
    assume(len(line) <= LONGEST_LINE)
    formula = parse(line)
    again = parse(canonical_line(formula))
    assert (again.body, again.variables) == (formula.body, formula.variables)
