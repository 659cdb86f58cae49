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

EQUALS = Operator("=")
TANGENT = {"ru": "tg", "en": "tan"}


def captions(
    language: str, function: Markup, point: Markup, *, brief: bool
) -> Mapping[str, Markup]:
    """The names of the numbers: tg α = f′(x₀) =, in brief tg α =; f and x₀ are what the line calls
    them."""
    tangent_of_angle = Row((Upright(TANGENT[language]), Gap(1 / 6), Letter("α")))
    value = function if brief else Row((function, Fenced(point)))
    derivative = Row((Scripts(function, upper=Upright("′")), Fenced(point)))
    slope = tangent_of_angle if brief else Row((tangent_of_angle, EQUALS, derivative))
    return {
        "x0": Row((point, EQUALS)),
        "value": Row((value, EQUALS)),
        "slope": Row((slope, EQUALS)),
        "angle": Row((Letter("α"), EQUALS)),
    }
