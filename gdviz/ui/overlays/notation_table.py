"""What the notation page shows: lines as they are typed, a row of NOTATION each. No Qt.

A line in square marks ⟨…⟩ has the name of a function in the school notation of the language.
"""

import re
from typing import NamedTuple

from gdviz.calculus.functions import BY_SPELLING
from gdviz.calculus.typesetting.markup import Letter, Markup, Scripts
from gdviz.i18n import N_

NAME = re.compile("⟨(.*?)⟩")


class Row(NamedTuple):
    """`typed` are ways of writing one thing; `about` is a msgid, what is to be known of it."""

    typed: tuple[str, ...]
    about: str = ""


class Section(NamedTuple):
    """Rows under a heading, which is a msgid."""

    heading: str
    rows: tuple[Row, ...]


NOTATION = (
    Section(
        N_("Signs"),
        (
            Row(("2x sin x", "2*x*sin(x)"), N_("the sign of a product may be left out")),
            Row(("x^2", "x**2", "x²"), N_("a power")),
            Row(("e^(-x/2)",), N_("what is longer than one factor stands in brackets")),
            Row(("(x+1)/(x-1)",), N_("fraction")),
            Row(("1/2x", "(1/2)x"), N_("a product binds like a sign: half of x")),
            Row(("sqrt x", "√x", "sqrt(x+1)"), N_("square root")),
            Row(("cbrt x", "root(x, 5)"), N_("other roots")),
            Row(("|x-1|", "abs(x-1)"), N_("modulus |x|")),
            Row(("x!",), N_("factorial")),
            Row(("0.5", "0,5", "1e-3", "½"), N_("numbers, with point or comma")),
            Row(("pi", "π", "e", "alpha"), N_("constants; Greek letters by their names")),
        ),
    ),
    Section(
        N_("Functions"),
        (
            Row(("⟨tan⟩ x^2",), N_("without brackets: of the product that follows")),
            Row(("sin 2x cos x",), N_("the next function ends it")),
            Row(("sin^2 x", "(sin x)^2"), N_("power of a function")),
            Row(("⟨arctan⟩ x", "⟨tan⟩^-1 x"), N_("inverse function")),
            Row(("ln x", "lg x", "log_2 x"), N_("logarithms: natural, base 10, base 2")),
            Row(("exp x", "e^x"), N_("exponential function")),
            Row(("σ(x)", "sigma(x)"), N_("sigmoid 1/(1 + e⁻ˣ)")),
            Row(("max(x, 0)", "min(x, 1)"), N_("the larger, the smaller")),
        ),
    ),
    Section(
        N_("The whole line"),
        (
            Row(("y = x^2", "f(x) = x^2"), N_("a name on the left, if you like")),
            Row(("L(w) = w^2 + 12",), N_("the variable stands in its brackets")),
            Row(("a sin(kx)",), N_("other letters are parameters with sliders")),
            Row(("w_1", "w₁", "x_0"), N_("letters with an index")),
            Row((r"\frac{x^2}{\sqrt{x+1}}",), N_("LaTeX is understood as well")),
        ),
    ),
)


BESIDE_THE_PLOT = N_("Beside the plot")
LETTERS: tuple[tuple[Markup, str], ...] = (
    (
        Letter("α"),
        N_(
            "the inclination of the tangent line, from −90° to 90°: tan α = f′(x₀); "
            "negative where f falls"
        ),
    ),
    (
        Scripts(Letter("f"), lower=Letter("l")),
        N_("the value of the tangent at x: f(x₀) + f′(x₀)(x − x₀)"),
    ),
)
"""Letters that the program writes, and what they are."""


def in_language(typed: str, language: str) -> str:
    """The line with its names as they are written at school."""

    def name(match: re.Match[str]) -> str:
        info = BY_SPELLING[match[1]]
        return info.russian if language == "ru" else info.english

    return NAME.sub(name, typed)
