"""The table of derivatives, each line derived by the rules themselves."""

from functools import cache
from typing import NamedTuple

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Markup, Operator
from gdviz.calculus.typesetting.notation import primed, typeset
from gdviz.i18n import N_, Translator
from gdviz.session.derivation_scene import TableEntry, TableGroup
from gdviz.session.phrases import chain
from gdviz.session.resolve.laws import holds_where, with_condition

Parameters = tuple[tuple[str, float], ...]
Condition = tuple[str, ...]
"""What is typed, and relations between: |x|, <, 1."""
POSITIVE: Condition = ("x", ">", "0")


class Line(NamedTuple):
    """What is typed for a line, and the values of its letters that make a good picture.

    condition: where f has values, if f′ as it is written has values elsewhere too.
    """

    body: str
    parameters: Parameters = ()
    condition: Condition | None = None


TABLE: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        N_("From the lecture"),
        (
            Line("c", (("c", 2.0),)),
            Line("x^n", (("n", 3.0),)),
            Line("a^x", (("a", 2.0),)),
            Line("e^x"),
            Line("ln x", condition=POSITIVE),
            Line("log_a x", (("a", 2.0),), POSITIVE),
            Line("sin x"),
            Line("cos x"),
            Line("tg x"),
            Line("√x"),
        ),
    ),
    (
        N_("Powers and roots"),
        (Line("1/x"), Line("x^2"), Line("∛x"), Line("root(x, n)", (("n", 5.0),)), Line("|x|")),
    ),
    (N_("Trigonometric"), (Line("ctg x"), Line("sec x"), Line("cosec x"))),
    (
        N_("Inverse trigonometric"),
        tuple(map(Line, ("arcsin x", "arccos x", "arctg x", "arcctg x", "asec x", "acsc x"))),
    ),
    (N_("Hyperbolic"), tuple(map(Line, ("sh x", "ch x", "th x", "cth x", "sech x", "csch x")))),
    (
        N_("Inverse hyperbolic"),
        (
            Line("arsh x"),
            Line("arch x", condition=("x", ">", "1")),
            Line("arth x", condition=("|x|", "<", "1")),
            Line("arcth x", condition=("|x|", ">", "1")),
            Line("arsech x", condition=("0", "<", "x", "<", "1")),
            Line("arcsch x"),
        ),
    ),
    (
        N_("Machine learning and others"),
        (
            *map(Line, ("σ(x)", "relu x", "softplus x", "sign x")),
            *map(Line, ("x!", "gamma(x)", "digamma(x)")),
        ),
    ),
)


@cache
def table_of_derivatives(tr: Translator) -> tuple[TableGroup, ...]:
    """The table in a language."""
    return tuple(
        TableGroup(tr(title), tuple(_entry(line, tr.language) for line in lines))
        for title, lines in TABLE
    )


def _entry(line: Line, language: str) -> TableEntry:
    """(sin x)′ = cos x"""
    text = f"f(x) = {line.body}"
    body = parse(text).body
    left = primed(typeset(body, language))
    right = typeset(derive(body, "x").after, language)
    formula = with_condition(chain([left, right]), body, "x")
    if line.condition is not None:
        formula = holds_where(formula, *_relations(line.condition, language))
    return TableEntry(formula, text, line.parameters)


def _relations(condition: Condition, language: str) -> list[Markup]:
    """0 < x < 1"""
    return [
        Operator(piece) if at % 2 else typeset(parse(piece).body, language)
        for at, piece in enumerate(condition)
    ]
