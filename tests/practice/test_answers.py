"""Right is right in any form; what cannot be decided is not claimed."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import differentiate, raw_derivative
from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.practice.comparison import Verdict
from gdviz.practice.exercise import Kind
from gdviz.practice.generator import exercise
from gdviz.practice.marking import mark, read_answer
from tests.practice.sample import exercises

FORMS = (sympy.expand, sympy.factor, sympy.simplify, sympy.together, sympy.trigsimp)


def verdict(question, answer, **values):
    formula = parse(question, given=tuple(values))
    body = read_answer(answer, formula).body
    return mark(formula.body, formula.variables[0], body, values).verdict


@given(exercises())
def test_the_derivative_is_right_raw_and_tidied(task):
    for answer in (raw_derivative(task.body, "x"), differentiate(task.body, "x")):
        assert mark(task.body, "x", answer).verdict is Verdict.RIGHT
        assert mark(task.body, "x", answer).diagnosis is None


@pytest.mark.parametrize("language", ["en", "ru"])
@given(task=exercises())
def test_what_the_program_prints_is_right_when_it_is_typed(task, language):
    text = plain(typeset(differentiate(task.body, "x"), language))
    assert verdict(task.line(language), text) is Verdict.RIGHT


@settings(max_examples=25)
@given(exercises(), st.sampled_from(FORMS))
def test_the_forms_of_an_algebra_system_are_right(task, form):
    x = sympy.Symbol("x", real=True)
    names = {"x": x, "ln": sympy.log, "log": lambda b, u: sympy.log(u, b), "e": sympy.E}
    names |= {"arctan": sympy.atan, "arcsin": sympy.asin, "arccos": sympy.acos}
    names |= {"arccot": lambda u: sympy.pi / 2 - sympy.atan(u), "cbrt": sympy.cbrt}
    slope = form(sympy.diff(sympy.sympify(canonical(task.body).replace("^", "**"), names), x))
    text = str(slope).replace("**", "^")
    assert verdict(f"y = {canonical(task.body)}", text) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("y = tg x^2", "2x/cos^2 x^2"),
        ("y = tg x^2", "2x sec^2 x^2"),
        ("y = tg x^2", "2x (1 + tg^2 x^2)"),
        ("y = tg x^2", "y' = 2x/cos^2 x^2"),
        ("y = tg x^2", "y′ = 2x/cos^2 x^2"),
        ("f(x) = x^2", "f'(x) = 2x"),
        ("y = arctg^2 x^3", "6x^2 arctg x^3/(1 + x^6)"),
        ("y = ln cos^2(sin sqrt x)", "-tg(sin √x) cos √x/√x"),
        ("1/(1 + e^-x)", "σ(x)(1 - σ(x))"),
        ("sin^2 x", "sin 2x"),
        ("sin^2 x + cos^2 x", "0"),
        ("7", "0"),
        ("a sin kx", "a k cos kx"),
        ("x^n", "n x^(n-1)"),
        ("x^n", "n x^n/x"),
        ("L(w) = w^2 + 12", "2w"),
        ("ln x", "1/x"),
        ("ln x", "e^(-ln x)"),
        ("x^(1/3)", "1/(3 ∛(x^2))"),
        ("(x + 1)^2", "2x + 2"),
        ("(x^2 - 1)/(x - 1)", "1"),
        ("x", "(x^2 - 1)/((x - 1)(x + 1))"),
        ("√(x^2)", "sign x"),
        ("arcsin(x - 1000)", "1/√(1 - (x - 1000)^2)"),
        ("√(sin x - 0.99)", "cos x/(2√(sin x - 0.99))"),
        ("e^(x^2)", "2x e^(x^2)"),
        ("x^100", "100 x^99"),
        ("10^9 x", "10^9"),
        ("(x + 1)^10", "10(x+1)^5 (x+1)^4"),
    ],
)
def test_equivalent_forms_are_right(question, answer):
    assert verdict(question, answer) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("x^2", "2x + 10^-6"),
        ("x^2", "2.0000001x"),
        ("|x|", "1"),
        ("a sin kx", "a cos kx"),
        ("x^2", "2|x|"),
        ("√x", "1/(2√x) + 0*ln(x - 3)"),
        ("x^2", "√(-1 - x^2)"),
        ("7", "7"),
        ("relu(x)", "1"),
    ],
)
def test_nearly_is_wrong(question, answer):
    assert verdict(question, answer) is Verdict.WRONG


def test_so_near_that_rounding_might_be_to_blame_is_not_claimed():
    assert verdict("10^9 x", "10^9 + 1") is Verdict.UNSURE


@pytest.mark.parametrize("question", ["√(-1 - x^2)", "ln(-e^x)", "arcsin(2 + x^2)"])
def test_without_a_domain_nothing_is_claimed(question):
    assert verdict(question, "x") is Verdict.UNSURE


def test_letters_with_values_are_numbers():
    assert verdict("a sin kx", "6cos 3x", a=2.0, k=3.0) is Verdict.RIGHT
    assert verdict("a sin kx", "a k cos kx", a=2.0, k=3.0) is Verdict.RIGHT
    assert verdict("a sin kx", "6cos 3x") is Verdict.WRONG


def test_a_named_answer_keeps_its_places():
    with pytest.raises(ParseError) as caught:
        read_answer("y' = 2x + ", parse("y = x^2"))
    assert caught.value.position >= len("y' = 2x ")


@given(st.text(max_size=40))
def test_any_text_is_an_answer_or_trouble(text):
    question = exercise(Kind.CHAIN, 1, 3)
    try:
        formula = read_answer(text, parse(question.line("en")))
    except ParseError as error:
        place = error.position
    else:
        place = 0
        assert mark(question.body, "x", formula.body).verdict in Verdict
    assert 0 <= place <= len(text)
