"""What x has to be for the formula of f′ to hold."""

import numpy as np
import pytest
from hypothesis import example, given

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.exceptions import Relation, conditions
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from tests.strategies import expressions


def found(text: str) -> list[str]:
    formula = parse(text)
    function = Differentiable(formula.body, formula.variables[0])
    return [
        f"{canonical(one.left)} {one.relation} "
        + ("Z" if one.relation is Relation.NO_INTEGER else canonical(one.right))
        for one in conditions(function)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sign x", ["x ≠ 0"]),
        ("|x|", ["x ≠ 0"]),
        ("cbrt x", ["x ≠ 0"]),
        ("x^(2/3)", ["x ≠ 0"]),
        ("floor x", ["x ∉ Z"]),
        ("ceil(t/3)", ["t/3 ∉ Z"]),
        ("relu(x - 1)", ["x ≠ 1"]),
        ("max(x; -x)", ["x ≠ 0"]),
        ("|x - a|", ["x ≠ a"]),
        ("|x| + |2x - 1|", ["x ≠ 0", "x ≠ 1/2"]),
        ("|x^2 - 2|", ["x^2 - 2 ≠ 0"]),
        ("|sin x|", ["sin(x) ≠ 0"]),
        ("sqrt x", ["x > 0"]),
        ("sqrt(3 - 2x)", ["x < 3/2"]),
        ("arcsin x", ["x < 1", "x > -1"]),
        ("cbrt(x) sin x", ["x ≠ 0"]),
    ],
)
def test_where_f_has_a_value_and_the_formula_does_not_hold(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["x^2 + 12", "tg x^2", "x|x|", "|x|^3", "|x|/x", "ln|x|", "1/x", "x^x", "|x^2 + 1|"]
)
def test_nothing_where_it_holds_in_all_of_the_domain(text: str) -> None:
    assert found(text) == []


@given(expressions(("x",)))
@example(parse("arcsec(x + 1.3407807929942597e154)").body)
def test_where_the_conditions_fail_there_is_a_kink(body: Expression) -> None:
    function = Differentiable(body, "x")
    for condition in conditions(function):
        left = compile_function(condition.left, ["x"])(np.linspace(-10, 10, 41))
        assert np.asarray(left).dtype == np.float64
