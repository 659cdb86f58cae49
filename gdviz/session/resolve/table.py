"""The table of derivatives, each line derived by the rules themselves."""

from functools import cache
from typing import NamedTuple

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import primed, typeset
from gdviz.i18n import N_, Translator
from gdviz.session.derivation_scene import TableEntry, TableGroup
from gdviz.session.phrases import chain

Parameters = tuple[tuple[str, float], ...]


class Line(NamedTuple):
    """What is typed for a line, and the values of its letters that make a good picture."""

    body: str
    parameters: Parameters = ()


TABLE: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        N_("From the lecture"),
        (
            Line("c", (("c", 2.0),)),
            Line("x^n", (("n", 3.0),)),
            Line("a^x", (("a", 2.0),)),
            Line("e^x"),
            Line("ln x"),
            Line("log_a x", (("a", 2.0),)),
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
        tuple(map(Line, ("arsh x", "arch x", "arth x", "arcth x", "arsech x", "arcsch x"))),
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
    return TableEntry(chain([left, right]), text, line.parameters)
