"""The rules that the table has for the board say what the optimisers do."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import symbols
from gdviz.calculus.parser import parse
from gdviz.descent.loss import loss_of
from gdviz.descent.optimisers import Newton
from gdviz.descent.plan import Plan
from gdviz.descent.run import Run
from gdviz.descent.table import OF_MANY, OPTIMISERS, optimiser, settings_of

NUMBERS = st.floats(-10, 10).map(lambda value: round(value, 3))
BOWL = loss_of(parse("(w - 1)^2 + w b + 3b^2 + cos b"))
HOLLOW = loss_of(parse("w^4 + w^2"))


def letters_of(text):
    return sorted(symbols(parse(text).body))


def reckoned(name, rule, before, rate, parameter):
    """What the lines of the rule make of one parameter of an iterate."""
    kind = OPTIMISERS[name]
    many = np.size(before.point) > 1
    known: dict[str, Any] = {}
    known |= {kind.settings[key].letter: value for key, value in settings_of(rule).items()}
    state = [np.atleast_1d(part)[parameter if np.ndim(part) else 0] for part in before.state]
    known |= dict(zip(kind.state, state, strict=True))
    known |= {"λ": rate, "w": np.atleast_1d(before.point)[parameter]}
    known |= {"g": np.atleast_1d(before.gradient)[parameter]}
    known["t"] = known.get("t", 0.0) + 1.0
    if isinstance(rule, Newton):
        hessian = rule.hessian(before.point)
        known["h"] = hessian
        if many:
            known["d"] = np.linalg.solve(hessian, before.gradient)[parameter]
    for letter, text in OF_MANY.get(name, kind.rule) if many else kind.rule:
        letters = letters_of(text)
        line = compile_function(parse(text).body, letters)
        known[letter] = line(*(np.float64(known[each]) for each in letters))
    return known["w"]


@pytest.mark.parametrize("name", OPTIMISERS)
@given(start=st.tuples(NUMBERS, NUMBERS), rate=st.floats(1e-3, 0.2), steps=st.integers(1, 6))
def test_the_lines_of_a_rule_are_the_step(name, start, rate, steps):
    for loss, begin in ((BOWL, start), (HOLLOW, start[0] / 10)):
        rule = optimiser(name, hessian=loss.hessian)
        run = Run(loss, begin, Plan(rate, 1e-300, 20, rule))
        run.advance(steps)
        made = run.result()
        last = int(made.steps[-1])
        if last == 0:
            continue
        before = run.iterate(last - 1)
        for parameter, expected in enumerate(made.points[-1]):
            found = reckoned(name, rule, before, rate, parameter)
            assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_letter_of_a_rule_is_explained(name):
    kind = OPTIMISERS[name]
    known = {"w", "g", "λ", "t", "h", "d", "M", "V", *kind.state}
    known |= {setting.letter for setting in kind.settings.values()}
    for letter, text in (*kind.rule, *OF_MANY.get(name, ())):
        assert {letter, *letters_of(text)} <= known
