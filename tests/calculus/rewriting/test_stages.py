"""From raw to tidy in stages: every line is equal to the one before it."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import Product, Quotient, Symbol, number
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.rewriting.stages import REST, STAGES, simplification
from gdviz.sentences.derivations import TRANSFORMATIONS
from tests.calculus.numerics import noise
from tests.strategies import expressions

POINTS = np.array([-2.7, -1.9, -0.83, -0.41, 0.17, 0.71, 1.23, 2.41, 3.3])
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil"})


def stages(text):
    lines = simplification(raw_derivative(parse(text).body, "x"))
    return [(line.reason, canonical(line.expression)) for line in lines]


def test_the_lectures_second_exercise():
    assert stages("arctg^2 x^3") == [
        ("", "2*arctan(x^3)*(1/(1 + (x^3)^2))*3*x^2"),
        ("parts", "2*arctan(x^3)*(1/(1 + x^6))*3*x^2"),
        ("products", "6*x^2*arctan(x^3)/(1 + x^6)"),
    ]


def test_a_quotient_of_polynomials():
    assert stages("x^2/(x^2 + 1)")[1:] == [
        ("products", "(2*x*(x^2 + 1) - 2*x^3)/(x^2 + 1)^2"),
        ("one-fraction", "2*(x*(x^2 + 1) - x^3)/(x^2 + 1)^2"),
        ("brackets", "2*(x^3 + x - x^3)/(x^2 + 1)^2"),
        ("merging", "2*x/(x^2 + 1)^2"),
    ]


def test_a_divisor_that_cancels():
    assert stages("(x^2 - 1)/(x - 1)") == [
        ("", "(2*x*(x - 1) - x^2 + 1)/(x - 1)^2"),
        ("brackets", "(2*x^2 - 2*x - x^2 + 1)/(x - 1)^2"),
        ("merging", "(x^2 - 2*x + 1)/(x - 1)^2"),
        ("cancelled", "1"),
    ]


def test_the_tangent_by_the_quotient_rule():
    assert stages("sin x/cos x") == [
        ("", "(cos(x)*cos(x) + sin(x)*sin(x))/cos(x)^2"),
        ("products", "(cos(x)^2 + sin(x)^2)/cos(x)^2"),
        ("identities", "1/cos(x)^2"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x sqrt x", "like-terms"),
        ("e^x sin x", "common-factor"),
        ("ln x/x^2", "one-fraction"),
        ("ln cos^2(sin sqrt x)", "names"),
        ("ln(sec x + tg x)", "by-sines"),
        ("sqrt((1-x)/(1+x))", "cancelled"),
    ],
)
def test_the_stage_that_ends_it(text, reason):
    assert stages(text)[-1][0] == reason


def test_what_is_tidy_takes_no_stage():
    assert stages("x sin x") == [("", "sin(x) + x*cos(x)")]


def test_monsters_are_shown_before_and_after():
    raw = raw_derivative(parse("sqrt(x+" * 50 + "x" + ")" * 50).body, "x")
    assert len(simplification(raw)) <= 2


def test_each_stage_has_its_words():
    assert {*STAGES, REST} <= TRANSFORMATIONS.keys()


@given(expressions(("x",), ("a",), CONTINUOUS, max_leaves=7))
@example(parse("(x + x)/(-x)").body)
@example(Product((Symbol("x"), Quotient(number(0), number(0)))))
def test_every_line_equals_the_one_before(body):
    raw = raw_derivative(body, "x")
    lines = simplification(raw)
    forms = [line.expression for line in lines]
    assert (forms[0], forms[-1]) == (raw, tidy(raw) if len(forms) > 1 else raw)
    assert all(line.reason in TRANSFORMATIONS for line in lines[1:])
    assert len(set(forms)) == len(forms)
    values = {"a": 1.7}
    columns = np.array(compile_functions(forms, ["x"], values)(POINTS))
    doubts = [noise(form, ["x"], [POINTS], values) for form in forms]
    for one, other in pairwise(range(len(forms))):
        doubt = doubts[one] + doubts[other]
        known = np.isfinite(columns[one]) & np.isfinite(columns[other]) & np.isfinite(doubt)
        error = np.abs(columns[one][known] - columns[other][known])
        assert (error <= 1e-7 * np.abs(columns[one][known]) + doubt[known]).all(), lines[other]
