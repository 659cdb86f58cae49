"""An answer is marked in slices: none of them is long, and together they come to the same."""

import numpy as np
import pytest
from hypothesis import given, settings

from gdviz.calculus.differentiation.derivation import derive, raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import distinct
from gdviz.calculus.parser import parse
from gdviz.practice.marking import Exam, read_answer
from gdviz.practice.slices import finished
from gdviz.practice.valuation import Valuation
from tests.effort import lines_run
from tests.practice.sample import exercises

MOST_LINES = 100_000
"""Of Python in a slice: some ten milliseconds where nothing else runs."""
ABSURD = {
    "factors": "*".join(f"(x+{k})" for k in range(1, 60)),
    "sines": "*".join(f"sin({k}x)" for k in range(1, 25)),
    "terms": "+".join(f"x^{k} sin({k}x)/(x+{k})" for k in range(1, 18)),
    "quotients": "/".join(f"(x+{k})" for k in range(1, 50)),
    "nested": "sin(" * 50 + "x" + ")" * 50,
    "roots": "√(" * 57 + "x" + ")" * 57,
    "tower": "x^" * 40 + "x",
}
LONG_ANSWER = "+".join(f"x^{k}/√({k}-x)" for k in range(1, 30))
POINTS = np.linspace(-4.03, 5.11, 257)


def marking(question, answer):
    formula = parse(question)
    return Exam(derive(formula.body, "x")).marking(read_answer(answer, formula).body)


@pytest.mark.parametrize("answer", ["x^7", LONG_ANSWER], ids=["short", "long"])
@pytest.mark.parametrize("question", ABSURD.values(), ids=ABSURD)
def test_no_slice_is_long_however_absurd_the_function(question, answer):
    finished(marking("y = x", "2"))  # so that nothing is imported on the way
    work, slices, going = marking(question, answer), [], True

    def one_slice():
        nonlocal going
        going = next(work, "the end") is None

    while going:
        slices.append(lines_run(one_slice))
    assert len(slices) > 20
    assert max(slices) <= MOST_LINES


def test_an_everyday_answer_takes_few_slices():
    count = sum(1 for _ in marking("y = tg x^2", "2x/cos^2 x^2"))
    assert count <= 12


@settings(max_examples=30)
@given(exercises())
def test_values_in_stages_are_the_values(task):
    expressions = [task.body, raw_derivative(task.body, "x")]
    expressions += list(distinct(expressions[1]))
    whole = np.array(compile_functions(expressions, ["x"])(POINTS))
    valuation = Valuation(["x"], [POINTS], {})
    for values in (valuation.evaluating(expressions), valuation.surveying(expressions)):
        staged = np.array(finished(values))
        assert (np.isfinite(staged) == np.isfinite(whole)).all()
        assert np.allclose(staged, whole, rtol=1e-9, atol=1e-9, equal_nan=True)


def test_letters_keep_their_values_and_exponents_their_meaning():
    body = parse("a x^(1/3) + (x - 1)^n", given=["a", "n"]).body
    for names, letters in ((["x"], {"a": 2.0, "n": 3.0}), (["x", "a", "n"], {})):
        columns = [POINTS, np.full_like(POINTS, 2.0), np.full_like(POINTS, 3.0)][: len(names)]
        staged = finished(Valuation(names, columns, letters).evaluating([body]))
        assert np.array_equal(
            staged[0], compile_functions([body], names, letters)(*columns)[0], equal_nan=True
        )
