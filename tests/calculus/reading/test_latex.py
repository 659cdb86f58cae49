"""LaTeX that people paste, and the places of what is wrong in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.calculus.expression import walk
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.parser import LONGEST_LINE, parse
from gdviz.calculus.reading.latex_commands import COMMANDS

# LaTeX → the same, as it is typed
READ = {
    r"\frac{x^2}{\sqrt{x+1}}": "x^2/sqrt(x+1)",
    r"\dfrac12 x": "1/2 x",
    r"\tfrac{1}{2}\pi x": "(1/2)pi x",
    r"\frac\pi2 + x": "pi/2 + x",
    r"\operatorname{tg} x": "tg x",
    r"\operatorname*{tg}x": "tg x",
    r"\mathrm{tg}x": "tg x",
    r"\text{ctg}\, x": "ctg x",
    r"\arctan x": "arctg x",
    r"\sh x + \th x": "sh x + th x",
    r"\left( x+1 \right)^2": "(x+1)^2",
    r"\left[x+1\right]^{2}": "(x+1)^2",
    r"\bigl(x+1\bigr)\Big/2": "(x+1)/2",
    r"\left\{x+1\right\}": "x+1",
    r"2\cdot x\times 3": "2*x*3",
    r"x\div 2": "x/2",
    r"\sqrt[3]{x}": "cbrt x",
    r"\sqrt[4]{x}": "root(x, 4)",
    r"\sqrt[n]{x}": "root(x, n)",
    r"\sqrt x": "sqrt x",
    r"\sqrt{x}^2": "sqrt(x)^2",
    r"\sin 2\sqrt{x}": "sin(2 sqrt(x))",
    r"x^{10}\pi": "x^10 pi",
    r"$2^x$": "2^x",
    r"$x^10$": "x^10",
    r"$x^ee + x^ab$": "x^e e + x^a b",
    r"e^\sqrt{x}": "e^(sqrt x)",
    r"x^\frac12": "x^(1/2)",
    r"$e^{-x}$": "e^-x",
    r"\sin^{2} x": "sin^2 x",
    r"\sin^2x\cos x": "sin^2 x cos x",
    r"\arctan^2 x^3": "arctg^2 x^3",
    r"\ln\cos^2(\sin\sqrt{x})": "ln cos^2(sin sqrt x)",
    r"\ln\left|x\right|^2": "ln(|x|^2)",
    r"\log_2x + \log_{10}x": "log_2 x + lg x",
    r"\log_{a} x": "log_a x",
    r"a\sin x": "a*sin x",
    r"x\sin\alpha": "x*sin(alpha)",
    r"\alpha\beta\gamma x": "alpha*beta*γ*x",
    r"\left|x\left|x\right|\right|": "abs(x*abs(x))",
    r"\lvert x\rvert \cdot \vert x\vert": "|x|*|x|",
    r"\left\lfloor x\right\rfloor + \lceil x\rceil": "floor x + ceil x",
    r"\[x^2\]": "x^2",
    r"$$x^2$$": "x^2",
    r"\(x^2\)": "x^2",
    r"\begin{equation*} x^2 \end{equation*}": "x^2",
    r"$x^2$.": "x^2",
    r"\frac{x}{2},": "x/2",
    r"x\,\sin\quad x\ ": "x sin x",
    r"2{,}5x\cdot\pi": "2,5x*pi",
    r"1\,000x": "1 000x",
    r"\max\left(x,\,1\right)": "max(x, 1)",
    r"\sigma(x)": "sigma(x)",
    r"\sigma\left(\frac{x}{2}\right)": "sigma(x/2)",
    r"\psi(x) + \psi^{(1)}\left(x\right)": "digamma(x) + polygamma(1, x)",
    r"\Gamma(x)": "gamma(x)",
    r"y = \frac{1}{1+e^{-x}}": "y = 1/(1 + e^-x)",
    r"f\left(x\right) = \tan x": "f(x) = tg x",
    r"\mathcal{L}(w) = w^2 \cdot 3": "L(w) = w^2*3",
    r"L(w_1, w_2) = w_1^2 + w_{2}^{2}\,": "L(w₁, w₂) = w₁^2 + w₂^2",
    r"\frac{dy}{dx} = 2x": "dy/dx = 2x",
    r"y' = \frac{\mathrm{d}}{2}x": "y' = d/2 x",
    r"\sin -x": "sin -x",
    r"\displaystyle\frac{x}{2}": "x/2",
    r"{\left(x\right)}^{2}": "x^2",
}  # fmt: skip

# LaTeX → code, the piece of it that the trouble is in
TROUBLES = {
    r"\frac{x}": ("latex-argument", r"\frac"),
    r"x^": ("missing-after", "^"),
    r"\pi^": ("latex-argument", "^"),
    r"\sqrt": ("latex-argument", r"\sqrt"),
    r"\frac{x+1": ("unclosed-bracket", "{"),
    r"\frac{x}{}": ("empty-brackets", "{}"),
    r"\frac{x+}{2}": ("missing-after", "+"),
    r"\frac{foo}{2}": ("unknown-name", "foo"),
    r"\sqrt{x}+\frac{2}{abc}": ("unknown-name", "abc"),
    r"\sum x": ("beyond-functions", r"\sum"),
    r"\begin{cases} x \end{cases}": ("latex-command", r"\begin"),
    "x\\": ("latex-command", "\\"),
    r"\infty": ("infinity", r"\infty"),
    r"x \le 2": ("inequality", r"\le"),
    r"\sin": ("missing-argument", r"\sin"),
    r"2 + \cos": ("missing-argument", r"\cos"),
    r"\left(x": ("unclosed-bracket", r"\left"),
    r"x\right)": ("unopened-bracket", ")"),
    r"\left(x\right]": ("mismatched-brackets", r"\right"),
    r"\left": ("latex-argument", r"\left"),
    r"30^\circ x": ("degrees", r"\circ"),
    r"\frac{d}{dx} x^2": ("derivative-sign", "d}{dx"),
    r"x_{max}\cdot 2": ("index", "_"),
    "$": ("empty", ""),
}


@pytest.mark.parametrize("typed", READ)
def test_latex_is_read_as_the_same_line_typed(typed: str):
    formula, same = parse(typed), parse(READ[typed])
    assert canonical(formula.body) == canonical(same.body)
    assert (formula.name, formula.variables) == (same.name, same.variables)
    assert formula.text == typed


@pytest.mark.parametrize("typed", TROUBLES)
def test_trouble_points_at_the_latex(typed: str):
    code, piece = TROUBLES[typed]
    with pytest.raises(ParseError) as caught:
        parse(typed)
    error = caught.value
    assert error.code == code
    assert typed[error.position : error.position + error.length].startswith(piece)


@pytest.mark.parametrize(
    ("typed", "meant"), [(r"\sinus x", r"\sin"), (r"\fraq{x}{2}", r"\frac"), (r"\aplha", r"\alpha")]
)
def test_the_command_that_was_meant_is_named(typed: str, meant: str):
    with pytest.raises(ParseError) as caught:
        parse(typed)
    assert caught.value.fields["suggestion"] == meant


@pytest.mark.parametrize(
    ("typed", "piece", "other"),
    [
        (r"x\cdot\log x", r"\log", "x· lg x"),
        (r"\sin^{-1} x", r"\sin^{-1} x", "1/sin x"),
    ],
)
def test_a_notice_points_at_the_latex(typed: str, piece: str, other: str):
    (notice,) = parse(typed).notices
    assert typed[notice.position : notice.position + notice.length] == piece
    assert parse(notice.alternative or "").body == parse(other).body


def test_every_part_knows_its_place():
    typed = r"\frac{x^2}{\sqrt{x+1}}"
    places = {typed[node.span[0] : sum(node.span)] for node in walk(parse(typed).body)}
    assert places >= {"x^2", "2", "x", "x+1", r"\sqrt{x+1}"}


PIECES = st.sampled_from([*sorted(COMMANDS), *"{}()[]|^_$ &'", "x", "y", "2", ",", "+", "-", "\\"])


def answer(typed: str) -> Formula | ParseError:
    try:
        return parse(typed)
    except ParseError as error:
        return error


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_latex_is_answered(typed: str):
    typed = typed[:LONGEST_LINE]
    answered = answer(typed)
    if isinstance(answered, ParseError):
        assert 0 <= answered.position <= answered.position + answered.length <= len(typed)


@pytest.mark.parametrize(
    "typed", ["{" * 400, r"\sqrt" * 99, r"\frac{" * 80, "x^" * 249 + "$", r"\left(" * 80, "$" * 500]
)
def test_deep_nesting_is_answered(typed: str):
    assert isinstance(answer(typed), ParseError)
