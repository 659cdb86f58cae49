"""Exercises of problem books, of all kinds: the derivative as the answer at the end has it."""

import json
from pathlib import Path

import numpy as np
import pytest

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import differentiate, raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.rewriting.stages import simplification

LETTERS = {"a": 1.7, "b": -0.6, "c": 0.9, "d": 2.3, "n": 3.0, "m": 2.0}
POINTS = np.array([-2.7, -1.9, -0.83, -0.41, 0.17, 0.71, 1.23, 2.41, 3.3])
EXERCISES = json.loads((Path(__file__).parents[1] / "data/problem_book.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "derivative"), [(e["function"], e["derivative"]) for e in EXERCISES]
)
def test_the_answer_at_the_end_of_the_book(text, derivative):
    formula = parse(text)
    (variable,) = formula.variables
    tidied = differentiate(formula.body, variable)
    assert canonical(tidied) == derivative
    assert tidy(tidied) == tidied
    raw = raw_derivative(formula.body, variable)
    values = compile_functions([raw, tidied], [variable], LETTERS)(POINTS)
    by_rules, shown = map(np.asarray, values)
    known = np.isfinite(by_rules)
    shown = np.broadcast_to(shown, known.shape)
    np.testing.assert_allclose(shown[known], by_rules[known], rtol=1e-8, atol=1e-11)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("e^x(x^2-4x+5)", "factors"),
        ("x^2 ln x", "factors"),
        ("(1+sin x)/cos x", "cancelled"),
        ("arctg(x+sqrt(1+x^2))", "merging"),
        ("sh^2 x", "double-angles"),
        ("sin x (1+cos x)", "double-angles"),
    ],
)
def test_the_last_reason(text, reason):
    assert simplification(raw_derivative(parse(text).body, "x"))[-1].reason == reason
