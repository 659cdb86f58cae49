"""Lines that could be read otherwise, and the far more that pass without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.parser import parse

# typed → code, the ambiguous characters, how they are read, the other line, its reading
AMBIGUOUS = {
    "1/2x": ("product-after-division", "1/2x", "(1/2)·x", "1/(2x)", "1/(2*x)"),
    "1/2 x": ("product-after-division", "1/2 x", "(1/2)·x", "1/(2 x)", "1/(2*x)"),
    "x/2y": ("product-after-division", "x/2y", "(x/2)·y", "x/(2y)", "x/(2*y)"),
    "1/2(x+1)": ("product-after-division", None, "(1/2)·(x+1)", "1/(2(x+1))", "1/(2*(x + 1))"),
    "3+1/2xy²": ("product-after-division", "1/2xy²", "(1/2)·xy²", "3+1/(2xy²)", None),
    "sin(x)/2x": ("product-after-division", None, "(sin(x)/2)·x", "sin(x)/(2x)", None),
    "1/2sin x": ("product-after-division", None, "(1/2)·sin x", "1/(2sin x)", None),
    "sin x/2": ("divided-argument", "sin x/2", "(sin x)/2", "sin(x/2)", "sin(x/2)"),
    "y = 2 + sin 2x/3": ("divided-argument", "sin 2x/3", "(sin 2x)/3", "y = 2 + sin(2x/3)", None),
    "cos²x/2": ("divided-argument", None, "(cos²x)/2", "cos²(x/2)", "cos(x/2)^2"),
    "sin π/4": ("divided-argument", None, "(sin π)/4", "sin(π/4)", "sin(pi/4)"),
    "ln sin x/a": ("divided-argument", None, "(ln sin x)/a", "ln sin(x/a)", "ln(sin(x/a))"),
    "arctg 1/x": ("divided-argument", None, "(arctg 1)/x", "arctg(1/x)", "arctan(1/x)"),
    "e^sin x/2": ("divided-argument", "e^sin x/2", "(e^sin x)/2", "e^sin(x/2)", "e^sin(x/2)"),
    "x^1/3": ("divided-exponent", "x^1/3", "(x^1)/3", "x^(1/3)", "x^(1/3)"),
    "x^-1/2": ("divided-exponent", "x^-1/2", "(x^-1)/2", "x^(-1/2)", "x^(-1/2)"),
    "e^-x^2/2": ("divided-exponent", None, "(e^-x^2)/2", "e^(-x^2/2)", "e^(-x^2/2)"),
    "e^2x": ("product-after-exponent", "e^2x", "e^2·x", "e^(2x)", "e^(2*x)"),
    "3e^-2x": ("product-after-exponent", "e^-2x", "e^-2·x", "3e^(-2x)", "3*e^(-2*x)"),
    "x^2x": ("product-after-exponent", "x^2x", "x^2·x", "x^(2x)", "x^(2*x)"),
    "e^kx": ("product-after-exponent", "e^kx", "e^k·x", "e^(kx)", "e^(k*x)"),
    "2^nx+1": ("product-after-exponent", "2^nx", "2^n·x", "2^(nx)+1", None),
    "e^2(x+1)": ("product-after-exponent", None, "e^2·(x+1)", "e^(2(x+1))", "e^(2*(x + 1))"),
    "√2x": ("product-after-root", "√2x", "√2·x", "√(2x)", "sqrt(2*x)"),
    "∛xy²": ("product-after-root", "∛xy²", "∛x·y²", "∛(xy²)", "cbrt(x*y^2)"),
    "sin x(x+1)": ("bracket-after-argument", None, "sin(x)·(x+1)", "sin(x(x+1))", None),
    "cos ω(t+1)": ("bracket-after-argument", None, "cos(ω)·(t+1)", "cos(ω(t+1))", None),
    "sinn x": ("misspelt", "sinn x", "sin(n x)", "sin x", "sin(x)"),
    "sina x": ("misspelt", "sina x", "sin(a x)", "sin x", None),
    "2lnn x + 1": ("misspelt", "lnn x", "ln(n x)", "2ln x + 1", None),
    "1e-3x": ("scientific", "1e-3x", "1e-3·x", "1e - 3x", "1*e - 3*x"),
    "1.5e2x": ("scientific", "1.5e2x", "1.5e2·x", "1.5e·2x", "1.5*e*2*x"),
    "sin^-1 x": ("inverse", "sin^-1 x", "arcsin x", "1/sin x", "1/sin(x)"),
    "tg⁻¹x": ("inverse", "tg⁻¹x", "arctg x", "1/tg x", "1/tan(x)"),
    "2tan^(-1)(x)^2": ("inverse", None, "arctan(x)", "2(1/tan(x))^2", "2*(1/tan(x))^2"),
    "log x": ("natural-logarithm", "log", "ln", "lg x", "log(10, x)"),
    "2log(x)+1": ("natural-logarithm", "log", "ln", "2lg(x)+1", "2*log(10, x) + 1"),
    "asin x": ("short-inverse", "asin x", "arcsin x", "a sin x", "a*sin(x)"),
    "xacosx": ("short-inverse", "acosx", "arccosx", "xa cosx", "x*a*cos(x)"),
    "log(x, 2)": ("order-of-base", None, "log_(x) (2)", "log(2, x)", "log(2, x)"),
    "max(0,5, x)": ("separating-comma", "0,5", "0; 5", "max(0.5, x)", "max(0.5, x)"),
    "1,000x": ("thousands", "1,000", "1.000", "1000x", "1000*x"),
    "x^2!": ("raised-factorial", "x^2!", "x^(2!)", "(x^2)!", "factorial(x^2)"),
}


@pytest.mark.parametrize("typed", AMBIGUOUS)
def test_notice(typed):
    code, ambiguous, reading, alternative, other_reading = AMBIGUOUS[typed]
    (notice,) = parse(typed).notices
    assert notice.code == f"notice-{code}"
    assert typed[notice.position :][: notice.length] == notice.fields["typed"]
    assert notice.fields["typed"] == ambiguous or ambiguous is None
    assert notice.fields["reading"] == reading
    assert notice.alternative == alternative
    other = parse(alternative)
    assert notice.code not in [repeated.code for repeated in other.notices]
    assert other_reading is None or canonical(other.body) == other_reading


QUIET = [
    # the lecture's own examples
    *["y = tg x^2", "y = arctg^2 x^3", "y = ln cos^2(sin sqrt x)", "y = ln cos²(sin √x)"],
    *["L(w) = w^2 + 12", "y = sin^2 x", "σ(x)", "1/(1+e^-x)", "e⁻ˣ/(1 + e⁻ˣ)²", "2x/cos² x²"],
    # as clear as they are common
    *["sin x cos x", "sin x^2", "x sin x", "2 sin x cos x", "sin(x)/2", "sin x/x", "ln x/x"],
    *["sin x/sin y", "(sin x)/2", "sin(x)(x+1)", "sin x (x+1)", "x!", "sin x!", "2x!", "-x^2"],
    *["x^2/2", "x^3/3", "x^n/2", "2x^3y", "x^2y", "x²x", "e^x/2", "e^x sin x", "e^x(x+1)", "xe^-x"],
    *["e^2 x", "e²x", "10^-3x", "1/(1+10^6 (x-1/3)^2)", "2^3^x", "x^(1/3)", "x^(2x)", "e^(2x)"],
    *["1/2 sin x", "1/(2x)", "x/2+1", "2/3·x", "x/2*3", "1/x", "a/b", "√x(x+1)", "√2 x", "2√x"],
    *["√(2x)", "sqrt 2x", "arcsin x", "asin(x)", "ln^-1 x", "sin^-2 x", "log_2 x", "log(2, x)"],
    *["lg x", "ln x", "log2(x)", "1e-3", "0,5x", "1 000x", "0,125x", "max(1, 5)", "max(1,2,3)"],
    *["max(0,5; x)", "|x|x", "f(x, y) = x/2", "(1+1/n)^n", "v0 t - g t^2/2"],
]


@pytest.mark.parametrize("typed", QUIET)
def test_no_notice(typed):
    assert parse(typed).notices == ()


def test_notices_come_in_the_order_of_the_line():
    codes = [notice.code for notice in parse("log x + 1/2x + sin x/2").notices]
    assert codes == [
        "notice-natural-logarithm",
        "notice-product-after-division",
        "notice-divided-argument",
    ]


def test_a_denominator_that_goes_on_is_one_question():
    (notice,) = parse("sin x/2x").notices
    assert notice.alternative == "sin x/(2x)"


def test_no_more_than_three():
    assert len(parse("log x + log x + log x + log x").notices) == 3


def test_a_long_piece_is_shortened_where_it_is_shown():
    (notice,) = parse("1/2(x + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11)").notices
    assert len(notice.fields["typed"]) == 40
    assert notice.fields["typed"].endswith("…")


def test_an_alternative_that_cannot_be_read_is_not_offered():
    assert parse("aasin x").notices == ()


PIECES = ["x", "y", "a", "2", "1", "e", "^", "^-", "/", "*", " ", "(x+1)", "√", "sin ", "log ", "!"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_alternative_is_read_otherwise(typed):
    try:
        formula = parse(typed)
    except ParseError:
        return
    for notice in formula.notices:
        assert 0 <= notice.position < notice.position + notice.length <= len(typed)
        other: Formula = parse(notice.alternative or "")
        assert other.body != formula.body
