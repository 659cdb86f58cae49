"""The rules on paper say what the optimisers do, and can be filled with the numbers of a step."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.latex import latex
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.descent.loss import loss_of
from gdviz.descent.plan import Plan
from gdviz.descent.rules import lines, system, worked
from gdviz.descent.run import Run
from gdviz.descent.table import OPTIMISERS, optimiser

NUMBERS = st.floats(-10, 10).map(lambda value: round(value, 3))
BOWL = loss_of(parse("(w - 1)^2 + w b + 3b^2 + cos b"))


def number(value: float) -> Any:
    """A single parameter, as a run has it."""
    return np.float64(value)


@pytest.mark.parametrize("name", OPTIMISERS)
@given(start=st.tuples(NUMBERS, NUMBERS), rate=st.floats(1e-3, 0.2), steps=st.integers(1, 6))
def test_worked_lines_are_the_step(name, start, rate, steps):
    rule = optimiser(name, hessian=BOWL.hessian)
    run = Run(BOWL, start, Plan(rate, 1e-300, 20, rule))
    run.advance(steps)
    if len(run.result().points) <= steps:
        return
    before, after = run.iterate(steps - 1), run.iterate(steps)
    for parameter in (0, 1):
        state = before.gradient, rate, before.state
        done = worked(rule, before.point, *state, parameter)
        assert done[-1].line.letter == "w"
        assert done[-1].value == pytest.approx(after.point[parameter], rel=1e-9, abs=1e-12)


def test_newton_of_one_parameter_divides_by_the_curvature():
    loss = loss_of(parse("w^4 + w^2"))
    rule = optimiser("newton", hessian=loss.hessian)
    (done,) = worked(rule, number(1.0), number(6.0), 1.0, ())
    assert done.given == {"w": 1, "λ": 1, "g": 6, "h": 14}
    assert done.value == 1 - 6 / 14


def test_a_step_of_momentum_with_its_numbers():
    rule = optimiser("momentum")
    first, second = worked(rule, number(4.0), number(8.0), 0.1, (number(10.0),))
    assert plain(first.line.markup("en")) == "b ← μb + g"
    assert plain(typeset(first.filled(), "en")) == "0.9·10 + 8"
    assert plain(typeset(second.filled(), "en")) == "4 − 0.1·17"
    assert [first.value, second.value] == pytest.approx([17, 2.3])


def test_negative_numbers_are_bracketed_and_rounded():
    (done,) = worked(optimiser("gd"), number(-1 / 3), number(-2 / 3), 0.1, ())
    assert plain(typeset(done.filled(3), "en")) == "−0.333 − 0.1(−0.667)"


def test_the_rule_of_adam_as_papers_have_it():
    mean, square, corrected, _, step = (line.markup("en") for line in lines("adam"))
    assert latex(mean) == r"m \leftarrow \beta_1m + (1 - \beta_1)g"
    assert latex(square) == r"v \leftarrow \beta_2v + (1 - \beta_2)g^2"
    assert latex(corrected) == r"M \leftarrow \frac{m}{1 - \beta_1^t}"
    assert latex(step) == r"w \leftarrow w - \frac{\lambda M}{\sqrt{V} + 10^{-8}}"


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_letter_of_a_rule_is_explained(name):
    kind = OPTIMISERS[name]
    known = {"w", "g", "λ", "t", "h", "d", "M", "V", *kind.state}
    known |= {setting.letter for setting in kind.settings.values()}
    for parameters in (1, 2):
        for line in lines(name, parameters):
            assert line.letters | {line.letter} <= known


def test_newton_of_several_parameters_solves_a_system():
    assert plain(system()) == "H·d = ∇L"
    assert latex(system()) == r"H \cdot d = \nabla L"
    (line,) = lines("newton", 2)
    assert plain(line.markup("ru")) == "w ← w − λd"
