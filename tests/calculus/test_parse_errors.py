"""What the editor refuses: the place, the reason, what to do about it, and at what effort."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.parser import parse
from tests.effort import lines_run

MOST_LINES = 300_000
"""How many lines may be run to answer any input whatever."""

# typed → code, the piece of the text that it points at
TROUBLES = {
    "": ("empty", ""),
    "  ": ("empty", "  "),
    "y=": ("right-side-empty", "="),
    "f(x) = ": ("right-side-empty", "="),
    "= x": ("left-side-empty", "="),
    "x^2=4": ("left-side", "x^2"),
    "sin x = 1": ("left-side", "sin x"),
    "sin(x) = 1": ("left-side", "sin(x)"),
    "xy = 1": ("left-side", "xy"),
    "f(x = 2": ("unclosed-bracket", "("),
    "e = 2": ("constant-as-variable", "e"),
    "x >= 2": ("inequality", ">= 2"),
    "dy/dx sin x": ("derivative-sign", "dy/dx"),
    "lim x": ("beyond-functions", "lim"),
    "x→0": ("beyond-functions", "→"),
    "корень из х": ("cyrillic", "корень"),
    "y = sin x = 2": ("equals-again", "= 2"),
    "x == 2": ("equals-again", "= 2"),
    "f() = 1": ("variable-missing", "()"),
    "f(x,) = 1": ("variable-missing", "(x,)"),
    "f(e) = e": ("constant-as-variable", "e"),
    "f(pi) = 1": ("constant-as-variable", "pi"),
    "f(2) = 1": ("not-a-variable", "2"),
    "f(x, y z) = 1": ("not-a-variable", "y z"),
    "f(x, x) = 1": ("name-twice", "x) ="),
    "y = y^2": ("name-on-both-sides", "y^2"),
    "w = w - 1": ("name-on-both-sides", "w - 1"),
    "(x+1": ("unclosed-bracket", "("),
    "sin(x": ("unclosed-bracket", "("),
    "x+1)": ("unopened-bracket", ")"),
    ")": ("unopened-bracket", ")"),
    "(x]": ("mismatched-brackets", "]"),
    "|x": ("unclosed-bar", "|x"),
    "x|": ("unclosed-bar", "|"),
    "|(x|)": ("unclosed-bar", "|)"),
    "x+": ("missing-after", "+"),
    "x^": ("missing-after", "^"),
    "(x+)": ("missing-after", "+"),
    "max(x,)": ("missing-after", ","),
    "x⁻": ("missing-after", "⁻"),
    "*x": ("missing-before", "*"),
    "(/x)": ("missing-before", "/"),
    "²": ("missing-before", "²"),
    "!": ("missing-before", "!"),
    "(,)": ("missing-before", ","),
    "x^^2": ("missing-between", "^^"),
    "x//2": ("missing-between", "//"),
    "x***2": ("missing-between", "***"),
    "x + * 2": ("missing-between", "+ *"),
    "()": ("empty-brackets", "()"),
    "x( )": ("empty-brackets", "( )"),
    "sin": ("missing-argument", "sin"),
    "sin()": ("missing-argument", "sin()"),
    "sin^2": ("missing-argument", "sin^2"),
    "sin^2 + 1": ("missing-argument", "sin^2"),
    "2 ln cos": ("missing-argument", "cos"),
    "log_2": ("missing-argument", "log_2"),
    "√": ("missing-argument", "√"),
    "√+x": ("missing-argument", "√"),
    "√-": ("missing-after", "-"),
    "sin - x": ("missing-argument", "sin"),
    "sin-x": ("missing-argument", "sin"),
    "sin^2 - cos^2 x": ("missing-argument", "sin^2"),
    "max x": ("needs-brackets", "max"),
    "root x": ("needs-brackets", "root"),
    "sin(x, y)": ("one-argument", "sin(x, y)"),
    "ln(2, x)": ("one-argument", "ln(2, x)"),
    "log_2(3, x)": ("one-argument", "log_2(3, x)"),
    "root(x)": ("two-arguments", "root(x)"),
    "log(1, 2, 3)": ("two-arguments", "log(1, 2, 3)"),
    "max(x)": ("several-arguments", "max(x)"),
    "foo": ("unknown-name", "foo"),
    "2 sqr x": ("unknown-name", "sqr"),
    "abc": ("unknown-name", "abc"),
    "xx": ("unknown-name", "xx"),
    "print(x)": ("unknown-name", "print"),
    "func": ("unknown-name", "func"),
    '__import__("os")': ("unknown-name", "import"),
    "f(x)": ("undefined-function", "f(x)"),
    "2 + g(x, y)": ("undefined-function", "g(x, y)"),
    "L(w)": ("undefined-function", "L(w)"),
    "x2": ("digit-after-letter", "x2"),
    "y = x2+1": ("digit-after-letter", "x2"),
    "L(w) = w2": ("digit-after-letter", "w2"),
    "3x4": ("digit-after-letter", "x4"),
    "x 2": ("digit-after-letter", "x 2"),
    "e2": ("digit-after-letter", "e2"),
    "w1.5": ("digit-after-letter", "w1.5"),
    "2 3": ("two-numbers", "2 3"),
    "1 0000": ("two-numbers", "1 0000"),
    "1..2": ("malformed-number", "1..2"),
    "x + 1.2.3": ("malformed-number", "1.2.3"),
    "1,2,3": ("malformed-number", "1,2,"),
    "1,2.5": ("malformed-number", "1,2.5"),
    "(x, y)": ("stray-comma", ", y"),
    "x;": ("stray-comma", ";"),
    "(1, 5)": ("stray-comma", ", 5"),
    "a_b_c": ("index", "_b_c"),
    "lg_2 x": ("index", "_2"),
    "logₐₑ x": ("logarithm-base", "ₐₑ"),
    "sin^cos x": ("brackets-expected", "cos"),
    "x!!": ("double-factorial", "!!"),
    "f'(x)": ("prime", "'"),
    "sin 30°": ("degrees", "°"),
    "50%": ("percent", "%"),
    "\\foo{x}": ("latex-command", "\\foo"),
    "x + \\frac": ("latex-argument", "\\frac"),
    "x < 2": ("inequality", "<"),
    "∞": ("infinity", "∞"),
    "lambda x: x": ("colon", ":"),
    "x.__class__": ("stray-point", "."),
    "∑x": ("beyond-functions", "∑"),
    "x+🙂🙂": ("unreadable", "🙂🙂"),
    "x\0": ("unreadable", "\0"),
    "x̄": ("unreadable", "x̄"),
    "синус x": ("cyrillic", "синус"),
    "x" + "+x" * 250: ("too-long", "x"),
    "-" * 400 + "x": ("too-deep", "-"),
    "(" * 61 + "x" + ")" * 61: ("too-deep", "("),
    "sin " * 61 + "x": ("too-deep", "x"),
    "x-" * 201 + "x": ("too-many-parts", "x-" * 201 + "x"),
}


@pytest.mark.parametrize("typed", TROUBLES, ids=lambda typed: typed[:20])
def test_trouble(typed):
    code, piece = TROUBLES[typed]
    with pytest.raises(ParseError) as caught:
        parse(typed)
    error = caught.value
    assert error.code == code
    there = typed[error.position :]
    assert there.startswith(piece) or piece.startswith(there[: error.length])
    assert 0 < error.length <= len(there) or typed == ""


def test_places_are_those_of_the_typed_text():
    for typed, position, length in [
        ("x+1)", 3, 1),
        ("1..2", 0, 4),
        ("y = 2x + foo", 9, 3),
        ("х + ½ + ∑", 8, 1),
        ("𝑥² + 🙂", 5, 1),
        ("sin(x, y) + 1", 0, 9),
        ("y = sin^2 + 1", 4, 5),
        ("x" * 600, 500, 100),
        ("sin" + " sin" * 60 + " x", 244, 1),
    ]:
        with pytest.raises(ParseError) as caught:
            parse(typed)
        assert (caught.value.position, caught.value.length) == (position, length)


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("foo", "floor"),
        ("sqr x", "sqrt"),
        ("cso x", "cos"),
        ("arctn x", "arctan"),
        ("arcsn x", "arcsin"),
        ("tagn x", "tan"),
    ],
)
def test_the_nearest_name_is_suggested(typed, suggestion):
    with pytest.raises(ParseError) as caught:
        parse(typed)
    assert caught.value.hint == "hint-suggestion"
    assert caught.value.fields["suggestion"] == suggestion


def test_a_word_like_no_name_suggests_none():
    with pytest.raises(ParseError) as caught:
        parse("qwzkj(x)")
    assert caught.value.hint == "hint-letters-multiply"


def test_the_first_trouble_is_named():
    for typed, code in [("∑ + foo", "beyond-functions"), ("foo + ∑", "unknown-name")]:
        with pytest.raises(ParseError) as caught:
            parse(typed)
        assert (caught.value.code, caught.value.position) == (code, 0)


def test_limits_are_inclusive():
    assert parse("x" + " " * 499).text
    assert parse("(" * 60 + "x" + ")" * 60).variables == ("x",)
    assert parse("sin(" * 60 + "x" + ")" * 60).variables == ("x",)
    assert parse("√(" * 60 + "x" + ")" * 60).variables == ("x",)
    assert parse("|" * 60 + "x" + "|" * 60).variables == ("x",)
    assert parse("-" * 60 + "x").variables == ("x",)
    assert len(parse("x+" * 199 + "x").body.children()) == 200


NASTY = [
    *"xyabefw_.,;:'\"=+-*/^()[]{}|!√∛²³⁻ˣⁿ₂ₐ½°%<>\\\0\n\t\u00a0\u200b\u0301🙂ж∑∞",
    *["sin", "log", "log_", "max(", "root(", "e^", "^-1", "1e9", "1 000", "**", "0,5", "f(x)="],
]


def answers(typed: str) -> Formula | ParseError:
    """What the parser makes of a text; any other exception fails the test."""
    try:
        return parse(typed)
    except ParseError as error:
        return error


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(NASTY)).map("".join)))
@example("\ud800")
@example("x\x1c+1")
@example("²=x")
@example("log_e₂")
@example("8logπ₂")
@example("sin^n21²ˣ")
def test_any_text_has_an_answer(typed):
    answer = answers(typed)
    if isinstance(answer, ParseError):
        assert 0 <= answer.position <= answer.position + answer.length <= len(typed)
        assert answer.length > 0 or not typed


FILLERS = {
    "open brackets": "(" * 500,
    "brackets": "(" * 250 + ")" * 250,
    "10,000 brackets": "(" * 10_000,
    "bars": "|" * 500,
    "letters and bars": "x|" * 250,
    "bars and letters": "|x" * 250,
    "double bars": "||x" * 166,
    "one letter": "x" * 500,
    "all letters": "abcdefghij" * 50,
    "spaced letters": "a " * 250,
    "functions": "sin " * 125,
    "signs": "-" * 400 + "x",
    "powers": "2^" * 249 + "x",
    "quotients": "x/" * 249 + "x",
    "a long sum": "x+" * 199 + "x",
    "ambiguous quotients": ("1/2x+" * 99)[:-1],
    "ambiguous functions": "sin x/2+" * 60 + "1",
    "natural logarithms": "log x " * 83,
    "a list": "max(1" + ",1" * 240 + ")",
    "open lists": "max(" * 100 + ";" * 100,
    "factorials": "x" + "!" * 499,
    "superscripts": "x" + "²" * 499,
    "open superscripts": "x⁽" * 250,
    "a long number": "9" * 500,
    "a large number": "1e" + "9" * 498,
    "a tower": "9^9^9",
    "points": "." * 500,
    "rubbish": "§" * 500,
    "combining marks": "x\u0301" * 250,
    "commas": "1," * 250,
    "equals signs": "y=" * 250,
    "a pasted page": "The derivative is the rate of change.\n" * 3000,
}


@pytest.mark.parametrize("typed", FILLERS.values(), ids=FILLERS)
def test_any_text_is_answered_soon(typed):
    assert lines_run(lambda: answers(typed)) < MOST_LINES


@pytest.mark.parametrize(("text", "place"), [("d/dx x^2", (0, 4)), (" (d/dx)(x^2)", (2, 4))])
def test_a_sign_of_differentiation_is_no_quotient(text, place):
    with pytest.raises(ParseError) as trouble:
        parse(text)
    assert (trouble.value.position, trouble.value.length) == place
    assert trouble.value.code == "derivative-sign"
