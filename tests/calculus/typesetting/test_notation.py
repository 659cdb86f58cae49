"""Typesetting: what a textbook prints, in two school notations, as LaTeX and as a line of text."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    walk,
)
from gdviz.calculus.parser import LONGEST_LINE, parse
from gdviz.calculus.typesetting.abridgement import MOST_PIECES, abridged
from gdviz.calculus.typesetting.latex_names import BRACKETS, GREEK, OPERATOR_NAMES, SIGNS
from gdviz.calculus.typesetting.lettering import written
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Fraction,
    Gap,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
    Words,
)
from gdviz.calculus.typesetting.markup import walk as pieces_of
from gdviz.calculus.typesetting.notation import (
    derivative_name,
    latex,
    plain,
    primed,
    typeset,
    typeset_formula,
)
from tests.strategies import expressions

LANGUAGES = ("ru", "en")
PARAMETERS = ("a", "n", "p", "w1")

PRINTED = [
    ("tg x^2", "tg x²", r"\operatorname{tg} x^2"),
    ("arctg^2 x^3", "arctg²(x³)", r"\operatorname{arctg}^2 x^3"),
    ("ln cos^2(sin sqrt x)", "ln cos²(sin √x)", r"\ln \cos^2(\sin \sqrt{x})"),
    ("2x/cos^2(x^2)", "2x/cos²(x²)", r"\frac{2x}{\cos^2 x^2}"),
    ("sigma(x)(1-sigma(x))", "σ(x)(1 − σ(x))", r"\sigma(x)(1 - \sigma(x))"),
    ("1/(1+e^-x)", "1/(1 + e⁻ˣ)", r"\frac{1}{1 + e^{-x}}"),
    ("exp(x) + exp(-x^2/2)", "eˣ + e^(−x²/2)", "e^x + e^{-x^2/2}"),
    ("2x", "2x", "2x"),
    ("x sin x", "x sin x", r"x\sin x"),
    ("2*3x", "2·3x", r"2 \cdot 3x"),
    ("x*2", "x·2", r"x \cdot 2"),
    ("x*x", "x·x", r"x \cdot x"),
    ("(x+1)(x-1)", "(x + 1)(x − 1)", "(x + 1)(x - 1)"),
    ("2 sin x cos x", "2 sin x cos x", r"2\sin x\cos x"),
    ("sin(x)*x", "sin x · x", r"\sin x \cdot x"),
    ("sin x/2 + sin(x/2)", "(sin x)/2 + sin(x/2)", r"\frac{\sin x}{2} + \sin \frac{x}{2}"),
    ("sin(x/2+1)", "sin(x/2 + 1)", r"\sin\!\left(\frac{x}{2} + 1\right)"),
    ("sin(-x)", "sin(−x)", r"\sin(-x)"),
    ("cos 2x", "cos 2x", r"\cos 2x"),
    ("sin(cos x) + ln sin x", "sin(cos x) + ln sin x", r"\sin(\cos x) + \ln \sin x"),
    ("(sin x)^-1", "(sin x)⁻¹", r"(\sin x)^{-1}"),
    ("sin(x)^n", "sinⁿ x", r"\sin^n x"),
    ("sin(x)^x", "(sin x)ˣ", r"(\sin x)^x"),
    ("|x| + ||x|-1|", "|x| + abs(|x| − 1)", r"\left|x\right| + \left|\left|x\right| - 1\right|"),
    ("sqrt x + cbrt(x+1) + root(x, 5)", "√x + ∛(x + 1) + root(x, 5)",
     r"\sqrt{x} + \sqrt[3]{x + 1} + \sqrt[5]{x}"),
    ("log_2 x + log_a(x+1)", "log₂ x + logₐ(x + 1)", r"\log_2 x + \log_a(x + 1)"),
    ("x! + (x+1)!", "x! + (x + 1)!", "x! + (x + 1)!"),
    ("gamma(x)", "Γ(x)", r"\Gamma(x)"),
    ("digamma(x)", "digamma(x)", r"\psi(x)"),
    ("polygamma(1, x)", "polygamma(1, x)", r"\psi^{(1)}(x)"),
    ("max(a, b)^2", "max(a, b)²", r"{\max(a, b)}^2"),
    ("floor x + ceil x", "floor(x) + ceil(x)",
     r"\lfloor x\rfloor + \lceil x\rceil"),
    ("x^-1 + x^(1/3)", "x⁻¹ + x^(1/3)", "x^{-1} + x^{1/3}"),
    ("2^3^x", "2^(3ˣ)", "2^{3^x}"),
    ("(-x)^2 - x^2", "(−x)² − x²", "(-x)^2 - x^2"),
    ("a-(b+c)", "a − (b + c)", "a - (b + c)"),
    ("alpha x^2 + theta", "αx² + θ", r"\alpha x^2 + \theta"),
    ("w1 + x_2^2", "w₁ + x₂²", "w_1 + x_2^2"),
    ("1.5e-3 x + .5", "1.5·10⁻³x + 0.5", r"1.5 \cdot 10^{-3}x + 0.5"),
    ("2pi x", "2πx", r"2\pi x"),
    ("sqrt2*x", "√2 x", r"\sqrt{2}\,x"),
    ("abx", "a b x", "ab x"),
    ("p*i", "p i", "p i"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "line", "copied"), PRINTED)
def test_expressions_are_printed_as_a_textbook_does(typed: str, line: str, copied: str):
    markup = typeset(parse(typed, given=("a", "b", "i", "n", "p")).body, "ru")
    assert plain(markup) == line
    assert latex(markup) == copied


@pytest.mark.parametrize(
    ("typed", "russian", "english"),
    [
        ("tan x", "tg x", "tan x"),
        (
            "cot x + arctan x + arccot x",
            "ctg x + arctg x + arcctg x",
            "cot x + arctan x + arccot x",
        ),
        ("sinh x + csc x", "sh x + cosec x", "sinh x + csc x"),
        ("lg x", "lg x", "log₁₀ x"),
    ],
)
def test_each_language_has_its_school_notation(typed: str, russian: str, english: str):
    body = parse(typed).body
    assert [plain(typeset(body, language)) for language in LANGUAGES] == [russian, english]


@pytest.mark.parametrize(
    ("typed", "whole", "slope"),
    [
        ("y = tg x^2", "y = tg x²", "y′"),
        ("L(w) = w^2 + 12", "L(w) = w² + 12", "L′(w)"),
        ("x^2", "f(x) = x²", "f′(x)"),
        ("f x", "g(x) = fx", "g′(x)"),
        ("L(w1, w2) = w1 w2", "L(w₁, w₂) = w₁w₂", "∂L/∂w₁"),
    ],
)
def test_left_hand_sides_and_derivatives(typed: str, whole: str, slope: str):
    formula = parse(typed, given=("f",))
    assert plain(typeset_formula(formula, "ru")) == whole
    assert plain(derivative_name(formula, formula.variables[0])) == slope


def test_higher_derivatives():
    names = [derivative_name(parse("x^2"), order=order) for order in (2, 4)]
    assert list(map(plain, names)) == ["f″(x)", "f⁽⁴⁾(x)"]
    assert latex(names[0]) == "f''(x)"
    partial = derivative_name(parse("L(a, b) = a b"), "b", order=2)
    assert latex(partial) == r"\frac{\partial^2L}{\partial b^2}"


def test_a_derivative_written_out():
    formula = primed(typeset(parse("sin x").body, "ru"))
    assert (plain(formula), latex(formula)) == ("(sin x)′", r"(\sin x)'")


def row(*pieces: Markup) -> Row:
    return Row(pieces)


NOW, THEN = (
    Scripts(Letter("w"), lower=lower)
    for lower in (Letter("i"), row(Letter("i"), Operator("+"), Upright("1")))
)
X0 = Scripts(Letter("x"), lower=Upright("0"))


@pytest.mark.parametrize(
    ("markup", "line", "copied"),
    [
        (
            row(
                THEN, Operator("="), NOW, Operator("−"), Letter("λ"),
                Fraction(row(Upright("∂"), Letter("L")), row(Upright("∂"), Letter("w"))),
            ),
            "wᵢ₊₁ = wᵢ − λ(∂L/∂w)",
            r"w_{i + 1} = w_i - \lambda\frac{\partial L}{\partial w}",
        ),
        (
            Scripts(Upright("lim"), lower=row(Letter("x"), Operator("→"), X0)),
            "lim_{x → x₀}",
            r"\lim_{x \to x_0}",
        ),
        (
            row(Fenced(NOW, "|", "|"), Operator("<"), Upright("−1.5·10⁻³")),
            "|wᵢ| < −1.5·10⁻³",
            r"\left|w_i\right| < -1.5\cdot 10^{-3}",
        ),
        (
            row(Letter("x"), Operator(","), Gap(1), Words("10% off"), Gap(1), Letter("lr")),
            "x, 10% off lr",
            r"x, \quad\text{10\% off}\quad\mathit{lr}",
        ),
    ],
)  # fmt: skip
def test_formulas_of_the_panels(markup: Markup, line: str, copied: str):
    assert (plain(markup), latex(markup)) == (line, copied)


def as_printed(tree: Expression) -> Expression:
    """The tree without what print does not tell apart: exp x and eˣ, −(x/2) and (−x)/2, ∛x and
    the root of degree 3, 1.5e3 and 1.5·10³."""
    node = tree.with_children(tuple(map(as_printed, tree.children())))
    match node:
        case Call("exp", (exponent,)):
            return Power(Constant("e"), exponent)
        case Call("root", (radicand, Number(3.0))):
            return Call("cbrt", (radicand,))
        case Quotient(Negate(numerator), denominator):
            return Negate(as_printed(Quotient(numerator, denominator)))
        case Number():
            return _power_of_ten(node)
        case Product():
            factors = zip(tree.children(), node.children(), strict=True)
            return Product(tuple(f for old, new in factors for f in _factors(old, new)))
    return node


def _power_of_ten(number: Number) -> Expression:
    mantissa, exponent = written(number)
    if not exponent:
        return number
    size = Number(abs(float(exponent)))
    power = Power(Number(10.0), Negate(size) if exponent.startswith("-") else size)
    return power if mantissa == "1" else Product((Number(float(mantissa)), power))


def _factors(before: Expression, printed: Expression) -> tuple[Expression, ...]:
    """1.5·10³ among factors is two of them."""
    is_split = isinstance(before, Number) and isinstance(printed, Product)
    return printed.children() if is_split else (printed,)


TREES = expressions(("x", "y"), PARAMETERS)


@given(TREES, st.sampled_from(LANGUAGES))
def test_what_is_printed_reads_back(tree: Expression, language: str):
    line = plain(typeset(tree, language))
    assume(len(line) <= LONGEST_LINE)
    assert as_printed(parse(line, given=PARAMETERS).body) == as_printed(tree)


@given(TREES, st.sampled_from(LANGUAGES))
def test_what_is_copied_as_latex_reads_back(tree: Expression, language: str):
    copied = f"${latex(typeset(tree, language))}$"
    assume(len(copied) <= LONGEST_LINE)
    assert as_printed(parse(copied, given=PARAMETERS).body) == as_printed(tree)


COMMANDS = {
    *GREEK.values(), *SIGNS.values(), *BRACKETS.values(),
    *(f"\\{name}" for name in OPERATOR_NAMES),
    r"\frac", r"\sqrt", r"\left", r"\right", r"\operatorname",
}  # fmt: skip


@given(TREES, st.sampled_from(LANGUAGES))
def test_latex_is_well_formed(tree: Expression, language: str):
    copied = latex(typeset(tree, language))
    assert copied.isascii()
    assert set(re.findall(r"\\[A-Za-z]+", copied)) <= COMMANDS
    assert copied.count(r"\left") == copied.count(r"\right")
    bare = re.sub(r"\\[{}]", "", copied)
    depth = 0
    for character in bare:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@given(TREES, st.sampled_from(LANGUAGES))
def test_every_part_can_light_up(tree: Expression, language: str):
    """A subtracted term lights up without its sign, lg has no base to be seen."""
    lit = {piece.part for piece in pieces_of(typeset(tree, language))}
    hidden: set[Expression] = set()
    for node in walk(tree):
        if isinstance(node, Sum):
            hidden.update(term for term in node.terms if isinstance(term, Negate))
        if isinstance(node, Call) and node.function == "log":
            hidden.update(walk(node.arguments[0]))
    assert set(walk(tree)) - hidden <= lit


def test_what_nobody_could_read_is_cut_short():
    short, long = (typeset(parse("+".join(["sin x"] * n)).body, "ru") for n in (20, 80))
    assert abridged(short) is short
    assert plain(abridged(long, 30)) == " + ".join(["sin x"] * 7) + " + …"
    tower = typeset(parse("sin(" * 59 + "x" + ")" * 59).body, "ru")
    assert plain(abridged(tower, 7)) == "sin(sin(…))"


@given(TREES)
def test_cutting_short_leaves_no_more_than_it_says(tree: Expression):
    for most in (5, MOST_PIECES):
        pieces = list(pieces_of(abridged(typeset(tree, "ru"), most)))
        assert len(pieces) <= 3 * most
