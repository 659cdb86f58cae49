"""Equality and derivatives, proved and refuted."""

import json
from pathlib import Path

import pytest

from gdviz.calculus.differentiation.derivation import derive, differentiate
from gdviz.calculus.expression import Negate, Sum
from gdviz.calculus.parser import parse
from gdviz.symbolic.equality import prove_derivative, prove_equal
from gdviz.symbolic.questions import Verdict

DATA = Path(__file__).parent.parent / "data"
CORNERED = ("|x + 2|", "max(x, x^2)", "relu(x - 1)", "∛x sin x", "x^(2/3)", "|sin x|")
LECTURE = ("tg x^2", "arctg^2 x^3", "ln cos^2(sin sqrt x)", "sigma(x)", "w^2 + 12")
KNOWN_BY_PARTS = 0.9
"""Part of the oracle's derivatives that are proved; the rest has corners or integer parts."""

SAME = (
    ("2x/cos^2 x^2", "2x(1 + tg^2 x^2)"),
    ("σ(x)(1 - σ(x))", "e^-x/(1 + e^-x)^2"),
    ("6x^2 arctg x^3/(1 + x^6)", "2arctg(x^3) 3x^2/(1 + x^6)"),
    ("-tg(sin √x) cos(√x)/√x", "2cos(sin √x)(-sin(sin √x))cos(√x)/(2√x cos^2(sin √x))"),
    ("sin^2 x + cos^2 x", "1"),
    ("sin 2x", "2 sin x cos x"),
    ("ch^2 x - sh^2 x", "1"),
    ("th x", "2σ(2x) - 1"),
    ("arctg x + arcctg x", "π/2"),
    ("√(x^2)", "|x|"),
    ("ln x^2", "2ln|x|"),
    ("x^(2/3)", "∛(x^2)"),
    ("e^(a ln x)", "x^a"),
    ("1/(1/x)", "x"),
    ("(x + 2)|x + 2|", "(x + 2)^2 sign(x + 2)"),
    ("max(x, x^2)", "(x + x^2 + |x - x^2|)/2"),
    ("min(x, 1, x^2)", "-max(-x, -1, -x^2)"),
    ("arch x", "ln(x + √(x^2 - 1))"),
    ("relu(x - 1)", "max(0, x - 1)"),
)
OTHER = (
    ("√(x^2)", "x"),
    ("(x + 1)^2", "x^2 + 2x + 2"),
    ("tg x^2", "tg^2 x"),
    ("2x/cos x^2", "2x/cos^2 x^2"),
    ("sin 2x", "2 sin x"),
    ("a x", "x"),
    ("sign(x)^2", "1"),
    ("x", "x + 1/1000"),
)


def verdict(first: str, second: str) -> Verdict:
    return prove_equal(parse(first).body, parse(second).body).verdict


@pytest.mark.parametrize(("first", "second"), SAME)
def test_the_same_function(first: str, second: str):
    assert verdict(first, second) is Verdict.PROVED


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_another_function(first: str, second: str):
    assert verdict(first, second) is Verdict.REFUTED


@pytest.mark.parametrize(("first", "second"), [("√x √(x-3)", "√(x(x-3))"), ("ln x^2", "2ln x")])
def test_what_is_the_same_where_both_are_defined_is_never_refuted(first: str, second: str):
    assert verdict(first, second) is not Verdict.REFUTED


@pytest.mark.parametrize("text", ["9^9^9 x", "1e999"])
def test_what_cannot_be_translated_is_unknown(text: str):
    assert verdict(text, "x") is Verdict.UNKNOWN


@pytest.mark.parametrize("text", LECTURE + CORNERED)
def test_the_lectures_derivatives(text: str):
    formula = parse(text)
    (variable,) = formula.variables
    raw = derive(formula.body, variable).after
    for form in (raw, differentiate(formula.body, variable)):
        assert prove_derivative(formula.body, form, variable).verdict is Verdict.PROVED
    wrong = Sum((raw, Negate(parse("1").body)))
    assert prove_derivative(formula.body, wrong, variable).verdict is Verdict.REFUTED


def test_the_oracles_derivatives_are_proved_and_none_is_refuted():
    cases = json.loads((DATA / "derivatives.json").read_text(encoding="utf-8"))["cases"]
    verdicts = []
    for case in cases[::4]:
        formula = parse(case["expr"])
        variable = formula.variables[0]
        derivative = differentiate(formula.body, variable)
        verdicts.append(prove_derivative(formula.body, derivative, variable).verdict)
    assert Verdict.REFUTED not in verdicts
    assert verdicts.count(Verdict.PROVED) >= KNOWN_BY_PARTS * len(verdicts)
