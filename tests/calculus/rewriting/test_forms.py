"""Other forms of a derivative, each line equal to the one before it."""

from itertools import pairwise

import numpy as np
import pytest

from gdviz.calculus.canonical import canonical
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Symbol
from gdviz.calculus.parser import parse
from gdviz.calculus.rewriting.forms import other_forms
from gdviz.sentences.derivations import TRANSFORMATIONS

Y = Symbol("y")
POINTS = np.array([0.17, 0.71, 1.23, 2.41, 3.3])
LETTERS = {"a": 1.7, "b": 2.3, "c": 0.9, "k": -0.6}


def chains(text):
    return other_forms(parse(text, given=list(LETTERS)).body, "x", Y)


def test_sigma_as_on_the_slide():
    (chain,) = chains("1/(1 + e^-x)")
    assert [(line.reason, canonical(line.expression)) for line in chain] == [
        ("", "e^(-x)/(1 + e^(-x))^2"),
        ("add-and-subtract", "((1 + e^(-x)) - 1)/(1 + e^(-x))^2"),
        ("split", "1/(1 + e^(-x)) - 1/(1 + e^(-x))^2"),
        ("itself", "y - y^2"),
        ("bracket", "y*(1 - y)"),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("3/(1 + 2e^(-x/2))", "y/2*(1 - y/3)"),
        ("a/(b + c e^(k x))", "-k*y*(1 - b*y/a)"),
        ("1/(1 + e^x)", "-y*(1 - y)"),
        ("tg x", "1 + y^2"),
        ("ctg 2x", "-2*(1 + y^2)"),
        ("th x", "1 - y^2"),
        ("cth x", "-(y^2 - 1)"),
        ("tg x^2", "2*x*(1 + y^2)"),
        ("sin x/cos x", "1 + tan(x)^2"),
        ("e^(3x)", "3*y"),
        ("2^x", "y*ln(2)"),
        ("sqrt x", "1/(2*y)"),
        ("1/x", "-y^2"),
    ],
)
def test_the_last_line(text, last):
    (chain,) = chains(text)
    assert canonical(chain[-1].expression) == last
    function = compile_function(parse(text, given=list(LETTERS)).body, ["x"], LETTERS)
    numbers = [
        compile_function(line.expression, ["x", "y"], LETTERS)(POINTS, function(POINTS))
        for line in chain
    ]
    for (one, other), line in zip(pairwise(numbers), chain[1:], strict=True):
        np.testing.assert_allclose(other, one, rtol=1e-12, err_msg=line.reason)
        assert line.reason in TRANSFORMATIONS


@pytest.mark.parametrize("text", ["sin x", "x^2", "5", "3x + 1", "x/(x^2 + 1)", "x^x", "e^x sin x"])
def test_where_there_is_no_other_form(text):
    assert chains(text) == ()
