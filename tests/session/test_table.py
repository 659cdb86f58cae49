"""The table of derivatives: each line says where it holds."""

from math import isfinite

import pytest

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.analysis import analyse
from gdviz.session.derivation_scene import TableEntry
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.table import table_of_derivatives

PLACES = (-2.5, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.25)
ENTRIES = [entry for group in table_of_derivatives(Translator("ru")) for entry in group.entries]
HOLDS = {
    "x ≠ 0": lambda x: x != 0,
    "x > 0": lambda x: x > 0,
    "x > 1": lambda x: x > 1,
    "|x| < 1": lambda x: abs(x) < 1,
    "|x| > 1": lambda x: abs(x) > 1,
    "0 < x < 1": lambda x: 0 < x < 1,
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.text)
def test_where_a_line_holds_there_is_a_derivative(entry: TableEntry) -> None:
    told_where = [
        holds for said, holds in HOLDS.items() if plain(entry.formula).endswith(f", {said}")
    ]
    holds = told_where[0] if told_where else lambda x: True
    body, values = parse(entry.text).body, dict(entry.parameters)
    function = Differentiable(body, "x", values)
    slope = compile_functions([derive(body, "x").after], ["x"], values)
    told = [x for x in PLACES if holds(x) and isfinite(slope(x)[0])]
    assert told
    assert [x for x in told if function.at(x).slope is None] == []


@pytest.mark.parametrize(
    ("line", "law"),
    [
        ("sign x", "(sign u)′ = 0, u ≠ 0"),
        ("relu x", "(ReLU(u))′ = (1 + sign u)/2, u ≠ 0"),
        ("floor x", "(floor(u))′ = 0, u ∉ ℤ"),
        ("sin x", "(sin u)′ = cos u"),
    ],
)
def test_the_law_of_a_step_says_where_it_holds(line: str, law: str) -> None:
    row = derivative_scene(analyse(line, {}), Translator("ru")).row(0)
    assert plain(row.law) == law
