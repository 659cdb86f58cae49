"""The lecture's functions, to be had with one click: a line of EXAMPLES each."""

from dataclasses import dataclass

from gdviz.i18n import N_


@dataclass(frozen=True, slots=True)
class Example:
    """A line as a person would type it. `about` says what it shows."""

    line: str
    about: str


EXAMPLES = (
    Example("L(w) = w^2 + 12", N_("the lecture's loss")),
    Example("y = tg x^2", N_("chain rule")),
    Example("y = arctg^2 x^3", N_("chain rule, three deep")),
    Example("ln cos^2(sin sqrt x)", N_("chain rule, with a domain")),
    Example("sigma(x)", N_("sigmoid")),
    Example("x sin(x^2)", N_("product rule")),
    Example("x^2/(1 + x^2)", N_("quotient rule")),
    Example("a sin(kx)", N_("with parameters")),
    Example("|x|", N_("corner: no tangent at 0")),
    Example("L(w) = (w^2 - 1)^2/4", N_("two minima")),
)
FIRST_THREE = EXAMPLES[0], EXAMPLES[1], EXAMPLES[4]
"""Shown under an empty line."""
