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
SLOPE = Row((Scripts(Letter("f"), upper=Upright("′")), Fenced(X0)))
TANGENT = {"ru": "tg", "en": "tan"}


def captions(language: str, *, brief: bool) -> Mapping[str, Markup]:
    """The names of the numbers: tg α = f′(x₀) =, in brief tg α =."""
    tangent_of_angle = Row((Upright(TANGENT[language]), Gap(1 / 6), Letter("α")))
    value = Letter("f") if brief else Row((Letter("f"), Fenced(X0)))
    slope = tangent_of_angle if brief else Row((tangent_of_angle, EQUALS, SLOPE))
    return {
        "x0": Row((X0, EQUALS)),
        "value": Row((value, EQUALS)),
        "slope": Row((slope, EQUALS)),
        "angle": Row((Letter("α"), EQUALS)),
    }
