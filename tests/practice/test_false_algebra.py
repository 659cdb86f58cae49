"""False laws of algebra: found where they were applied, and false indeed."""

import numpy as np
import pytest
from hypothesis import given

from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.practice.comparison import Verdict
from gdviz.practice.false_algebra import false_equalities
from gdviz.practice.marking import mark, read_answer
from gdviz.practice.mistakes.of_algebra import FALSE_LAWS
from gdviz.sentences.practice import ALGEBRA
from tests.practice.sample import exercises

PLACES = np.concatenate([np.linspace(-7.03, 7.01, 173), np.linspace(0.013, 0.98, 61)])

BEFORE_DERIVING = [
    ("(x^3)^2", "5x^4", "exponents-not-multiplied", "(x³)² x⁵"),
    ("(x^3)^2", "9x^8", "exponents-not-multiplied", "(x³)² x⁹"),
    ("(e^x)^2", "e^(x+2)", "exponents-not-multiplied", "(eˣ)² eˣ⁺²"),
    ("x^2*x^3", "6x^5", "exponents-not-added", "x²x³ x⁶"),
    ("x^6/x^2", "3x^2", "exponents-not-subtracted", "x⁶/x² x³"),
    ("(2x)^3", "6x^2", "power-of-one-factor", "(2x)³ 2x³"),
    ("(x+3)^2", "2x", "power-of-sum", "(x + 3)² x² + 3²"),
    ("√(x^2+9)", "1", "root-of-sum", "√(x² + 9) x + 3"),
    ("1/(x+x^2)", "-1/x^2-2/x^3", "reciprocal-of-sum", "1/(x + x²) 1/x + 1/x²"),
    ("(x^2+1)/x", "1", "one-term-divided", "(x² + 1)/x x²/x + 1"),
    ("ln(x^2+x)", "2/x+1/x", "logarithm-of-sum", "ln(x² + x) ln x² + ln x"),
    ("e^(x+x^2)", "e^x+2x e^(x^2)", "exponential-of-sum", "e^(x + x²) eˣ + e^(x²)"),
    ("sin(x+x^2)", "cos x+2x cos x^2", "function-of-sum", "sin(x + x²) sin x + sin x²"),
    ("sin 3x", "3cos x", "factor-taken-out", "sin 3x 3 sin x"),
    ("ln(x sin x)", "ln sin x/x+ln x ctg x", "logarithm-of-product", "ln(x sin x) ln x ln sin x"),
    ("x^-2", "-2x", "negative-exponent", "x⁻² −x²"),
    ("3(x^2+x)", "6x+1", "first-term-multiplied", "3(x² + x) 3x² + x"),
    ("√(x^2)", "1", "root-of-square", "√(x²) x"),
]
IN_THE_RESULT = [
    ("(x^2 + 1)^3", "6x(x^4 + 1)", "power-of-sum"),
    ("arctg x", "1 + 1/x^2", "reciprocal-of-sum"),
    ("√(x^2 + 4)", "x/(x + 2)", "root-of-sum"),
    ("x^2/(x + 1)", "(x^2 + 2x)/(x^2 + 1)", "power-of-sum"),
]


def diagnosed(question, answer):
    formula = parse(question)
    found = mark(formula.body, "x", read_answer(answer, formula).body)
    assert found.verdict is Verdict.WRONG
    assert found.diagnosis is not None
    return found.diagnosis


@pytest.mark.parametrize(("question", "answer", "law", "equality"), BEFORE_DERIVING)
def test_false_algebra_before_deriving_is_named_with_what_was_taken_for_equal(
    question, answer, law, equality
):
    found = diagnosed(question, answer)
    assert found.mistake == law
    assert found.equality is not None
    sides = (found.equality.left, found.equality.right)
    assert " ".join(plain(typeset(side, "ru")) for side in sides) == equality


@pytest.mark.parametrize(("question", "answer", "law"), IN_THE_RESULT)
def test_false_algebra_in_the_result_is_named(question, answer, law):
    found = diagnosed(question, answer)
    assert found.mistake == law
    assert found.equality is not None


def test_every_false_law_has_its_sentence():
    assert {law.id for law in FALSE_LAWS} == set(ALGEBRA)


@given(exercises())
def test_what_is_called_false_is_false(task):
    """Somewhere the two sides differ, or the right one has values where the left one has none."""
    for equality, _ in false_equalities(task.body):
        sides = [equality.left, equality.right]
        left, right = np.array(compile_functions(sides, ["x"])(PLACES))
        same = np.isclose(left, right, rtol=1e-9, atol=1e-12, equal_nan=True)
        assert not same.all(), (equality.law, equality.left)
