"""Proofs of the rules and of the table: every line is the same number as the one before."""

from itertools import pairwise

import pytest

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.differentiation.proofs import PROOFS, Proof, formula, proofs
from gdviz.calculus.expression import Expression, distinct, symbols
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import latex, plain, typeset
from gdviz.calculus.unevaluated import Derivative, Limit
from gdviz.sentences.derivations import METHODS, REASONS
from tests.calculus.unevaluated_numbers import substituted, value, with_formulas

PLACES = (-1.9, -0.43, 0.37, 0.71, 1.83, 2.6)
LETTERS = {"n": 2.6, "a": 1.7, "c": 0.8}
DEFINITIONS = {"gamma", "factorial", "digamma", "polygamma", "piecewise-constant"}
"""Entries that only say what a function is called, or that it does not change."""
EVERY_PROOF = [(rule, proof) for rule in PROOFS for proof in proofs(rule)]
NAMES = [f"{rule} {proof.method}" for rule, proof in EVERY_PROOF]


F, G = (parse(text).body for text in ("e^x", "ch x"))
REMAINDER = parse("(e^(u+x) - e^u)/x - e^u", given=["u", "x"]).body
"""ε(x) with f(u + x) − f(u) = (f′(u) + ε(x))·x."""
FORMULAS = {"f": F, "g": G, "ε": REMAINDER}
"""What is put in for functions that a proof of a rule gives no formula for."""


def filled(proof: Proof) -> list[Expression]:
    """The lines with formulas for f and g, and for letters that go to 0 with h."""
    meanings = {letter: with_formulas(meaning, FORMULAS) for letter, meaning in proof.where}
    moving = {name: meaning for name, meaning in meanings.items() if "h" in symbols(meaning)}
    lines = [with_formulas(line.expression, FORMULAS) for line in proof.lines]
    return [substituted(line, moving) for line in lines]


def values_at(proof: Proof, x: float) -> list[float]:
    place = {"x": x, **LETTERS}
    for letter, meaning in proof.where:
        place[letter] = value(with_formulas(meaning, FORMULAS), {**place, "h": 0.0})
    return [value(line, place) for line in filled(proof)]


def is_unevaluated(line):
    return any(isinstance(node, Derivative | Limit) for node in distinct(line.expression))


@pytest.mark.parametrize(("rule", "proof"), EVERY_PROOF, ids=NAMES)
def test_every_line_equals_the_one_before(rule, proof):
    known = 0
    for x in PLACES:
        numbers = values_at(proof, x)
        if numbers[-1] == numbers[-1] and numbers[0] == numbers[0]:
            known += 1
            for one, other in pairwise(numbers):
                assert other == pytest.approx(one, rel=1e-6), (x, numbers)
    assert known >= 2


@pytest.mark.parametrize(("rule", "proof"), EVERY_PROOF, ids=NAMES)
def test_it_proves_what_the_table_says(rule, proof):
    first = proof.lines[0].expression
    assert isinstance(first, Derivative)
    assert first.variable == "x"
    step = derive(with_formulas(first.operand, FORMULAS), "x")
    assert step.rule in (rule, "root-as-power")
    assert not is_unevaluated(proof.lines[-1])
    for x in PLACES:
        said = value(step.after, {"x": x, **LETTERS})
        shown = values_at(proof, x)[-1]
        assert shown == pytest.approx(said, rel=1e-12, nan_ok=True)


@pytest.mark.parametrize(("rule", "proof"), EVERY_PROOF, ids=NAMES)
def test_it_is_readable(rule, proof):
    assert proof.method in METHODS
    assert [line.reason in REASONS for line in proof.lines] == [False] + [True] * (
        len(proof.lines) - 1
    )
    texts = [plain(typeset(line.expression, "ru")) for line in proof.lines]
    assert all(one != other for one, other in pairwise(texts))
    assert all(latex(typeset(line.expression, "en")) for line in proof.lines)


def test_the_rules_of_the_lecture_are_proved():
    rules = {"constant", "sum", "difference", "product", "constant-multiple", "quotient", "chain"}
    assert all(proofs(rule)[0].method == "limit" for rule in rules)
    lines = proofs("product")[0].lines
    assert plain(typeset(lines[0].expression, "en")) == "(f(x) g(x))′"
    assert plain(typeset(lines[-1].expression, "en")) == "f′(x) g(x) + f(x) g′(x)"


def test_the_whole_table_is_proved():
    entries = {rule for rule, _ in ELEMENTARY.values()}
    entries |= {"power", "exponential", "logarithm", "root"}
    assert entries - DEFINITIONS <= PROOFS.keys()
    assert proofs("digamma") == ()


def test_every_reason_is_given_somewhere():
    given = {line.reason for _, proof in EVERY_PROOF for line in proof.lines}
    assert given - {""} == set(REASONS)
    assert {proof.method for _, proof in EVERY_PROOF} == set(METHODS)


def test_the_slide_s_route_of_sigma():
    quotient, chained = proofs("sigmoid")
    assert [canonical(line.expression) for line in quotient.lines[3:]] == [
        "e^(-x)/(1 + e^(-x))^2",
        "((1 + e^(-x)) - 1)/(1 + e^(-x))^2",
        "1/(1 + e^(-x)) - 1/(1 + e^(-x))^2",
        "sigmoid(x) - sigmoid(x)^2",
        "sigmoid(x)*(1 - sigmoid(x))",
    ]
    assert chained.method == "chain"
    assert tidy(chained.lines[-1].expression) == tidy(quotient.lines[-1].expression)


def test_formulas_with_signs_of_their_own():
    body = formula("D_y[sin y]*lim_h[h/2]")
    assert plain(typeset(body, "en")) == "(sin y)_{y}′ lim_{h → 0}(h/2)"
    assert latex(typeset(body, "en")) == r"(\sin y)'_y\lim_{h \to 0} \frac{h}{2}"
