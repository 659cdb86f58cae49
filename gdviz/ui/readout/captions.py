"""How the numbers in the readout are named, in full and in brief."""

from collections.abc import Mapping

from gdviz.calculus.typesetting.markup import (
    Fenced,
    Gap,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
)
from gdviz.ui.controls.symbol import X0

EQUALS = Operator("=")
TANGENT = {"ru": "tg", "en": "tan"}


def captions(language: str, function: Markup, *, brief: bool) -> Mapping[str, Markup]:
    """The names of the numbers: tg α = f′(x₀) =, in brief tg α =; f is what the line calls it."""
    tangent_of_angle = Row((Upright(TANGENT[language]), Gap(1 / 6), Letter("α")))
    value = function if brief else Row((function, Fenced(X0)))
    derivative = Row((Scripts(function, upper=Upright("′")), Fenced(X0)))
    slope = tangent_of_angle if brief else Row((tangent_of_angle, EQUALS, derivative))
    return {
        "x0": Row((X0, EQUALS)),
        "value": Row((value, EQUALS)),
        "slope": Row((slope, EQUALS)),
        "angle": Row((Letter("α"), EQUALS)),
    }
