"""Every step of a derivation against differences in 40 digits, and the whole against sympy."""

import pytest
import sympy
from hypothesis import given, settings
from mpmath import isnan, mp, mpf

from gdviz.calculus.differentiation.derivation import derive, differentiate, raw_derivative
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.expression import Number, distinct
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from gdviz.symbolic.translation import Translation, UntranslatableError
from tests.calculus.differentiation.test_derivation import steps_of
from tests.calculus.forty_digits import DIGITS, slope, value
from tests.strategies import expressions

PLACES = [mpf(place) / 100 for place in (-187, -43, 37, 71, 123, 241)]
A = {"a": mpf(17) / 10}
CONTINUOUS = sorted(set(FUNCTIONS) - {"sign", "floor", "ceil", "polygamma"})
ALGEBRAIC = ["sin", "cos", "tan", "arctan", "sinh", "exp", "ln", "sqrt", "cbrt", "abs"]
RULES_OF_L5_TO_L7 = [
    *("5", "x", "x^4", "x^-3", "x^(2/3)", "x^a", "a^x", "2^x", "e^x", "ln x", "log_a x", "lg x"),
    *("sin x", "cos x", "tg x", "sqrt x", "cbrt x", "root(x, 5)", "x^2 + sin x", "x^2 - sin x"),
    *("x sin x", "x e^x sin x", "3 sin x", "a sin x", "sin(x)/3", "x/a", "sin x/x", "a/x", "-x^2"),
    *("sin x^2", "tg sqrt x", "x^x", "log(x, 2)", "root(2, x)", "root(x, 0.5)", "min(x, x^2, 1)"),
    *("max(x, x^2, 1)", "polygamma(1, x)", *(f"{name}(x)" for name in ELEMENTARY)),
    *(f"{name}(x^2/3 + 1/5)" for name in ELEMENTARY),
]


def is_true(claimed, measured):
    """Equal to 18 digits, where both are known."""
    return abs(claimed - measured) <= mpf(10) ** -18 * (1 + abs(measured))


def is_tame(body):
    """Whether its numbers are of everyday size."""
    return all(node.value <= 1000 for node in distinct(body) if isinstance(node, Number))


@pytest.mark.parametrize("text", RULES_OF_L5_TO_L7)
def test_every_rule(text):
    body = parse(text, given=["a"]).body
    for step in steps_of(derive(body, "x")):
        known = 0
        for x in PLACES:
            measured = slope(step.before, step.variable, {step.variable: x, **A})
            if not isnan(measured):
                known += 1
                assert is_true(value(step.after, {step.variable: x, **A}), measured), (step, x)
        assert known >= 1


@given(expressions(("x",), ("a",), CONTINUOUS, max_leaves=6))
def test_every_step_of_any_derivation(body):
    for step in steps_of(derive(body, "x")):
        for x in PLACES[::2]:
            at = {step.variable: x, **A}
            measured, claimed = slope(step.before, step.variable, at), value(step.after, at)
            if not isnan(measured) and not isnan(claimed):
                assert is_true(claimed, measured), (step, x)


@given(expressions(("x",), ("a",), ALGEBRAIC, max_leaves=5).filter(is_tame))
@settings(max_examples=50)
def test_the_whole_is_sympy_s_derivative(body):
    try:
        theirs = Translation().term(body).diff(sympy.Symbol("x", real=True))
    except UntranslatableError:
        return
    raw, tidied = raw_derivative(body, "x"), differentiate(body, "x")
    for x in PLACES[1::2]:
        if isnan(slope(body, "x", {"x": x, **A})):
            continue  # some part is undefined, or so large that sympy would take for ever
        said = _number(theirs, x)
        for ours in (raw, tidied):
            claimed = value(ours, {"x": x, **A})
            if not isnan(claimed) and said is not None:
                assert is_true(claimed, said), (body, x)


def _number(term, x):
    """The value of sympy's derivative, None where it has no real one."""
    names = {"x": x, "a": A["a"]}
    with mp.workdps(DIGITS):
        values = {symbol: sympy.Float(names[symbol.name], DIGITS) for symbol in term.free_symbols}
        found = term.subs(values).evalf(DIGITS)
        return mpf(found) if found.is_Float or found.is_Integer else None
